public import Model
public import Wire

/// Both directions of a TCP connection, each of which tells something of the other: a SYN's answer where
/// the client's bytes begin, an acknowledgment which bytes arrived.
///
/// Not copyable: asking a connection something must not copy it.
public struct TCPConnection: ~Copyable, Sendable {
  public var streams = BySide(both: TCPStream())

  /// What a segment led to.
  public struct Outcome: Sendable {
    /// What to do with the payload; nil when there was nothing to put in order.
    public var verdict: TCPStream.Verdict?
    /// Whether more than this payload may be ready, or something is to be told of the sender's stream.
    public var hasMore: Bool
    /// Whether the same holds of the other side's.
    public var peerHasMore: Bool
    /// Whether the sender said where its stream ends.
    public var isEnding: Bool
  }

  public init() {}

  // Streams are asked where they stand: ``BySide``'s subscript would copy them.

  /// Whether bytes of a side wait for others.
  public func hasHeld(_ side: Side) -> Bool {
    side == .client ? streams.client.hasHeld : streams.server.hasHeld
  }

  /// Whether a side finished and all that it sent was delivered.
  public func isFinished(_ side: Side) -> Bool {
    side == .client ? streams.client.isFinished : streams.server.isFinished
  }

  /// Whether two segments of a side disagreed and that is still to be told.
  public func hasConflicts(_ side: Side) -> Bool {
    side == .client ? streams.client.hasConflicts : streams.server.hasConflicts
  }

  /// Whether a sequence number of a side lies where it may be by now.
  public func isInWindow(_ sequence: UInt32, of side: Side) -> Bool {
    side == .client
      ? streams.client.isInWindow(sequence) : streams.server.isInWindow(sequence)
  }

  /// Bytes that wait for others.
  public var heldBytes: Int { streams.client.heldBytes + streams.server.heldBytes }

  /// Whether bytes of neither side wait, and nothing is to be told of either stream.
  public var isSettled: Bool {
    !hasHeld(.client) && !hasHeld(.server) && !hasConflicts(.client) && !hasConflicts(.server)
  }

  /// Takes note of how far each side has received.
  public mutating func acknowledge(byClient: UInt32?, byServer: UInt32?) {
    if let byClient { streams.server.acknowledge(byClient) }
    if let byServer { streams.client.acknowledge(byServer) }
  }

  /// Puts a segment where it belongs.
  public mutating func accept(
    _ packet: Packet, _ payload: RawSpan, from side: Side, at provenance: Provenance
  ) -> Outcome {
    if packet.flags.contains(.syn) {
      streams[side].synchronise(firstByte: packet.sequence &+ 1)
      if side == .server { streams.client.synchronise(firstByte: packet.acknowledgment) }
    }
    if packet.flags.contains(.ack), !packet.flags.contains(.rst) {
      streams[side.peer].acknowledge(packet.acknowledgment)
    }
    var verdict: TCPStream.Verdict?
    if packet.payloadLength > 0 || packet.flags.contains(.fin) {
      verdict = streams[side].accept(
        sequence: packet.flags.contains(.syn) ? packet.sequence &+ 1 : packet.sequence,
        payload: payload, cut: packet.payloadMissing, isLast: packet.flags.contains(.fin),
        at: provenance)
    }
    return Outcome(
      verdict: verdict, hasMore: hasHeld(side) || hasConflicts(side),
      peerHasMore: hasHeld(side.peer),
      isEnding: side == .client ? streams.client.isEnding : streams.server.isEnding)
  }

  /// Whether the hole in front of what is held is not worth waiting for.
  public func isHoleDue(_ side: Side, at now: Timestamp, _ limits: FlowLimits) -> Bool {
    if heldBytes > limits.heldBytesPerFlow { return true }
    return side == .client
      ? streams.client.isHoleDue(at: now, limits) : streams.server.isHoleDue(at: now, limits)
  }
}
