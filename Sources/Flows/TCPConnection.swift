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

  // Streams are asked where they stand: ``BySide``'s subscript would copy them, and so would a function that is
  // called and not inlined.

  /// Whether bytes of a side wait for others.
  @inlinable public func hasHeld(_ side: Side) -> Bool {
    side == .client ? streams.client.hasHeld : streams.server.hasHeld
  }

  /// Whether a side finished and all that it sent was delivered.
  @inlinable @inline(__always)
  public func isFinished(_ side: Side) -> Bool {
    side == .client ? streams.client.isFinished : streams.server.isFinished
  }

  /// Whether two segments of a side disagreed and that is still to be told.
  @inlinable public func hasConflicts(_ side: Side) -> Bool {
    side == .client ? streams.client.hasConflicts : streams.server.hasConflicts
  }

  /// Whether a sequence number of a side lies where it may be by now.
  @inlinable @inline(__always)
  public func isInWindow(_ sequence: UInt32, of side: Side) -> Bool {
    side == .client
      ? streams.client.isInWindow(sequence) : streams.server.isInWindow(sequence)
  }

  /// Bytes that wait for others.
  @inlinable @inline(__always)
  public var heldBytes: Int { streams.client.heldBytes + streams.server.heldBytes }

  /// Whether bytes of neither side wait, and nothing is to be told of either stream.
  @inlinable @inline(__always)
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
    _ segment: Segment, _ payload: RawSpan, from side: Side, at provenance: Provenance
  ) -> Outcome {
    if segment.flags.contains(.syn) {
      streams[side].synchronise(firstByte: segment.sequence &+ 1)
      if side == .server { streams.client.synchronise(firstByte: segment.acknowledgment) }
    }
    if segment.flags.contains(.ack), !segment.flags.contains(.rst) {
      streams[side.peer].acknowledge(segment.acknowledgment)
    }
    var verdict: TCPStream.Verdict?
    if segment.payloadLength > 0 || segment.flags.contains(.fin) {
      verdict = streams[side].accept(
        sequence: segment.flags.contains(.syn) ? segment.sequence &+ 1 : segment.sequence,
        payload: payload, cut: segment.payloadMissing, isLast: segment.flags.contains(.fin),
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
