import Model
import Wire

extension Flow {
  /// Notes what a segment without payload acknowledges, where that is all there is to it.
  ///
  /// - Returns: false when the segment has to be read like any other.
  @inline(__always)
  mutating func notes(_ segment: Segment, side: Side) -> Bool {
    guard isSettled, passLeft == 0, segment.payloadLength == 0,
      segment.flags.isDisjoint(with: [.syn, .fin, .rst]), segment.flags.contains(.ack)
    else { return false }
    if side == .client {
      noted.client = segment.acknowledgment
      progress.insert(.clientNoted)
    } else {
      noted.server = segment.acknowledgment
      progress.insert(.serverNoted)
    }
    return true
  }

  /// What each side acknowledged since the last call.
  mutating func takeNoted() -> (client: UInt32?, server: UInt32?) {
    let both = Progress([.clientNoted, .serverNoted])
    guard !progress.isDisjoint(with: both) else { return (nil, nil) }
    defer { progress.subtract(both) }
    return (
      progress.contains(.clientNoted) ? noted.client : nil,
      progress.contains(.serverNoted) ? noted.server : nil
    )
  }

  /// Lets a segment of the server go by when it holds nothing but the next of the bytes that may, and
  /// the client's acknowledgment of such.
  ///
  /// - Returns: false when the segment has to be read like any other.
  @inline(__always)
  mutating func passes(_ segment: Segment, side: Side) -> Bool {
    guard passLeft > 0, segment.flags.isDisjoint(with: [.syn, .fin, .rst]) else { return false }
    guard side == .server else {
      // An acknowledgment of bytes that are not here tells of a loss.
      return segment.payloadLength == 0 && segment.flags.contains(.ack)
        && Int32(bitPattern: segment.acknowledgment &- passNext) <= 0
    }
    guard segment.sequence == passNext, segment.acknowledgment == passAcknowledgment,
      segment.payloadLength > 0,
      segment.payloadLength <= Int(passLeft), segment.payloadCaptured == segment.payloadLength
    else { return false }
    passNext &+= UInt32(segment.payloadLength)
    passLeft &-= UInt32(segment.payloadLength)
    return true
  }
}
