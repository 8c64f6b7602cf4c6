public import Model

/// A protocol spoken in datagrams, joined to the house: what ``Layer`` is for byte streams.
///
/// One object serves both directions of one UDP flow.
public protocol DatagramLayer: AnyObject, SendableMetatype {
  /// EVE's `app_proto`.
  static var name: String { get }

  /// Whether the protocol is only recognised, not read.
  static var isOpaque: Bool { get }

  /// Judges the first datagram of either side.
  static func probe(
    _ datagram: borrowing RawSpan, from side: Side, hints: ProbeHints
  ) -> Probe

  init(_ context: LayerContext)

  /// Takes the next datagram's payload, as captured (it may be cut short by the snap length).
  func receive(_ datagram: RawSpan, from side: Side, at provenance: Provenance)

  /// Learns that the flow is over.
  func end(at provenance: Provenance)
}

extension DatagramLayer {
  public static var isOpaque: Bool { false }
}
