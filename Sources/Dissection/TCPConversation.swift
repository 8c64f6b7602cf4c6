import Flows
import Model
import Protocols

/// What is kept of a TCP flow while it is being read.
final class TCPConversation {
  let state: FlowState
  /// Finds out who is to read the streams; nil once that is known.
  private var detector: StreamDetector?
  /// Who reads them; nil once both are over, because closed flows stay in the table a while.
  private var layer: (any Layer)?
  var connection = TCPConnection()
  /// Whether it was told that the flow ran into a cap.
  var hasReportedCap = false
  private var hasEnded = BySide(both: false)
  /// Digests of both sides' streams; nil unless they were asked for.
  private(set) var recorders: BySide<StreamRecorder>?

  init(
    _ context: LayerContext, startsMidway: Bool, firstClientByte: UInt32?,
    firstServerByte: UInt32?, isRecorded: Bool
  ) {
    state = context.state
    if isRecorded { recorders = BySide(both: StreamRecorder()) }
    detector = StreamDetector(context, startsMidway: startsMidway)
    if let firstClientByte { connection.streams.client.synchronise(firstByte: firstClientByte) }
    if let firstServerByte { connection.streams.server.synchronise(firstByte: firstServerByte) }
  }

  /// Whether retransmissions are held against what came before them.
  func compareCopies(_ compares: Bool) {
    connection.streams.client.comparesCopies = compares
    connection.streams.server.comparesCopies = compares
  }

  /// Passes bytes that are in order to the layers.
  @inline(__always)
  func pass(_ bytes: RawSpan, from side: Side, at provenance: Provenance) {
    if recorders != nil { recorders?[side].receive(bytes) }
    if let layer {
      layer.receive(bytes, from: side, at: provenance)
      return
    }
    guard let detector else { return }
    detector.receive(bytes, from: side, at: provenance)
    guard let successor = detector.successor else { return }
    layer = successor
    self.detector = nil
  }

  /// The layer that takes what comes next.
  private var reader: (any Layer)? { layer ?? detector }

  /// Bytes of the server that may go by unread.
  var passing: UInt32 = 0

  /// How many of the server's next bytes the layers do not ask for.
  var passableBytes: Int {
    recorders == nil ? layer?.passableBytes(from: .server) ?? 0 : 0
  }

  /// Tells the layers of bytes of the server that went by.
  func passOver(_ count: Int) {
    connection.streams.server.passOver(count)
    layer?.passOver(count, from: .server)
  }

  /// Tells the layers of bytes that will not come.
  func passGap(_ count: Int, from side: Side, at provenance: Provenance) {
    recorders?[side].gap(count)
    reader?.gap(count, from: side, at: provenance)
  }

  /// Tells the layers, once, that a side is done.
  func end(_ side: Side, isClean: Bool, at provenance: Provenance) {
    guard !hasEnded[side] else { return }
    hasEnded[side] = true
    reader?.end(from: side, isClean: isClean, at: provenance)
    guard hasEnded.client, hasEnded.server else { return }
    layer = nil
    detector = nil
  }
}
