public import Model
import Wire

/// WebSocket (RFC 6455) with permessage-deflate (RFC 7692), after its HTTP handshake.
///
/// Each message becomes one observation, control frames too. After lost bytes a message that leans on
/// what came before is given as far as it can be inflated, and marked as truncated.
public final class WebSocketLayer: Layer {
  public static let name = "websocket"

  private static let anomalyLimit = 64

  private let context: LayerContext
  private let handshake: HTTPExchange?
  private let extensions: WebSocketExtensions
  private let readers: [WebSocketReader]
  private var assemblers: [WebSocketAssembler]
  private var inflaters: [WebSocketInflater?] = [nil, nil]
  /// Whether messages may refer to others that were not read.
  private var isContextLost: [Bool]
  private var anomalies = 0

  /// A connection whose handshake was not seen.
  public convenience init(_ context: LayerContext) {
    self.init(context, handshake: nil)
  }

  /// - Parameter request: the exchange that opened the connection, answer included.
  public convenience init(_ context: LayerContext, after request: HTTPExchange) {
    self.init(context, handshake: request)
  }

  private init(_ context: LayerContext, handshake: HTTPExchange?) {
    self.context = context
    self.handshake = handshake
    extensions =
      handshake?.response.map { WebSocketExtensions(response: $0) } ?? WebSocketExtensions()
    let limit = context.limits.bodyBytes
    readers = Side.allCases.map { WebSocketReader(side: $0, lengthLimit: limit) }
    assemblers = Side.allCases.map { _ in WebSocketAssembler(limit: limit) }
    isContextLost = [handshake == nil, handshake == nil]
  }

  /// Frames have no mark by which they could be told from other bytes: only a handshake leads here.
  public static func probe(
    client: borrowing RawSpan, server: borrowing RawSpan, hints: ProbeHints
  ) -> Probe { .mismatch }

  public func receive(_ bytes: RawSpan, from side: Side, at provenance: Provenance) {
    let reader = readers[Int(side.rawValue)]
    if side == .client { countSeen(bytes.byteCount, isRead: reader.isAligned) }
    reader.push(bytes, at: provenance) { event, at in handle(event, from: side, at) }
  }

  public func gap(_ count: Int, from side: Side, at provenance: Provenance) {
    if side == .client { countSeen(count, isRead: false) }
    readers[Int(side.rawValue)].gap(count, at: provenance) { event, at in
      handle(event, from: side, at)
    }
  }

  public func end(from side: Side, isClean: Bool, at provenance: Provenance) {
    let index = Int(side.rawValue)
    readers[index].finish(at: provenance) { event, at in handle(event, from: side, at) }
    for message in assemblers[index].flush() { deliver(message, from: side) }
  }

  private func handle(
    _ event: WebSocketReader.Event, from side: Side, _ provenance: Provenance
  ) {
    let index = Int(side.rawValue)
    switch event {
    case .begin(let header):
      if let cut = assemblers[index].begin(header, at: provenance) {
        note("bad_frame", "a message of the \(side) began within another", at: provenance)
        deliver(cut, from: side)
      }
    case .payload(let bytes):
      assemblers[index].append(bytes, at: provenance)
    case .payloadGap(let count):
      note("gap", "\(count) bytes of a message of the \(side) are missing", at: provenance)
      assemblers[index].lose(count)
    case .end:
      if let message = assemblers[index].endFrame() { deliver(message, from: side) }
    case .lost(let count):
      note("gap", "\(count) bytes of frames of the \(side) are missing", at: provenance)
      for message in assemblers[index].flush() { deliver(message, from: side) }
      loseContext(of: side, at: provenance)
    case .found: break
    case .abandoned:
      note("parse_failed", "no frames of the \(side) were found any more", at: provenance)
    }
  }

  private func deliver(_ message: WebSocketAssembler.Message, from side: Side) {
    var payload = message.payload
    var isTruncated = message.isTruncated
    var isDeflated = false
    if message.isCompressed {
      if extensions.isDeflateAllowed {
        isDeflated = true
        isTruncated = inflate(message, from: side, into: &payload) || isTruncated
      } else {
        note("bad_frame", "a compressed message that was not agreed on", at: message.provenance)
      }
    }
    var observed = WebSocketMessage(
      sender: side, opcode: message.opcode, isFinal: message.isFinal, payload: payload,
      transferredLength: message.transferredLength, isDeflated: isDeflated,
      isTruncated: isTruncated, host: handshake?.host, target: handshake?.target ?? "",
      serverName: context.path.serverName, tunnels: context.path.tunnels,
      isEncrypted: context.path.isEncrypted, handshake: handshake?.request?.fields ?? [],
      provenance: message.provenance)
    observed.segments = message.segments
    context.observe(.webSocket(observed), at: message.provenance)
  }

  /// Inflates a message, and says whether its end is missing.
  private func inflate(
    _ message: WebSocketAssembler.Message, from side: Side, into payload: inout [UInt8]
  ) -> Bool {
    let index = Int(side.rawValue)
    let inflater = inflaters[index] ?? WebSocketInflater()
    inflaters[index] = inflater
    if extensions.forgets.contains(side) { inflater.reset() }
    let limit = context.limits.bodyBytes
    let result = inflater.inflate(message.payload, limit: limit)
    payload = result.bytes
    if result.isTruncated {
      note("cap_reached", "a message inflates to more than \(limit) bytes", at: message.provenance)
    } else if result.isBroken, !message.isBroken, !isContextLost[index] {
      note("parse_failed", "a message of the \(side) does not inflate", at: message.provenance)
    }
    let isWhole = !result.isBroken && !result.isTruncated && !message.isBroken
    if isWhole {
      // From here on the window holds only what was read, without a hole.
      return false
    }
    loseContext(of: side, at: message.provenance)
    return true
  }

  /// Forgets earlier messages: a reference to them must fail, not find something else.
  private func loseContext(of side: Side, at provenance: Provenance) {
    let index = Int(side.rawValue)
    inflaters[index]?.reset()
    guard extensions.isDeflateAllowed, !extensions.forgets.contains(side), !isContextLost[index]
    else { return }
    isContextLost[index] = true
    note(
      "context_lost", "compressed messages of the \(side) may refer to lost ones", at: provenance)
  }

  private func countSeen(_ count: Int, isRead: Bool) {
    guard !context.path.isEncrypted else { return }
    context.state.clientBytesSeen += UInt64(count)
    if isRead { context.state.clientBytesRead += UInt64(count) }
  }

  private func note(_ event: String, _ detail: String, at provenance: Provenance) {
    anomalies += 1
    guard anomalies <= Self.anomalyLimit else { return }
    context.anomaly(event, layer: Self.name, detail, at: provenance)
  }
}
