import Model

extension PacketDecoder {
  /// GRE (RFC 2784, 2890; version 1 is PPTP's, RFC 2637).
  static func gre(_ frame: RawSpan, _ cursor: inout Cursor, _ packet: inout Packet) -> Next? {
    guard has(4, frame, cursor, &packet) else { return nil }
    let flags = frame.uint16(at: cursor.offset)
    let type = frame.uint16(at: cursor.offset &+ 2)
    let version = flags & 7
    var length = 4
    if version == 0 {
      if flags & 0xc000 != 0 { length &+= 4 }
      if flags & 0x2000 != 0 { length &+= 4 }
      if flags & 0x1000 != 0 { length &+= 4 }
    } else if version == 1 {
      length = 8
      if flags & 0x1000 != 0 { length &+= 4 }
      if flags & 0x0080 != 0 { length &+= 4 }
    } else {
      return nil
    }
    guard has(length, frame, cursor, &packet) else { return nil }
    var key: UInt32 = 0
    if flags & 0x2000 != 0 {
      key = frame.uint32(at: cursor.offset &+ (version == 0 && flags & 0xc000 != 0 ? 8 : 4))
    }
    cursor.offset &+= length
    packet.enter(type == 0x88be || type == 0x22eb ? .erspan : .gre, id: key)
    // ERSPAN I has no header of its own; it is told by the missing sequence number.
    if type == 0x88be, flags & 0x1000 == 0 { return .ethernet }
    // Aruba access points tunnel 802.11 frames under these types.
    if type >= 0x8200, type <= 0x9110, type != 0x8847, type != 0x8848, type != 0x880b,
      type != 0x88be, type != 0x86dd, type != 0x8864, type != 0x8926, type != 0x88e7,
      type != 0x88a8, type != 0x9100
    {
      return wireless(frame, &cursor, &packet)
    }
    return .etherType(type)
  }

  /// Ports on which UDP may carry packets: VXLAN, GENEVE, GTP-U, Teredo, GRE-in-UDP, L2TP, CAPWAP, and
  /// the older VXLAN ports of Linux and of VXLAN-GPE.
  @inline(__always)
  @usableFromInline
  static func isTunnelPort(_ port: UInt16) -> Bool {
    switch port {
    case 4789, 6081, 2152, 3544, 4754, 8472, 4790, 5072, 1701, 5247: true
    default: false
    }
  }

  /// Looks inside UDP for a tunnel; the headers must fit before they are believed.
  ///
  /// When they do not, the datagram stays what it was: its payload is already noted.
  static func udpTunnel(
    _ frame: RawSpan, _ cursor: inout Cursor, _ packet: inout Packet
  ) -> Next? {
    let offset = cursor.offset
    let captured = frame.byteCount &- offset
    let ports = (packet.destinationPort, packet.sourcePort)
    func uses(_ port: UInt16) -> Bool { ports.0 == port || ports.1 == port }
    var next: Next?
    var length = 0
    var tunnel = Tunnel.none
    var id: UInt32 = 0
    if uses(4789) || uses(8472) || uses(4790) {
      // RFC 7348, section 5: the I flag must be set; reserved fields are ignored.
      guard captured >= 8 &+ 14, frame[offset] & 0x08 != 0 else { return nil }
      tunnel = .vxlan
      id = frame.uint32(at: offset &+ 4) >> 8
      length = 8
      // VXLAN-GPE says what is inside when its P flag is set.
      let isGeneric = uses(4790) && frame[offset] & 0x04 != 0
      switch isGeneric ? frame[offset &+ 3] : 3 {
      case 1, 2: next = .ip
      case 3: next = .ethernet
      case 4: next = .etherType(0x894f)
      default: return nil
      }
    } else if uses(6081) {
      // RFC 8926, section 3.4.
      guard captured >= 8, frame[offset] >> 6 == 0 else { return nil }
      tunnel = .geneve
      id = frame.uint32(at: offset &+ 4) >> 8
      length = 8 &+ Int(frame[offset] & 0x3f) &* 4
      let type = frame.uint16(at: offset &+ 2)
      next = type == 0x6558 ? .ethernet : .etherType(type)
    } else if uses(2152) {
      guard let header = gtpHeaderLength(frame, offset) else { return nil }
      tunnel = .gtpU
      id = frame.uint32(at: offset &+ 4)
      length = header
      next = .ip
    } else if uses(3544) {
      guard let header = teredoHeaderLength(frame, offset) else { return nil }
      tunnel = .teredo
      length = header
      next = .ip
    } else if uses(4754) {
      return captured >= 4 ? .ipProtocol(47) : nil
    } else if uses(1701) {
      guard let header = l2tpHeaderLength(frame, offset) else { return nil }
      tunnel = .l2tp
      id = UInt32(frame.uint16(at: offset &+ (frame[offset] & 0x40 != 0 ? 4 : 2)))
      length = header
      next = .ppp
    } else if uses(5247) {
      return capwap(frame, &cursor, &packet)
    } else {
      // AYIYA (draft-massar-v6ops-ayiya): sizes of identity and signature in nibbles of the header.
      guard captured >= 8, frame[offset &+ 3] == 41 else { return nil }
      tunnel = .ayiya
      length =
        8 &+ (1 << Int(frame[offset] >> 4)) &+ Int(frame[offset &+ 1] >> 4) &* 4
      next = .ip
    }
    guard length < captured else { return nil }
    if case .ip = next {
      let version = frame[offset &+ length] >> 4
      guard version == 4 || version == 6 else { return nil }
    }
    cursor.offset = offset &+ length
    packet.enter(tunnel, id: id)
    return next
  }

  /// L2TP version 2 (RFC 2661, section 3.1): the length of a data message's header.
  private static func l2tpHeaderLength(_ frame: RawSpan, _ offset: Int) -> Int? {
    guard frame.byteCount &- offset >= 16, frame[offset] & 0x80 == 0,
      frame[offset &+ 1] & 0x0f == 2
    else { return nil }
    let flags = frame[offset]
    var length = flags & 0x40 != 0 ? 8 : 6
    if flags & 0x08 != 0 { length &+= 4 }
    if flags & 0x02 != 0 {
      length &+= 2 &+ Int(frame.uint16(at: offset &+ length))
    }
    return length
  }

  /// L2TP version 3 over IP (RFC 3931, section 4.1.1): a session, perhaps a cookie or a sublayer,
  /// whose sizes only the control channel tells; Ethernet is looked for behind each.
  static func l2tp(_ frame: RawSpan, _ cursor: inout Cursor, _ packet: inout Packet) -> Next? {
    let start = cursor.offset
    guard has(4, frame, cursor, &packet), frame.uint32(at: start) != 0 else { return nil }
    for length in [4, 8, 12, 16] where start &+ length &+ 34 <= frame.byteCount {
      let type = frame.uint16(at: start &+ length &+ 12)
      let version = frame[start &+ length &+ 14] >> 4
      guard type == 0x0800 && version == 4 || type == 0x86dd && version == 6 else { continue }
      packet.enter(.l2tp, id: frame.uint32(at: start))
      cursor.offset = start &+ length
      return .ethernet
    }
    return nil
  }

  /// CAPWAP data (RFC 5415, section 4.3): a header of its own, then an 802.11 or 802.3 frame.
  ///
  /// ```
  /// |Version| Type  | HLEN    |   RID   | WBID    |T|F|L|W|M|K|Flags|
  /// |          Fragment ID          |     Frag Offset         |Rsvd |
  /// ```
  private static func capwap(
    _ frame: RawSpan, _ cursor: inout Cursor, _ packet: inout Packet
  ) -> Next? {
    let offset = cursor.offset
    // A preamble of type 1 says DTLS; keep-alives carry no frame.
    guard frame.byteCount &- offset >= 8, frame[offset] == 0, frame[offset &+ 3] & 0x08 == 0
    else { return nil }
    let length = Int(frame[offset &+ 1] >> 3) &* 4
    guard length >= 8, offset &+ length < frame.byteCount else { return nil }
    let isNative = frame[offset &+ 2] & 1 == 1
    packet.enter(.capwap)
    cursor.offset = offset &+ length
    guard !isNative || (frame[offset &+ 2] >> 1) & 0x1f == 1 else { return nil }
    let flags = frame[offset &+ 3]
    let start = frame.uint16(at: offset &+ 6) >> 3
    // A last fragment at the beginning is the whole.
    if flags & 0x80 != 0, start != 0 || flags & 0x40 == 0 {
      packet.content = .fragment
      packet.whole = isNative ? .wireless : .ethernet
      packet.fragmentID = UInt32(frame.uint16(at: offset &+ 4))
      packet.fragmentOffset = Int(start) &* 8
      packet.moreFragments = flags & 0x40 == 0
      setPayload(frame, cursor, &packet)
      return nil
    }
    guard isNative else { return .ethernet }
    return wireless(frame, &cursor, &packet, maySwapControl: true)
  }

  /// GTP-U version 1 (3GPP TS 29.281, section 5.1): a G-PDU's header with its optional parts.
  private static func gtpHeaderLength(_ frame: RawSpan, _ offset: Int) -> Int? {
    let captured = frame.byteCount &- offset
    guard captured >= 8, frame[offset] >> 5 == 1, frame[offset] & 0x10 != 0,
      frame[offset &+ 1] == 0xff
    else { return nil }
    guard frame[offset] & 0x07 != 0 else { return 8 }
    guard captured >= 12 else { return nil }
    var length = 12
    var next = frame[offset] & 0x04 != 0 ? frame[offset &+ 11] : 0
    var extensions = 0
    while next != 0, extensions < 8 {
      guard captured > length else { return nil }
      let size = Int(frame[offset &+ length]) &* 4
      guard size >= 4, captured >= length &+ size else { return nil }
      next = frame[offset &+ length &+ size &- 1]
      length &+= size
      extensions &+= 1
    }
    return length
  }

  /// Teredo (RFC 4380, section 5.1.1): optional authentication and origin indications.
  private static func teredoHeaderLength(_ frame: RawSpan, _ offset: Int) -> Int? {
    let captured = frame.byteCount &- offset
    var length = 0
    if captured >= 4, frame.uint16(at: offset) == 0x0001 {
      length = 13 &+ Int(frame[offset &+ 2]) &+ Int(frame[offset &+ 3])
    }
    if captured >= length &+ 8, frame.uint16(at: offset &+ length) == 0x0000 { length &+= 8 }
    return captured > length ? length : nil
  }
}
