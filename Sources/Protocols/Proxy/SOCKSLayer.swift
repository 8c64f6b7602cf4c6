public import Model
import Wire

/// A connection to a SOCKS proxy, version 4, 4a or 5 (RFC 1928, RFC 1929), and what runs through it.
///
/// A tunnel is told when the proxy grants it. Negotiations that cannot be read (GSSAPI, private
/// methods) leave the stream unread.
public final class SOCKSLayer: Layer {
  public static let name = "socks"

  private enum Phase {
    case version
    case reply4
    case greeting5
    case choice5
    case password5
    case passwordReply5
    case request5
    case reply5
    case open
    case closed
  }

  /// Bytes that a side may send ahead of the other's answer.
  private static let heldLimit = 64 << 10

  private let context: LayerContext
  private var phase = Phase.version
  /// Bytes of each side that no message has taken.
  private var held: [[UInt8]] = [[], []]
  private var kind = ProxyTunnel.Kind.socks5
  private var request: SOCKSHandshake.Request?
  private var credentials: String?
  private var provenance: Provenance?
  private var inner: StreamDetector?

  public init(_ context: LayerContext) {
    self.context = context
  }

  public static func probe(
    client: borrowing RawSpan, server: borrowing RawSpan, hints: ProbeHints
  ) -> Probe {
    guard client.byteCount > 0 else { return server.byteCount > 0 ? .mismatch : .needsMore }
    switch client[0] {
    case 4: return probe4(client.extracting(first: 1_040).array)
    case 5: return probe5(client.extracting(first: 257).array, server)
    default: return .mismatch
    }
  }

  private static func probe4(_ bytes: [UInt8]) -> Probe {
    guard bytes.count < 2 || bytes[1] == 1 || bytes[1] == 2 else { return .mismatch }
    // User ids and names are readable text; other protocols that begin with 4 hardly send any here.
    guard bytes.dropFirst(8).allSatisfy({ $0 == 0 || (0x20...0x7e).contains($0) }) else {
      return .mismatch
    }
    switch SOCKSHandshake.request4(bytes) {
    case .message(let request, let count):
      return request.port > 0 && count == bytes.count ? .match : .mismatch
    case .needsMore: return .needsMore
    case .malformed: return .mismatch
    }
  }

  private static func probe5(_ bytes: [UInt8], _ server: borrowing RawSpan) -> Probe {
    switch SOCKSHandshake.greeting5(bytes) {
    case .message(let methods, _):
      // IANA has assigned 0 to 9; 0x80 and up are private.
      guard methods.allSatisfy({ $0 <= 9 || (0x80..<0xff).contains($0) }),
        Set(methods).count == methods.count
      else { return .mismatch }
      return server.byteCount > 0 && server[0] != 5 ? .mismatch : .match
    case .needsMore: return bytes.count > 1 && bytes[1] > 16 ? .mismatch : .needsMore
    case .malformed: return .mismatch
    }
  }

  public func receive(_ bytes: RawSpan, from side: Side, at provenance: Provenance) {
    if let inner {
      inner.receive(bytes, from: side, at: provenance)
      return
    }
    guard phase != .closed else {
      countSeen(bytes.byteCount, side, isRead: false)
      return
    }
    let index = Int(side.rawValue)
    guard held[index].count + bytes.byteCount <= Self.heldLimit else {
      give("cap_reached", "more than \(Self.heldLimit) bytes before the proxy's answer", provenance)
      return
    }
    if side == .client { self.provenance = self.provenance?.union(provenance) ?? provenance }
    bytes.append(to: &held[index])
    while phase != .closed, inner == nil, advance(provenance) {}
    guard phase == .open, let inner else { return }
    for side in Side.allCases {
      let rest = held[Int(side.rawValue)]
      held[Int(side.rawValue)] = []
      if !rest.isEmpty { inner.receive(rest.span.bytes, from: side, at: provenance) }
    }
  }

  public func gap(_ count: Int, from side: Side, at provenance: Provenance) {
    if let inner {
      inner.gap(count, from: side, at: provenance)
    } else if phase != .closed {
      give("gap", "\(count) bytes of the negotiation are missing", provenance)
    }
  }

  public func end(from side: Side, isClean: Bool, at provenance: Provenance) {
    inner?.end(from: side, isClean: isClean, at: provenance)
  }

  /// Reads the next message of the negotiation; false when it is not complete.
  private func advance(_ at: Provenance) -> Bool {
    switch phase {
    case .version:
      guard let version = held[0].first else { return false }
      phase = .greeting5
      if version == 4 {
        kind = .socks4
        return take(SOCKSHandshake.request4(held[0]), .client, at) { request in
          self.request = request
          credentials = request.user
          phase = .reply4
        } otherwise: {
          phase = .version
        }
      }
      return true
    case .greeting5:
      return take(SOCKSHandshake.greeting5(held[0]), .client, at) { _ in phase = .choice5 }
    case .choice5:
      return take(SOCKSHandshake.choice5(held[1]), .server, at) { choose($0, at) }
    case .password5:
      return take(SOCKSHandshake.password5(held[0]), .client, at) {
        credentials = $0
        phase = .passwordReply5
      }
    case .passwordReply5:
      return take(SOCKSHandshake.passwordReply5(held[1]), .server, at) {
        phase = $0 ? .request5 : .closed
      }
    case .request5:
      return take(SOCKSHandshake.request5(held[0]), .client, at) {
        request = $0
        phase = .reply5
      }
    case .reply4:
      return take(SOCKSHandshake.reply4(held[1]), .server, at) { answer(isGranted: $0, at) }
    case .reply5:
      return take(SOCKSHandshake.request5(held[1]), .server, at) {
        answer(isGranted: $0.command == 0, at)
      }
    case .open, .closed:
      return false
    }
  }

  private func take<Message>(
    _ reading: SOCKSHandshake.Reading<Message>, _ side: Side, _ at: Provenance,
    _ body: (Message) -> Void, otherwise: () -> Void = {}
  ) -> Bool {
    switch reading {
    case .message(let message, let count):
      held[Int(side.rawValue)].removeFirst(count)
      countSeen(count, side, isRead: true)
      body(message)
      return true
    case .needsMore:
      otherwise()
      return false
    case .malformed:
      give("parse_failed", "a message of the \(side) is not SOCKS", at)
      return false
    }
  }

  private func choose(_ method: UInt8, _ at: Provenance) {
    switch method {
    case SOCKSHandshake.Method.none: phase = .request5
    case SOCKSHandshake.Method.password: phase = .password5
    case 0xff: phase = .closed
    default: give("unreadable", "authentication method \(method) is not read", at)
    }
  }

  private func answer(isGranted: Bool, _ at: Provenance) {
    guard isGranted, let request else {
      phase = .closed
      return
    }
    guard request.command == SOCKSHandshake.Request.connect else {
      give("unreadable", "command \(request.command) is not read", at)
      return
    }
    let tunnel = ProxyTunnel(
      kind: kind, targetHost: request.host, targetPort: request.port,
      isAuthenticated: credentials != nil, credentials: credentials, provenance: provenance ?? at)
    context.observe(.proxy(tunnel), at: at)
    phase = .open
    inner = StreamDetector(context.inner { $0.tunnels.append(tunnel) })
  }

  /// Leaves the stream unread from here on.
  private func give(_ event: String, _ detail: String, _ at: Provenance) {
    phase = .closed
    countSeen(held[0].count, .client, isRead: false)
    held = [[], []]
    context.anomaly(event, layer: Self.name, detail, at: at)
    context.decide(.unknownProtocol)
  }

  private func countSeen(_ count: Int, _ side: Side, isRead: Bool) {
    guard side == .client, !context.path.isEncrypted else { return }
    context.state.clientBytesSeen += UInt64(count)
    if isRead { context.state.clientBytesRead += UInt64(count) }
  }
}
