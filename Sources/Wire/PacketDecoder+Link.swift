import Model

extension PacketDecoder {
  static func link(
    _ frame: RawSpan, _ type: LinkType, _ cursor: inout Cursor, _ packet: inout Packet
  ) -> Next? {
    switch type {
    case .ethernet:
      if frame.byteCount >= 14 { packet.linkSource = frame.uint64(at: 6) >> 16 }
      return .ethernet
    case .raw, .rawOnBSD, .rawOnOpenBSD, .ipv4, .ipv6:
      return .ip
    case .null, .loop:
      return loopback(frame, &cursor, &packet)
    case .linuxCooked:
      guard has(16, frame, cursor, &packet) else { return nil }
      if frame.uint16(at: 4) == 6 { packet.linkSource = frame.uint64(at: 6) >> 16 }
      cursor.offset = 16
      return cooked(frame.uint16(at: 14))
    case .linuxCookedV2:
      guard has(20, frame, cursor, &packet) else { return nil }
      if frame[11] == 6 { packet.linkSource = frame.uint64(at: 12) >> 16 }
      cursor.offset = 20
      return cooked(frame.uint16(at: 0))
    case .ppp, .pppHDLC:
      return .ppp
    case .pppEthernet:
      return .etherType(0x8864)
    case .cHDLC:
      guard has(4, frame, cursor, &packet) else { return nil }
      cursor.offset = 4
      return .etherType(frame.uint16(at: 2))
    case .ieee80211Radiotap:
      guard has(4, frame, cursor, &packet) else { return nil }
      // The radiotap header's length is little-endian.
      cursor.offset = Int(frame[2]) | Int(frame[3]) << 8
      return wireless(frame, &cursor, &packet)
    case .ieee80211:
      return wireless(frame, &cursor, &packet)
    case .nflog:
      return nflog(frame, &cursor, &packet)
    default:
      return rareLink(frame, type, &cursor, &packet)
    }
  }

  /// Linux cooked captures use 802.3 and 802.2 pseudo types below 1536 (pcap-linktype(7)).
  private static func cooked(_ type: UInt16) -> Next { type == 4 ? .llc : .etherType(type) }

  /// The BSD loopback header: an address family, whose number and byte order vary by system.
  private static func loopback(
    _ frame: RawSpan, _ cursor: inout Cursor, _ packet: inout Packet
  ) -> Next? {
    guard has(4, frame, cursor, &packet) else { return nil }
    cursor.offset = 4
    let big = frame.uint32(at: 0)
    switch big > 0xffff ? big.byteSwapped : big {
    case 2, 10, 24, 28, 30: return .ip
    default: return nil
    }
  }

  static func ethernet(
    _ frame: RawSpan, _ cursor: inout Cursor, _ packet: inout Packet
  ) -> Next? {
    guard has(14, frame, cursor, &packet) else { return nil }
    let type = frame.uint16(at: cursor.offset &+ 12)
    cursor.offset &+= 14
    if type >= 0x0600 { return .etherType(type) }
    return .llc
  }

  static func etherType(
    _ type: UInt16, _ frame: RawSpan, _ cursor: inout Cursor, _ packet: inout Packet
  ) -> Next? {
    switch type {
    case 0x0800, 0x86dd:
      return .ip
    // 802.1Q, 802.1ad and the older QinQ types.
    case 0x8100, 0x88a8, 0x9100, 0x9200:
      guard has(4, frame, cursor, &packet) else { return nil }
      let inner = frame.uint16(at: cursor.offset &+ 2)
      packet.note(vlan: frame.uint16(at: cursor.offset) & 0x0fff)
      cursor.offset &+= 4
      return inner >= 0x0600 ? .etherType(inner) : .llc
    case 0x8847, 0x8848:
      return mpls(frame, &cursor, &packet)
    // Cisco MetaData, which carries security group tags.
    case 0x8909:
      return ciscoMetaData(frame, &cursor, &packet)
    // Network Service Header (RFC 8300).
    case 0x894f:
      return serviceHeader(frame, &cursor, &packet)
    // PPPoE session (RFC 2516): six bytes, then PPP.
    case 0x8864:
      guard has(6, frame, cursor, &packet) else { return nil }
      guard frame[cursor.offset &+ 1] == 0 else { return nil }
      cursor.offset &+= 6
      return .ppp
    // Provider backbone bridging (802.1ah): a service tag, then a whole frame.
    case 0x88e7:
      guard has(4, frame, cursor, &packet) else { return nil }
      cursor.offset &+= 4
      return .ethernet
    // Cisco VN-Tag.
    case 0x8926:
      guard has(6, frame, cursor, &packet) else { return nil }
      let inner = frame.uint16(at: cursor.offset &+ 4)
      cursor.offset &+= 6
      return .etherType(inner)
    // Transparent Ethernet bridging, as GRE carries it.
    case 0x6558:
      return .ethernet
    // PPP in GRE (RFC 2637).
    case 0x880b:
      return .ppp
    // ERSPAN II and III.
    case 0x88be:
      return erspan(headerLength: 8, frame, &cursor, &packet)
    case 0x22eb:
      return erspan(headerLength: 12, frame, &cursor, &packet)
    default:
      return nil
    }
  }

  /// 802.2 LLC, with SNAP where the frame uses it.
  static func llc(_ frame: RawSpan, _ cursor: inout Cursor, _ packet: inout Packet) -> Next? {
    guard has(3, frame, cursor, &packet) else { return nil }
    guard frame[cursor.offset] == 0xaa, frame[cursor.offset &+ 1] == 0xaa else {
      // IP directly in LLC (RFC 1042's SAP 06).
      if frame[cursor.offset] == 0x06, frame[cursor.offset &+ 1] == 0x06 {
        cursor.offset &+= 3
        return .ip
      }
      return nil
    }
    guard has(8, frame, cursor, &packet) else { return nil }
    let type = frame.uint16(at: cursor.offset &+ 6)
    cursor.offset &+= 8
    return type >= 0x0600 ? .etherType(type) : nil
  }

  /// A stack of MPLS labels (RFC 3032); what is inside must be guessed, as the stack does not say.
  private static func mpls(
    _ frame: RawSpan, _ cursor: inout Cursor, _ packet: inout Packet
  ) -> Next? {
    var isBottom = false
    while !isBottom {
      guard has(4, frame, cursor, &packet) else { return nil }
      isBottom = frame[cursor.offset &+ 2] & 1 == 1
      cursor.offset &+= 4
    }
    guard has(1, frame, cursor, &packet) else { return nil }
    switch frame[cursor.offset] >> 4 {
    case 4, 6: return .ip
    // A pseudowire control word (RFC 4385), then Ethernet.
    case 0:
      guard has(4, frame, cursor, &packet) else { return nil }
      cursor.offset &+= 4
      return .ethernet
    default: return .ethernet
    }
  }

  static func ppp(_ frame: RawSpan, _ cursor: inout Cursor, _ packet: inout Packet) -> Next? {
    guard has(1, frame, cursor, &packet) else { return nil }
    // Address and control of HDLC-like framing may be there or not (RFC 1662, section 3.2).
    if frame[cursor.offset] == 0xff {
      guard has(2, frame, cursor, &packet) else { return nil }
      cursor.offset &+= 2
    }
    guard has(1, frame, cursor, &packet) else { return nil }
    var number = UInt16(frame[cursor.offset])
    if number & 1 == 1 {
      // Compressed protocol field.
      cursor.offset &+= 1
    } else {
      guard has(2, frame, cursor, &packet) else { return nil }
      number = frame.uint16(at: cursor.offset)
      cursor.offset &+= 2
    }
    switch number {
    case 0x0021, 0x0057: return .ip
    case 0x0281, 0x0283: return .etherType(0x8847)
    case 0x0031: return .ethernet
    default: return nil
    }
  }

  /// ERSPAN carries a whole Ethernet frame behind a header of its own.
  private static func erspan(
    headerLength: Int, _ frame: RawSpan, _ cursor: inout Cursor, _ packet: inout Packet
  ) -> Next? {
    guard has(headerLength, frame, cursor, &packet) else { return nil }
    var length = headerLength
    // Type III may have an eight-byte platform-specific subheader, by its O bit.
    if headerLength == 12, frame[cursor.offset &+ 11] & 1 == 1 { length &+= 8 }
    cursor.offset &+= length
    return .ethernet
  }
}
