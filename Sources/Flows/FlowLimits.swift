/// Caps and timeouts of the flow table and of reassembly (docs/Limits.md).
public struct FlowLimits: Sendable, Hashable {
  /// Flows in the table; beyond it the one whose timeout would come first gives way.
  public var flows = 1_000_000
  /// Out-of-order bytes held for one flow, both sides together.
  public var heldBytesPerFlow = 8 << 20
  /// Out-of-order bytes held for all flows.
  public var heldBytes = 256 << 20
  /// Out-of-order segments held for one side of one flow.
  public var heldSegments = 4_096
  /// Seconds of silence after which an open TCP flow is over.
  public var tcpIdle = 3_600
  /// Seconds that a closed TCP flow stays for stragglers.
  public var tcpClosed = 15
  /// Seconds of silence after which a connection attempt that got no answer is over, and a flow whose
  /// last FIN was not acknowledged.
  public var tcpNew = 120
  /// Seconds of silence after which a TCP flow is over of which only one side is in the capture.
  public var tcpOneSided = 600
  /// Seconds of silence after which a UDP or ICMP flow is over.
  public var datagramIdle = 180
  /// Seconds that a hole may stay open once the receiver has acknowledged what lies behind it.
  public var acknowledgedHole = 2
  /// UDP flows of which it is remembered what was counted in them.
  public var rememberedFlows = 65_536
  /// Conversations with one server among which one whose client moved is looked for.
  public var movedCandidates = 64
  /// Datagrams whose fragments are held.
  public var fragmentedDatagrams = 4_096
  /// Bytes of fragments held in all.
  public var fragmentBytes = 16 << 20
  /// Seconds that the fragments of a datagram are held.
  public var fragmentIdle = 30

  public init() {}
}
