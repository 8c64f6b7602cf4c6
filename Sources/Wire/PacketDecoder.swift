import Model

/// Takes a frame's headers apart, from the link to the transport, through tunnels.
///
/// The innermost packet is the one that counts; ``Packet/tunnelDepth`` tells how many headers were
/// passed. Lengths are taken from the headers and checked against what the frame holds: a frame cut by
/// a snaplen still yields its addresses.
public enum PacketDecoder {
  /// Headers inside headers that are followed before giving up.
  public static let maximumDepth: UInt8 = 128

  /// - Parameters:
  ///   - wireLength: length of the frame before any snaplen cut it.
  public static func decode(
    _ frame: RawSpan, linkType: LinkType, wireLength: Int, into packet: inout Packet
  ) {
    packet = Packet()
    read(frame, linkType, wireLength, &packet)
  }

  /// The same into a packet that is new.
  @inlinable @inline(__always)
  public static func decode(_ frame: RawSpan, linkType: LinkType, wireLength: Int) -> Packet {
    var packet = Packet()
    read(frame, linkType, wireLength, &packet)
    return packet
  }

  @usableFromInline
  static func read(
    _ frame: RawSpan, _ linkType: LinkType, _ wireLength: Int, _ packet: inout Packet
  ) {
    var cursor = Cursor(end: max(wireLength, frame.byteCount))
    let first =
      linkType == .ethernet
      ? plain(frame, &cursor, &packet) : link(frame, linkType, &cursor, &packet)
    guard let first else { return }
    follow(first, frame, &cursor, &packet)
    if packet.tunnelDepth > 0 { stepBack(frame, cursor, wireLength, &packet) }
  }

  /// Reads what most frames are without asking at each header what comes next; what is left is told.
  @inline(__always)
  private static func plain(
    _ frame: RawSpan, _ cursor: inout Cursor, _ packet: inout Packet
  ) -> Next? {
    guard frame.byteCount >= 34 else { return link(frame, .ethernet, &cursor, &packet) }
    let isIP: Bool =
      switch (frame.uint16(at: 12), frame[14] >> 4) {
      case (0x0800, 4), (0x86dd, 6): true
      default: false
      }
    guard isIP else { return link(frame, .ethernet, &cursor, &packet) }
    packet.linkSource = frame.uint64(at: 6) >> 16
    cursor.offset = 14
    let next =
      frame[14] >> 4 == 4 ? ipv4(frame, &cursor, &packet) : ipv6(frame, &cursor, &packet)
    switch next {
    case .ipProtocol(6)?:
      tcp(frame, cursor, &packet)
      return nil
    case .ipProtocol(17)?:
      return udp(frame, &cursor, &packet)
    default:
      return next
    }
  }

  /// When what a UDP tunnel carries belongs to no flow, the flow of the tunnel counts.
  private static func stepBack(
    _ frame: RawSpan, _ cursor: Cursor, _ wireLength: Int, _ packet: inout Packet
  ) {
    guard packet.content == .network || packet.content == .other,
      let start = cursor.datagramNetworkOffset
    else { return }
    var outer = Packet()
    outer.linkSource = packet.linkSource
    outer.vlans = packet.vlans
    outer.vlanCount = packet.vlanCount
    outer.nextSubframe = packet.nextSubframe
    var again = Cursor(end: max(wireLength, frame.byteCount))
    again.offset = start
    again.staysOutside = true
    follow(.ip, frame, &again, &outer)
    packet = outer
  }

  /// Decodes what reassembly of fragments yields: a bare IP packet, or a frame.
  public static func decode(
    _ bytes: RawSpan, whole: Packet.Whole, into packet: inout Packet
  ) {
    packet = Packet()
    var cursor = Cursor(end: bytes.byteCount)
    let first: Next? =
      switch whole {
      case .packet: .ip
      case .ethernet: .ethernet
      case .wireless: wireless(bytes, &cursor, &packet, maySwapControl: true)
      }
    if let first { follow(first, bytes, &cursor, &packet) }
  }

  /// Decodes the packet that ``Packet/nextSubframe`` tells of; `packet` is what came before it.
  public static func decodeNextSubframe(
    _ frame: RawSpan, wireLength: Int, into packet: inout Packet
  ) {
    var next = Packet()
    next.linkSource = packet.linkSource
    next.vlans = packet.vlans
    next.vlanCount = packet.vlanCount
    next.tunnel = packet.tunnel
    next.tunnelID = packet.tunnelID
    next.tunnelDepth = packet.tunnelDepth
    next.outerNetworkOffset = packet.outerNetworkOffset
    var cursor = Cursor(end: max(wireLength, frame.byteCount))
    cursor.offset = packet.nextSubframe
    if let inner = subframe(frame, &cursor, &next) { follow(inner, frame, &cursor, &next) }
    packet = next
  }

  /// A position in the frame and where the packet that is being read ends on the wire.
  struct Cursor {
    var offset = 0
    var end: Int
    var depth: UInt8 = 0
    /// Where the IP header of the last UDP tunnel stands.
    var datagramNetworkOffset: Int?
    /// Whether UDP tunnels are left alone.
    var staysOutside = false
  }

  /// What stands at the cursor.
  enum Next {
    case etherType(UInt16)
    case ip
    case ipProtocol(UInt8)
    case ethernet
    case ppp
    case llc
  }

  static func follow(
    _ first: Next, _ frame: RawSpan, _ cursor: inout Cursor, _ packet: inout Packet
  ) {
    var next: Next? = first
    while let current = next {
      cursor.depth &+= 1
      guard cursor.depth <= maximumDepth else {
        packet.stop = .tooDeep
        return
      }
      switch current {
      case .etherType(let type): next = etherType(type, frame, &cursor, &packet)
      case .ip: next = ip(frame, &cursor, &packet)
      case .ipProtocol(let number): next = ipProtocol(number, frame, &cursor, &packet)
      case .ethernet: next = ethernet(frame, &cursor, &packet)
      case .ppp: next = ppp(frame, &cursor, &packet)
      case .llc: next = llc(frame, &cursor, &packet)
      }
    }
  }

  /// Whether `count` bytes from the cursor on were captured; notes the truncation if not.
  @inline(__always)
  static func has(
    _ count: Int, _ frame: RawSpan, _ cursor: Cursor, _ packet: inout Packet
  ) -> Bool {
    guard cursor.offset &+ count <= frame.byteCount else {
      packet.stop = .truncated
      return false
    }
    return true
  }
}
