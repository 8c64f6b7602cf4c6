import Wire

/// Why QPACK bytes could not be read.
public enum QPACKFailure: Error, Hashable, Sendable {
  /// The bytes ended within an instruction or a field line.
  case truncated
  case integerTooLarge
  case stringTooLong
  case badHuffmanCode
  /// An index that no entry has.
  case invalidIndex(Int)
  /// A Required Insert Count that no encoder can mean (RFC 9204, section 4.5.1.1).
  case invalidInsertCount(Int)
}

/// Primitives of QPACK's wire format (RFC 9204, section 4.1).
enum QPACKWire {
  static func integer(
    _ bytes: borrowing RawSpan, _ offset: inout Int, prefix: Int
  ) throws(QPACKFailure) -> Int {
    do throws(HPACKInteger.Failure) {
      return try HPACKInteger.read(bytes, at: &offset, prefix: prefix)
    } catch {
      throw error == .truncated ? .truncated : .integerTooLarge
    }
  }

  /// A string literal whose length has `prefix` bits, under the Huffman flag.
  static func string(
    _ bytes: borrowing RawSpan, _ offset: inout Int, prefix: Int, limit: Int
  ) throws(QPACKFailure) -> [UInt8] {
    guard offset < bytes.byteCount else { throw .truncated }
    let isCoded = bytes[offset] & (1 << UInt8(prefix)) != 0
    let length = try integer(bytes, &offset, prefix: prefix)
    guard length <= limit else { throw .stringTooLong }
    guard length <= bytes.byteCount - offset else { throw .truncated }
    let raw = bytes.extracting(offset..<offset + length)
    offset += length
    guard isCoded else { return raw.array }
    do throws(Huffman.Failure) {
      return try Huffman.decode(raw, limit: limit)
    } catch {
      throw .badHuffmanCode
    }
  }
}
