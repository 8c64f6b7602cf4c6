import Wire

/// The header of a WebSocket frame (RFC 6455, section 5.2).
///
///     +-+-+-+-+-------+-+-------------+-------------------------------+
///     |F|R|R|R| opcode|M| Payload len |  Extended payload length      |
///     |I|S|S|S|  (4)  |A|     (7)     |   (16 or 64, if 126 or 127)   |
///     |N|V|V|V|       |S|             |                               |
///     | |1|2|3|       |K|             |  Masking-key (32, if MASK)    |
///     +-+-+-+-+-------+-+-------------+-------------------------------+
struct WebSocketFrameHeader: Hashable, Sendable {
  enum Opcode {
    static let continuation: UInt8 = 0
    static let text: UInt8 = 1
    static let binary: UInt8 = 2
    static let close: UInt8 = 8
    static let ping: UInt8 = 9
    static let pong: UInt8 = 10
  }

  /// The longest header.
  static let maximumSize = 14

  var isFinal: Bool
  /// RSV1: with permessage-deflate, that the message is compressed (RFC 7692, section 6).
  var isCompressed: Bool
  /// RSV2 or RSV3, which no extension in use defines.
  var hasUnknownBits: Bool
  var opcode: UInt8
  var length: UInt64
  /// The masking key in network byte order, or nil.
  var mask: UInt32?

  var isControl: Bool { opcode & 8 != 0 }

  /// Bytes that a header has which begins with these; nil when there are too few to tell.
  static func size(_ bytes: borrowing RawSpan, at offset: Int = 0) -> Int? {
    guard bytes.byteCount - offset >= 2 else { return nil }
    let extended =
      switch bytes[offset + 1] & 0x7f {
      case 126: 2
      case 127: 8
      default: 0
      }
    return 2 + extended + (bytes[offset + 1] & 0x80 != 0 ? 4 : 0)
  }

  /// Reads a header of which all bytes are there.
  init?(_ bytes: borrowing RawSpan, at offset: Int = 0) {
    guard let size = Self.size(bytes, at: offset), bytes.byteCount - offset >= size else {
      return nil
    }
    let first = bytes[offset]
    let second = bytes[offset + 1]
    isFinal = first & 0x80 != 0
    isCompressed = first & 0x40 != 0
    hasUnknownBits = first & 0x30 != 0
    opcode = first & 0x0f
    length =
      switch second & 0x7f {
      case 126: UInt64(bytes.uint16(at: offset + 2))
      case 127: bytes.uint64(at: offset + 2)
      default: UInt64(second & 0x7f)
      }
    mask = second & 0x80 != 0 ? bytes.uint32(at: offset + size - 4) : nil
  }

  /// Whether RFC 6455 allows such a header.
  var isValid: Bool {
    let isKnown = opcode <= Opcode.binary || (Opcode.close...Opcode.pong).contains(opcode)
    return isKnown && !hasUnknownBits && length >> 63 == 0
      && (!isControl || (isFinal && !isCompressed && length <= 125))
  }
}
