// SecretShapes.redacted(_ value: String) -> String?  text with its secrets masked; nil without any
// SecretShapes.mask(_ value: String) -> String       text known to be a secret, masked as a whole
// SecretShapes.isSecretFieldName(_:) -> Bool         header, JSON key, form field with a secret
// SecretShapes.isSecretQueryName(_:) -> Bool         the same in a query: `key` and `sig`, too

/// Knows credentials by their shape and by the name of the field they stand in.
///
/// A masked secret keeps its recognisable beginning, so that a reader sees what kind it was:
/// `Bearer sk-ant-…[redacted]`. All functions take time linear in their input.
public enum SecretShapes {
  /// What stands in the place of a secret whose beginning is not shown.
  public static let placeholder = "[redacted]"

  /// The text with every secret in it masked; nil when no secret's shape is in it.
  ///
  /// Finds issued tokens (by their prefixes), JSON Web Tokens, bearer credentials and the password
  /// of a URL's user information. Text that was masked before is left alone.
  public static func redacted(_ value: String) -> String? {
    guard value.utf8.count >= 8 else { return nil }
    let text = Array(value.utf8)
    var output: [UInt8] = []
    var copied = 0
    var position = 0
    while position < text.count {
      guard let secret = secret(in: text, at: &position) else { continue }
      output += text[copied..<secret.lowerBound]
      output += masked(text[secret])
      copied = secret.upperBound
    }
    guard copied > 0 else { return nil }
    output += text[copied...]
    return String(decoding: output, as: UTF8.self)
  }

  /// A text known to be a secret, without its secret part: authentication scheme and well-known
  /// prefix stay, all else goes.
  public static func mask(_ value: String) -> String {
    guard !value.isEmpty else { return value }
    let text = Array(value.utf8)
    if let space = text.prefix(24).firstIndex(of: 0x20),
      schemes.contains(lowercase(text[..<space]))
    {
      let rest = text[(space + 1)...]
      guard !rest.isEmpty else { return value }
      return String(decoding: text[...space] + masked(rest), as: UTF8.self)
    }
    return String(decoding: masked(text[...]), as: UTF8.self)
  }

  // MARK: Scanning

  /// Takes one word or separator from the text, and tells the secret that begins there, if any.
  private static func secret(in text: [UInt8], at position: inout Int) -> Range<Int>? {
    guard isWord(text[position]) else {
      defer { position += 1 }
      guard text[position] == 0x3a, let password = password(in: text, after: position) else {
        return nil
      }
      position = password.upperBound
      return password
    }
    var end = position
    while end < text.count, isWord(text[end]) { end += 1 }
    let start = wordStart(in: text, from: position, to: end)
    position = end
    if let token = bearerToken(in: text, after: start..<end) {
      position = token.upperBound
      return token
    }
    for shape in shapes(beginningWith: text[start]) {
      guard let secretEnd = shape.end(in: text, word: start..<end) else { continue }
      position = secretEnd
      return start..<secretEnd
    }
    return nil
  }

  /// Where a word really begins: behind the rest of a percent or backslash escape.
  private static func wordStart(in text: [UInt8], from start: Int, to end: Int) -> Int {
    guard start > 0, end - start > 8 else { return start }
    switch text[start - 1] {
    case 0x25 where isHex(text[start]) && isHex(text[start + 1]): return start + 2
    case 0x5c where text[start] == 0x75 && text[start + 1..<start + 5].allSatisfy(isHex):
      return start + 5
    case 0x5c: return start + 1
    default: return start
    }
  }

  /// The password in `://user:password@`, given the index of the first colon.
  private static func password(in text: [UInt8], after colon: Int) -> Range<Int>? {
    let start = colon + 3
    guard start < text.count, text[colon + 1] == 0x2f, text[colon + 2] == 0x2f else { return nil }
    var separator: Int?
    var at: Int?
    var index = start
    scan: while index < min(text.count, start + 1024) {
      switch text[index] {
      case 0x3a where separator == nil: separator = index
      case 0x40: at = index
      case 0...0x20, 0x22, 0x27, 0x2f, 0x3c, 0x3e, 0x3f, 0x23, 0x5c: break scan
      default: break
      }
      index += 1
    }
    guard let separator, let at, separator + 1 < at, text[separator + 1] != 0x5b else { return nil }
    let password = separator + 1..<at
    // What was masked before must not be masked again.
    return text[password].starts(with: Array(placeholder.utf8)) ? nil : password
  }

  /// The credentials behind the word `Bearer` (RFC 6750, section 2.1), when they look like some.
  private static func bearerToken(in text: [UInt8], after word: Range<Int>) -> Range<Int>? {
    guard word.count == 6, word.upperBound < text.count, text[word.upperBound] == 0x20,
      lowercase(text[word]) == "bearer"
    else { return nil }
    let start = word.upperBound + 1
    var end = start
    var hasDigit = false
    while end < text.count, isToken68(text[end]) {
      hasDigit = hasDigit || isDigit(text[end])
      end += 1
    }
    return hasDigit && end - start >= 16 ? start..<end : nil
  }

  private static func masked(_ secret: ArraySlice<UInt8>) -> [UInt8] {
    var kept: [UInt8] = []
    if let first = secret.first {
      for shape in shapes(beginningWith: first)
      where secret.starts(with: shape.prefix) && secret.count > shape.prefix.count {
        kept = shape.prefix + Array("…".utf8)
        break
      }
    }
    return kept + Array(placeholder.utf8)
  }

  // MARK: Shapes

  private static let schemes: Set<String> = [
    "bearer", "basic", "digest", "token", "negotiate", "apikey", "key", "aws4-hmac-sha256",
    "sentry",
  ]

  private static let byFirstByte: [[SecretShape]] = {
    var table = [[SecretShape]](repeating: [], count: 128)
    for shape in SecretShape.all {
      if let first = shape.prefix.first, first < 128 { table[Int(first)].append(shape) }
    }
    return table
  }()

  private static func shapes(beginningWith byte: UInt8) -> [SecretShape] {
    byte < 128 ? byFirstByte[Int(byte)] : []
  }
}

/// One kind of issued token: how it begins, and what must follow.
private struct SecretShape: Sendable {
  enum Rest {
    /// Letters, digits, `-` and `_`.
    case word
    /// The same with a digit among them: for prefixes that also begin ordinary words.
    case wordWithDigit
    /// Exactly that many capitals and digits.
    case capitals
    /// Words joined by dots.
    case dotted
    /// Three or more base64url parts joined by dots (RFC 7519, section 3).
    case webToken
  }

  let prefix: [UInt8]
  /// Fewest bytes behind the prefix.
  let minimum: Int
  let rest: Rest

  init(_ prefix: String, _ minimum: Int, _ rest: Rest = .word) {
    self.prefix = Array(prefix.utf8)
    self.minimum = minimum
    self.rest = rest
  }

  /// Prefixes as their issuers document them; longer ones before their own beginnings.
  static let all: [SecretShape] = [
    SecretShape("sk-ant-", 8), SecretShape("sk-proj-", 8), SecretShape("sk-svcacct-", 8),
    SecretShape("sk-admin-", 8), SecretShape("sk-or-", 8), SecretShape("sk-lf-", 8),
    SecretShape("sk-", 20, .wordWithDigit),
    SecretShape("sk_live_", 10), SecretShape("sk_test_", 10), SecretShape("rk_live_", 10),
    SecretShape("github_pat_", 20),
    SecretShape("ghp_", 16), SecretShape("gho_", 16), SecretShape("ghu_", 16),
    SecretShape("ghs_", 16), SecretShape("ghr_", 16), SecretShape("glpat-", 16),
    SecretShape("AIza", 30), SecretShape("ya29.", 20, .dotted), SecretShape("GOCSPX-", 20),
    SecretShape("AKIA", 16, .capitals), SecretShape("ASIA", 16, .capitals),
    SecretShape("xoxa-", 10), SecretShape("xoxb-", 10), SecretShape("xoxe-", 10),
    SecretShape("xoxe.", 10, .dotted), SecretShape("xoxo-", 10), SecretShape("xoxp-", 10),
    SecretShape("xoxr-", 10), SecretShape("xoxs-", 10), SecretShape("xapp-", 10),
    SecretShape("hf_", 30), SecretShape("npm_", 30), SecretShape("pypi-", 40),
    SecretShape("gsk_", 24), SecretShape("xai-", 32), SecretShape("pplx-", 32),
    SecretShape("r8_", 32), SecretShape("phx_", 30), SecretShape("dop_v1_", 32),
    SecretShape("lin_api_", 20), SecretShape("secret-", 7, .wordWithDigit),
    SecretShape("SG.", 30, .dotted), SecretShape("eyJ", 8, .webToken),
  ]

  /// The end of the token that begins with the word, or nil when the word is no such token.
  func end(in text: [UInt8], word: Range<Int>) -> Int? {
    // A prefix may end in the dot that ends its word.
    guard text[word.lowerBound...].starts(with: prefix) else { return nil }
    let start = word.lowerBound + prefix.count
    switch rest {
    case .word: return word.upperBound - start >= minimum ? word.upperBound : nil
    case .wordWithDigit:
      guard word.upperBound - start >= minimum,
        text[start..<word.upperBound].contains(where: isDigit)
      else { return nil }
      return word.upperBound
    case .capitals:
      let isWhole =
        word.upperBound - start == minimum
        && text[start..<word.upperBound].allSatisfy { isDigit($0) || (0x41...0x5a).contains($0) }
      return isWhole ? word.upperBound : nil
    case .dotted:
      let end = dottedEnd(in: text, from: start)
      return end - start >= minimum ? end : nil
    case .webToken:
      guard word.upperBound - start >= minimum, word.upperBound < text.count,
        text[word.upperBound] == 0x2e
      else { return nil }
      var second = word.upperBound + 1
      while second < text.count, isWord(text[second]) { second += 1 }
      guard second - word.upperBound > 4, second < text.count, text[second] == 0x2e else {
        return nil
      }
      return dottedEnd(in: text, from: second)
    }
  }

  private func dottedEnd(in text: [UInt8], from start: Int) -> Int {
    var end = start
    while end < text.count, isWord(text[end]) || text[end] == 0x2e { end += 1 }
    return end
  }
}

// MARK: Names

extension SecretShapes {
  /// Whether a header, JSON key or form field of that name holds a secret, whatever it looks like.
  ///
  /// Reads names as words, however they are joined: `x-api-key`, `api_key`, `apiKey`, `APIKey`.
  /// Names that merely mention secrets (`max_tokens`, `prompt_cache_key`, `page_token`) are none.
  public static func isSecretFieldName(_ name: String) -> Bool {
    guard name.utf8.count <= 128 else { return false }
    let words = words(of: name)
    guard let last = words.last else { return false }
    let previous = words.dropLast().last
    switch last {
    case "authorization", "password", "passwd", "passphrase", "secret", "apikey": return true
    case "token": return previous.map { !harmlessTokens.contains($0) } ?? true
    case "key": return previous.map(secretKeys.contains) ?? false
    case "auth": return previous == "sentry"
    case "cookie": return words.count == 1 || (words.count == 2 && words[0] == "set")
    default: return false
    }
  }

  /// Whether a parameter of that name in a URL's query holds a secret.
  public static func isSecretQueryName(_ name: String) -> Bool {
    if isSecretFieldName(name) { return true }
    guard let last = words(of: name).last else { return false }
    return last == "sig" || last == "signature" || name.equalsIgnoringASCIICase("key")
  }

  private static let harmlessTokens: Set<String> = [
    "page", "eos", "bos", "pad", "stop", "unk", "end", "start", "max", "min", "per", "special",
    "continuation",
  ]

  private static let secretKeys: Set<String> = [
    "api", "access", "private", "secret", "signing", "encryption", "master", "auth", "account",
    "subscription",
  ]

  /// The name's words in lower case: split at separators and at the humps of camel case.
  private static func words(of name: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    let bytes = Array(name.utf8)
    for (index, byte) in bytes.enumerated() {
      guard isDigit(byte) || isLetter(byte) else {
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        word = []
        continue
      }
      if isUpper(byte), !word.isEmpty {
        let afterLower = !isUpper(bytes[index - 1])
        let beforeLower =
          index + 1 < bytes.count && isLetter(bytes[index + 1])
          && !isUpper(bytes[index + 1])
        if afterLower || beforeLower {
          words.append(String(decoding: word, as: UTF8.self))
          word = []
        }
      }
      word.append(isUpper(byte) ? byte | 0x20 : byte)
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }
}

private func lowercase(_ text: ArraySlice<UInt8>) -> String {
  String(decoding: text.map { isUpper($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
}

private func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5a }
private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a }
private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
private func isHex(_ byte: UInt8) -> Bool {
  isDigit(byte) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66)
}
private func isWord(_ byte: UInt8) -> Bool {
  isLetter(byte) || isDigit(byte) || byte == 0x2d || byte == 0x5f
}
/// The alphabet of `token68` (RFC 9110, section 11.2).
private func isToken68(_ byte: UInt8) -> Bool {
  isWord(byte) || byte == 0x2e || byte == 0x7e || byte == 0x2b || byte == 0x2f || byte == 0x3d
}
