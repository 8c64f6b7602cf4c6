import Model
import Wire

extension Flow {
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
