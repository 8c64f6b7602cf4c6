import Model
import Wire

/// What request streams ask of their connection.
protocol HTTP3StreamOwner: AnyObject {
  var context: LayerContext { get }
  func decoder(of side: Side) -> QPACKDecoder
  /// Learns that a side of the stream waits for the encoder stream.
  func block(_ stream: UInt64, _ side: Side)
  /// Whether that many more bytes may wait in all.
  func reserve(_ bytes: Int) -> Bool
  func release(_ bytes: Int)
  func promise(_ fields: [HTTPField], for pushID: UInt64, at provenance: Provenance)
  func promised(_ pushID: UInt64) -> HTTPMessage?
}

/// One request stream or push stream, both directions.
final class HTTP3RequestStream {
  let id: UInt64
  /// Set for push streams.
  let pushID: UInt64?
  private unowned let owner: any HTTP3StreamOwner
  private var halves: [HTTP3Message]
  private(set) var isReported = false
  /// What goes on inside after CONNECT was accepted.
  private var tunnel: (any Layer)?
  private var isConnect = false
  /// What the client sent before its CONNECT was answered.
  private var early: [(bytes: [UInt8], provenance: Provenance)] = []
  private var earlyBytes = 0
  private static let earlyLimit = 64 << 10
  private var noted: Set<String> = []
  /// What the table last heard of ``heldBytes``.
  var accountedBytes = 0

  init(id: UInt64, pushID: UInt64? = nil, owner: any HTTP3StreamOwner) {
    self.id = id
    self.pushID = pushID
    self.owner = owner
    let half = HTTP3Message(bodyLimit: owner.context.limits.bodyBytes)
    halves = [half, half]
    // A push has no client side of its own.
    if pushID != nil { halves[0].isEnded = true }
  }

  /// Whether both sides are over and the exchange is told.
  var isDone: Bool { isReported && halves.allSatisfy(\.isEnded) }

  /// Bytes that the stream keeps.
  var heldBytes: Int { earlyBytes + halves[0].heldBytes + halves[1].heldBytes }

  func receive(_ bytes: RawSpan, from side: Side, at provenance: Provenance) {
    let index = Int(side.rawValue)
    guard !halves[index].isEnded else { return }
    if halves[index].blocked != nil {
      wait(.bytes(bytes.array, provenance), count: bytes.byteCount, side)
      return
    }
    halves[index].see(provenance)
    var offset = 0
    while let step = halves[index].parser.next(in: bytes, at: &offset) {
      switch step {
      case .begin(let type, let length):
        begin(type, length, index)
      case .payload(let range):
        payload(bytes.extracting(range), side, index, at: provenance)
      case .end:
        endFrame(side, at: provenance)
        if halves[index].blocked != nil {
          let rest = bytes.extracting(droppingFirst: offset)
          if rest.byteCount > 0 {
            wait(.bytes(rest.array, provenance), count: rest.byteCount, side)
          }
          return
        }
      }
    }
  }

  func gap(_ count: Int, from side: Side, at provenance: Provenance) {
    let index = Int(side.rawValue)
    guard !halves[index].isEnded else { return }
    if halves[index].blocked != nil {
      wait(.gap(count, provenance), count: 0, side)
      return
    }
    halves[index].see(provenance)
    halves[index].hasGap = true
    let type = halves[index].frameType
    let goesOn = halves[index].parser.skip(count)
    if let tunnel {
      tunnel.gap(count, from: side, at: provenance)
    } else if goesOn, type == HTTP3FrameType.headers || type == HTTP3FrameType.pushPromise {
      halves[index].isSectionDamaged = true
    } else {
      halves[index].body.gap(count)
    }
    note("gap", layer: "http3", "\(count) bytes of stream \(id) are missing", at: provenance)
  }

  func finish(from side: Side, isClean: Bool, at provenance: Provenance) {
    let index = Int(side.rawValue)
    guard !halves[index].isEnded else { return }
    if halves[index].blocked != nil {
      wait(.finish(isClean: isClean, provenance), count: 0, side)
      return
    }
    halves[index].see(provenance)
    halves[index].isEnded = true
    halves[index].isClean = isClean && halves[index].parser.isAtBoundary
    tunnel?.end(from: side, isClean: isClean, at: provenance)
    if halves.allSatisfy(\.isEnded) { report(at: provenance) }
  }

  /// Goes on with a side whose field section may be readable now.
  ///
  /// - Parameter isForced: reads it with what is known, because nothing more will come.
  func unblock(_ side: Side, isForced: Bool) {
    let index = Int(side.rawValue)
    if isForced { halves[index].isForced = true }
    guard let blocked = halves[index].blocked else { return }
    halves[index].blocked = nil
    guard read(blocked.section, blocked.frameType, side, at: blocked.provenance) else { return }
    let waiting = halves[index].waiting
    halves[index].waiting = []
    owner.release(halves[index].waitingBytes)
    halves[index].waitingBytes = 0
    // Behind another blocked section these wait again.
    for item in waiting { play(item, side) }
  }

  private func play(_ item: HTTP3Message.Waiting, _ side: Side) {
    switch item {
    case .bytes(let bytes, let at): receive(bytes.span.bytes, from: side, at: at)
    case .gap(let count, let at): gap(count, from: side, at: at)
    case .finish(let isClean, let at): finish(from: side, isClean: isClean, at: at)
    }
  }

  /// Tells the exchange as far as it is known.
  func report(at provenance: Provenance) {
    guard !isReported else { return }
    isReported = true
    let limits = owner.context.limits
    var request = pushID.flatMap { owner.promised($0) } ?? halves[0].finished(limits: limits)
    var response = halves[1].finished(limits: limits)
    if tunnel != nil {
      // What follows the heads belongs to the tunnel.
      request?.body.isComplete = true
      response?.body.isComplete = true
    }
    guard request != nil || response != nil else { return }
    if pushID == nil, halves[0].message == nil {
      note("gap", layer: "http3", "the request of stream \(id) is not whole", at: provenance)
    }
    owner.context.tell(exchange(request, response), at: provenance)
  }

  /// The stream that goes on inside ends with the connection.
  func close(at provenance: Provenance) {
    for side in Side.allCases {
      unblock(side, isForced: true)
      guard !halves[Int(side.rawValue)].isEnded else { continue }
      tunnel?.end(from: side, isClean: false, at: provenance)
    }
    report(at: provenance)
  }

  private func wait(_ item: HTTP3Message.Waiting, count: Int, _ side: Side) {
    let index = Int(side.rawValue)
    guard owner.reserve(count), halves[index].waiting.count < StreamReassembly.pieceLimit else {
      // No room to wait any longer: read on with what is known.
      unblock(side, isForced: true)
      play(item, side)
      return
    }
    halves[index].waiting.append(item)
    halves[index].waitingBytes += count
  }

  /// Tells of each kind of trouble once: a stream may have any number of broken sections.
  private func note(
    _ event: String, layer: String, _ detail: String, at provenance: Provenance
  ) {
    guard noted.insert(layer + event).inserted else { return }
    owner.context.anomaly(event, layer: layer, detail, at: provenance)
  }

  private func begin(_ type: UInt64, _ length: UInt64, _ index: Int) {
    halves[index].frameType = type
    halves[index].section = []
    halves[index].isSectionDamaged = false
  }

  private func payload(_ bytes: RawSpan, _ side: Side, _ index: Int, at provenance: Provenance) {
    switch halves[index].frameType {
    case HTTP3FrameType.data:
      if let tunnel {
        tunnel.receive(bytes, from: side, at: provenance)
      } else if isConnect, side == .client, halves[1].message == nil {
        guard earlyBytes + bytes.byteCount <= Self.earlyLimit, early.count < 1_024 else { return }
        earlyBytes += bytes.byteCount
        early.append((bytes.array, provenance))
      } else {
        halves[index].body.append(bytes, at: provenance)
      }
    case HTTP3FrameType.headers, HTTP3FrameType.pushPromise:
      if halves[index].section.count + bytes.byteCount <= owner.context.limits.headBytes {
        bytes.append(to: &halves[index].section)
      } else if !halves[index].isSectionDamaged {
        halves[index].isSectionDamaged = true
        note("cap_reached", layer: "http3", "field section of stream \(id)", at: provenance)
      }
    default:
      break
    }
  }

  private func endFrame(_ side: Side, at provenance: Provenance) {
    let index = Int(side.rawValue)
    let type = halves[index].frameType
    guard type == HTTP3FrameType.headers || type == HTTP3FrameType.pushPromise else { return }
    let section = halves[index].section
    halves[index].section = []
    if halves[index].isSectionDamaged {
      if type == HTTP3FrameType.headers { take([HTTPField("?", "")], side, at: provenance) }
      return
    }
    _ = read(section, type, side, at: provenance)
  }

  /// Decodes a section, or blocks on it; false when it is blocked.
  private func read(
    _ section: [UInt8], _ type: UInt64, _ side: Side, at provenance: Provenance
  ) -> Bool {
    var start = 0
    var pushID: UInt64 = 0
    if type == HTTP3FrameType.pushPromise {
      guard let id = VariableInteger.read(section.span.bytes, at: &start) else { return true }
      pushID = id
    }
    let fields = section.span.bytes.extracting(droppingFirst: start)
    let decoder = owner.decoder(of: side)
    let index = Int(side.rawValue)
    if !halves[index].isForced, halves[index].blockCount < HTTP3Message.blockLimit,
      !decoder.isLost, let required = try? decoder.requiredInsertCount(of: fields),
      required > decoder.insertCount
    {
      halves[index].blocked = (section, type, provenance)
      halves[index].blockCount += 1
      owner.block(id, side)
      return false
    }
    let decoded = decoder.decode(fields)
    if let failure = decoded.failure {
      note("parse_failed", layer: "qpack", "stream \(id): \(failure)", at: provenance)
    }
    if decoded.unknown > 0 {
      note(
        "fields_unknown", layer: "qpack",
        "\(decoded.unknown) fields of stream \(id) refer to lost table entries", at: provenance)
    }
    if type == HTTP3FrameType.pushPromise {
      owner.promise(decoded.fields, for: pushID, at: provenance)
    } else {
      take(decoded.fields, side, at: provenance)
    }
    return true
  }

  /// Takes a decoded field section for what it is: head, interim response or trailers.
  private func take(_ fields: [HTTPField], _ side: Side, at provenance: Provenance) {
    let index = Int(side.rawValue)
    halves[index].charge(fields)
    guard halves[index].message == nil else {
      guard halves[index].fieldCost <= 2 * owner.context.limits.headBytes else {
        note("cap_reached", layer: "http3", "trailers of stream \(id)", at: provenance)
        return
      }
      halves[index].trailers += fields
      return
    }
    let message = HTTPMessage(fields: fields, provenance: provenance)
    if side == .server, let status = message[":status"].flatMap({ Int($0) }),
      (100..<200).contains(status)
    {
      return
    }
    halves[index].message = message
    if side == .client {
      isConnect = message[":method"] == "CONNECT"
      let exchange = exchange(message, nil)
      owner.context.decide(
        .request(
          method: exchange.method, host: exchange.host, target: exchange.target, fields: fields))
    } else {
      accept(at: provenance)
    }
  }

  /// Looks whether the response turned the stream into a tunnel (RFC 9114, section 4.4; RFC 9220).
  private func accept(at provenance: Provenance) {
    guard isConnect, tunnel == nil, let request = halves[0].message,
      let response = halves[1].message, let status = response[":status"].flatMap({ Int($0) }),
      (200..<300).contains(status)
    else { return }
    let exchange = exchange(request, response)
    if let token = request[":protocol"] {
      tunnel = Registry.upgrade(to: token, after: exchange, in: owner.context)
    } else {
      let target = Authority(exchange.target)
      let proxy = ProxyTunnel(
        kind: .httpConnect, targetHost: target.host, targetPort: target.port ?? 443,
        isAuthenticated: request["proxy-authorization"] != nil,
        credentials: request["proxy-authorization"], provenance: request.provenance)
      owner.context.observe(.proxy(proxy), at: provenance)
      tunnel = StreamDetector(
        owner.context.inner {
          $0.tunnels.append(proxy)
          $0.alpn = nil
        })
    }
    guard let tunnel else { return }
    report(at: provenance)
    for piece in early {
      tunnel.receive(piece.bytes.span.bytes, from: .client, at: piece.provenance)
    }
    early = []
    earlyBytes = 0
  }

  private func exchange(_ request: HTTPMessage?, _ response: HTTPMessage?) -> HTTPExchange {
    let path = owner.context.path
    // Empty when no head was seen, a question mark when it was and its text is lost.
    let unknown = request?.fields.isEmpty ?? true ? "" : "?"
    let method = request?[":method"] ?? unknown
    let authority = request?[":authority"] ?? request?["host"]
    return HTTPExchange(
      version: .http3, method: method,
      host: authority.map { Authority.trimmed($0, scheme: request?[":scheme"] ?? "https") },
      target: request?[":path"] ?? (method == "CONNECT" ? authority : nil) ?? unknown,
      request: request, response: response,
      status: response?[":status"].flatMap { Int($0) }, isEncrypted: true,
      serverName: path.serverName, tunnels: path.tunnels, isProxied: false, stream: id)
  }
}
