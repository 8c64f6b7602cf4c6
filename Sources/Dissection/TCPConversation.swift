import Flows
import Model
import Protocols

/// What is kept of a TCP flow while it is being read.
final class TCPConversation {
  let state: FlowState
  /// Who reads the streams; nil once both are over, because closed flows stay in the table a while.
  private var root: StreamDetector?
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
    root = StreamDetector(context, startsMidway: startsMidway)
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
    root?.receive(bytes, from: side, at: provenance)
  }

  /// Bytes of the server that may go by unread.
  var passing: UInt32 = 0

  /// How many of the server's next bytes the layers do not ask for.
  var passableBytes: Int {
    recorders == nil ? root?.passableBytes(from: .server) ?? 0 : 0
  }

  /// Tells the layers of bytes of the server that went by.
  func passOver(_ count: Int) {
    connection.streams.server.passOver(count)
    root?.passOver(count, from: .server)
  }

  /// Tells the layers of bytes that will not come.
  func passGap(_ count: Int, from side: Side, at provenance: Provenance) {
    recorders?[side].gap(count)
    root?.gap(count, from: side, at: provenance)
  }

  /// Tells the layers, once, that a side is done.
  func end(_ side: Side, isClean: Bool, at provenance: Provenance) {
    guard !hasEnded[side] else { return }
    hasEnded[side] = true
    root?.end(from: side, isClean: isClean, at: provenance)
    if hasEnded.client, hasEnded.server { root = nil }
  }
}
