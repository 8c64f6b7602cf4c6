public import Model
import Wire

extension HTTP1Layer {
  /// Bytes kept of an ordinary request's body.
  private static let ordinaryBodyLimit = 256 << 10

  /// Takes an ordinary request's head that lies whole at `offset`, which moves past it.
  ///
  /// - Returns: false when the request must be read in full, or the connection needs no more reading.
  func takeOrdinaryRequest(
    _ bytes: RawSpan, from offset: inout Int, at provenance: Provenance
  ) -> Bool {
    guard let marks = screenedFields, requests.isBetweenMessages,
      let scan = HTTP1Scan(bytes, from: offset, .request, marks: marks)
    else { return false }
    switch context.screen(bytes, scan) {
    case .deserving:
      return false
    case .enough:
      release()
      return false
    case .ordinary:
      break
    }
    let exchange = newExchange()
    exchange.unreadRequest = UnreadRequest(
      head: bytes.extracting(offset..<scan.end).array,
      hostRange: scan.host.lowerBound - offset..<scan.host.upperBound - offset,
      provenance: provenance)
    exchange.asksForHead = scan.isHead
    let framing = scan.framing()
    if framing != .none {
      exchange.request = PendingMessage(limit: Self.ordinaryBodyLimit, at: provenance)
    }
    offset = scan.end
    requests.begin(framing)
    enqueue(exchange, at: provenance)
    return true
  }

  /// Takes the head of a response to an ordinary request, if it is ordinary too.
  func takeOrdinaryResponse(
    _ bytes: RawSpan, from offset: inout Int, at provenance: Provenance
  ) -> Bool {
    guard let marks = screenedFields, responses.isBetweenMessages,
      let exchange = queue.first, exchange.unreadRequest != nil,
      let scan = HTTP1Scan(bytes, from: offset, .status, marks: marks)
    else { return false }
    _ = queue.popFirst()
    exchange.unreadResponse = UnreadResponse(byteCount: scan.fieldBytes)
    offset = scan.end
    responses.begin(scan.framing(answeringHead: exchange.asksForHead))
    answering = exchange
    return true
  }

  /// Takes bytes of the server that all belong to the body of an ordinary response, which is only
  /// measured: most of what a gateway sees of HTTP.
  func passUnreadBody(_ count: Int) -> Bool {
    guard let answering, answering.unreadResponse != nil, responses.passBody(count) else {
      return false
    }
    answering.unreadResponse?.byteCount += count
    return true
  }
}

/// What is kept of a request that nobody reads for now.
struct UnreadRequest {
  var head: [UInt8]
  /// Where the value of its `Host` field stands in `head`.
  var hostRange: Range<Int>
  var provenance: Provenance
}

/// What is kept of the response to such a request.
struct UnreadResponse {
  /// Bytes of its fields and its body.
  var byteCount: Int
  var isOver = false
}

extension PendingExchange {
  /// The exchange unread; nil when its request was read.
  var ordinary: OrdinaryExchange? {
    guard let unreadRequest else { return nil }
    return OrdinaryExchange(
      head: unreadRequest.head, hostRange: unreadRequest.hostRange, body: request?.message.body,
      provenance: request?.message.provenance ?? unreadRequest.provenance,
      responseLength: unreadResponse?.byteCount
        ?? response.map { $0.message.body.transferredLength + responseFieldBytes },
      stream: ordinal)
  }
}

extension OrdinaryExchange {
  /// The exchange read after all; nil when its head cannot be.
  public func opened(_ limits: Limits) -> HTTPExchange? {
    let sent = head
    guard let head = try? HTTP1Head(parsing: sent.span.bytes, .request) else { return nil }
    let target = HTTP1Target(head)
    var request = HTTPMessage(fields: head.fields, provenance: provenance)
    if let body {
      request.body = body
      request.body.removeCodings(head.contentCodings + head.transferCodings, limits: limits)
    } else {
      request.body.isComplete = true
    }
    var response: HTTPMessage?
    if let responseLength {
      response = HTTPMessage(fields: [], provenance: provenance)
      response?.body.transferredLength = responseLength
    }
    return HTTPExchange(
      version: head.version, method: head.method, host: target.authority(isEncrypted: false),
      target: target.target,
      request: request, response: response, status: nil, isEncrypted: false, serverName: nil,
      tunnels: [], isProxied: false, stream: stream)
  }
}
