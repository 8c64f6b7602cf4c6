import Wire

extension JSON {
  /// The text that stands between the quotes of a string, with its escapes resolved, as UTF-8.
  ///
  /// Surrogate pairs become one scalar; a surrogate without its partner becomes U+FFFD, as UTF-8
  /// has no form for it. A backslash that begins no escape of RFC 8259, section 7, stands for
  /// itself. Bytes that are not UTF-8 are left as they are.
  ///
  /// - Parameter bytes: the bytes of a ``JSONEvent/string(_:)`` or ``JSONEvent/key(_:)`` range.
  public static func unescape(_ bytes: Span<UInt8>) -> [UInt8] {
    let raw = bytes.bytes
    var text: [UInt8] = []
    text.reserveCapacity(raw.byteCount)
    var start = 0
    while let backslash = raw.firstIndex(of: UInt8(ascii: "\\"), from: start) {
      raw.extracting(start..<backslash).append(to: &text)
      let escape = JSONEscape(raw, at: backslash)
      escape.append(to: &text)
      start = backslash + escape.length
    }
    raw.extracting(droppingFirst: start).append(to: &text)
    return text
  }
}

/// One escape sequence and the scalar it stands for (RFC 8259, section 7).
private struct JSONEscape {
  /// Bytes that the escape takes up.
  var length: Int
  var scalar: UInt32

  init(_ raw: RawSpan, at offset: Int) {
    length = 2
    switch offset + 1 < raw.byteCount ? raw[offset + 1] : 0 {
    case UInt8(ascii: "\""): scalar = 0x22
    case UInt8(ascii: "\\"): scalar = 0x5c
    case UInt8(ascii: "/"): scalar = 0x2f
    case UInt8(ascii: "b"): scalar = 0x08
    case UInt8(ascii: "f"): scalar = 0x0c
    case UInt8(ascii: "n"): scalar = 0x0a
    case UInt8(ascii: "r"): scalar = 0x0d
    case UInt8(ascii: "t"): scalar = 0x09
    case UInt8(ascii: "u"):
      guard let unit = Self.codeUnit(raw, at: offset) else { fallthrough }
      length = 6
      scalar = unit
      guard unit & 0xf800 == 0xd800 else { break }
      scalar = 0xfffd
      guard unit < 0xdc00, let low = Self.codeUnit(raw, at: offset + 6), low & 0xfc00 == 0xdc00
      else { break }
      length = 12
      scalar = 0x1_0000 + (unit & 0x3ff) << 10 + low & 0x3ff
    default:
      length = 1
      scalar = 0x5c
    }
  }

  /// The four hexadecimal digits of a `\uXXXX` that stands at `offset`.
  private static func codeUnit(_ raw: RawSpan, at offset: Int) -> UInt32? {
    guard offset + 6 <= raw.byteCount, raw[offset] == UInt8(ascii: "\\"),
      raw[offset + 1] == UInt8(ascii: "u")
    else { return nil }
    var unit: UInt32 = 0
    for i in offset + 2..<offset + 6 {
      guard let digit = raw[i].hexadecimalValue else { return nil }
      unit = unit << 4 | UInt32(digit)
    }
    return unit
  }

  var decodedLength: Int {
    switch scalar {
    case 0..<0x80: 1
    case 0x80..<0x800: 2
    case 0x800..<0x1_0000: 3
    default: 4
    }
  }

  func append(to text: inout [UInt8]) {
    func continuation(_ shift: UInt32) -> UInt8 { UInt8(scalar >> shift & 0x3f) | 0x80 }
    switch decodedLength {
    case 1:
      text.append(UInt8(scalar))
    case 2:
      text.append(0xc0 | UInt8(scalar >> 6))
      text.append(continuation(0))
    case 3:
      text.append(0xe0 | UInt8(scalar >> 12))
      text.append(continuation(6))
      text.append(continuation(0))
    default:
      text.append(0xf0 | UInt8(scalar >> 18))
      text.append(continuation(12))
      text.append(continuation(6))
      text.append(continuation(0))
    }
  }
}
