import Model
import Wire

/// Record data in presentation form (RFC 1035, section 5.1, and the documents of each type).
enum DNSRecordData {
  static func address(_ bytes: RawSpan, _ data: Range<Int>, type: UInt16) -> IPAddress? {
    switch (type, data.count) {
    case (1, 4):
      IPAddress(v4: bytes.uint32(at: data.lowerBound))
    case (28, 16):
      IPAddress(
        high: bytes.uint64(at: data.lowerBound), low: bytes.uint64(at: data.lowerBound + 8))
    default:
      nil
    }
  }

  /// The data as text. Data that is too short for its type is a failure; data of types that are
  /// not read here are written as RFC 3597 has it.
  static func text(
    _ bytes: RawSpan, _ data: Range<Int>, type: UInt16
  ) throws(DNS.Failure) -> String {
    // Dynamic updates name records without their data (RFC 2136, section 2.4).
    if data.isEmpty { return unknown(bytes, data) }
    switch type {
    case 2, 5, 12, 39: return try name(bytes, data)
    default: return try otherText(bytes, data, type: type)
    }
  }

  /// The name that is all there is to the data.
  private static func name(
    _ bytes: RawSpan, _ data: Range<Int>
  ) throws(DNS.Failure) -> String {
    var offset = data.lowerBound
    let name = try DNSNameReader.name(bytes, at: &offset)
    guard offset <= data.upperBound else { throw .badRecord }
    return name
  }

  private static func otherText(
    _ bytes: RawSpan, _ data: Range<Int>, type: UInt16
  ) throws(DNS.Failure) -> String {
    var offset = data.lowerBound
    func number(_ width: Int) throws(DNS.Failure) -> String {
      guard offset + width <= data.upperBound else { throw .badRecord }
      defer { offset += width }
      return width == 2
        ? String(bytes.uint16(at: offset))
        : width == 4 ? String(bytes.uint32(at: offset)) : String(bytes[offset])
    }
    func name() throws(DNS.Failure) -> String {
      let name = try DNSNameReader.name(bytes, at: &offset)
      guard offset <= data.upperBound else { throw .badRecord }
      return name
    }
    switch type {
    case 1, 28:
      guard let address = address(bytes, data, type: type) else { throw .badRecord }
      return address.description
    case 6:
      let names = try [name(), name()]
      return try (names + [number(4), number(4), number(4), number(4), number(4)])
        .joined(separator: " ")
    case 15:
      return try [number(2), name()].joined(separator: " ")
    case 16, 99:
      return try characterStrings(bytes, data)
    case 33:
      return try [number(2), number(2), number(2), name()].joined(separator: " ")
    case 64, 65:
      let head = try [number(2), name()]
      return try (head + DNSServiceParameters.texts(bytes, offset..<data.upperBound))
        .joined(separator: " ")
    case 257:
      return try authorization(bytes, data)
    default:
      return unknown(bytes, data)
    }
  }

  /// `\# length hex` (RFC 3597, section 5).
  static func unknown(_ bytes: RawSpan, _ data: Range<Int>) -> String {
    var text = Array("\\# \(data.count)".utf8)
    if !data.isEmpty { text.append(0x20) }
    let digits = Array("0123456789abcdef".utf8)
    for i in data {
      text.append(digits[Int(bytes[i] >> 4)])
      text.append(digits[Int(bytes[i] & 0x0f)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// A quoted string: quotes and backslashes escaped, what is not printable ASCII as `\DDD`.
  static func quoted(_ bytes: RawSpan, _ range: Range<Int>) -> String {
    var text: [UInt8] = [UInt8(ascii: "\"")]
    for i in range {
      switch bytes[i] {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        text.append(UInt8(ascii: "\\"))
        text.append(bytes[i])
      case 0x20...0x7e:
        text.append(bytes[i])
      default:
        DNSNameReader.appendEscape(of: bytes[i], to: &text)
      }
    }
    text.append(UInt8(ascii: "\""))
    return String(decoding: text, as: UTF8.self)
  }

  private static func characterStrings(
    _ bytes: RawSpan, _ data: Range<Int>
  ) throws(DNS.Failure) -> String {
    var texts: [String] = []
    var offset = data.lowerBound
    while offset < data.upperBound {
      let end = offset + 1 + Int(bytes[offset])
      guard end <= data.upperBound else { throw .badRecord }
      texts.append(quoted(bytes, offset + 1..<end))
      offset = end
    }
    return texts.joined(separator: " ")
  }

  /// Flags, tag and value of a CAA record (RFC 8659, section 4.1).
  private static func authorization(
    _ bytes: RawSpan, _ data: Range<Int>
  ) throws(DNS.Failure) -> String {
    guard data.count >= 2 else { throw .badRecord }
    let tag = data.lowerBound + 2
    let value = tag + Int(bytes[tag - 1])
    guard value <= data.upperBound else { throw .badRecord }
    let name = bytes.extracting(tag..<value).array.map { (0x21...0x7e).contains($0) ? $0 : 0x3f }
    return "\(bytes[data.lowerBound]) \(String(decoding: name, as: UTF8.self)) "
      + quoted(bytes, value..<data.upperBound)
  }
}
