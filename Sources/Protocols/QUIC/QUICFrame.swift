import Wire

/// A frame of a decrypted packet (RFC 9000, section 19). Ranges are offsets into the payload.
public enum QUICFrame: Sendable, Hashable {
  /// A run of PADDING frames.
  case padding(Int)
  case ping
  case ack(largest: UInt64)
  case resetStream(id: UInt64, errorCode: UInt64, finalSize: UInt64)
  case stopSending(id: UInt64, errorCode: UInt64)
  case crypto(offset: UInt64, data: Range<Int>)
  case newToken(Range<Int>)
  case stream(id: UInt64, offset: UInt64, data: Range<Int>, isFinal: Bool)
  case newConnectionID(sequence: UInt64, id: Range<Int>)
  case retireConnectionID(sequence: UInt64)
  case connectionClose(errorCode: UInt64, isApplication: Bool)
  case handshakeDone
  /// RFC 9221.
  case datagram(Range<Int>)
  /// Flow control, path validation and registered extensions: of no interest here.
  case other(type: UInt64)

  public enum Failure: Error, Hashable {
    case truncated(type: UInt64)
    /// A type whose length cannot be known: the rest of the packet is lost.
    case unknownType(UInt64)
  }

  /// Reads the frame at `offset`, which moves behind it.
  public static func next(
    in payload: borrowing RawSpan, at offset: inout Int
  ) throws(Failure) -> QUICFrame {
    var position = offset
    if payload[position] == 0 {
      while position < payload.byteCount, payload[position] == 0 { position += 1 }
      defer { offset = position }
      return .padding(position - offset)
    }
    guard let type = VariableInteger.read(payload, at: &position) else {
      throw .truncated(type: 0)
    }
    let frame = try body(of: type, in: payload, at: &position)
    offset = position
    return frame
  }

  private static func body(
    of type: UInt64, in payload: borrowing RawSpan, at position: inout Int
  ) throws(Failure) -> QUICFrame {
    func integer(_ position: inout Int) throws(Failure) -> UInt64 {
      guard let value = VariableInteger.read(payload, at: &position) else {
        throw .truncated(type: type)
      }
      return value
    }
    func stretch(_ count: UInt64, _ position: inout Int) throws(Failure) -> Range<Int> {
      guard let range = VariableInteger.take(count, of: payload, at: &position) else {
        throw .truncated(type: type)
      }
      return range
    }
    func skip(integers: Int, _ position: inout Int) throws(Failure) {
      for _ in 0..<integers { _ = try integer(&position) }
    }

    switch type {
    case 0x01: return .ping
    case 0x02, 0x03:
      let largest = try integer(&position)
      _ = try integer(&position)
      let ranges = try integer(&position)
      // Every range takes two bytes at least, so a false count cannot keep this going.
      guard ranges <= UInt64(payload.byteCount) else { throw .truncated(type: type) }
      try skip(integers: 1 + 2 * Int(ranges) + (type == 0x03 ? 3 : 0), &position)
      return .ack(largest: largest)
    case 0x04, 0x24:
      let id = try integer(&position)
      let code = try integer(&position)
      let size = try integer(&position)
      if type == 0x24 { try skip(integers: 1, &position) }
      return .resetStream(id: id, errorCode: code, finalSize: size)
    case 0x05:
      return .stopSending(id: try integer(&position), errorCode: try integer(&position))
    case 0x06:
      let start = try integer(&position)
      return .crypto(offset: start, data: try stretch(try integer(&position), &position))
    case 0x07:
      return .newToken(try stretch(try integer(&position), &position))
    case 0x08...0x0f:
      let id = try integer(&position)
      let start = type & 0x04 != 0 ? try integer(&position) : 0
      let count =
        type & 0x02 != 0
        ? try integer(&position) : UInt64(payload.byteCount - position)
      return .stream(
        id: id, offset: start, data: try stretch(count, &position), isFinal: type & 0x01 != 0)
    case 0x10, 0x12, 0x13, 0x14, 0x16, 0x17:
      try skip(integers: 1, &position)
      return .other(type: type)
    case 0x11, 0x15:
      try skip(integers: 2, &position)
      return .other(type: type)
    case 0x18:
      let sequence = try integer(&position)
      try skip(integers: 1, &position)
      let count = try stretch(1, &position)
      let id = try stretch(UInt64(payload[count.lowerBound]), &position)
      _ = try stretch(16, &position)
      return .newConnectionID(sequence: sequence, id: id)
    case 0x19:
      return .retireConnectionID(sequence: try integer(&position))
    case 0x1a, 0x1b:
      _ = try stretch(8, &position)
      return .other(type: type)
    case 0x1c, 0x1d:
      let code = try integer(&position)
      if type == 0x1c { try skip(integers: 1, &position) }
      _ = try stretch(try integer(&position), &position)
      return .connectionClose(errorCode: code, isApplication: type == 0x1d)
    case 0x1e: return .handshakeDone
    case 0x1f: return .other(type: type)
    case 0x30:
      return .datagram(try stretch(UInt64(payload.byteCount - position), &position))
    case 0x31:
      return .datagram(try stretch(try integer(&position), &position))
    case 0xaf:
      // ACK_FREQUENCY of draft-ietf-quic-ack-frequency.
      try skip(integers: 4, &position)
      return .other(type: type)
    case 0x02f5:
      // TIMESTAMP of draft-huitema-quic-ts.
      try skip(integers: 1, &position)
      return .other(type: type)
    default:
      throw .unknownType(type)
    }
  }
}
