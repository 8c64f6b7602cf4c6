package import Model
import Wire

/// A stream whose protocol is recognised but not read. Where it turns into TLS (STARTTLS), the TLS is
/// read like any other.
package final class OpaqueLayer<Content: OpaqueProtocol>: Layer {
  package static var name: String { Content.name }
  package static var isOpaque: Bool { true }

  private let context: LayerContext
  private var content = Content()
  private var sampler: PlaintextSampler
  /// Whether each side's bytes have turned into TLS.
  private var isUpgraded = [false, false]
  private var isOver = false
  private var clearBytes = 0
  private var inner: StreamDetector?

  package static func probe(
    client: borrowing RawSpan, server: borrowing RawSpan, hints: ProbeHints
  ) -> Probe {
    Content.probe(client: client, server: server)
  }

  package init(_ context: LayerContext) {
    self.context = context
    sampler = PlaintextSampler(context)
  }

  package func receive(_ bytes: RawSpan, from side: Side, at provenance: Provenance) {
    if isUpgraded[Int(side.rawValue)] {
      inner?.receive(bytes, from: side, at: provenance)
      return
    }
    guard !isOver else {
      take(bytes, from: side, at: provenance)
      return
    }
    switch content.search(bytes, from: side) {
    case .clear:
      take(bytes, from: side, at: provenance)
      clearBytes += bytes.byteCount
      if clearBytes > context.limits.clearPreludeBytes, !isUpgraded[Int(side.peer.rawValue)] {
        giveUp()
      }
    case .never:
      take(bytes, from: side, at: provenance)
      giveUp()
    case .begins(let offset):
      take(bytes.extracting(first: offset), from: side, at: provenance)
      isUpgraded[Int(side.rawValue)] = true
      let inner = inner ?? StreamDetector(context.inner { _ in })
      self.inner = inner
      inner.receive(bytes.extracting(droppingFirst: offset), from: side, at: provenance)
    }
  }

  package func gap(_ count: Int, from side: Side, at provenance: Provenance) {
    if isUpgraded[Int(side.rawValue)] {
      inner?.gap(count, from: side, at: provenance)
    } else {
      content.lose(from: side)
    }
  }

  package func end(from side: Side, isClean: Bool, at provenance: Provenance) {
    inner?.end(from: side, isClean: isClean, at: provenance)
    sampler.flush(side, at: provenance)
  }

  /// Nothing that is read will follow.
  private func giveUp() {
    isOver = true
    context.decide(.unknownProtocol)
  }

  private func take(_ bytes: RawSpan, from side: Side, at provenance: Provenance) {
    if side == .client, !context.path.isEncrypted {
      context.state.clientBytesSeen += UInt64(bytes.byteCount)
    }
    if !context.isSampledOutside { sampler.take(bytes, from: side, at: provenance) }
  }
}
