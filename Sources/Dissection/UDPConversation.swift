import Model
import Protocols
import Wire

/// What is kept of a UDP flow while it is being read.
final class UDPConversation {
  private let context: LayerContext
  private var layer: (any DatagramLayer)?
  private var tries = 0
  /// Datagrams that may go by before a flow is taken to speak nothing that is read here.
  private static let mostTries = 4

  /// The conversation that this one goes on with, from another address of its client.
  private var origin: UDPConversation?
  /// Conversations that go on with this one and are not over.
  private var heirs = 0
  private var hasEnded = false

  init(_ context: LayerContext) {
    self.context = context
  }

  var state: FlowState { context.state }

  /// How much work the flow deserves: of one whose client moved, as much as before.
  var attention: Attention { origin?.attention ?? state.attention }

  var isRecognised: Bool { layer != nil }

  /// What to remember when the flow is only counted.
  var memory: (any FlowMemory)? { origin == nil ? layer?.memory : nil }

  func receive(_ datagram: RawSpan, from side: Side, at provenance: Provenance) {
    if let layer {
      layer.receive(datagram, from: side, at: provenance)
      return
    }
    let hints = ProbeHints(
      serverPort: context.flow.server.port, clientPort: context.flow.client.port)
    for candidate in Registry.datagramLayers {
      guard candidate.probe(datagram, from: side, hints: hints) == .match else { continue }
      state.applicationProtocol = candidate.name
      let layer = candidate.init(context)
      self.layer = layer
      layer.receive(datagram, from: side, at: provenance)
      return
    }
    tries += 1
    if tries >= Self.mostTries { state.attention = .counted }
  }

  /// Whether a datagram of another flow to the same server belongs here.
  func owns(_ datagram: borrowing RawSpan, from side: Side) -> Bool {
    layer?.owns(datagram, from: side) ?? false
  }

  /// Bits for the ids that datagrams of other flows may bear which belong here.
  var addressFilter: UInt64 { layer?.addressFilter ?? 0 }

  /// Whether others share what is read here.
  var isShared: Bool { origin != nil || heirs > 0 }

  /// What of ``addressFilter`` the dissector knows.
  var knownFilter: UInt64 = 0

  /// Goes on with what another conversation began.
  func inherit(from other: UDPConversation) {
    let origin = other.origin ?? other
    origin.heirs += 1
    self.origin = origin
    layer = origin.layer
    state.applicationProtocol = origin.state.applicationProtocol
  }

  /// Ends the flow, and what was spoken in it once no other flow goes on with it.
  func end(at provenance: Provenance) {
    guard !hasEnded else { return }
    hasEnded = true
    if let origin {
      state.isDecrypted = origin.state.isDecrypted
      origin.heirs -= 1
      origin.endWhenLeft(at: provenance)
    } else {
      endWhenLeft(at: provenance)
    }
  }

  private func endWhenLeft(at provenance: Provenance) {
    guard hasEnded, heirs == 0 else { return }
    layer?.end(at: provenance)
    layer = nil
  }
}
