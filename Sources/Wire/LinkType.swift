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
  public static let raw = LinkType(rawValue: 101)
  public static let cHDLC = LinkType(rawValue: 104)
  public static let ieee80211 = LinkType(rawValue: 105)
  /// OpenBSD loopback: a protocol family in network byte order.
  public static let loop = LinkType(rawValue: 108)
  public static let linuxCooked = LinkType(rawValue: 113)
  public static let ieee80211Radiotap = LinkType(rawValue: 127)
  public static let ipv4 = LinkType(rawValue: 228)
  public static let ipv6 = LinkType(rawValue: 229)
  /// Linux netfilter log messages.
  public static let nflog = LinkType(rawValue: 239)
  public static let linuxCookedV2 = LinkType(rawValue: 276)

  /// DLT numbers that some writers put where the LINKTYPE belongs.
  static let rawOnBSD = LinkType(rawValue: 12)
  static let rawOnOpenBSD = LinkType(rawValue: 14)

  /// Whether frames of this type are taken apart.
  public var isSupported: Bool {
    switch self {
    case .null, .ethernet, .ppp, .pppHDLC, .pppEthernet, .raw, .cHDLC, .ieee80211, .loop,
      .linuxCooked, .ieee80211Radiotap, .ipv4, .ipv6, .nflog, .linuxCookedV2, .rawOnBSD,
      .rawOnOpenBSD:
      true
    default: false
    }
  }
}
