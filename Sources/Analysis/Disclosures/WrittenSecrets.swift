import Model

/// Secrets that stand in command lines, code and lists of packages, by what stands before them.
///
/// `--token=…`, `-H "Authorization: Bearer …"`, `PGPASSWORD=…`, `curl -u name:…`, `mysql -p…`, `password: "…"`,
/// a URL's `user:…@` and `?api_key=…`, and every token that shows its issuer (``SecretShapes``).
enum WrittenSecrets {
  private static let placeholder = Array("…[redacted]".utf8)

  /// The text with its secrets masked; nil without any.
  static func masked(_ value: String) -> String? {
    let text = Array(value.utf8)
    var output: [UInt8] = []
    var copied = 0
    var at = 0
    while at < text.count {
      guard let secret = secret(in: text.span, at: &at) else { continue }
      guard secret.lowerBound >= copied else { continue }
      output += text[copied..<secret.lowerBound] + placeholder
      copied = secret.upperBound
      at = max(at, copied)
    }
    guard copied > 0 else { return SecretShapes.redacted(value) }
    let clear = String(decoding: output + text[copied...], as: UTF8.self)
    return SecretShapes.redacted(clear) ?? clear
  }

  /// Takes a byte of the text, and tells the secret that it introduces.
  private static func secret(in text: Span<UInt8>, at position: inout Int) -> Range<Int>? {
    let at = position
    position += 1
    switch text[at] {
    case UInt8(ascii: "="), UInt8(ascii: ":"): return named(text, separator: at)
    case UInt8(ascii: "-"): return option(text, at)
    default: return nil
    }
  }

  /// `NAME=value`, `name: value`, `"name": "value"`.
  private static func named(_ text: Span<UInt8>, separator: Int) -> Range<Int>? {
    var end = separator
    while end > 0, text[end - 1] == 0x20 || text[end - 1] == 0x22 || text[end - 1] == 0x27 {
      end -= 1
    }
    let start = text.start(before: end, limit: 64) { $0.isWord || $0 == UInt8(ascii: "-") }
    guard end > start, isSecret(text.text(start..<end), in: text, before: start) else { return nil }
    let isHeader = text[separator] == UInt8(ascii: ":")
    var from = text.end(from: separator + 1, limit: 4) { $0 == 0x20 || $0 == UInt8(ascii: "=") }
    let quote = text.byte(from)
    let isQuoted = quote == 0x22 || quote == 0x27
    if isQuoted { from += 1 }
    // In the middle of a line, `token: x` is a sentence's; a header stands in quotes, a member on its own line.
    if isHeader, !isQuoted, let before = text.byte(start - 1), before != 0x22, before != 0x27 {
      let line = text.start(before: start, limit: 64) { $0 == 0x20 || $0 == 0x09 }
      guard text.byte(line - 1).map({ $0 == 0x0a || $0 == 0x2b }) ?? true else { return nil }
    }
    // A header's value goes on behind its scheme.
    let stop = text.end(from: from, limit: 4096) { byte in
      if isQuoted { return byte != quote && byte != 0x0a }
      if byte == 0x22 || byte == 0x27 || byte == 0x0a || byte == UInt8(ascii: "&") { return false }
      return isHeader || byte > 0x20
    }
    return isLiteral(text, from..<stop) ? from..<stop : nil
  }

  private static func isSecret(_ name: String, in text: Span<UInt8>, before start: Int) -> Bool {
    let lower = name.lowercased()
    let isInQuery =
      text.byte(start - 1) == UInt8(ascii: "?") || text.byte(start - 1) == UInt8(ascii: "&")
    if isInQuery, SecretShapes.isSecretQueryName(name) { return true }
    return SecretShapes.isSecretFieldName(name)
      || ["password", "passwd", "passphrase", "_pwd", "apikey", "_token"].contains {
        lower.hasSuffix($0)
      }
  }

  /// Whether a value is written out: variables, calls and placeholders are no secrets.
  private static func isLiteral(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count >= 3 else { return false }
    switch text[range.lowerBound] {
    case UInt8(ascii: "$"), UInt8(ascii: "<"), UInt8(ascii: "{"), UInt8(ascii: "("),
      UInt8(ascii: "["), UInt8(ascii: "%"):
      return false
    default: break
    }
    for i in range where text[i] == UInt8(ascii: "(") || text[i] == UInt8(ascii: "[") {
      return false
    }
    return true
  }

  /// `--token value`, `-u name:value`, `-pvalue`.
  private static func option(_ text: Span<UInt8>, _ at: Int) -> Range<Int>? {
    guard at > 0, text[at - 1] <= 0x20 || text[at - 1] == 0x22 else { return nil }
    if text.byte(at + 1) == UInt8(ascii: "-") {
      let end = text.end(from: at + 2, limit: 64) { $0.isWord || $0 == UInt8(ascii: "-") }
      guard text.byte(end) == 0x20 else { return nil }
      let name = text.text((at + 2)..<end)
      let value = word(text, from: end + 1)
      if name == "user" { return afterColon(text, value) }
      return isSecret(name, in: text, before: at) && isLiteral(text, value)
        && text[value.lowerBound] != UInt8(ascii: "-") ? value : nil
    }
    switch text.byte(at + 1) {
    case UInt8(ascii: "u") where text.byte(at + 2) == 0x20:
      return afterColon(text, word(text, from: at + 3))
    case UInt8(ascii: "p"):
      // mysql takes the password without a space, sshpass with or without.
      let start = text.start(before: at, limit: 256) { $0 != 0x0a && $0 != UInt8(ascii: "|") }
      let program = text.text(start..<at)
      let isSpaced = text.byte(at + 2) == 0x20
      guard program.contains("sshpass") || (!isSpaced && program.contains("mysql")) else {
        return nil
      }
      let value = word(text, from: isSpaced ? at + 3 : at + 2)
      return isLiteral(text, value) ? value : nil
    default: return nil
    }
  }

  private static func word(_ text: Span<UInt8>, from start: Int) -> Range<Int> {
    let first = text.end(from: start, limit: 4) { $0 == 0x20 }
    guard let quote = text.byte(first), quote == 0x22 || quote == 0x27 else {
      return first..<text.end(from: first, limit: 1024) { $0 > 0x20 }
    }
    return (first + 1)..<text.end(from: first + 1, limit: 1024) { $0 != quote && $0 != 0x0a }
  }

  /// The password of `name:password`.
  private static func afterColon(_ text: Span<UInt8>, _ word: Range<Int>) -> Range<Int>? {
    for i in word where text[i] == UInt8(ascii: ":") {
      let secret = (i + 1)..<word.upperBound
      // A URL's scheme, or the ids of a user and a group.
      let isNumber = text.end(from: i + 1, limit: 16) { $0.isDigit } == word.upperBound
      return isNumber || text.has("//", at: i + 1) || !isLiteral(text, secret) ? nil : secret
    }
    return nil
  }
}
