import Model
import Wire

/// Parameters of SVCB and HTTPS records (RFC 9460, section 2.1).
enum DNSServiceParameters {
  /// `name` or `name=value` for each parameter, in the order they stand in.
  static func texts(_ bytes: RawSpan, _ data: Range<Int>) throws(DNS.Failure) -> [String] {
    var texts: [String] = []
    var offset = data.lowerBound
    while offset < data.upperBound {
      guard offset + 4 <= data.upperBound else { throw .badRecord }
      let key = bytes.uint16(at: offset)
      let start = offset + 4
      let end = start + Int(bytes.uint16(at: offset + 2))
      guard end <= data.upperBound else { throw .badRecord }
      let value = try value(bytes, start..<end, of: key)
      texts.append(value.isEmpty ? name(key) : name(key) + "=" + value)
      offset = end
    }
    return texts
  }

  private static func name(_ key: UInt16) -> String {
    DNSCodes.serviceParameters[key] ?? "key\(key)"
  }

  private static func value(
    _ bytes: RawSpan, _ range: Range<Int>, of key: UInt16
  ) throws(DNS.Failure) -> String {
    switch key {
    case 0:
      return try items(range, width: 2) { name(bytes.uint16(at: $0)) }
    case 1:
      return try protocols(bytes, range)
    case 3:
      return try items(range, width: 2) { String(bytes.uint16(at: $0)) }
    case 4:
      return try items(range, width: 4) { IPAddress(v4: bytes.uint32(at: $0)).description }
    case 5:
      return Base64.encode(bytes.extracting(range))
    case 6:
      return try items(range, width: 16) {
        IPAddress(high: bytes.uint64(at: $0), low: bytes.uint64(at: $0 + 8)).description
      }
    default:
      return range.isEmpty ? "" : DNSRecordData.quoted(bytes, range)
    }
  }

  private static func items(
    _ range: Range<Int>, width: Int, _ text: (Int) -> String
  ) throws(DNS.Failure) -> String {
    guard range.count.isMultiple(of: width) else { throw .badRecord }
    return stride(from: range.lowerBound, to: range.upperBound, by: width)
      .map(text).joined(separator: ",")
  }

  private static func protocols(
    _ bytes: RawSpan, _ range: Range<Int>
  ) throws(DNS.Failure) -> String {
    var names: [String] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      let end = offset + 1 + Int(bytes[offset])
      guard end <= range.upperBound else { throw .badRecord }
      names.append(String(DNSRecordData.quoted(bytes, offset + 1..<end).dropFirst().dropLast()))
      offset = end
    }
    return names.joined(separator: ",")
  }
}
