import Model

/// The streams of a connection that does not speak HTTP/3: each is a byte stream of its own.
final class RawStreams: QUICApplication {
  private let context: LayerContext
  private var detectors: [UInt64: StreamDetector] = [:]
  /// Streams of which one side is over.
  private var halfOpen: Set<UInt64> = []

  init(_ context: LayerContext) {
    self.context = context
  }

  func receive(
    _ bytes: RawSpan, on stream: UInt64, from side: Side, at provenance: Provenance
  ) {
    detector(stream)?.receive(bytes, from: side, at: provenance)
  }

  func gap(_ count: Int, on stream: UInt64, from side: Side, at provenance: Provenance) {
    context.state.missingBytes += UInt64(count)
    detector(stream)?.gap(count, from: side, at: provenance)
  }

  func finish(
    _ stream: UInt64, from side: Side, isClean: Bool, at provenance: Provenance
  ) {
    detectors[stream]?.end(from: side, isClean: isClean, at: provenance)
    if stream.isUnidirectionalStream || halfOpen.remove(stream) != nil {
      detectors[stream] = nil
    } else if detectors[stream] != nil {
      halfOpen.insert(stream)
    }
  }

  func end(at provenance: Provenance) {
    for (_, detector) in detectors.sorted(by: { $0.key < $1.key }) {
      for side in Side.allCases { detector.end(from: side, isClean: false, at: provenance) }
    }
    detectors = [:]
  }

  private func detector(_ stream: UInt64) -> StreamDetector? {
    if let known = detectors[stream] { return known }
    guard detectors.count < context.limits.streams else { return nil }
    let detector = StreamDetector(context)
    detectors[stream] = detector
    return detector
  }
}
