/// Inflates a sequence of messages that share one raw DEFLATE stream, as permessage-deflate sends
/// them (RFC 7692, section 7.2.2).
public struct RawInflater: ~Copyable {
  public enum Failure: Error, Hashable {
    case corrupt(String)
    /// An earlier message could not be inflated in full, and this one may refer back to it.
    case contextLost
  }

  /// Output beyond the limit that is still made, to keep the window, as a multiple of the limit.
  private static let overrun = 8
  private static let tail: [UInt8] = [0x00, 0x00, 0xff, 0xff]

  private let stream = InflateStream(windowBits: -15)
  private var isContextLost = false
  /// Whether the last message was longer than its limit.
  public private(set) var isTruncated = false

  public init() {}

  /// Inflates one message, given without the four bytes that RFC 7692 has the sender remove.
  ///
  /// - Parameters:
  ///   - bytes: the message as transferred.
  ///   - limit: bytes to return at most; see ``isTruncated``.
  ///   - resetAfter: whether the sender takes no context over to its next message.
  public mutating func inflate(
    _ bytes: [UInt8], limit: Int, resetAfter: Bool
  ) throws(Failure) -> [UInt8] {
    isTruncated = false
    defer {
      if resetAfter {
        stream.reset()
        isContextLost = false
      }
    }
    guard !isContextLost else { throw .contextLost }
    var output = OutputBuffer(limit: limit)
    for input in [bytes, Self.tail] {
      var offset = 0
      reading: while true {
        switch stream.step(input, from: &offset, into: &output) {
        case .progress:
          guard output.discarded <= Self.overrun * max(limit, 1 << 20) else {
            isContextLost = true
            isTruncated = true
            return output.bytes
          }
        case .end:
          stream.resetKeepingWindow()
          if offset == input.count { break reading }
        case .needsInput:
          break reading
        case .corrupt(let reason):
          isContextLost = true
          throw .corrupt(reason)
        }
      }
    }
    isTruncated = output.isTruncated
    return output.bytes
  }

  /// Learns that a message was lost: what follows may refer back to it.
  public mutating func loseContext() {
    isContextLost = true
  }
}
