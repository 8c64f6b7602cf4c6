import Model
import Protocols
import TestKit

/// A house for one layer: plays a conversation to it and keeps what it observed.
final class LayerHarness: LayerEnvironment {
  var limits = Limits()
  var secrets = SecretStore()
  var sessions = ResumableSessions()
  var fingerprints = FingerprintBook()
  var mayLearnSecrets = false
  var keepsResponseBodies = true
  var verdict = Attention.opened
  var clues: [AttentionClue] = []
  var observations: [Observation] = []
  var plaintextSample = (byteCount: 0, all: false)
  var screenedFields: FieldNameFilter?
  var screening = RequestScreening.ordinary
  /// Targets of the requests that were screened.
  var screened: [String] = []

  let state: FlowState
  private var frame = 0
  private var skipped: Int64 = 0

  init(serverPort: UInt16 = 443) {
    state = FlowState(
      FlowReference(
        id: 1, transport: .tcp, client: Endpoint(IPAddress(v4: 0x0a00_0001), 50_000),
        server: Endpoint(IPAddress(v4: 0x0a00_0002), serverPort)))
  }

  var context: LayerContext { LayerContext(environment: self, state: state) }

  var hasSecrets: Bool { !secrets.isEmpty }

  func secret(_ label: SecretLabel, for random: ClientRandom) -> [UInt8]? {
    secrets.secret(label, for: random)
  }

  func attention(for clue: AttentionClue, of state: FlowState) -> Attention {
    clues.append(clue)
    return verdict
  }

  func passesOver(serverName: RawSpan, of state: FlowState) -> Bool { false }

  func screen(
    _ head: RawSpan, _ scan: HTTP1Scan, of state: FlowState
  ) -> RequestScreening {
    screened.append(head.extracting(scan.target).fieldText)
    return screening
  }

  func record(
    _ observation: consuming Observation, flow: FlowReference, at provenance: Provenance
  ) {
    observations.append(observation)
  }

  /// The provenance of the next frame; each is a millisecond after the one before.
  func nextFrame() -> Provenance {
    frame += 1
    return Provenance(
      FrameID(capture: 0, number: frame),
      Timestamp(nanoseconds: Int64(frame) * 1_000_000 + skipped))
  }

  /// Lets time pass without a frame.
  func skip(seconds: Int64) { skipped += seconds * 1_000_000_000 }

  /// Plays one side's bytes in pieces of `size`.
  func play(_ bytes: [UInt8], from side: Side, to layer: any Layer, size: Int = .max) {
    for piece in pieces(of: bytes, size: min(size, max(bytes.count, 1))) {
      layer.receive(piece.span.bytes, from: side, at: nextFrame())
    }
  }

  func finish(_ layer: any Layer, isClean: Bool = true) {
    layer.end(from: .client, isClean: isClean, at: nextFrame())
    layer.end(from: .server, isClean: isClean, at: nextFrame())
  }

  var exchanges: [HTTPExchange] {
    observations.compactMap { if case .http(let exchange) = $0 { exchange } else { nil } }
  }

  var anomalies: [Anomaly] {
    observations.compactMap { if case .anomaly(let anomaly) = $0 { anomaly } else { nil } }
  }
}
