import Model
import Wire

/// One half of an exchange while it is read.
final class PendingMessage {
  var message: HTTPMessage
  var body: BodyCollector
  let codings: [String]
  var isOver = false

  init(_ head: HTTP1Head, limit: Int, at provenance: Provenance) {
    message = HTTPMessage(fields: head.fields, provenance: provenance)
    body = BodyCollector(limit: limit)
    codings = head.contentCodings + head.transferCodings
  }

  /// A half whose fields nobody reads for now.
  init(limit: Int, at provenance: Provenance) {
    message = HTTPMessage(fields: [], provenance: provenance)
    body = BodyCollector(limit: limit)
    codings = []
  }

  func append(_ bytes: RawSpan, at provenance: Provenance) {
    body.append(bytes, at: provenance)
    message.provenance = message.provenance.union(provenance)
  }

  func finish(isComplete: Bool, trailers: [HTTPField] = [], _ limits: Limits) {
    guard !isOver else { return }
    isOver = true
    message.trailers = trailers
    message.body = body.finish(codings: codings, isComplete: isComplete, limits: limits)
    body = BodyCollector(limit: 0)
  }
}

/// An exchange of which a half is still to come.
final class PendingExchange {
  /// Its place on the connection, from one.
  let ordinal: UInt64
  /// What was read of the heads; nil for an ordinary exchange, which is to be small.
  private var heads: Heads?
  /// Set when the request is ordinary; see ``OrdinaryExchange``.
  var unreadRequest: UnreadRequest?
  /// Whether the request is a `HEAD`, whose response has no body whatever it says.
  var asksForHead = false
  var request: PendingMessage?
  /// Set when the response to an ordinary request is ordinary, too.
  var unreadResponse: UnreadResponse?
  /// Bytes of the fields of another response to an ordinary request.
  var responseFieldBytes = 0
  var response: PendingMessage?

  init(ordinal: UInt64) {
    self.ordinal = ordinal
  }

  private final class Heads {
    var request: HTTP1Head?
    var target: HTTP1Target?
    var response: HTTP1Head?
  }

  /// Nil for a response whose request was not seen.
  var requestHead: HTTP1Head? {
    get { heads?.request }
    set { made.request = newValue }
  }

  var target: HTTP1Target? {
    get { heads?.target }
    set { made.target = newValue }
  }

  var responseHead: HTTP1Head? {
    get { heads?.response }
    set { made.response = newValue }
  }

  private var made: Heads {
    if let heads { return heads }
    let made = Heads()
    heads = made
    return made
  }

  var isRequestOver: Bool { request?.isOver ?? true }
  var isResponseOver: Bool { unreadResponse?.isOver ?? response?.isOver ?? false }

  /// Whether the request asks for bytes of another protocol to follow it.
  var asksForHandover: Bool {
    guard let requestHead else { return false }
    return requestHead.method == "CONNECT" || requestHead.upgrade != nil
  }

  func exchange(in path: StreamPath) -> HTTPExchange {
    HTTPExchange(
      version: requestHead?.version ?? responseHead?.version ?? .http11,
      method: requestHead?.method ?? "",
      host: target?.authority(isEncrypted: path.isEncrypted), target: target?.target ?? "",
      request: request?.message, response: response?.message, status: responseHead?.status,
      isEncrypted: path.isEncrypted, serverName: path.serverName, tunnels: path.tunnels,
      isProxied: target?.isAbsolute ?? false, stream: ordinal)
  }
}

/// Exchanges in order, taken from the front without moving the rest each time.
struct ExchangeQueue {
  private var exchanges: [PendingExchange?] = []
  private var front = 0

  var count: Int { exchanges.count - front }
  var first: PendingExchange? { front < exchanges.count ? exchanges[front] : nil }

  mutating func append(_ exchange: PendingExchange) {
    exchanges.append(exchange)
  }

  mutating func popFirst() -> PendingExchange? {
    guard front < exchanges.count else { return nil }
    // Without pipelining there is one at a time.
    if front == 0, exchanges.count == 1 { return exchanges.removeLast() }
    let exchange = exchanges[front]
    exchanges[front] = nil
    front += 1
    if front == exchanges.count {
      exchanges.removeAll(keepingCapacity: true)
      front = 0
    } else if front >= 64, front * 2 > exchanges.count {
      exchanges.removeFirst(front)
      front = 0
    }
    return exchange
  }
}
