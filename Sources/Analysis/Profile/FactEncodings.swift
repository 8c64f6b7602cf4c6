import Model
import Protocols

/// The spellings that a value has in the encodings of a channel, as far as they differ from it.
enum FactEncodings {
  /// One spelling.
  struct Form: Hashable {
    var bytes: [UInt8]
    /// Outermost first.
    var encodings: [String]
    /// Whether letter case means nothing in it.
    var folds = false
    /// Whether it stands for the value only between the borders of words.
    var needsBorders = false
  }

  /// Shorter spellings would turn up by accident.
  private static let shortest = 8

  /// All spellings of a value but its own.
  static func forms(of value: [UInt8], folds: Bool) -> [Form] {
    var forms: [Form] = []
    var seen: Set<[UInt8]> = [value]
    func add(_ bytes: [UInt8], _ encodings: [String], folds: Bool = false, borders: Bool = false) {
      guard bytes.count >= shortest, seen.insert(bytes).inserted else { return }
      forms.append(Form(bytes: bytes, encodings: encodings, folds: folds, needsBorders: borders))
    }
    for lead in 0..<3 {
      let text = base64(value, lead: lead)
      add(text, ["base64"])
      add(text.map(urlDigit), ["base64url"])
    }
    add(hex(value), ["hex"], folds: true)
    for lead in 0..<5 { add(base32(value, lead: lead), ["base32"], folds: true) }
    for keepsSlash in [false, true] {
      let once = percent(value, keepsSlash: keepsSlash)
      add(once, ["percent"], folds: folds, borders: true)
      add(
        once.map { $0 == 0x20 ? UInt8(ascii: "+") : $0 }, ["percent"], folds: folds, borders: true)
      add(
        percent(once, keepsSlash: keepsSlash), ["percent", "percent"], folds: folds, borders: true)
    }
    add(value.map { $0 == 0x20 ? UInt8(ascii: "+") : $0 }, ["form"], folds: folds, borders: true)
    for style in JSONStyle.allCases {
      let once = json(value, style)
      add(once, ["json-string"], folds: folds, borders: true)
      add(json(once, style), ["json-string", "json-string"], folds: folds, borders: true)
    }
    for style in EntityStyle.allCases {
      add(entities(value, style), ["html-entity"], folds: folds, borders: true)
    }
    add(value.reversed(), ["reversed"], folds: folds, borders: true)
    return forms
  }

  // MARK: Base 64, 32 and 16 (RFC 4648)

  /// The digits that depend on the value alone when `lead` other bytes stand before it.
  static func base64(_ value: [UInt8], lead: Int) -> [UInt8] {
    let text = Array(Base64.encode(Array(repeating: 0, count: lead) + value).utf8)
    let from = (8 * lead + 5) / 6
    let to = 8 * (lead + value.count) / 6
    return from < to ? Array(text[from..<to]) : []
  }

  static func urlDigit(_ digit: UInt8) -> UInt8 {
    switch digit {
    case UInt8(ascii: "+"): UInt8(ascii: "-")
    case UInt8(ascii: "/"): UInt8(ascii: "_")
    default: digit
    }
  }

  private static let base32Digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

  static func base32(_ value: [UInt8], lead: Int) -> [UInt8] {
    var digits: [UInt8] = []
    var bits: UInt32 = 0
    var held = 0
    for byte in Array(repeating: 0, count: lead) + value {
      bits = (bits << 8 | UInt32(byte)) & 0xffff
      held += 8
      while held >= 5 {
        held -= 5
        digits.append(base32Digits[Int(bits >> UInt32(held) & 31)])
      }
    }
    return Array(digits.dropFirst((8 * lead + 4) / 5))
  }

  static func hex(_ value: [UInt8]) -> [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    return value.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
  }

  // MARK: Escapes

  /// Percent-encoding of all that is not unreserved (RFC 3986, section 2.3).
  static func percent(_ value: [UInt8], keepsSlash: Bool) -> [UInt8] {
    value.flatMap { byte -> [UInt8] in
      if byte.isWord || "-._~".utf8.contains(byte) || keepsSlash && byte == UInt8(ascii: "/") {
        return [byte]
      }
      return [UInt8(ascii: "%")] + hex([byte])
    }
  }

  private enum JSONStyle: CaseIterable {
    /// What must be escaped, and nothing else.
    case least
    /// `\/`, as PHP writes it.
    case slash
    /// `\u002f`, and all that is not ASCII (RFC 8259, section 7).
    case code
  }

  private static func json(_ value: [UInt8], _ style: JSONStyle) -> [UInt8] {
    var output: [UInt8] = []
    for scalar in String(decoding: value, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\"", "\\": output += [UInt8(ascii: "\\")] + Array(String(scalar).utf8)
      case "/" where style == .slash: output += Array("\\/".utf8)
      case "/" where style == .code: output += Array("\\u002f".utf8)
      case _ where scalar.value > 0x7e && style != .least:
        for unit in String(scalar).utf16 {
          output += Array("\\u".utf8) + hex([UInt8(unit >> 8), UInt8(unit & 255)])
        }
      case "<", ">", "&":
        output +=
          style == .least
          ? Array(String(scalar).utf8) : Array("\\u00".utf8) + hex([UInt8(scalar.value)])
      default: output += Array(String(scalar).utf8)
      }
    }
    return output
  }

  private enum EntityStyle: CaseIterable { case named, decimal, hexadecimal }

  /// Character references of HTML for what is not a letter, a digit, or plain punctuation.
  private static func entities(_ value: [UInt8], _ style: EntityStyle) -> [UInt8] {
    let names: [Unicode.Scalar: String] = [
      "&": "amp", "<": "lt", ">": "gt", "\"": "quot", "'": "apos", "/": "sol", "@": "commat",
      ":": "colon",
    ]
    var output = ""
    for scalar in String(decoding: value, as: UTF8.self).unicodeScalars {
      switch style {
      case _ where names[scalar] == nil && scalar.value < 0x7f: output.unicodeScalars.append(scalar)
      case .named: output += names[scalar].map { "&\($0);" } ?? String(scalar)
      case .decimal: output += "&#\(scalar.value);"
      case .hexadecimal: output += "&#x\(String(scalar.value, radix: 16));"
      }
    }
    return Array(output.utf8)
  }
}
