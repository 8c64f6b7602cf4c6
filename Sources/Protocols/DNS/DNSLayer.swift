public import Model
import Wire

/// DNS over TCP and TLS: messages behind two bytes of length (RFC 1035, section 4.2.2; RFC 7858).
public final class DNSLayer: Layer {
  public static let name = "dns"
  /// Anomalies told of one connection.
  private static let anomalyLimit = 64

  private struct Direction {
    /// The beginning of a message that is not whole; at most 65,537 bytes.
    var held: [UInt8] = []
    /// Whether it is not known where messages begin.
    var isLost = false
    var start: Provenance?
  }

  private let context: LayerContext
  private var directions = [Direction(), Direction()]
  private var anomalies = 0

  public init(_ context: LayerContext) {
    self.context = context
  }

  public func receive(_ bytes: RawSpan, from side: Side, at provenance: Provenance) {
    let index = Int(side.rawValue)
    if directions[index].isLost {
      guard DNSFraming.probe(bytes, isKnownPort: true, isResponse: side == .server) == .match
      else {
        count(seen: bytes.byteCount, read: 0, side)
        return
      }
      directions[index].isLost = false
    }
    count(seen: bytes.byteCount, read: bytes.byteCount, side)
    guard !directions[index].held.isEmpty else {
      let used = readMessages(bytes, at: provenance, index)
      hold(bytes.extracting(droppingFirst: used), at: provenance, index)
      return
    }
    bytes.append(to: &directions[index].held)
    let held = directions[index].held
    let start = directions[index].start ?? provenance
    let used = readMessages(held.span.bytes, at: start.union(provenance), index)
    guard used > 0 else { return }
    directions[index].held = []
    hold(held.span.bytes.extracting(droppingFirst: used), at: provenance, index)
  }

  public func gap(_ count: Int, from side: Side, at provenance: Provenance) {
    let index = Int(side.rawValue)
    directions[index] = Direction(isLost: true)
    note("gap", "\(count) bytes lost", at: provenance)
  }

  public func end(from side: Side, isClean: Bool, at provenance: Provenance) {
    let index = Int(side.rawValue)
    guard !directions[index].held.isEmpty else { return }
    directions[index].held = []
    note("truncated", "message ends early", at: provenance)
  }

  private func hold(_ bytes: RawSpan, at provenance: Provenance, _ index: Int) {
    directions[index].start = provenance
    bytes.append(to: &directions[index].held)
  }

  /// Tells every whole message, and returns how many bytes they took up.
  private func readMessages(_ bytes: RawSpan, at provenance: Provenance, _ index: Int) -> Int {
    var offset = 0
    while offset + 2 <= bytes.byteCount {
      let end = offset + 2 + Int(bytes.uint16(at: offset))
      guard end <= bytes.byteCount else { break }
      let (message, failure) = DNS.read(bytes.extracting(offset + 2..<end))
      if let message { context.observe(.dns(message), at: provenance) }
      if let failure { note("parse_failed", "\(failure)", at: provenance) }
      offset = end
    }
    return offset
  }

  private func count(seen: Int, read: Int, _ side: Side) {
    guard side == .client, !context.path.isEncrypted else { return }
    context.state.clientBytesSeen += UInt64(seen)
    context.state.clientBytesRead += UInt64(read)
  }

  private func note(_ event: String, _ detail: String, at provenance: Provenance) {
    guard anomalies < Self.anomalyLimit else { return }
    anomalies += 1
    context.anomaly(event, layer: Self.name, detail, at: provenance)
  }

  public static func probe(
    client: borrowing RawSpan, server: borrowing RawSpan, hints: ProbeHints
  ) -> Probe {
    let isKnownPort = hints.alpn == "dot" || [53, 853, 5_353].contains(hints.serverPort)
    if client.byteCount > 0 {
      return DNSFraming.probe(copy client, isKnownPort: isKnownPort, isResponse: false)
    }
    guard server.byteCount > 0 else { return .needsMore }
    return DNSFraming.probe(copy server, isKnownPort: isKnownPort, isResponse: true)
  }
}

/// Tells whether bytes begin with a framed message.
enum DNSFraming {
  /// A query elsewhere than on a DNS port is recognised up to this length.
  private static let foreignLimit = 512

  static func probe(_ bytes: RawSpan, isKnownPort: Bool, isResponse: Bool) -> Probe {
    guard bytes.byteCount >= 2 else { return .needsMore }
    let length = Int(bytes.uint16(at: 0))
    // A header, and a question for the root.
    guard length >= DNS.headerLength + 5, isKnownPort || length <= foreignLimit else {
      return .mismatch
    }
    guard bytes.byteCount >= 2 + DNS.headerLength else { return .needsMore }
    let flags = bytes.uint16(at: 4)
    let questions = bytes.uint16(at: 6)
    let records = Int(bytes.uint16(at: 8)) + Int(bytes.uint16(at: 10))
    guard (flags & 0x8000 != 0) == isResponse, flags & 0x0040 == 0,
      [0, 2, 4, 5, 6].contains(flags >> 11 & 0x0f), questions == 1 || isResponse && questions == 0,
      isResponse || records <= (flags >> 11 & 0x0f == 0 ? 0 : 64),
      Int(bytes.uint16(at: 12)) <= 16 || isResponse
    else { return .mismatch }
    if isKnownPort { return .match }
    guard bytes.byteCount >= 2 + length else { return .needsMore }
    let (message, failure) = DNS.read(bytes.extracting(2..<2 + length))
    return message != nil && failure == nil ? .match : .mismatch
  }
}
