public import Model
public import Wire

/// Both directions of a TCP connection, each of which tells something of the other: a SYN's answer where
/// the client's bytes begin, an acknowledgment which bytes arrived.
public struct TCPConnection: Sendable {
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

  /// Bytes that wait for others.
  public var heldBytes: Int { streams.client.heldBytes + streams.server.heldBytes }

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
      verdict: verdict, hasMore: streams[side].hasHeld || streams[side].hasConflicts,
      peerHasMore: streams[side.peer].hasHeld, isEnding: streams[side].isEnding)
  }

  /// Whether the hole in front of what is held is not worth waiting for.
  public func isHoleDue(_ side: Side, at now: Timestamp, _ limits: FlowLimits) -> Bool {
    heldBytes > limits.heldBytesPerFlow || streams[side].isHoleDue(at: now, limits)
  }
}
