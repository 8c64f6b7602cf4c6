import Wire

/// Base 64 (RFC 4648, sections 4 and 5).
public enum Base64 {
  /// Decodes either alphabet, with or without padding.
  ///
  /// Strict otherwise: bytes outside the alphabet, white space, both alphabets mixed, misplaced
  /// padding and a length that no encoder makes are refused. Unused bits of the last digit are not
  /// looked at.
  ///
  /// - Returns: nil when the bytes are no base 64.
  public static func decode(_ bytes: Span<UInt8>) -> [UInt8]? { decode(bytes.bytes) }

  /// Decodes either alphabet, with or without padding; see ``decode(_:)-(Span<UInt8>)``.
  public static func decode(_ bytes: RawSpan) -> [UInt8]? {
    var count = bytes.byteCount
    if count > 0, bytes[count - 1] == UInt8(ascii: "=") {
      guard count.isMultiple(of: 4) else { return nil }
      count -= bytes[count - 2] == UInt8(ascii: "=") ? 2 : 1
    }
    guard count % 4 != 1 else { return nil }
    let table = decodingTable
    let values = table.span
    var output: [UInt8] = []
    output.reserveCapacity(count / 4 * 3 + 2)
    // Bits 6 and 7 of a table entry mark the digits that only one alphabet has; both set: no digit.
    var marks: UInt8 = 0
    var i = 0
    while i + 4 <= count {
      let a = values[Int(bytes[i])]
      let b = values[Int(bytes[i + 1])]
      let c = values[Int(bytes[i + 2])]
      let d = values[Int(bytes[i + 3])]
      marks |= a | b | c | d
      output.append(a << 2 | (b & 0x3f) >> 4)
      output.append(b << 4 | (c & 0x3f) >> 2)
      output.append(c << 6 | d & 0x3f)
      i += 4
    }
    if i < count {
      let a = values[Int(bytes[i])]
      let b = values[Int(bytes[i + 1])]
      marks |= a | b
      output.append(a << 2 | (b & 0x3f) >> 4)
      if i + 2 < count {
        let c = values[Int(bytes[i + 2])]
        marks |= c
        output.append(b << 4 | (c & 0x3f) >> 2)
      }
    }
    return marks & 0xc0 == 0xc0 ? nil : output
  }

  /// Encodes with the standard alphabet and padding.
  public static func encode(_ bytes: [UInt8]) -> String { encode(bytes.span.bytes) }

  /// Encodes with the standard alphabet and padding.
  public static func encode(_ bytes: RawSpan) -> String {
    let alphabet = standardAlphabet
    let digits = alphabet.span
    var text: [UInt8] = []
    text.reserveCapacity((bytes.byteCount + 2) / 3 * 4)
    var i = 0
    while i < bytes.byteCount {
      let a = bytes[i]
      let b = i + 1 < bytes.byteCount ? bytes[i + 1] : 0
      let c = i + 2 < bytes.byteCount ? bytes[i + 2] : 0
      text.append(digits[Int(a >> 2)])
      text.append(digits[Int((a & 0x03) << 4 | b >> 4)])
      text.append(
        i + 1 < bytes.byteCount ? digits[Int((b & 0x0f) << 2 | c >> 6)] : UInt8(ascii: "="))
      text.append(i + 2 < bytes.byteCount ? digits[Int(c & 0x3f)] : UInt8(ascii: "="))
      i += 3
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static let standardAlphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  private static let decodingTable: [UInt8] = {
    var table = [UInt8](repeating: 0xff, count: 256)
    for (value, digit) in standardAlphabet.enumerated() { table[Int(digit)] = UInt8(value) }
    table[Int(UInt8(ascii: "+"))] = 0x40 | 62
    table[Int(UInt8(ascii: "/"))] = 0x40 | 63
    table[Int(UInt8(ascii: "-"))] = 0x80 | 62
    table[Int(UInt8(ascii: "_"))] = 0x80 | 63
    return table
  }()
}
