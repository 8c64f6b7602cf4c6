import Model
import Wire

extension HTTP1Layer {
  func readResponses(_ bytes: RawSpan, at provenance: Provenance) {
    var offset = 0
    while !isReleased {
      if let successor {
        let rest = bytes.extracting(droppingFirst: offset)
        if rest.byteCount > 0 { successor.receive(rest, from: .server, at: provenance) }
        return
      }
      if !responses.isInMessage { headStart.server = nil }
      if takeOrdinaryResponse(bytes, from: &offset, at: provenance) { continue }
      let event = responses.next(bytes, from: &offset)
      if let fault = responses.takeFault() { note(fault, at: provenance) }
      switch event {
      case .needsMore:
        if responses.isInMessage, headStart.server == nil { headStart.server = provenance }
        return
      case .head(let head):
        responses.begin(head.framing(answeringHead: queue.first?.asksForHead ?? false))
        beginResponse(head, at: provenance)
      case .body(let range):
        if answering?.unreadResponse != nil {
          answering?.unreadResponse?.byteCount += range.count
        } else {
          answering?.response?.append(bytes.extracting(range), at: provenance)
        }
      case .end(let trailers):
        endResponse(isComplete: true, trailers, at: provenance)
      case .broken(let fault):
        note(fault, at: provenance)
        endResponse(isComplete: false, [], at: provenance)
      }
    }
  }

  private func beginResponse(_ head: HTTP1Head, at provenance: Provenance) {
    let status = head.status ?? 0
    let start = headStart.server.map { $0.union(provenance) } ?? provenance
    headStart.server = nil
    for fault in head.faults { note(fault, at: provenance) }
    // An interim response says nothing of the exchange; the final one follows.
    if status / 100 == 1, status != 101 { return }
    let exchange = queue.popFirst() ?? newExchange()
    exchange.responseHead = head
    exchange.response = PendingMessage(head, limit: context.bodyLimit(of: .server), at: start)
    if exchange.unreadRequest != nil {
      exchange.responseFieldBytes = head.fields.reduce(0) {
        $0 + $1.name.utf8.count + $1.value.utf8.count + 4
      }
    }
    let isTunnel = exchange.requestHead?.method == "CONNECT" && status / 100 == 2
    guard isTunnel || (status == 101 && exchange.requestHead != nil) else {
      answering = exchange
      if exchange.asksForHandover { readWaiting() }
      return
    }
    exchange.request?.finish(isComplete: true, context.limits)
    exchange.response?.finish(isComplete: true, context.limits)
    if isTunnel {
      openTunnel(after: exchange, at: provenance)
    } else {
      changeProtocol(after: exchange, to: head.upgrade, at: provenance)
    }
  }

  private func endResponse(isComplete: Bool, _ trailers: [HTTPField], at provenance: Provenance) {
    guard let exchange = answering else { return }
    answering = nil
    exchange.unreadResponse?.isOver = true
    if isComplete, let response = exchange.response {
      exchange.response?.message.provenance = response.message.provenance.union(provenance)
    }
    exchange.response?.finish(isComplete: isComplete, trailers: trailers, context.limits)
    emitIfOver(exchange, at: provenance)
  }

  func loseResponses(_ count: Int, at provenance: Provenance) {
    note("gap", "\(count) bytes of responses lost", at: provenance)
    switch responses.gap(count) {
    case .none:
      break
    case .body(let missing):
      answering?.response?.body.gap(missing)
    case .message(let missing):
      answering?.response?.body.gap(missing)
      endResponse(isComplete: missing == 0, [], at: provenance)
    case .head(let head):
      if waiting.isActive, waiting.byteCount > 0, head == nil {
        giveUpWaiting(at: provenance)
      } else if let head {
        beginResponse(head, at: provenance)
        endResponse(isComplete: false, [], at: provenance)
      } else if let exchange = queue.first, exchange.isRequestOver {
        // What was lost answered the oldest request; the next response is not its own.
        _ = queue.popFirst()
        emit(exchange, at: provenance)
      }
    }
    headStart.server = nil
    successor?.gap(count, from: .server, at: provenance)
  }

  func endResponses(isClean: Bool, at provenance: Provenance) {
    giveUpWaiting(at: provenance)
    if let successor {
      successor.end(from: .server, isClean: isClean, at: provenance)
      return
    }
    if let head = responses.salvagedHead() {
      note("truncated", "response head ends early", at: provenance)
      beginResponse(head, at: provenance)
      endResponse(isComplete: false, [], at: provenance)
    }
    endResponse(isComplete: isClean && responses.state == .untilClose, [], at: provenance)
    responses.startSkipping()
    isServerOver = true
    while let exchange = queue.popFirst() {
      if exchange.isRequestOver { emit(exchange, at: provenance) }
    }
  }
}
