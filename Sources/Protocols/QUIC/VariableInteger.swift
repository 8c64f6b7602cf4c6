import Wire

/// QUIC's variable-length integers (RFC 9000, section 16): two bits of length, up to 62 of value.
enum VariableInteger {
  /// The integer at `offset`, which moves behind it; nil, and unmoved, when the bytes end too soon.
  @inline(__always)
  static func read(_ bytes: borrowing RawSpan, at offset: inout Int) -> UInt64? {
    guard offset < bytes.byteCount else { return nil }
    let first = bytes[offset]
    let length = 1 << Int(first >> 6)
    guard bytes.byteCount - offset >= length else { return nil }
    let value: UInt64 =
      switch length {
      case 1: UInt64(first)
      case 2: UInt64(bytes.uint16(at: offset) & 0x3fff)
      case 4: UInt64(bytes.uint32(at: offset) & 0x3fff_ffff)
      default: bytes.uint64(at: offset) & 0x3fff_ffff_ffff_ffff
      }
    offset += length
    return value
  }

  /// A length-prefixed stretch, as offsets into the bytes; nil when the bytes end too soon.
  static func readRange(_ bytes: borrowing RawSpan, at offset: inout Int) -> Range<Int>? {
    var position = offset
    guard let count = read(bytes, at: &position),
      let range = take(count, of: bytes, at: &position)
    else { return nil }
    offset = position
    return range
  }

  /// The next `count` bytes, as offsets; nil when there are fewer.
  static func take(
    _ count: UInt64, of bytes: borrowing RawSpan, at offset: inout Int
  ) -> Range<Int>? {
    guard count <= UInt64(bytes.byteCount - offset) else { return nil }
    let range = offset..<(offset + Int(count))
    offset = range.upperBound
    return range
  }
}
