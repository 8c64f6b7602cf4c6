public import Model

/// The TCP header's control bits (RFC 9293, section 3.1).
@frozen
public struct TCPFlags: OptionSet, Hashable, Sendable {
  public var rawValue: UInt8
  @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

  @inlinable public static var fin: TCPFlags { TCPFlags(rawValue: 0x01) }
  @inlinable public static var syn: TCPFlags { TCPFlags(rawValue: 0x02) }
  @inlinable public static var rst: TCPFlags { TCPFlags(rawValue: 0x04) }
  @inlinable public static var psh: TCPFlags { TCPFlags(rawValue: 0x08) }
  @inlinable public static var ack: TCPFlags { TCPFlags(rawValue: 0x10) }
}

/// How a packet travels inside another one.
@frozen
public enum Tunnel: UInt8, Sendable {
  case none
  /// IP in IP, 6in4, 4in6 (RFC 2003, 4213, 2473).
  case ip
  case gre
  case erspan
  case vxlan
  case geneve
  case gtpU
  case teredo
  case ayiya
  case capwap
  case l2tp
  case mpls
}

/// What the headers of a frame say, down to the transport: numbers and offsets, no bytes.
///
/// Decoding never fails. It goes as far as the bytes make sense; ``content`` says how far that was and
/// ``stop`` why it ended there.
@frozen
public struct Packet: Sendable {
  public enum Content: UInt8, Sendable {
    /// No IP header that can be read.
    case other
    /// An IP packet whose transport is not read further.
    case network
    /// An IP fragment, or a piece of a frame in a tunnel; reassembly comes first.
    case fragment
    case tcp
    case udp
    case icmp
  }

  /// What fragments make once they are together.
  public enum Whole: UInt8, Sendable {
    case packet
    /// The frame that a CAPWAP tunnel carried in pieces.
    case ethernet
    case wireless
  }

  /// Why decoding ended early.
  public enum Stop: UInt8, Sendable {
    case none
    case truncated
    case unsupportedLinkType
    case badLength
    case badVersion
    case tooDeep
  }

  public var content = Content.other
  public var stop = Stop.none
  /// IP protocol number of the innermost packet.
  public var protocolNumber: UInt8 = 0
  public var flags = TCPFlags()
  public var timeToLive: UInt8 = 0
  /// Tunnels passed on the way in.
  public var tunnelDepth: UInt8 = 0

  public var source = IPAddress(high: 0, low: 0)
  public var destination = IPAddress(high: 0, low: 0)
  /// For ICMP, the type stands where the source port would, and the type that answers it, or else the
  /// code, where the destination port would: so a request and its answer have one five-tuple.
  public var sourcePort: UInt16 = 0
  public var destinationPort: UInt16 = 0

  public var sequence: UInt32 = 0
  public var acknowledgment: UInt32 = 0
  public var window: UInt16 = 0

  /// Where the innermost IP header begins in the frame.
  public var networkOffset = 0
  /// Bytes from the innermost IP header to the end of its packet, as the header says.
  public var networkLength = 0
  /// Where the TCP header begins in the frame.
  public var transportOffset = 0
  /// Where the transport's payload begins in the frame.
  public var payloadOffset = 0
  /// Bytes of payload in the frame.
  public var payloadCaptured = 0
  /// Bytes of payload that the packet had on the wire; more than were captured under a snaplen.
  public var payloadLength = 0

  /// Fragments: identification, offset in bytes, and whether more follow.
  public var fragmentID: UInt32 = 0
  public var fragmentOffset = 0
  public var moreFragments = false
  public var whole = Whole.packet

  /// The innermost tunnel that was passed, and the identifier that it carries: a VXLAN or GENEVE network,
  /// a GTP-U endpoint, a GRE key. Zero where it has none.
  public var tunnel = Tunnel.none
  public var tunnelID: UInt32 = 0
  /// Where the outermost IP header begins in the frame; the innermost one's place without a tunnel.
  public var outerNetworkOffset = 0
  /// 802.1Q tags of the outermost frame, outermost first; ``vlanCount`` tells how many count.
  public var vlans: (UInt16, UInt16) = (0, 0)
  public var vlanCount: UInt8 = 0

  /// Where the next packet of the same frame begins, when 802.11 carries several; else zero.
  public var nextSubframe = 0

  /// Outermost link-layer source address in the low 48 bits; zero where the link has none.
  public var linkSource: UInt64 = 0

  @inlinable public init() {}

  /// Puts an ICMP message's type and code where ports would be.
  @inline(__always)
  mutating func setICMP(type: UInt8, code: UInt8) {
    sourcePort = UInt16(type)
    destinationPort = UInt16(
      ICMPTypes.counterpart(of: type, isV6: protocolNumber == 58) ?? code)
  }

  /// Notes a VLAN tag, unless it stands inside a tunnel or is one too many.
  @inline(__always)
  mutating func note(vlan: UInt16) {
    guard tunnelDepth == 0, vlanCount < 2 else { return }
    if vlanCount == 0 { vlans.0 = vlan } else { vlans.1 = vlan }
    vlanCount &+= 1
  }

  /// Notes that a tunnel was entered.
  @inline(__always)
  mutating func enter(_ tunnel: Tunnel, id: UInt32 = 0) {
    if tunnelDepth == 0 { outerNetworkOffset = networkOffset }
    tunnelDepth &+= 1
    self.tunnel = tunnel
    tunnelID = id
  }

  /// Bytes of payload that the wire had and the frame lacks.
  @inlinable public var payloadMissing: Int { payloadLength &- payloadCaptured }
}
