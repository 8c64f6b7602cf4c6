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

  /// Whether retransmissions are held against what came before them.
  func compareCopies(_ compares: Bool) {
    client.comparesCopies = compares
    server.comparesCopies = compares
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
