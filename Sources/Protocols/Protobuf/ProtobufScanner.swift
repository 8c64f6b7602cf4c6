import Wire

/// Reads the fields of one message in order, without looking into them
/// (https://protobuf.dev/programming-guides/encoding).
struct ProtobufScanner {
  enum Failure: Error {
    case truncated
    case badVarint
    case badTag
  }

  enum Content {
    case varint(UInt64)
    case fixed64(UInt64)
    case fixed32(UInt32)
    /// The field's range is that of the bytes behind the length.
    case delimited
    case startGroup
    case endGroup
  }

  struct Field {
    var number: Int
    var content: Content
    /// Where the value stands, tag and length apart.
    var range: Range<Int>
  }

  private(set) var offset: Int
  let end: Int

  init(_ range: Range<Int>) {
    offset = range.lowerBound
    end = range.upperBound
  }

  /// The next field, or nil at the end.
  mutating func next(in bytes: borrowing RawSpan) throws(Failure) -> Field? {
    guard offset < end else { return nil }
    let tag = try varint(bytes)
    guard tag >> 3 >= 1, tag >> 3 <= 0x1fff_ffff else { throw .badTag }
    let number = Int(tag >> 3)
    let start = offset
    switch tag & 7 {
    case 0:
      let value = try varint(bytes)
      return Field(number: number, content: .varint(value), range: start..<offset)
    case 1:
      try skip(8)
      return Field(
        number: number, content: .fixed64(bytes.uint64(at: start).byteSwapped),
        range: start..<offset)
    case 2:
      let length = try varint(bytes)
      let content = offset
      guard length <= UInt64(end - offset) else { throw .truncated }
      offset += Int(length)
      return Field(number: number, content: .delimited, range: content..<offset)
    case 3:
      return Field(number: number, content: .startGroup, range: start..<start)
    case 4:
      return Field(number: number, content: .endGroup, range: start..<start)
    case 5:
      try skip(4)
      return Field(
        number: number, content: .fixed32(bytes.uint32(at: start).byteSwapped),
        range: start..<offset)
    default:
      throw .badTag
    }
  }

  private mutating func skip(_ count: Int) throws(Failure) {
    guard end - offset >= count else { throw .truncated }
    offset += count
  }

  private mutating func varint(_ bytes: borrowing RawSpan) throws(Failure) -> UInt64 {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), through: 63, by: 7) {
      guard offset < end else { throw .truncated }
      let byte = bytes[offset]
      offset += 1
      // The tenth byte holds the last bit only.
      guard shift < 63 || byte <= 1 else { throw .badVarint }
      value |= UInt64(byte & 0x7f) << shift
      if byte & 0x80 == 0 { return value }
    }
    throw .badVarint
  }
}
