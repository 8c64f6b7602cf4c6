import Testing
import Wire

@Suite struct `Byte reader` {
  static let bytes: [UInt8] = [1, 2, 3, 4, 5, 6, 7, 8]

  @Test func `reads integers in network order`() throws {
    var reader = ByteReader(Self.bytes.span.bytes)
    #expect(try reader.read(UInt16.self) == 0x0102)
    #expect(try reader.readUInt24() == 0x030405)
    let remaining = reader.remaining
    #expect(remaining == 3)
  }

  @Test func `refuses to read past the end and says what was missing`() {
    var reader = ByteReader(Self.bytes.span.bytes)
    #expect(throws: Truncated(needed: 9, available: 8)) { try reader.skip(9) }
    #expect(throws: Truncated(needed: -1, available: 8)) { try reader.skip(-1) }
    let offset = reader.offset
    #expect(offset == 0)
  }

  @Test func `lends a body that cannot be read past`() throws {
    var reader = ByteReader(Self.bytes.span.bytes)
    let body = try reader.take(3)
    var inner = ByteReader(body)
    #expect(try inner.readUInt24() == 0x010203)
    let isAtEnd = inner.isAtEnd
    #expect(isAtEnd)
    #expect(throws: Truncated(needed: 1, available: 0)) { try inner.read(UInt8.self) }
    let rest = try reader.take(5).array
    #expect(rest == [4, 5, 6, 7, 8])
  }
}
