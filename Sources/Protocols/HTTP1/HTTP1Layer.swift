public import Model
import Wire

/// HTTP/1.0 and HTTP/1.1 (RFC 9112): pairs requests with responses, and steps aside for tunnels and
/// upgrades.
public final class HTTP1Layer: Layer {
  public static let name = "http"
  /// Anomalies told of one connection.
  static let anomalyLimit = 64

  let context: LayerContext
  var requests: HTTP1Reader
  var responses: HTTP1Reader
  /// Exchanges whose response has not begun, in order of request.
  var queue = ExchangeQueue()
  /// The exchange whose request is being read.
  var sending: PendingExchange?
  /// The exchange whose response is being read.
  var answering: PendingExchange?
  /// Who reads on after a tunnel was opened or the protocol changed.
  var successor: (any Layer)?
  /// Client bytes that wait for the answer that says in which protocol they are.
  var waiting = HeldStretch()
  /// Where the head being read began.
  var headStart = BySide<Provenance?>(both: nil)
  var isServerOver = false
  /// Fields that make a request worth reading in full; nil when all are.
  let screenedFields: FieldNameFilter?
  private var ordinal: UInt64 = 0
  private var anomalies = 0
  /// Set when the flow deserves no more work.
  var isReleased = false

  public init(_ context: LayerContext) {
    self.context = context
    requests = HTTP1Reader(.requests, limits: context.limits)
    responses = HTTP1Reader(.responses, limits: context.limits)
    let isClear = !context.path.isEncrypted && context.path.tunnels.isEmpty
    screenedFields = isClear ? context.environment.screenedFields : nil
  }

  public func receive(_ bytes: RawSpan, from side: Side, at provenance: Provenance) {
    if let successor {
      successor.receive(bytes, from: side, at: provenance)
      return
    }
    guard !isReleased else { return }
    switch side {
    case .client: readRequests(bytes, at: provenance)
    case .server:
      if !passUnreadBody(bytes.byteCount) { readResponses(bytes, at: provenance) }
    }
  }

  public func passableBytes(from side: Side) -> Int {
    guard side == .server, successor == nil, !isReleased, answering?.unreadResponse != nil else {
      return 0
    }
    return responses.passableBytes
  }

  public func passOver(_ count: Int, from side: Side) {
    _ = passUnreadBody(count)
  }

  public func gap(_ count: Int, from side: Side, at provenance: Provenance) {
    if let successor {
      successor.gap(count, from: side, at: provenance)
      return
    }
    guard !isReleased, count > 0 else { return }
    switch side {
    case .client where waiting.isActive: waiting.gap(count, at: provenance)
    case .client: loseRequests(count, at: provenance)
    case .server: loseResponses(count, at: provenance)
    }
  }

  public func end(from side: Side, isClean: Bool, at provenance: Provenance) {
    if let successor {
      successor.end(from: side, isClean: isClean, at: provenance)
      return
    }
    guard !isReleased else { return }
    switch side {
    case .client: endRequests(isClean: isClean, at: provenance)
    case .server: endResponses(isClean: isClean, at: provenance)
    }
  }

  /// Makes the exchange for a message that begins.
  func newExchange() -> PendingExchange {
    ordinal += 1
    return PendingExchange(ordinal: ordinal)
  }

  /// Tells the exchange when both halves are over.
  func emitIfOver(_ exchange: PendingExchange, at provenance: Provenance) {
    if exchange.isRequestOver, exchange.isResponseOver || isServerOver {
      emit(exchange, at: provenance)
    }
  }

  /// Tells an exchange as it stands; halves that are not over are told as incomplete.
  func emit(_ exchange: PendingExchange, at provenance: Provenance) {
    exchange.request?.finish(isComplete: false, context.limits)
    exchange.response?.finish(isComplete: false, context.limits)
    exchange.unreadResponse?.isOver = true
    if sending === exchange { sending = nil }
    if answering === exchange { answering = nil }
    if let ordinary = exchange.ordinary {
      context.observe(.ordinary(ordinary), at: provenance)
      return
    }
    for body in [exchange.request?.message.body, exchange.response?.message.body] {
      guard let body else { continue }
      if body.isTruncated { note("cap_reached", "body longer than its cap", at: provenance) }
      if let failure = body.codingFailure, body.isComplete {
        note("content_coding_failed", failure, at: provenance)
      }
    }
    context.tell(exchange.exchange(in: context.path), at: provenance)
  }

  func note(_ fault: HTTP1Fault, at provenance: Provenance) {
    note(fault.rawValue, fault.explanation, at: provenance)
  }

  /// Tells an anomaly, unless this connection had its share.
  func note(_ event: String, _ detail: String, at provenance: Provenance) {
    guard anomalies < Self.anomalyLimit else { return }
    anomalies += 1
    context.anomaly(event, layer: Self.name, detail, at: provenance)
  }

  /// Frees all buffers; nothing more is told of the connection.
  func release() {
    isReleased = true
    queue = ExchangeQueue()
    sending = nil
    answering = nil
    waiting = HeldStretch()
    requests = HTTP1Reader(.requests, limits: context.limits)
    responses = HTTP1Reader(.responses, limits: context.limits)
  }
}
