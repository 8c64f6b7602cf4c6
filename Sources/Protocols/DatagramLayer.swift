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

  /// Whether a datagram of another flow belongs here, because its client's address changed.
  func owns(_ datagram: borrowing RawSpan, from side: Side) -> Bool

  /// Bits for the addresses that datagrams of other flows may bear which belong here: ``owns(_:from:)`` is
  /// asked only of those whose bit (``Registry/addressBit(of:)``) is among them.
  var addressFilter: UInt64 { get }

  /// What to remember of a flow that is only counted from here on; nil when nothing new can begin in it.
  var memory: (any FlowMemory)? { get }
}

extension DatagramLayer {
  public func owns(_ datagram: borrowing RawSpan, from side: Side) -> Bool { false }
  public var addressFilter: UInt64 { 0 }
  public var memory: (any FlowMemory)? { nil }
}

/// What is left of a layer whose flow is only counted: enough to notice that something else begins.
public protocol FlowMemory: Sendable {
  /// Whether datagrams that begin with that byte are of interest at all; all others are only counted.
  static func minds(_ firstByte: UInt8) -> Bool

  /// Takes a datagram, and says whether it begins something that was not there before.
  mutating func isNews(_ datagram: borrowing RawSpan, from side: Side) -> Bool

  /// Adds what another layer of the same flow remembered.
  mutating func merge(_ other: any FlowMemory)
}

extension DatagramLayer {
  public static var isOpaque: Bool { false }
}
