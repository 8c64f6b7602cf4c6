/// The transport above IP that a flow uses, by its IANA protocol number.
@frozen
public enum TransportProtocol: UInt8, Sendable, Hashable {
  case icmp = 1
  case tcp = 6
  case udp = 17
  case icmpV6 = 58

  /// Suricata's name for it, as in EVE records.
  public var eveName: String {
    switch self {
    case .icmp: "ICMP"
    case .tcp: "TCP"
    case .udp: "UDP"
    case .icmpV6: "IPv6-ICMP"
    }
  }
}

/// An address and a port (for ICMP: type or code in the port's place).
public struct Endpoint: Hashable, Sendable {
  public var address: IPAddress
  public var port: UInt16

  public init(_ address: IPAddress, _ port: UInt16) {
    self.address = address
    self.port = port
  }
}

/// Names a flow in records and evidence.
public struct FlowReference: Hashable, Sendable {
  /// Unique in the run, in order of first frame, from one.
  public var id: UInt64
  public var transport: TransportProtocol
  public var client: Endpoint
  public var server: Endpoint
  /// Link-layer address that the client's first packet came from, in the low 48 bits, when it came
  /// from the client's own link; zero otherwise.
  public var clientLink: UInt64

  public init(
    id: UInt64, transport: TransportProtocol, client: Endpoint, server: Endpoint,
    clientLink: UInt64 = 0
  ) {
    self.id = id
    self.transport = transport
    self.client = client
    self.server = server
    self.clientLink = clientLink
  }
}

/// Packets and bytes of one direction; bytes count from the IP header on, as in EVE.
public struct TrafficCount: Hashable, Sendable {
  public var packets: UInt64 = 0
  public var bytes: UInt64 = 0

  public init(packets: UInt64 = 0, bytes: UInt64 = 0) {
    self.packets = packets
    self.bytes = bytes
  }
}

/// How much work a flow got (docs/Architecture.md, Attention).
public enum Attention: UInt8, Sendable, Hashable {
  /// Protocol or endpoint not yet known.
  case undecided
  /// Not AI traffic: counters only.
  case counted
  /// AI traffic that cannot be read: sizes, timing, fingerprints.
  case observed
  /// Read in full.
  case opened
}

/// What a flow's first packet was wrapped in: VLANs, and the outermost IP header of a tunnel.
public struct OuterHeaders: Sendable, Hashable {
  /// 802.1Q VLAN ids of the outermost frame, outermost first.
  public var vlans: [UInt16]
  public var tunnel: TunnelHeader?

  public init(vlans: [UInt16], tunnel: TunnelHeader? = nil) {
    self.vlans = vlans
    self.tunnel = tunnel
  }
}

/// A tunnel that a flow ran through.
public struct TunnelHeader: Sendable, Hashable {
  /// The innermost tunnel's protocol: `vxlan`, `gre`, `gtp-u` …
  public var kind: String
  /// Its network, endpoint, key or session identifier; nil where it has none.
  public var id: UInt32?
  /// Ends of the outermost tunnel; nil where it runs directly on the link, as MPLS does.
  public var source: IPAddress?
  public var destination: IPAddress?
  /// Tunnels within tunnels.
  public var depth: Int

  public init(
    kind: String, id: UInt32?, source: IPAddress?, destination: IPAddress?, depth: Int
  ) {
    self.kind = kind
    self.id = id
    self.source = source
    self.destination = destination
    self.depth = depth
  }
}

/// What became of a flow, told when it ends.
public struct FlowSummary: Sendable, Hashable {
  public enum State: String, Sendable, Hashable { case new, established, closed }
  /// Why the flow's record was written.
  public enum Reason: String, Sendable, Hashable {
    /// Both sides finished, or one reset.
    case closed = "finished"
    case timeout
    /// The flow table was full.
    case evicted
    /// The input ended.
    case shutdown
    /// A new SYN took over the five-tuple.
    case reused
  }

  public var toServer: TrafficCount
  public var toClient: TrafficCount
  /// Bytes above the transport header, by sender.
  public var payload: BySide<UInt64>
  public var start: Timestamp
  public var end: Timestamp
  public var state: State
  public var reason: Reason
  public var attention: Attention
  /// Name of the application protocol (`tls`, `http`, `dns` …), or nil.
  public var applicationProtocol: String?
  /// Whether the first frame seen was the one that opens a connection.
  public var startSeen: Bool
  /// Client-to-server application bytes that went by, and those of them that were read.
  public var clientBytesSeen: UInt64 = 0
  public var clientBytesRead: UInt64 = 0
  public var isDecrypted = false
  /// Whether encrypted application data went by unread.
  public var hasUnreadCiphertext = false
  /// Whether the protocol is recognised but not read (SSH, VPN tunnels …).
  public var isOpaque = false
  /// Bytes that the capture lost.
  public var missingBytes: UInt64 = 0
  /// What the first packet was wrapped in; nil when nothing.
  public var outer: OuterHeaders?
  /// What its server sent in small pieces that nobody read; nil when nothing.
  public var unreadPieces: UnreadPieces?
  /// How the client opened the connection; nil where its SYN was not seen.
  public var opening: TCPOpening?
  /// Both directions' byte streams, when digests were asked for and the flow carried bytes.
  public var streams: (client: StreamDigest, server: StreamDigest)? {
    get { digests.map { ($0[0], $0[1]) } }
    set { digests = newValue.map { [$0.client, $0.server] } }
  }
  @usableFromInline var digests: [StreamDigest]?

  /// One direction of a TCP flow as it was put together.
  public struct StreamDigest: Sendable, Hashable {
    /// A stretch that the capture lacks; `offset` counts from the first byte of the stream.
    public struct Gap: Sendable, Hashable {
      public var offset: UInt64
      public var length: UInt64

      public init(offset: UInt64, length: UInt64) {
        self.offset = offset
        self.length = length
      }
    }

    /// Bytes of the stream, gaps included.
    public var length: UInt64
    /// SHA-256, in hex, of the bytes without the gaps.
    public var sha256: String
    public var gaps: [Gap]

    public init(length: UInt64, sha256: String, gaps: [Gap]) {
      self.length = length
      self.sha256 = sha256
      self.gaps = gaps
    }
  }

  @inlinable
  public init(
    toServer: TrafficCount, toClient: TrafficCount, payload: BySide<UInt64>, start: Timestamp,
    end: Timestamp, state: State, reason: Reason, attention: Attention,
    applicationProtocol: String?, startSeen: Bool
  ) {
    self.toServer = toServer
    self.toClient = toClient
    self.payload = payload
    self.start = start
    self.end = end
    self.state = state
    self.reason = reason
    self.attention = attention
    self.applicationProtocol = applicationProtocol
    self.startSeen = startSeen
  }
}
