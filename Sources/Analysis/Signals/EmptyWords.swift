/// Words that stand where a program had nothing to tell.
enum EmptyWords {
  private static let words: Set<String> = [
    "unknown", "none", "null", "nil", "undefined", "n/a", "na", "-", "anonymous", "localhost",
    "redacted", "<redacted>", "[redacted]", "[filtered]", "hidden", "default", "not set", "not_set",
    "(not set)", "unset", "other", "test", "string", "nan", "[object object]", "...", "*",
  ]

  static func contains(_ value: [UInt8]) -> Bool {
    value.count <= 16 && words.contains(String(decoding: value, as: UTF8.self).lowercased())
  }
}
