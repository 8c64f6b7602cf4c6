import Flows
import Model
import Protocols

/// What is kept of a TCP flow while it is being read.
final class TCPConversation {
  let state: FlowState
  let root: StreamDetector
  var client = TCPStream()
  var server = TCPStream()
  /// Whether it was told that the flow ran into a cap.
  var hasReportedCap = false
  private var hasEnded = [false, false]
  /// Digests of both sides' streams; nil unless they were asked for.
  private(set) var recorders: [StreamRecorder]?

  init(
    _ context: LayerContext, startsMidway: Bool, firstClientByte: UInt32?,
    firstServerByte: UInt32?, isRecorded: Bool
  ) {
    state = context.state
    if isRecorded { recorders = [StreamRecorder(), StreamRecorder()] }
    root = StreamDetector(context, startsMidway: startsMidway)
    if let firstClientByte { client.synchronise(firstByte: firstClientByte) }
    if let firstServerByte { server.synchronise(firstByte: firstServerByte) }
  }

  var heldBytes: Int { client.heldBytes + server.heldBytes }

  /// Passes bytes that are in order to the layers.
  @inline(__always)
  func pass(_ bytes: RawSpan, from side: Side, at provenance: Provenance) {
    recorders?[Int(side.rawValue)].receive(bytes)
    root.receive(bytes, from: side, at: provenance)
  }

  /// Tells the layers of bytes that will not come.
  func passGap(_ count: Int, from side: Side, at provenance: Provenance) {
    recorders?[Int(side.rawValue)].gap(count)
    root.gap(count, from: side, at: provenance)
  }

  /// Tells the layers, once, that a side is done.
  func end(_ side: Side, isClean: Bool, at provenance: Provenance) {
    guard !hasEnded[Int(side.rawValue)] else { return }
    hasEnded[Int(side.rawValue)] = true
    root.end(from: side, isClean: isClean, at: provenance)
  }
}

/// What is kept of a UDP flow while it is being read.
final class UDPConversation {
  let state: FlowState
  private let context: LayerContext
  private var layer: (any DatagramLayer)?
  private var tries = 0
  /// Datagrams that may go by before a flow is taken to speak nothing that is read here.
  private static let mostTries = 4

  init(_ context: LayerContext) {
    self.context = context
    state = context.state
  }

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

  func end(at provenance: Provenance) {
    layer?.end(at: provenance)
  }
}
