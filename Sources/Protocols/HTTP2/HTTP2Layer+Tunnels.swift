import Model
import Wire

extension HTTP2Layer {
  /// Bytes that may come before the answer that opens a tunnel.
  private static let earlyLimit = 64 << 10

  func holdEarly(_ bytes: RawSpan, _ stream: HTTP2Stream, from side: Side, _ at: Provenance) {
    guard side == .client, stream.early.count < 1_024,
      stream.held + bytes.byteCount <= Self.earlyLimit
    else {
      note("cap_reached", "stream \(stream.id) sends before its tunnel is open", at: at)
      return
    }
    stream.early.append(.init(bytes: bytes.array, provenance: at))
    hold(bytes.byteCount, for: stream, at)
  }

  /// Opens what a `CONNECT` asked for, when the server agreed (RFC 9113, section 8.5; RFC 8441).
  func responseBegan(_ stream: HTTP2Stream, _ at: Provenance) {
    guard stream.isConnect, stream.tunnel == nil else { return }
    guard let status = stream.status, (200...299).contains(status) else { return }
    switch stream.requestField(":protocol") {
    case nil: openProxyTunnel(stream, at)
    case "websocket":
      var exchange = exchange(of: stream)
      complete(&exchange)
      context.observe(.http(exchange), at: at)
      stream.tunnel = WebSocketLayer(
        context.inner { $0.alpn = nil }, after: exchange)
    default: return
    }
    let early = stream.early
    stream.early = []
    for piece in early {
      guard let tunnel = stream.tunnel else { return }
      leaveCounting(piece.bytes.count, .client)
      tunnel.receive(piece.bytes.span.bytes, from: .client, at: piece.provenance)
    }
  }

  private func openProxyTunnel(_ stream: HTTP2Stream, _ at: Provenance) {
    var exchange = exchange(of: stream)
    complete(&exchange)
    context.observe(.http(exchange), at: at)
    let target = Authority(stream.requestField(":authority") ?? "?")
    let credentials = exchange.request?["proxy-authorization"]
    let tunnel = ProxyTunnel(
      kind: .httpConnect, targetHost: target.host, targetPort: target.port ?? 443,
      isAuthenticated: credentials != nil, credentials: credentials,
      provenance: stream.halves[0].provenance ?? at)
    context.observe(.proxy(tunnel), at: at)
    stream.tunnel = StreamDetector(
      context.inner {
        $0.tunnels.append(tunnel)
        $0.alpn = nil
      })
  }

  /// The exchange that opens a tunnel has no bodies: what follows belongs to the tunnel.
  private func complete(_ exchange: inout HTTPExchange) {
    exchange.request?.body.isComplete = true
    exchange.response?.body.isComplete = true
  }

  /// What runs in a clear tunnel counts its bytes itself.
  func leaveCounting(_ count: Int, _ side: Side) {
    guard side == .client, !context.path.isEncrypted else { return }
    let bytes = UInt64(count)
    context.state.clientBytesSeen -= min(bytes, context.state.clientBytesSeen)
    context.state.clientBytesRead -= min(bytes, context.state.clientBytesRead)
  }
}
