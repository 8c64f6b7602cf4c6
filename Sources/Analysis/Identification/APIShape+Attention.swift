extension APIShape {
  /// Whether a request target looks like a model vendor's API, before any body was seen.
  public static func isSuggested(by target: String) -> Bool {
    candidate(path: target.prefix { $0 != "?" }) != nil
  }
}
