public import Model

/// What a layer makes of the first bytes of a stream.
public enum Probe: Sendable, Hashable {
  case match
  case mismatch
  /// Not enough bytes to say.
  case needsMore
}

/// What is known of a stream before its first byte is read.
public struct ProbeHints: Sendable, Hashable {
  /// The application protocol that TLS or QUIC settled on.
  public var alpn: String?
  /// The port the client connected to.
  public var serverPort: UInt16
  /// The port the client connected from.
  public var clientPort: UInt16
  /// Whether the bytes end in a hole: no more of them will come.
  public var isCut = false

  public init(alpn: String? = nil, serverPort: UInt16, clientPort: UInt16 = 0) {
    self.alpn = alpn
    self.clientPort = clientPort
    self.serverPort = serverPort
  }
}

/// A protocol spoken over a byte stream, joined to the house.
///
/// Below a layer lie pure parsers that know bytes only; the layer knows provenance, the other side,
/// and who reads on. One object serves both directions of one stream.
public protocol Layer: AnyObject, SendableMetatype {
  /// EVE's `app_proto`.
  static var name: String { get }

  /// Whether the protocol is only recognised, not read.
  static var isOpaque: Bool { get }

  /// Judges the first bytes of either side. Must not need more than ``Limits/probeBytes``.
  static func probe(
    client: borrowing RawSpan, server: borrowing RawSpan, hints: ProbeHints
  ) -> Probe

  init(_ context: LayerContext)

  /// Takes the next bytes in order.
  func receive(_ bytes: RawSpan, from side: Side, at provenance: Provenance)

  /// Learns that the capture lost `count` bytes here.
  func gap(_ count: Int, from side: Side, at provenance: Provenance)

  /// How many of a side's next bytes need not be handed over, because nobody asks for more than their
  /// number. Those that went by are told with ``passOver(_:from:)`` before anything else is.
  func passableBytes(from side: Side) -> Int

  /// Learns that so many bytes went by in order.
  func passOver(_ count: Int, from side: Side)

  /// Learns that a side will send no more.
  ///
  /// - Parameter isClean: whether the side said so itself; false when the flow timed out, was reset,
  ///   or the input ended.
  func end(from side: Side, isClean: Bool, at provenance: Provenance)
}

extension Layer {
  public static var isOpaque: Bool { false }
  public func passableBytes(from side: Side) -> Int { 0 }
  public func passOver(_ count: Int, from side: Side) {}
}
