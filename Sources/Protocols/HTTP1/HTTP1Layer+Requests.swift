import Model
import Wire

extension HTTP1Layer {
  func readRequests(_ bytes: RawSpan, at provenance: Provenance) {
    var offset = 0
    let skippedBefore = requests.skipped
    defer { if successor == nil { countClientBytes(offset, requests.skipped - skippedBefore) } }
    while !isReleased {
      if waiting.isActive {
        wait(bytes.extracting(droppingFirst: offset), at: provenance)
        return
      }
      if !requests.isInMessage { headStart.client = nil }
      if takeOrdinaryRequest(bytes, from: &offset, at: provenance) { continue }
      guard !isReleased else { return }
      let event = requests.next(bytes, from: &offset)
      if let fault = requests.takeFault() { note(fault, at: provenance) }
      switch event {
      case .needsMore:
        if requests.isInMessage, headStart.client == nil { headStart.client = provenance }
        return
      case .head(let head):
        beginRequest(head, at: provenance)
        requests.begin(head.framing())
      case .body(let range):
        sending?.request?.append(bytes.extracting(range), at: provenance)
      case .end(let trailers):
        endRequest(isComplete: true, trailers, at: provenance)
      case .broken(let fault):
        note(fault, at: provenance)
        endRequest(isComplete: false, [], at: provenance)
      }
    }
  }

  /// Counts bytes of a clear stream; whoever decrypts a stream counts its bytes itself.
  private func countClientBytes(_ seen: Int, _ skipped: Int) {
    guard !context.path.isEncrypted else { return }
    context.state.clientBytesSeen += UInt64(seen)
    // Held bytes may be given up later than they came.
    context.state.clientBytesRead += UInt64(max(seen - skipped, 0))
  }

  private func beginRequest(_ head: HTTP1Head, at provenance: Provenance) {
    let exchange = newExchange()
    let target = HTTP1Target(head)
    exchange.requestHead = head
    exchange.asksForHead = head.method == "HEAD"
    exchange.target = target
    exchange.request = PendingMessage(
      head, limit: context.limits.bodyBytes,
      at: headStart.client.map { $0.union(provenance) } ?? provenance)
    headStart.client = nil
    for fault in head.faults { note(fault, at: provenance) }
    if target.disagrees(with: head) { note(.hostMismatch, at: provenance) }
    enqueue(exchange, at: provenance)
    let verdict = context.decide(
      .request(
        method: head.method, host: target.host, target: target.target, fields: head.fields))
    if verdict == .counted { release() }
  }

  /// Lets an exchange wait for its response.
  func enqueue(_ exchange: PendingExchange, at provenance: Provenance) {
    if queue.count >= context.limits.pendingExchanges, let oldest = queue.popFirst() {
      note("cap_reached", "too many requests wait for their response", at: provenance)
      emit(oldest, at: provenance)
    }
    queue.append(exchange)
    sending = exchange
  }

  private func endRequest(isComplete: Bool, _ trailers: [HTTPField], at provenance: Provenance) {
    guard let exchange = sending else { return }
    sending = nil
    if isComplete, let request = exchange.request {
      exchange.request?.message.provenance = request.message.provenance.union(provenance)
    }
    exchange.request?.finish(isComplete: isComplete, trailers: trailers, context.limits)
    if exchange.asksForHandover, exchange.responseHead == nil { waiting.isActive = true }
    emitIfOver(exchange, at: provenance)
  }

  /// Holds bytes whose protocol the response will tell.
  private func wait(_ bytes: RawSpan, at provenance: Provenance) {
    waiting.append(bytes, at: provenance)
    guard waiting.byteCount > context.limits.headBytes else { return }
    giveUpWaiting(at: provenance)
  }

  /// Decides without a response: a tunnel is taken as open unless HTTP goes on.
  func giveUpWaiting(at provenance: Provenance) {
    guard waiting.isActive else { return }
    if let exchange = queue.first, exchange.requestHead?.method == "CONNECT",
      waiting.byteCount > 0, !waiting.beginsLikeRequest
    {
      _ = queue.popFirst()
      openTunnel(after: exchange, at: provenance)
    } else {
      readWaiting()
    }
  }

  /// Reads what was held as HTTP after all.
  func readWaiting() {
    guard waiting.isActive else { return }
    let held = waiting
    waiting = HeldStretch()
    held.replay(to: self)
  }

  func loseRequests(_ count: Int, at provenance: Provenance) {
    note("gap", "\(count) bytes of requests lost", at: provenance)
    switch requests.gap(count) {
    case .none:
      break
    case .body(let missing):
      sending?.request?.body.gap(missing)
    case .message(let missing):
      sending?.request?.body.gap(missing)
      endRequest(isComplete: missing == 0, [], at: provenance)
    case .head(let head):
      guard let head else { break }
      beginRequest(head, at: provenance)
      endRequest(isComplete: false, [], at: provenance)
    }
    headStart.client = nil
  }

  func endRequests(isClean: Bool, at provenance: Provenance) {
    if !isClean { giveUpWaiting(at: provenance) }
    if let successor {
      successor.end(from: .client, isClean: isClean, at: provenance)
      return
    }
    if let head = requests.salvagedHead() {
      note("truncated", "request head ends early", at: provenance)
      beginRequest(head, at: provenance)
    }
    endRequest(isComplete: false, [], at: provenance)
    requests.startSkipping()
  }
}
