public import Model
import Wire

/// TLS 1.0 to 1.3 over a byte stream: handshake facts, and the content when keys are at hand.
///
/// Works in three ways, as the verdict on the flow says: it stops after the ClientHello (*counted*),
/// reads clear handshake messages and record headers only (*observed*), or opens records and hands
/// their content to a detector of its own (*opened*).
public final class TLSLayer: Layer {
  public static let name = "tls"

  let context: LayerContext
  let client: TLSDirection
  let server: TLSDirection
  var negotiation = TLSNegotiation()
  /// Why content cannot be read, once that is certain.
  var unreadable: String?
  /// Whether application data of this connection was opened.
  var hasRead = false
  /// Whether the flow is none of ours and everything has been let go.
  var isReleased = false
  /// Reads what is inside.
  var inner: StreamDetector?
  /// Records that wait for keys, both directions in order of arrival.
  var held: [HeldRecord] = []
  /// Whether something was learnt that may let held records be read.
  var needsDrain = false
  /// Labels of this connection known when held records were last tried.
  var labelsTried = 0
  /// Whether no more secrets or messages are worth waiting for.
  var isFinal = false
  /// Content of 0-RTT records that the server has not accepted yet.
  var earlyData: [(bytes: [UInt8], provenance: Provenance)] = []
  var earlyDataBytes = 0
  /// Reused for the content of each record.
  var plaintext: [UInt8] = []
  var reportedEvents: Set<String> = []

  public init(_ context: LayerContext) {
    self.context = context
    client = TLSDirection(.client, limits: context.limits)
    server = TLSDirection(.server, limits: context.limits)
  }

  func direction(_ side: Side) -> TLSDirection { side == .client ? client : server }

  public func receive(_ bytes: RawSpan, from side: Side, at provenance: Provenance) {
    guard !isReleased else { return }
    guard context.state.attention != .counted else { return release() }
    let direction = direction(side)
    if direction.isScanning {
      bytes.append(to: &direction.pending)
      scan(direction, at: provenance, isAtEnd: false)
    } else {
      split(bytes, direction, at: provenance)
    }
    drainIfNeeded(at: provenance)
  }

  public func passableBytes(from side: Side) -> Int {
    let direction = direction(side)
    return isReleased || direction.isScanning || needsDrain ? 0 : direction.skipping
  }

  public func passOver(_ count: Int, from side: Side) {
    direction(side).skipping -= count
  }

  public func gap(_ count: Int, from side: Side, at provenance: Provenance) {
    guard !isReleased, count > 0 else { return }
    lose(count, direction(side), at: provenance)
    drainIfNeeded(at: provenance)
  }

  public func end(from side: Side, isClean: Bool, at provenance: Provenance) {
    guard !isReleased else { return }
    let direction = direction(side)
    let peer = self.direction(side.peer)
    direction.hasEnded = true
    if direction.isScanning { scan(direction, at: provenance, isAtEnd: true) }
    let isOver = peer.hasEnded || !isClean
    if isOver { stopWaiting(at: provenance) }
    if isOver, peer.hasEnded { endInner(peer, isClean: isClean, at: provenance) }
    endInner(direction, isClean: isClean, at: provenance)
    if isOver { settle(at: provenance) }
  }

  /// Cuts bytes into records and handles each; a record that lies whole in them is read in place.
  func split(_ bytes: RawSpan, _ direction: TLSDirection, at provenance: Provenance) {
    var input = bytes
    if direction.skipping > 0 {
      let count = min(direction.skipping, input.byteCount)
      direction.skipping -= count
      input = input.extracting(droppingFirst: count)
    }
    if !direction.pending.isEmpty {
      guard complete(&input, direction, at: provenance) else { return }
    }
    while input.byteCount >= RecordHeader.byteCount, !isReleased {
      guard let header = RecordHeader(input) else {
        switch readSSLv2Hello(input, direction, at: provenance) {
        case .incomplete:
          input.append(to: &direction.pending)
          direction.pendingFrom = provenance
          return
        case .read(let count):
          input = input.extracting(droppingFirst: count)
          continue
        case .notOne:
          desynchronize(input, direction, at: provenance)
          return
        }
      }
      let size = RecordHeader.byteCount + header.length
      if isOnlyCounted(header, direction) {
        count(header, direction, at: provenance)
        direction.skipping = max(0, size - input.byteCount)
        input = input.extracting(droppingFirst: min(size, input.byteCount))
        continue
      }
      guard input.byteCount >= size else { break }
      handle(header, input.extracting(RecordHeader.byteCount..<size), direction, at: provenance)
      input = input.extracting(droppingFirst: size)
    }
    guard input.byteCount > 0, !isReleased else { return }
    input.append(to: &direction.pending)
    direction.pendingFrom = provenance
  }

  /// Completes the pending record from `input`; false while bytes are missing.
  private func complete(
    _ input: inout RawSpan, _ direction: TLSDirection, at provenance: Provenance
  ) -> Bool {
    fill(&direction.pending, upTo: RecordHeader.byteCount, from: &input)
    guard direction.pending.count >= RecordHeader.byteCount else { return false }
    let start = direction.pending
    guard let header = RecordHeader(start.span.bytes) else {
      // Only a header that was itself cut comes here; its bytes are looked through with the rest.
      var all = start
      input.append(to: &all)
      direction.pending = []
      split(all.span.bytes, direction, at: provenance)
      return false
    }
    let size = RecordHeader.byteCount + header.length
    fill(&direction.pending, upTo: size, from: &input)
    guard direction.pending.count >= size else { return false }
    let record = direction.pending
    let whole = direction.pendingFrom.map { $0.union(provenance) } ?? provenance
    direction.pending = []
    direction.pendingFrom = nil
    handle(
      header, record.span.bytes.extracting(RecordHeader.byteCount..<size), direction, at: whole)
    return !isReleased && !direction.isScanning
  }

  private func fill(_ pending: inout [UInt8], upTo count: Int, from input: inout RawSpan) {
    let missing = min(count - pending.count, input.byteCount)
    guard missing > 0 else { return }
    input.extracting(first: missing).append(to: &pending)
    input = input.extracting(droppingFirst: missing)
  }

  /// Handles one whole record.
  func handle(
    _ header: RecordHeader, _ fragment: RawSpan, _ direction: TLSDirection,
    at provenance: Provenance
  ) {
    if direction.heldRecords > 0 {
      hold(header, fragment, direction, at: provenance)
      return
    }
    if direction.isProtected || header.type == .applicationData {
      openCiphertext(header, fragment, direction, at: provenance)
    } else {
      direction.lostBytes = 0
      take(header.type, fragment, direction, at: provenance)
    }
  }

  /// Reads the content of a record, whether it came in clear or was opened.
  func take(
    _ type: ContentType, _ content: RawSpan, _ direction: TLSDirection, at provenance: Provenance
  ) {
    switch type {
    case .handshake:
      readHandshake(content, direction, at: provenance)
    case .changeCipherSpec:
      changeCipherSpec(direction)
    case .alert:
      if content.byteCount == 2, content[1] == 0 {
        endInner(direction, isClean: true, at: provenance)
      }
    case .applicationData:
      takeApplicationData(content, direction, at: provenance)
    case .heartbeat:
      break
    }
  }

  /// Tells whoever reads the content that a side is done, once its content has all been handed on.
  func endInner(_ direction: TLSDirection, isClean: Bool, at provenance: Provenance) {
    guard !direction.isInnerEnded, direction.heldRecords == 0 else { return }
    direction.isInnerEnded = true
    inner?.end(from: direction.side, isClean: isClean, at: provenance)
  }

  /// Reports something odd, once a connection.
  func report(_ event: String, _ detail: String, at provenance: Provenance) {
    guard reportedEvents.insert(event).inserted else { return }
    context.anomaly(event, layer: Self.name, detail, at: provenance)
  }
}
