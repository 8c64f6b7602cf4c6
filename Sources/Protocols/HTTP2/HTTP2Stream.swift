import Model
import Wire

/// One stream of an HTTP/2 connection: an exchange in the making, or a tunnel.
final class HTTP2Stream {
  /// What one side sent on the stream.
  struct Half {
    var fields: [HTTPField] = []
    var trailers: [HTTPField] = []
    var body: BodyCollector
    var provenance: Provenance?
    var hasHead = false
    var hasEnded = false
    /// Bytes that may have been this half's, among those that the capture lost.
    var doubtful = 0
    /// Whether bytes were lost of which it is not known whose they were.
    var isInDoubt = false

    init(limit: Int) {
      body = BodyCollector(limit: limit)
    }

    mutating func touch(_ provenance: Provenance) {
      self.provenance = self.provenance?.union(provenance) ?? provenance
    }
  }

  /// Bytes of a tunnel that came before the answer that opens it.
  struct Early {
    var bytes: [UInt8]
    var provenance: Provenance
  }

  let id: UInt32
  var halves: [Half]
  var status: Int?
  /// What runs inside, once a `CONNECT` was answered.
  var tunnel: (any Layer)?
  var isConnect = false
  /// The HTTP/1.1 exchange that this stream continues.
  var upgrade: HTTPExchange?
  var early: [Early] = []
  /// Bytes held, by which the connection's budget is kept.
  var held = 0

  init(id: UInt32, limits: Limits) {
    self.id = id
    halves = [Half(limit: limits.bodyBytes), Half(limit: limits.bodyBytes)]
  }

  var isComplete: Bool { halves[0].hasEnded && halves[1].hasEnded }

  /// The value of a pseudo-header field of the request, or nil.
  func requestField(_ name: String) -> String? {
    halves[0].fields.first { $0.name == name }?.value
  }

  /// The method; empty when the request was not seen, `?` when its name in the table was lost.
  var method: String {
    guard halves[0].hasHead else { return "" }
    return requestField(":method") ?? "?"
  }

  /// What a forwarded request is for: path and query, or the authority of a `CONNECT`.
  var target: String {
    guard halves[0].hasHead else { return "" }
    return requestField(":path") ?? (isConnect ? requestField(":authority") : nil) ?? "?"
  }

  /// The authority without the port that the scheme implies.
  var host: String? {
    (requestField(":authority") ?? hostField)
      .map { Authority.trimmed($0, scheme: requestField(":scheme")) }
  }

  private var hostField: String? {
    halves[0].fields.first { $0.name.equalsIgnoringASCIICase("host") }?.value
  }

  /// The exchange as far as it was seen.
  func exchange(in context: LayerContext) -> HTTPExchange {
    HTTPExchange(
      version: .http2, method: method, host: host, target: target,
      request: message(0, context.limits), response: message(1, context.limits), status: status,
      isEncrypted: context.path.isEncrypted, serverName: context.path.serverName,
      tunnels: context.path.tunnels, isProxied: false, stream: UInt64(id))
  }

  private func message(_ side: Int, _ limits: Limits) -> HTTPMessage? {
    let half = halves[side]
    guard let provenance = half.provenance else { return nil }
    var message = HTTPMessage(fields: half.fields, provenance: provenance)
    message.trailers = half.trailers
    var body = half.body
    let codings = half.fields.filter { $0.name.equalsIgnoringASCIICase("content-encoding") }
    var isWhole = half.hasHead && half.hasEnded
    if half.isInDoubt {
      // The announced length says whether any of the lost bytes were this body's.
      if let announced = message["content-length"].flatMap({ Int($0) }), announced >= body.count {
        body.gap(announced - body.count)
      } else {
        body.gap(half.doubtful)
        isWhole = false
      }
    }
    message.body = body.finish(
      codings: codings.map(\.value), isComplete: isWhole, limits: limits)
    return message
  }
}
