public import Model

/// The TCP header's control bits (RFC 9293, section 3.1).
@frozen
public struct TCPFlags: OptionSet, Hashable, Sendable {
  public var rawValue: UInt8
  @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let fin = TCPFlags(rawValue: 0x01)
  public static let syn = TCPFlags(rawValue: 0x02)
  public static let rst = TCPFlags(rawValue: 0x04)
  public static let psh = TCPFlags(rawValue: 0x08)
  public static let ack = TCPFlags(rawValue: 0x10)
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
    /// An IP fragment; reassembly comes first.
    case fragment
    case tcp
    case udp
    case icmp
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
  /// For ICMP, type and code stand where the ports would.
  public var sourcePort: UInt16 = 0
  public var destinationPort: UInt16 = 0

  public var sequence: UInt32 = 0
  public var acknowledgment: UInt32 = 0
  public var window: UInt16 = 0

  /// Where the innermost IP header begins in the frame.
  public var networkOffset = 0
  /// Bytes from the innermost IP header to the end of its packet, as the header says.
  public var networkLength = 0
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

  /// Outermost link-layer source address in the low 48 bits; zero where the link has none.
  public var linkSource: UInt64 = 0

  @inlinable public init() {}

  /// Bytes of payload that the wire had and the frame lacks.
  @inlinable public var payloadMissing: Int { payloadLength &- payloadCaptured }
}
