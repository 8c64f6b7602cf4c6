import Model

extension PacketDecoder {
  /// ```
  /// |          Source Port          |       Destination Port        |
  /// |                        Sequence Number                        |
  /// |                    Acknowledgment Number                      |
  /// | Offset|  Rsrvd|    Flags      |            Window             |
  /// |           Checksum            |         Urgent Pointer        |
  /// ```
  /// RFC 9293, section 3.1.
  @inline(__always)
  static func tcp(_ frame: RawSpan, _ cursor: Cursor, _ packet: inout Packet) {
    let start = cursor.offset
    guard has(20, frame, cursor, &packet) else { return }
    let header = frame.extracting(start..<start &+ 20)
    let headerLength = Int(header[12] >> 4) &* 4
    guard headerLength >= 20, start &+ headerLength <= cursor.end else {
      packet.stop = .badLength
      return
    }
    packet.content = .tcp
    packet.transportOffset = start
    packet.sourcePort = header.uint16(at: 0)
    packet.destinationPort = header.uint16(at: 2)
    packet.sequence = header.uint32(at: 4)
    packet.acknowledgment = header.uint32(at: 8)
    packet.flags = TCPFlags(rawValue: header[13])
    packet.window = header.uint16(at: 14)
    var inner = cursor
    inner.offset = start &+ headerLength
    setPayload(frame, inner, &packet)
  }

  /// UDP (RFC 768), and the tunnels that run over it.
  static func udp(_ frame: RawSpan, _ cursor: inout Cursor, _ packet: inout Packet) -> Next? {
    let start = cursor.offset
    guard has(8, frame, cursor, &packet) else { return nil }
    let length = Int(frame.uint16(at: start &+ 4))
    // Zero is a jumbogram's or an offloaded datagram's length.
    if length >= 8 {
      cursor.end = min(cursor.end, start &+ length)
    } else if length != 0 {
      packet.stop = .badLength
      return nil
    }
    packet.content = .udp
    packet.sourcePort = frame.uint16(at: start)
    packet.destinationPort = frame.uint16(at: start &+ 2)
    cursor.offset = start &+ 8
    setPayload(frame, cursor, &packet)
    guard isTunnelPort(packet.destinationPort) || isTunnelPort(packet.sourcePort),
      !cursor.staysOutside
    else { return nil }
    cursor.datagramNetworkOffset = packet.networkOffset
    return udpTunnel(frame, &cursor, &packet)
  }

  static func icmp(_ frame: RawSpan, _ cursor: Cursor, _ packet: inout Packet) {
    guard has(4, frame, cursor, &packet) else { return }
    packet.content = .icmp
    packet.setICMP(type: frame[cursor.offset], code: frame[cursor.offset &+ 1])
    var inner = cursor
    inner.offset &+= 4
    setPayload(frame, inner, &packet)
  }
}
