public import Model
import Wire

/// The framing that gRPC, gRPC-web and Connect streams give their messages.
///
///     +-------+---------------------------+-----------------+
///     | flags | length, 32 bit big-endian | message         |
///     +-------+---------------------------+-----------------+
public enum GRPC {
  public struct Message: Sendable, Hashable {
    public var flags: UInt8
    /// Where the message stands in the body, without its five bytes of frame.
    public var range: Range<Int>
    /// Bytes of it that the body does not have.
    public var missing: Int

    /// Whether the message is compressed with the coding that the headers name (`grpc-encoding`,
    /// `connect-content-encoding`).
    public var isCompressed: Bool { flags & 0x01 != 0 }
    /// Whether it is Connect's end of stream: a JSON object of error and trailers.
    public var isEndOfStream: Bool { flags & 0x02 != 0 }
    /// Whether it is gRPC-web's trailers, written as HTTP/1 fields.
    public var isTrailers: Bool { flags & 0x80 != 0 }
  }

  private static let knownFlags: UInt8 = 0x83

  /// Splits a body into its messages; empty when the body is not framed like this.
  ///
  /// The last message may be cut off.
  public static func messages(in body: Span<UInt8>) -> [Message] {
    let bytes = body.bytes
    var messages: [Message] = []
    var offset = 0
    while bytes.byteCount - offset >= 5 {
      let flags = bytes[offset]
      guard flags & ~knownFlags == 0 else { return [] }
      let length = Int(bytes.uint32(at: offset + 1))
      let present = min(length, bytes.byteCount - offset - 5)
      let start = offset + 5
      messages.append(
        Message(flags: flags, range: start..<start + present, missing: length - present))
      offset = start + present
    }
    return messages
  }

  /// Whether the content type announces this framing.
  ///
  /// `application/grpc-web-text` is base64 of it. Unary Connect calls (`application/proto`,
  /// `application/json`) have no frames.
  public static func isFramed(contentType: String) -> Bool {
    let type = contentType.lowercased().prefix { $0 != ";" && $0 != " " }
    return type == "application/grpc" || type.hasPrefix("application/grpc+")
      || type == "application/grpc-web" || type.hasPrefix("application/grpc-web+")
      || type.hasPrefix("application/connect+")
  }

  /// The coding of compressed messages that a message's headers name, or nil.
  public static func messageCoding(of message: HTTPMessage) -> String? {
    let coding = message["grpc-encoding"] ?? message["connect-content-encoding"]
    return coding == "identity" ? nil : coding
  }

  /// The bytes of a message, decompressed if they were compressed.
  ///
  /// - Parameter coding: the coding that the headers name; gzip when they name none.
  public static func payload(
    of message: Message, in body: [UInt8], coding: String?, limits: Limits
  ) -> ContentDecoder.Result {
    let range = message.range.clamped(to: body.indices)
    let bytes = Array(body[range])
    guard message.isCompressed, !bytes.isEmpty else {
      return ContentDecoder.Result(bytes: bytes, removed: [], failure: nil, isTruncated: false)
    }
    return ContentDecoder.decode(bytes, codings: [coding ?? "gzip"], limits: limits)
  }
}
