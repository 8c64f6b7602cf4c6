public import Model
import Wire

/// HTTP/2 (RFC 9113): after ALPN, with prior knowledge, or after an upgrade from HTTP/1.1.
///
/// Streams become exchanges when both halves have ended, when one side resets them, or when the
/// connection ends. Flow control and priorities are not enforced: an observer wants all there is.
public final class HTTP2Layer: Layer {
  public static let name = "http2"

  let context: LayerContext
  private let readers: [HTTP2FrameReader]
  /// Decoders of the client's and of the server's header blocks.
  var decoders: [HPACKDecoder]
  /// Header blocks that wait for `CONTINUATION`, by sender.
  var unfinishedBlocks: [HTTP2HeaderBlock?] = [nil, nil]
  var streams: HTTP2StreamTable
  /// Whether frames were lost, so that streams may turn up whose beginning is unknown.
  var isLossy = [false, false]
  private var hasEnded = [false, false]
  private var anomalies = 0
  private var controlFrames = 0

  private static let anomalyLimit = 64
  private static let controlFrameLimit = 10_000

  public init(_ context: LayerContext) {
    self.context = context
    let limits = context.limits
    readers = Side.allCases.map {
      HTTP2FrameReader(side: $0, payloadLimit: limits.headBytes)
    }
    decoders = Side.allCases.map { _ in HPACKDecoder(listLimit: limits.headBytes) }
    streams = HTTP2StreamTable(limits: limits)
  }

  /// Goes on after `101 Switching Protocols` to `h2c` (RFC 7540, section 3.2).
  ///
  /// - Parameter request: the exchange that asked for it; its request is the one of stream 1.
  public convenience init(_ context: LayerContext, after request: HTTPExchange) {
    self.init(context)
    guard let message = request.request else { return }
    if let field = message["http2-settings"], let settings = HTTP2Settings(field: field) {
      apply(settings, from: .client)
    }
    let stream = streams.open(1)
    stream.upgrade = request
    stream.halves[0].fields = message.fields
    stream.halves[0].provenance = message.provenance
    stream.halves[0].hasHead = true
    stream.halves[0].hasEnded = true
  }

  public static func probe(
    client: borrowing RawSpan, server: borrowing RawSpan, hints: ProbeHints
  ) -> Probe {
    if hints.alpn == "h2" { return client.byteCount + server.byteCount > 0 ? .match : .needsMore }
    if client.byteCount > 0 {
      let count = min(client.byteCount, HTTP2FrameReader.prefaceSize)
      guard HTTP2FrameReader.isPrefacePrefix(client.extracting(0..<count)) else {
        return .mismatch
      }
      return count == HTTP2FrameReader.prefaceSize ? .match : .needsMore
    }
    return probeSettings(server)
  }

  /// Whether a server begins with `SETTINGS`, which tells HTTP/2 even without the client's side.
  private static func probeSettings(_ server: borrowing RawSpan) -> Probe {
    let size = HTTP2FrameHeader.size
    guard server.byteCount >= size else {
      let mayBegin = server.byteCount < 4 || (server[0] == 0 && server[3] == 4)
      return mayBegin && (server.byteCount == 0 || server[0] == 0) ? .needsMore : .mismatch
    }
    let header = HTTP2FrameHeader(server, at: 0)
    guard header.type == HTTP2FrameHeader.Kind.settings, header.flags == 0, header.isWellFormed,
      !header.isReservedBitSet, header.length <= 240
    else { return .mismatch }
    // Without settings it may be anything; the client's preface will tell.
    guard header.length > 0 else { return .needsMore }
    guard server.byteCount >= size + header.length else { return .needsMore }
    let isReal = HTTP2Settings.looksReal(server.extracting(size..<size + header.length))
    return isReal ? .match : .needsMore
  }

  public func receive(_ bytes: RawSpan, from side: Side, at provenance: Provenance) {
    let reader = readers[Int(side.rawValue)]
    let wasAligned = reader.isAligned
    if side == .client { countSeen(bytes.byteCount, isRead: wasAligned) }
    reader.push(bytes, at: provenance) { event, payload, at in
      handle(event, payload, from: side, at)
    }
  }

  public func gap(_ count: Int, from side: Side, at provenance: Provenance) {
    if side == .client { countSeen(count, isRead: false) }
    readers[Int(side.rawValue)].gap(count, at: provenance) { event, payload, at in
      handle(event, payload, from: side, at)
    }
  }

  public func end(from side: Side, isClean: Bool, at provenance: Provenance) {
    readers[Int(side.rawValue)].finish(at: provenance) { event, payload, at in
      handle(event, payload, from: side, at)
    }
    for stream in streams.all {
      stream.tunnel?.end(from: side, isClean: isClean, at: provenance)
    }
    hasEnded[Int(side.rawValue)] = true
    // The server's end, or a break, ends everything; a client may have closed its half only.
    guard side == .server || !isClean || hasEnded == [true, true] else { return }
    for stream in streams.all { close(stream, at: provenance) }
  }

  private func handle(
    _ event: HTTP2FrameReader.Event, _ payload: RawSpan, from side: Side, _ at: Provenance
  ) {
    switch event {
    case .frame(let header):
      handle(header, payload, from: side, at)
    case .data(let header):
      receiveData(header.stream, payload, from: side, at)
    case .dataEnd(let header):
      if header.has(HTTP2FrameHeader.Flags.endStream) { endHalf(header.stream, side, at) }
    case .dataGap(let header, let count):
      loseData(header.stream, count, from: side, at)
    case .broken(let header):
      note("frame_incomplete", "a frame of type \(header.type) is missing in part", at: at)
      isLossy[Int(side.rawValue)] = true
      if header.type != HTTP2FrameHeader.Kind.settings { loseHeaders(of: side) }
      if header.type == HTTP2FrameHeader.Kind.headers { loseHead(header, from: side, at) }
    case .midway:
      note("started_midway", "the \(side)'s first frames were not seen", at: at)
      isLossy[Int(side.rawValue)] = true
      loseHeaders(of: side)
    case .lost(let count):
      note("gap", "\(count) bytes of frames from the \(side) are missing", at: at)
      loseFrames(count, from: side)
    case .found(let skipped):
      if skipped > 0 { loseFrames(skipped, from: side) }
    case .abandoned:
      note("parse_failed", "no frames from the \(side) were found any more", at: at)
    }
  }

  private func handle(
    _ header: HTTP2FrameHeader, _ payload: RawSpan, from side: Side, _ at: Provenance
  ) {
    guard header.isWellFormed else {
      note(
        "bad_frame", "type \(header.type), stream \(header.stream), length \(header.length)", at: at
      )
      return
    }
    let isExpected = header.type == HTTP2FrameHeader.Kind.continuation
    if !isExpected, unfinishedBlocks[Int(side.rawValue)] != nil {
      note("bad_frame", "a header block was interrupted", at: at)
      loseHeaders(of: side)
    }
    switch header.type {
    case HTTP2FrameHeader.Kind.headers, HTTP2FrameHeader.Kind.pushPromise:
      beginBlock(header, payload, from: side, at)
    case HTTP2FrameHeader.Kind.continuation:
      continueBlock(header, payload, from: side, at)
    case HTTP2FrameHeader.Kind.settings:
      countControl(at)
      if !header.has(HTTP2FrameHeader.Flags.acknowledge) {
        apply(HTTP2Settings(payload), from: side)
      }
    case HTTP2FrameHeader.Kind.resetStream:
      countControl(at)
      noteError(HTTP2ErrorCode(value: payload.uint32(at: 0)), "stream \(header.stream)", side, at)
      if let stream = streams[header.stream] { close(stream, at: at) }
    case HTTP2FrameHeader.Kind.goAway:
      countControl(at)
      // Streams that it names as not processed stay open: their exchanges are told at the end.
      noteError(HTTP2ErrorCode(value: payload.uint32(at: 4)), "the connection", side, at)
    default:
      break
    }
  }

  /// A side's settings bind what the other side sends.
  private func apply(_ settings: HTTP2Settings, from side: Side) {
    let sender = Int(side.peer.rawValue)
    if let size = settings.headerTableSize { decoders[sender].allow(tableSize: size) }
    if let size = settings.frameSize { readers[sender].allow(frameSize: size) }
  }

  private func noteError(
    _ code: HTTP2ErrorCode, _ what: String, _ side: Side, _ at: Provenance
  ) {
    guard !code.isOrdinary else { return }
    note("protocol_error", "the \(side) ended \(what) with \(code)", at: at)
  }

  private func countControl(_ at: Provenance) {
    controlFrames += 1
    if controlFrames == Self.controlFrameLimit {
      note("control_flood", "\(controlFrames) SETTINGS, RST_STREAM and GOAWAY frames", at: at)
    }
  }

  private func countSeen(_ count: Int, isRead: Bool) {
    guard !context.path.isEncrypted else { return }
    context.state.clientBytesSeen += UInt64(count)
    if isRead { context.state.clientBytesRead += UInt64(count) }
  }

  /// Records an anomaly, unless the connection had too many of them.
  func note(_ event: String, _ detail: String, at provenance: Provenance) {
    anomalies += 1
    guard anomalies <= Self.anomalyLimit else { return }
    context.anomaly(event, layer: Self.name, detail, at: provenance)
  }
}
