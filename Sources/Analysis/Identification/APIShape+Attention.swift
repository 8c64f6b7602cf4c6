import Wire

extension APIShape {
  /// Whether a request target looks like a model vendor's API, before any body was seen.
  public static func isSuggested(by target: String) -> Bool {
    isSuggested(by: target.utf8Span.span.bytes)
  }

  /// The same for a target where it stands in a request's head.
  public static func isSuggested(by target: RawSpan) -> Bool {
    let end = target.firstIndex(of: UInt8(ascii: "?")) ?? target.byteCount
    return candidate(path: target.extracting(0..<end)).map { $0 != .otlp } ?? false
  }
}
