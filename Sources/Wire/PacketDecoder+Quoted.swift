import Model

extension PacketDecoder {
  /// The packet that an ICMP error message speaks of: its addresses, protocol and ports.
  ///
  /// Routers quote the IP header and as little as eight bytes behind it (RFC 792; RFC 4443, section
  /// 3.1), which is enough for the ports of TCP and UDP and for the type and code of ICMP.
  ///
  /// - Parameter error: what ``decode(_:linkType:wireLength:into:)`` said of `frame`.
  /// - Returns: nil when `error` is no ICMP error or quotes no flow.
  public static func quotedPacket(_ frame: RawSpan, in error: Packet) -> Packet? {
    guard error.content == .icmp,
      ICMPTypes.errorName(UInt8(truncatingIfNeeded: error.sourcePort), isV6: !error.source.isV4)
        != nil
    else { return nil }
    // Four bytes that depend on the type stand between the checksum and the quotation.
    let start = error.payloadOffset &+ 4
    guard start &+ 20 <= frame.byteCount else { return nil }
    var packet = Packet()
    var transport = 0
    switch frame[start] >> 4 {
    case 4:
      packet.source = IPAddress(v4: frame.uint32(at: start &+ 12))
      packet.destination = IPAddress(v4: frame.uint32(at: start &+ 16))
      packet.protocolNumber = frame[start &+ 9]
      guard frame.uint16(at: start &+ 6) & 0x1fff == 0 else { return nil }
      transport = start &+ Int(frame[start] & 0x0f) &* 4
    case 6:
      guard start &+ 40 <= frame.byteCount else { return nil }
      packet.source = IPAddress(
        high: frame.uint64(at: start &+ 8), low: frame.uint64(at: start &+ 16))
      packet.destination = IPAddress(
        high: frame.uint64(at: start &+ 24), low: frame.uint64(at: start &+ 32))
      packet.protocolNumber = frame[start &+ 6]
      transport = start &+ 40
    default:
      return nil
    }
    guard transport &+ 4 <= frame.byteCount else { return nil }
    switch packet.protocolNumber {
    case 6, 17:
      packet.content = packet.protocolNumber == 6 ? .tcp : .udp
      packet.sourcePort = frame.uint16(at: transport)
      packet.destinationPort = frame.uint16(at: transport &+ 2)
    case 1, 58:
      packet.content = .icmp
      packet.setICMP(type: frame[transport], code: frame[transport &+ 1])
    default:
      return nil
    }
    return packet
  }
}
