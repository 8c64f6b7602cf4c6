import Model

extension PacketDecoder {
  static func ip(_ frame: RawSpan, _ cursor: inout Cursor, _ packet: inout Packet) -> Next? {
    guard has(1, frame, cursor, &packet) else { return nil }
    switch frame[cursor.offset] >> 4 {
    case 4: return ipv4(frame, &cursor, &packet)
    case 6: return ipv6(frame, &cursor, &packet)
    default:
      packet.stop = .badVersion
      return nil
    }
  }

  /// ```
  ///  0                   1                   2                   3
  /// |Version|  IHL  |    TOS        |          Total Length         |
  /// |         Identification        |Flags|      Fragment Offset    |
  /// |  Time to Live |    Protocol   |         Header Checksum       |
  /// |                       Source Address                          |
  /// |                    Destination Address                        |
  /// ```
  /// RFC 791, section 3.1.
  @inline(__always)
  static func ipv4(
    _ frame: RawSpan, _ cursor: inout Cursor, _ packet: inout Packet
  ) -> Next? {
    let start = cursor.offset
    guard has(20, frame, cursor, &packet) else { return nil }
    // Checked once: the compiler sees that the places below lie within.
    let header = frame.extracting(start..<start &+ 20)
    let headerLength = Int(header[0] & 0x0f) &* 4
    guard headerLength >= 20 else {
      packet.stop = .badLength
      return nil
    }
    var total = Int(header.uint16(at: 2))
    // Segmentation offload leaves zero where a length above 64 KiB does not fit.
    if total == 0 { total = cursor.end &- start }
    guard total >= headerLength else {
      packet.stop = .badLength
      return nil
    }
    packet.content = .network
    packet.networkOffset = start
    packet.source = IPAddress(v4: header.uint32(at: 12))
    packet.destination = IPAddress(v4: header.uint32(at: 16))
    packet.timeToLive = header[8]
    packet.protocolNumber = header[9]
    // A frame may be shorter than its header says (a bad length) or longer (link padding).
    cursor.end = min(cursor.end, start &+ total)
    packet.networkLength = cursor.end &- start
    let fragment = header.uint16(at: 6)
    cursor.offset = start &+ headerLength
    if fragment & 0x3fff != 0 {
      packet.content = .fragment
      packet.moreFragments = fragment & 0x2000 != 0
      packet.fragmentOffset = Int(fragment & 0x1fff) &* 8
      packet.fragmentID = UInt32(header.uint16(at: 4))
      setPayload(frame, cursor, &packet)
      return nil
    }
    return .ipProtocol(packet.protocolNumber)
  }

  /// ```
  /// |Version| Traffic Class |           Flow Label                  |
  /// |         Payload Length        |  Next Header  |   Hop Limit   |
  /// |                    Source Address (16 bytes)                  |
  /// |                  Destination Address (16 bytes)               |
  /// ```
  /// RFC 8200, section 3.
  static func ipv6(
    _ frame: RawSpan, _ cursor: inout Cursor, _ packet: inout Packet
  ) -> Next? {
    let start = cursor.offset
    guard has(40, frame, cursor, &packet) else { return nil }
    let payload = Int(frame.uint16(at: start &+ 4))
    packet.content = .network
    packet.networkOffset = start
    packet.source = IPAddress(
      high: frame.uint64(at: start &+ 8), low: frame.uint64(at: start &+ 16))
    packet.destination = IPAddress(
      high: frame.uint64(at: start &+ 24), low: frame.uint64(at: start &+ 32))
    packet.timeToLive = frame[start &+ 7]
    packet.protocolNumber = frame[start &+ 6]
    // Zero stands for a jumbogram or an offloaded segment: the frame's end is the packet's.
    if payload != 0 { cursor.end = min(cursor.end, start &+ 40 &+ payload) }
    packet.networkLength = cursor.end &- start
    cursor.offset = start &+ 40
    return .ipProtocol(packet.protocolNumber)
  }

  static func ipProtocol(
    _ number: UInt8, _ frame: RawSpan, _ cursor: inout Cursor, _ packet: inout Packet
  ) -> Next? {
    packet.protocolNumber = number
    switch number {
    case 6:
      tcp(frame, cursor, &packet)
      return nil
    case 17:
      return udp(frame, &cursor, &packet)
    case 1, 58:
      icmp(frame, cursor, &packet)
      return nil
    // IP in IP, 6in4, 4in6.
    case 4, 41:
      packet.enter(.ip)
      return .ip
    case 47:
      return gre(frame, &cursor, &packet)
    // EtherIP (RFC 3378): a version, then a frame.
    case 97:
      cursor.offset &+= 2
      packet.enter(.ip)
      return .ethernet
    case 115:
      return l2tp(frame, &cursor, &packet)
    case 137:
      packet.enter(.mpls)
      return .etherType(0x8847)
    // IPv6 extension headers: hop-by-hop, routing, destination options, mobility, HIP, shim6.
    case 0, 43, 60, 135, 139, 140:
      return extensionHeader(lengthUnit: 8, lengthBias: 1, frame, &cursor, &packet)
    // The authentication header counts in four-byte units, minus two.
    case 51:
      return extensionHeader(lengthUnit: 4, lengthBias: 2, frame, &cursor, &packet)
    case 44:
      return fragmentHeader(frame, &cursor, &packet)
    default:
      setPayload(frame, cursor, &packet)
      return nil
    }
  }

  private static func extensionHeader(
    lengthUnit: Int, lengthBias: Int, _ frame: RawSpan, _ cursor: inout Cursor,
    _ packet: inout Packet
  ) -> Next? {
    guard has(2, frame, cursor, &packet) else { return nil }
    let next = frame[cursor.offset]
    let length = (Int(frame[cursor.offset &+ 1]) &+ lengthBias) &* lengthUnit
    guard cursor.offset &+ length <= cursor.end else {
      packet.stop = .badLength
      return nil
    }
    cursor.offset &+= length
    return .ipProtocol(next)
  }

  /// The IPv6 fragment header (RFC 8200, section 4.5). An atomic fragment is a whole packet.
  private static func fragmentHeader(
    _ frame: RawSpan, _ cursor: inout Cursor, _ packet: inout Packet
  ) -> Next? {
    guard has(8, frame, cursor, &packet) else { return nil }
    let next = frame[cursor.offset]
    let field = frame.uint16(at: cursor.offset &+ 2)
    let id = frame.uint32(at: cursor.offset &+ 4)
    cursor.offset &+= 8
    guard field & 0xfff9 != 0 else { return .ipProtocol(next) }
    packet.content = .fragment
    packet.protocolNumber = next
    packet.fragmentID = id
    packet.fragmentOffset = Int(field & 0xfff8)
    packet.moreFragments = field & 1 == 1
    setPayload(frame, cursor, &packet)
    return nil
  }

  @inline(__always)
  static func setPayload(_ frame: RawSpan, _ cursor: Cursor, _ packet: inout Packet) {
    packet.payloadOffset = min(cursor.offset, frame.byteCount)
    packet.payloadLength = max(0, cursor.end &- cursor.offset)
    packet.payloadCaptured = max(0, min(cursor.end, frame.byteCount) &- packet.payloadOffset)
  }
}
