public import Model

/// A flow's row in the table: what every packet of it touches, and no more.
@frozen
public struct Flow: Sendable {
  // What every packet touches stands first, within two lines of the processor's cache.
  public internal(set) var key: FlowKey
  // By the number of the side, so that counting needs no branch on what is as good as random.
  @usableFromInline var bytesOf = InlineArray<2, UInt64>(repeating: 0)
  @usableFromInline var packetsOf = InlineArray<2, UInt32>(repeating: 0)
  @usableFromInline var payloadOf = InlineArray<2, UInt64>(repeating: 0)
  public internal(set) var last: Timestamp
  @usableFromInline var progress = Progress()
  public var attention = Attention.undecided
  /// Whether the client is the lower end of the key.
  @usableFromInline var clientIsLow: Bool
  /// Where the owner keeps what it reads of the flow; negative when nothing is kept.
  public var conversation: Int32 = -1
  /// Bytes of the server that may still go by unread, and the sequence number of the first.
  @usableFromInline var passLeft: UInt32 = 0
  @usableFromInline var passNext: UInt32 = 0
  /// What the server's segments acknowledge meanwhile.
  @usableFromInline var passAcknowledgment: UInt32 = 0
  /// Whether nobody waits for anything, so that bare acknowledgments are only noted, by side.
  @usableFromInline var isSettled = false
  /// A note of the owner's, such as which protocol the flow turned out to speak.
  public var tag: UInt8 = 0
  @usableFromInline var noted: (client: UInt32, server: UInt32) = (0, 0)

  /// The initial sequence number of the client's SYN, to tell a repeated SYN from a new connection; one
  /// less than the first packet's number where there was no SYN.
  @usableFromInline var initialSequence: UInt32 = 0
  /// The same of the server.
  @usableFromInline var serverSequence: UInt32 = 0
  /// A note of the owner's: it keeps what the flow was wrapped in.
  public var isWrapped = false
  /// Unique in the run, in order of first frame, from one.
  public internal(set) var id: UInt64
  public internal(set) var start: Timestamp
  /// Link-layer address of the client where its first packet passed no router; zero elsewhere.
  public internal(set) var clientLink: UInt64 = 0

  /// How far a connection got.
  @frozen
  public struct Progress: OptionSet, Sendable, Hashable {
    public var rawValue: UInt16
    @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }
    /// The connection's first SYN is in the capture.
    @inlinable public static var synSeen: Progress { Progress(rawValue: 1) }
    /// Both sides have spoken.
    @inlinable public static var established: Progress { Progress(rawValue: 2) }
    @inlinable public static var clientFinished: Progress { Progress(rawValue: 4) }
    @inlinable public static var serverFinished: Progress { Progress(rawValue: 8) }
    @inlinable public static var reset: Progress { Progress(rawValue: 16) }
    /// The row is in use.
    @inlinable public static var live: Progress { Progress(rawValue: 32) }
    @inlinable public static var serverSynSeen: Progress { Progress(rawValue: 64) }
    /// Without a SYN, the first packet of a side tells where its stream begins.
    static var clientBaseSeen: Progress { Progress(rawValue: 128) }
    static var serverBaseSeen: Progress { Progress(rawValue: 256) }
    /// The last packet was a FIN, which may be sent again.
    static var finPending: Progress { Progress(rawValue: 512) }
    /// What a side acknowledged last is noted, and not told yet.
    static var clientNoted: Progress { Progress(rawValue: 1024) }
    static var serverNoted: Progress { Progress(rawValue: 2048) }
  }

  @usableFromInline
  init(key: FlowKey, id: UInt64, start: Timestamp, clientIsLow: Bool) {
    self.key = key
    self.id = id
    self.start = start
    self.last = start
    self.clientIsLow = clientIsLow
  }

  /// Bytes of IP packets.
  public var bytes: BySide<UInt64> { BySide(client: bytesOf[0], server: bytesOf[1]) }
  public var packets: BySide<UInt32> { BySide(client: packetsOf[0], server: packetsOf[1]) }
  /// Bytes of payload on the wire.
  public var payload: BySide<UInt64> { BySide(client: payloadOf[0], server: payloadOf[1]) }

  public var client: Endpoint { clientIsLow ? key.low : key.high }
  public var server: Endpoint { clientIsLow ? key.high : key.low }

  /// Whether either side's port is such.
  @inline(__always)
  public func hasPort(where isSuch: (UInt16) -> Bool) -> Bool {
    isSuch(key.low.port) || isSuch(key.high.port)
  }

  public var transport: TransportProtocol? {
    TransportProtocol(rawValue: UInt8(truncatingIfNeeded: key.rest))
  }

  /// Whether both sides are done.
  @inlinable
  public var isClosed: Bool {
    progress.contains(.reset) || progress.isSuperset(of: [.clientFinished, .serverFinished])
  }

  /// Sequence number of a side's first byte: behind its SYN (or what the answer to it acknowledges),
  /// else where its first packet stands.
  public func firstByte(of side: Side) -> UInt32? {
    switch side {
    case .client:
      progress.isDisjoint(with: [.synSeen, .clientBaseSeen]) ? nil : initialSequence &+ 1
    case .server:
      progress.isDisjoint(with: [.serverSynSeen, .serverBaseSeen]) ? nil : serverSequence &+ 1
    }
  }

  public var startSeen: Bool { progress.contains(.synSeen) }

  public var state: FlowSummary.State {
    if isClosed { return .closed }
    return progress.contains(.established) ? .established : .new
  }
}
