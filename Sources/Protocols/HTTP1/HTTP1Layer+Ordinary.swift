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
    exchange.ordinaryHead = bytes.extracting(offset..<scan.end).array
    exchange.ordinaryHost = bytes.extracting(scan.host).fieldText
    exchange.asksForHead = scan.isHead
    exchange.request = PendingMessage(limit: Self.ordinaryBodyLimit, at: provenance)
    offset = scan.end
    requests.begin(scan.framing())
    enqueue(exchange, at: provenance)
    return true
  }

  /// Takes the head of a response to an ordinary request, if it is ordinary too.
  func takeOrdinaryResponse(
    _ bytes: RawSpan, from offset: inout Int, at provenance: Provenance
  ) -> Bool {
    guard let marks = screenedFields, responses.isBetweenMessages,
      let exchange = queue.first, exchange.ordinaryHead != nil,
      let scan = HTTP1Scan(bytes, from: offset, .status, marks: marks)
    else { return false }
    _ = queue.popFirst()
    exchange.responseFieldBytes = scan.fieldBytes
    exchange.response = PendingMessage(limit: 0, at: provenance)
    offset = scan.end
    responses.begin(scan.framing(answeringHead: exchange.asksForHead))
    answering = exchange
    return true
  }
}

extension PendingExchange {
  /// The exchange unread; nil when its request was read.
  var ordinary: OrdinaryExchange? {
    guard let ordinaryHead, let request else { return nil }
    return OrdinaryExchange(
      head: ordinaryHead, host: ordinaryHost, request: request.message,
      responseLength: response.map { $0.message.body.transferredLength + responseFieldBytes },
      stream: ordinal)
  }
}

extension OrdinaryExchange {
  /// The exchange read after all; nil when its head cannot be.
  public func opened(_ limits: Limits) -> HTTPExchange? {
    guard let head = try? HTTP1Head(parsing: head.span.bytes, .request) else { return nil }
    let target = HTTP1Target(head)
    var request = request
    request.fields = head.fields
    request.body.removeCodings(head.contentCodings + head.transferCodings, limits: limits)
    var response: HTTPMessage?
    if let responseLength {
      response = HTTPMessage(fields: [], provenance: request.provenance)
      response?.body.transferredLength = responseLength
    }
    return HTTPExchange(
      version: head.version, method: head.method, host: target.authority(isEncrypted: false),
      target: target.target,
      request: request, response: response, status: nil, isEncrypted: false, serverName: nil,
      tunnels: [], isProxied: false, stream: stream)
  }
}
