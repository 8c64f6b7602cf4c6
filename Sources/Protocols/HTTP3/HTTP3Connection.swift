import Model
import Wire

/// HTTP/3 on one QUIC connection (RFC 9114): control and QPACK streams, requests, pushes.
final class HTTP3Connection: QUICApplication, HTTP3StreamOwner {
  /// Bytes that may wait behind blocked field sections, of all streams together.
  private static let waitingLimit = 4 << 20

  let context: LayerContext
  /// By the side that sends the field sections.
  private var decoders: [QPACKDecoder]
  private var requests: HTTP3StreamTable
  private var unidirectional: [UInt64: HTTP3UnidirectionalStream] = [:]
  private var blocked: Set<BlockedSide> = []
  private var promises: [UInt64: HTTPMessage] = [:]
  private var waitingBytes = 0
  private var hasReportedCap = false

  private struct BlockedSide: Hashable {
    var stream: UInt64
    var side: Side
  }

  init(_ context: LayerContext) {
    self.context = context
    let decoder = QPACKDecoder(limit: context.limits.headBytes)
    decoders = [decoder, decoder]
    requests = HTTP3StreamTable(limits: context.limits)
  }

  // MARK: QUICApplication

  func receive(
    _ bytes: RawSpan, on stream: UInt64, from side: Side, at provenance: Provenance
  ) {
    if stream.isUnidirectionalStream {
      guard stream.streamOpener == side else { return }
      let kind = open(stream, from: side)
      var rest = bytes
      if kind.type == nil {
        var offset = 0
        guard kind.takeType(bytes, &offset) else { return }
        rest = bytes.extracting(droppingFirst: offset)
      }
      receive(rest, of: kind, from: side, at: provenance)
      return
    }
    // Bidirectional streams of the server belong to extensions that are not read.
    guard stream.streamOpener == .client else { return }
    let request = request(stream)
    request.receive(bytes, from: side, at: provenance)
    settle(request, at: provenance)
  }

  func gap(_ count: Int, on stream: UInt64, from side: Side, at provenance: Provenance) {
    context.state.missingBytes += UInt64(count)
    guard stream.isUnidirectionalStream else {
      guard stream.streamOpener == .client else { return }
      request(stream).gap(count, from: side, at: provenance)
      return
    }
    let kind = open(stream, from: side)
    switch kind.type {
    case HTTP3StreamType.qpackEncoder:
      decoders[Int(side.rawValue)].lose()
      context.anomaly(
        "gap", layer: "qpack", "\(count) bytes of the encoder stream are missing", at: provenance)
      unblock(side, at: provenance)
    case HTTP3StreamType.control:
      kind.isIgnored = !kind.parser.skip(count)
    case HTTP3StreamType.push:
      requests[stream]?.gap(count, from: side, at: provenance)
    case nil:
      kind.isIgnored = true
    default:
      break
    }
  }

  func finish(
    _ stream: UInt64, from side: Side, isClean: Bool, at provenance: Provenance
  ) {
    if stream.isUnidirectionalStream { unidirectional[stream] = nil }
    guard let request = requests[stream] else { return }
    request.finish(from: side, isClean: isClean, at: provenance)
    settle(request, at: provenance)
  }

  func end(at provenance: Provenance) {
    for request in requests.all { request.close(at: provenance) }
    requests = HTTP3StreamTable(limits: context.limits)
    unidirectional = [:]
    blocked = []
    promises = [:]
  }

  // MARK: HTTP3StreamOwner

  func decoder(of side: Side) -> QPACKDecoder { decoders[Int(side.rawValue)] }

  func block(_ stream: UInt64, _ side: Side) {
    blocked.insert(BlockedSide(stream: stream, side: side))
  }

  func reserve(_ bytes: Int) -> Bool {
    guard waitingBytes + bytes <= Self.waitingLimit else { return false }
    waitingBytes += bytes
    return true
  }

  func release(_ bytes: Int) {
    waitingBytes -= bytes
  }

  func promise(_ fields: [HTTPField], for pushID: UInt64, at provenance: Provenance) {
    guard promises.count < context.limits.pendingExchanges else { return }
    promises[pushID] = HTTPMessage(fields: fields, provenance: provenance)
  }

  func promised(_ pushID: UInt64) -> HTTPMessage? {
    promises.removeValue(forKey: pushID).map {
      var message = $0
      message.body.isComplete = true
      return message
    }
  }

  // MARK: Streams

  private func request(_ id: UInt64) -> HTTP3RequestStream {
    if let known = requests[id] { return known }
    let stream = HTTP3RequestStream(id: id, owner: self)
    requests.insert(stream)
    return stream
  }

  /// Forgets a stream that is done; the oldest gives way when there are too many or they hold too much.
  private func settle(_ stream: HTTP3RequestStream, at provenance: Provenance) {
    if stream.isDone {
      requests.remove(stream)
      return
    }
    requests.account(stream)
    while let oldest = requests.overdue {
      if !hasReportedCap {
        hasReportedCap = true
        context.anomaly(
          "cap_reached", layer: "http3", "stream \(oldest.id) gave way to newer ones",
          at: provenance)
      }
      oldest.close(at: provenance)
      requests.remove(oldest)
    }
  }

  private func open(_ id: UInt64, from side: Side) -> HTTP3UnidirectionalStream {
    if let known = unidirectional[id] { return known }
    let stream = HTTP3UnidirectionalStream(id: id)
    if unidirectional.count < context.limits.streams { unidirectional[id] = stream }
    return stream
  }

  private func receive(
    _ bytes: RawSpan, of stream: HTTP3UnidirectionalStream, from side: Side,
    at provenance: Provenance
  ) {
    guard !stream.isIgnored else { return }
    switch stream.type {
    case HTTP3StreamType.control:
      stream.readControl(bytes) { id, value in
        if id == HTTP3Setting.qpackMaxTableCapacity {
          decoders[Int(side.peer.rawValue)].allow(capacity: Int(clamping: value))
        }
      }
    case HTTP3StreamType.qpackEncoder:
      if let failure = decoders[Int(side.rawValue)].instruct(bytes) {
        context.anomaly(
          "parse_failed", layer: "qpack", "encoder stream: \(failure)", at: provenance)
      }
      unblock(side, at: provenance)
    case HTTP3StreamType.push:
      guard let pushID = stream.pushID else { return }
      let push: HTTP3RequestStream
      if let known = requests[stream.id] {
        push = known
      } else {
        push = HTTP3RequestStream(id: stream.id, pushID: pushID, owner: self)
        requests.insert(push)
      }
      push.receive(bytes, from: side, at: provenance)
      settle(push, at: provenance)
    default:
      break
    }
  }

  /// Tries the sections that waited for this side's encoder stream, in order of stream.
  private func unblock(_ side: Side, at provenance: Provenance) {
    let ready = blocked.filter { $0.side == side }.map(\.stream).sorted()
    for id in ready {
      blocked.remove(BlockedSide(stream: id, side: side))
      guard let request = requests[id] else { continue }
      request.unblock(side, isForced: false)
      settle(request, at: provenance)
    }
  }
}
