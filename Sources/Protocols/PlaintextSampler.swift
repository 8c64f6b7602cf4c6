import Model
import Wire

/// Keeps the first bytes of each side of a stream that nobody reads, as the user asked (`--plaintext`).
struct PlaintextSampler {
  private let context: LayerContext
  private let wanted: Int
  private var isDone = BySide(both: false)
  private var samples = BySide<[UInt8]>(both: [])

  init(_ context: LayerContext) {
    self.context = context
    wanted = context.environment.plaintextSample.byteCount
  }

  mutating func take(_ bytes: RawSpan, from side: Side, at provenance: Provenance) {
    guard !isDone[side] else { return }
    let room = wanted - samples[side].count
    guard room > 0 else { return }
    bytes.extracting(first: room).append(to: &samples[side])
    if bytes.byteCount >= room { flush(side, at: provenance) }
  }

  /// Whether something is kept that was not told.
  var holdsSamples: Bool { !samples.client.isEmpty || !samples.server.isEmpty }

  /// Tells what was kept of a side, once.
  mutating func flush(_ side: Side, at provenance: Provenance) {
    guard !isDone[side], !samples[side].isEmpty else { return }
    isDone[side] = true
    context.observe(
      .plaintext(PlaintextSample(sender: side, offset: 0, bytes: samples[side])), at: provenance)
    samples[side] = []
  }
}

extension LayerContext {
  /// Whether whoever detects a stream's protocol samples it, too (`--plaintext-all`).
  var isSampledOutside: Bool { environment.plaintextSample.all && path.isEncrypted }
}
