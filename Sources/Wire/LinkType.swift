/// How a frame begins, by its LINKTYPE number (https://www.tcpdump.org/linktypes.html).
@frozen
public struct LinkType: RawRepresentable, Hashable, Sendable {
  public var rawValue: UInt32

  @inlinable
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// BSD loopback: a protocol family in the byte order of the capturing host.
  public static let null = LinkType(rawValue: 0)
  public static let ethernet = LinkType(rawValue: 1)
  public static let ppp = LinkType(rawValue: 9)
  /// PPP in HDLC-like framing (RFC 1662).
  public static let pppHDLC = LinkType(rawValue: 50)
  /// PPPoE session frames without their Ethernet header.
  public static let pppEthernet = LinkType(rawValue: 51)
  /// LLC and SNAP without an outer header (RFC 2684, once 1483).
  public static let llcSNAP = LinkType(rawValue: 100)
  public static let raw = LinkType(rawValue: 101)
  public static let cHDLC = LinkType(rawValue: 104)
  public static let ieee80211 = LinkType(rawValue: 105)
  /// OpenBSD loopback: a protocol family in network byte order.
  public static let loop = LinkType(rawValue: 108)
  /// OpenBSD's IPsec interface: an address family, an SPI and flags.
  public static let enc = LinkType(rawValue: 109)
  public static let linuxCooked = LinkType(rawValue: 113)
  /// Records of the pf packet filter.
  public static let pflog = LinkType(rawValue: 117)
  /// 802.11 behind a Prism II header.
  public static let ieee80211Prism = LinkType(rawValue: 119)
  public static let ieee80211Radiotap = LinkType(rawValue: 127)
  public static let appleIPOverFirewire = LinkType(rawValue: 138)
  /// 802.11 behind an AVS header.
  public static let ieee80211AVS = LinkType(rawValue: 163)
  /// Per-Packet Information: a header that names the link type of what follows.
  public static let perPacketInformation = LinkType(rawValue: 192)
  /// PPP behind one byte that tells the direction.
  public static let pppWithDirection = LinkType(rawValue: 204)
  public static let mpls = LinkType(rawValue: 219)
  public static let ipv4 = LinkType(rawValue: 228)
  public static let ipv6 = LinkType(rawValue: 229)
  /// Linux netfilter log messages.
  public static let nflog = LinkType(rawValue: 239)
  /// Ethernet behind the four bytes of a netANALYZER probe.
  public static let netAnalyzer = LinkType(rawValue: 240)
  /// Apple's pktap: a header that names the link type of what follows.
  public static let pktap = LinkType(rawValue: 258)
  /// Ethernet behind its preamble (802.3br).
  public static let ethernetMPacket = LinkType(rawValue: 274)
  public static let linuxCookedV2 = LinkType(rawValue: 276)

  /// DLT numbers that some writers put where the LINKTYPE belongs.
  static let rawOnBSD = LinkType(rawValue: 12)
  static let rawOnOpenBSD = LinkType(rawValue: 14)
  static let pktapOnDarwin = LinkType(rawValue: 149)

  /// Whether frames of this type are taken apart.
  public var isSupported: Bool {
    switch self {
    case .null, .ethernet, .ppp, .pppHDLC, .pppEthernet, .raw, .cHDLC, .ieee80211, .loop,
      .linuxCooked, .ieee80211Radiotap, .ipv4, .ipv6, .nflog, .linuxCookedV2, .rawOnBSD,
      .rawOnOpenBSD, .enc, .pflog, .ieee80211Prism, .ieee80211AVS, .appleIPOverFirewire,
      .perPacketInformation, .pppWithDirection, .mpls, .netAnalyzer, .pktap, .ethernetMPacket,
      .llcSNAP, .pktapOnDarwin:
      true
    default: false
    }
  }
}
