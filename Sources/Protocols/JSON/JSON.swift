/// One lexical token of a JSON text (RFC 8259), by its place in the bytes.
///
/// Ranges are offsets into the walked span. Nothing is decoded: key order, duplicate keys, escapes
/// and the spelling of numbers stay as they were sent.
public enum JSONEvent: Sendable, Hashable {
  case beginObject
  case endObject
  case beginArray
  case endArray
  /// A member name, between its quotes.
  case key(Range<Int>)
  /// A string value, between its quotes.
  case string(Range<Int>)
  /// A number, as written.
  case number(Range<Int>)
  /// `true`, `false` or `null`.
  case literal(Range<Int>)
}

/// Where and why a JSON text stopped being one.
public struct JSONFailure: Error, Hashable, Sendable {
  /// Offset of the first byte that does not fit; the length of the text when it ended too soon.
  public var offset: Int
  public var reason: String

  public init(offset: Int, reason: String) {
    self.offset = offset
    self.reason = reason
  }
}

/// Lexical reading of JSON texts.
public enum JSON {
  /// Nesting that ``walk(_:depthLimit:_:)`` follows at most.
  public static let maximumDepth = 128

  /// Walks a whole JSON text once, from front to back, and tells what stands where.
  ///
  /// The walk stops at the first fault; all that came before has been told by then, so the
  /// beginning of a text that was cut off is not lost. A string *value* that the end of the text
  /// cuts off is told as far as it goes, in front of the failure. Two liberties are taken, because
  /// both occur in real bodies and hide nothing: a leading byte order mark is skipped, and control
  /// characters may stand unescaped in strings. Escapes are not checked here; see ``unescape(_:)``.
  ///
  /// - Parameters:
  ///   - bytes: the text, in UTF-8.
  ///   - depthLimit: nesting that is followed; at most ``maximumDepth``.
  ///   - body: takes each token; returns false to stop.
  /// - Returns: nil when the text is whole or `body` stopped the walk.
  public static func walk(
    _ bytes: Span<UInt8>, depthLimit: Int = JSON.maximumDepth, _ body: (JSONEvent) -> Bool
  ) -> JSONFailure? {
    var walk = JSONWalk(depthLimit: min(depthLimit, maximumDepth))
    return walk.run(bytes.bytes, body)
  }
}
