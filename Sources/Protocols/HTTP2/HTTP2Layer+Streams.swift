import Model
import Wire

extension HTTP2Layer {
  /// The stream of a frame, opened when a frame of that side may open it; nil for finished ones.
  func stream(_ id: UInt32, opensFrom side: Side, _ at: Provenance) -> HTTP2Stream? {
    if let stream = streams[id] { return stream }
    if streams.isFinished(id) { return nil }
    // Servers open streams by promises only, unless the request is among what was lost.
    guard side == .client || isLossy[0] || isLossy[1] else {
      note("bad_frame", "the server answers on stream \(id), which nobody opened", at: at)
      return nil
    }
    return openStream(id, at)
  }

  func openStream(_ id: UInt32, _ at: Provenance) -> HTTP2Stream {
    let stream = streams.open(id)
    makeRoom(at)
    return stream
  }

  func hold(_ count: Int, for stream: HTTP2Stream, _ at: Provenance) {
    streams.hold(count, for: stream)
    makeRoom(at)
  }

  private func makeRoom(_ at: Provenance) {
    while let stream = streams.overdue() {
      note("cap_reached", "stream \(stream.id) gave way to newer ones", at: at)
      close(stream, at: at)
    }
  }

  func receiveData(_ id: UInt32, _ bytes: RawSpan, from side: Side, _ at: Provenance) {
    guard let stream = dataStream(id, side, at) else { return }
    if let tunnel = stream.tunnel {
      leaveCounting(bytes.byteCount, side)
      tunnel.receive(bytes, from: side, at: at)
    } else if stream.isConnect, stream.status == nil {
      holdEarly(bytes, stream, from: side, at)
    } else {
      let index = Int(side.rawValue)
      stream.halves[index].touch(at)
      stream.halves[index].body.append(bytes, at: at)
      hold(bytes.byteCount, for: stream, at)
    }
  }

  func loseData(_ id: UInt32, _ count: Int, from side: Side, _ at: Provenance) {
    note("gap", "\(count) bytes of DATA of stream \(id) are missing", at: at)
    guard let stream = dataStream(id, side, at) else { return }
    if let tunnel = stream.tunnel {
      tunnel.gap(count, from: side, at: at)
    } else {
      stream.halves[Int(side.rawValue)].body.gap(count)
    }
  }

  private func dataStream(_ id: UInt32, _ side: Side, _ at: Provenance) -> HTTP2Stream? {
    if let stream = streams[id] { return stream }
    guard !streams.isFinished(id) else { return nil }
    guard isLossy[Int(side.rawValue)] else {
      note("bad_frame", "DATA on stream \(id), which nobody opened", at: at)
      return nil
    }
    return openStream(id, at)
  }

  /// Takes note that a side has said all it will on a stream.
  func endHalf(_ id: UInt32, _ side: Side, _ at: Provenance) {
    guard let stream = streams[id] else { return }
    stream.halves[Int(side.rawValue)].hasEnded = true
    stream.tunnel?.end(from: side, isClean: true, at: at)
    if stream.isComplete { close(stream, at: at) }
  }

  /// Ends a stream and tells what was seen of it.
  func close(_ stream: HTTP2Stream, at provenance: Provenance) {
    streams.finish(stream)
    if let tunnel = stream.tunnel {
      for side in Side.allCases where !stream.halves[Int(side.rawValue)].hasEnded {
        tunnel.end(from: side, isClean: false, at: provenance)
      }
      return
    }
    guard stream.halves[0].provenance != nil || stream.halves[1].provenance != nil else { return }
    let exchange = exchange(of: stream)
    for body in [exchange.request?.body, exchange.response?.body] {
      guard let body else { continue }
      if body.isTruncated {
        note("cap_reached", "body of stream \(stream.id) longer than its cap", at: provenance)
      }
      if let failure = body.codingFailure, body.isComplete {
        note("content_coding_failed", "stream \(stream.id): \(failure)", at: provenance)
      }
    }
    context.tell(exchange, at: provenance)
  }

  func exchange(of stream: HTTP2Stream) -> HTTPExchange {
    var exchange = stream.exchange(in: context)
    if let upgrade = stream.upgrade {
      exchange.method = upgrade.method
      exchange.host = upgrade.host
      exchange.target = upgrade.target
      exchange.request = upgrade.request
    }
    return exchange
  }

  // MARK: Loss

  /// Takes note that header blocks of a side are missing.
  func loseHeaders(of side: Side) {
    decoders[Int(side.rawValue)].lose()
    unfinishedBlocks[Int(side.rawValue)] = nil
  }

  /// Takes note that frames of a side are missing, of whichever streams.
  func loseFrames(_ count: Int, from side: Side) {
    let index = Int(side.rawValue)
    isLossy[index] = true
    loseHeaders(of: side)
    streams.forEach { stream in
      guard !stream.halves[index].hasEnded else { return }
      stream.halves[index].isInDoubt = true
      stream.halves[index].doubtful += count
    }
  }

  /// Takes note that the head of a message is missing, although its stream is known.
  func loseHead(_ header: HTTP2FrameHeader, from side: Side, _ at: Provenance) {
    guard let stream = stream(header.stream, opensFrom: side, at) else { return }
    let index = Int(side.rawValue)
    stream.halves[index].touch(at)
    stream.halves[index].isInDoubt = true
    if header.has(HTTP2FrameHeader.Flags.endStream) { endHalf(header.stream, side, at) }
  }
}
