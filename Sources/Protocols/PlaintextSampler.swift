import Model
import Wire

/// Keeps the first bytes of each side of a stream that nobody reads, as the user asked (`--plaintext`).
struct PlaintextSampler {
  private let context: LayerContext
  private var isDone = [false, false]
  private var samples: [[UInt8]] = [[], []]

  init(_ context: LayerContext) {
    self.context = context
  }

  mutating func take(_ bytes: RawSpan, from side: Side, at provenance: Provenance) {
    let index = Int(side.rawValue)
    guard !isDone[index] else { return }
    let wanted = context.environment.plaintextSample.byteCount - samples[index].count
    guard wanted > 0 else { return }
    bytes.extracting(first: wanted).append(to: &samples[index])
    if bytes.byteCount >= wanted { flush(side, at: provenance) }
  }

  /// Tells what was kept of a side, once.
  mutating func flush(_ side: Side, at provenance: Provenance) {
    let index = Int(side.rawValue)
    guard !isDone[index], !samples[index].isEmpty else { return }
    isDone[index] = true
    context.observe(
      .plaintext(PlaintextSample(sender: side, offset: 0, bytes: samples[index])), at: provenance)
    samples[index] = []
  }
}

extension LayerContext {
  /// Whether whoever detects a stream's protocol samples it, too (`--plaintext-all`).
  var isSampledOutside: Bool { environment.plaintextSample.all && path.isEncrypted }
}
