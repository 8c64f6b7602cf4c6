import Model
import Wire

extension Flow {
  /// Notes what a segment without payload acknowledges, where that is all there is to it.
  ///
  /// - Returns: false when the segment has to be read like any other.
  @inline(__always)
  mutating func notes(_ packet: Packet, side: Side) -> Bool {
    guard isSettled, passLeft == 0, packet.payloadLength == 0,
      packet.flags.isDisjoint(with: [.syn, .fin, .rst]), packet.flags.contains(.ack)
    else { return false }
    if side == .client {
      noted.client = packet.acknowledgment
      progress.insert(.clientNoted)
    } else {
      noted.server = packet.acknowledgment
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
  mutating func passes(_ packet: Packet, side: Side) -> Bool {
    guard passLeft > 0, packet.flags.isDisjoint(with: [.syn, .fin, .rst]) else { return false }
    guard side == .server else {
      // An acknowledgment of bytes that are not here tells of a loss.
      return packet.payloadLength == 0 && packet.flags.contains(.ack)
        && Int32(bitPattern: packet.acknowledgment &- passNext) <= 0
    }
    guard packet.sequence == passNext, packet.acknowledgment == passAcknowledgment,
      packet.payloadLength > 0,
      packet.payloadLength <= Int(passLeft), packet.payloadCaptured == packet.payloadLength
    else { return false }
    passNext &+= UInt32(packet.payloadLength)
    passLeft &-= UInt32(packet.payloadLength)
    return true
  }
}
