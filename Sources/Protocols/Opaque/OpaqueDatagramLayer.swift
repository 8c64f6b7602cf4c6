package import Model
import Wire

/// A protocol over datagrams that is recognised and counted, but not read.
///
/// Adding one: a file in this folder and a line in ``Registry``.
package protocol OpaqueDatagramProtocol: SendableMetatype {
  /// EVE's `app_proto`.
  static var name: String { get }

  /// Judges the first datagram of either side.
  static func probe(_ datagram: borrowing RawSpan, from side: Side, hints: ProbeHints) -> Probe
}

/// A flow of datagrams whose protocol is recognised but not read: a tunnel, a call, a key exchange.
package final class OpaqueDatagramLayer<Content: OpaqueDatagramProtocol>: DatagramLayer {
  package static var name: String { Content.name }
  package static var isOpaque: Bool { true }

  private let context: LayerContext
  private var isDecided = false

  package static func probe(
    _ datagram: borrowing RawSpan, from side: Side, hints: ProbeHints
  ) -> Probe {
    Content.probe(datagram, from: side, hints: hints)
  }

  package init(_ context: LayerContext) {
    self.context = context
  }

  package func receive(_ datagram: RawSpan, from side: Side, at provenance: Provenance) {
    if side == .client { context.state.clientBytesSeen += UInt64(datagram.byteCount) }
    guard !isDecided else { return }
    isDecided = true
    context.decide(.unknownProtocol)
  }

  package func end(at provenance: Provenance) {}
}
