import Model
import Wire

extension HTTP1Layer {
  /// Tells the tunnel that a `CONNECT` opened, and has what runs inside detected.
  func openTunnel(after exchange: PendingExchange, at provenance: Provenance) {
    emit(exchange, at: provenance)
    let tunnel = ProxyTunnel(
      kind: .httpConnect, targetHost: exchange.target?.host ?? "",
      targetPort: exchange.target?.port ?? 443,
      isAuthenticated: exchange.requestHead?.proxyAuthorization != nil,
      credentials: exchange.requestHead?.proxyAuthorization,
      provenance: exchange.request?.message.provenance ?? provenance)
    context.observe(.proxy(tunnel), at: provenance)
    handOver(to: StreamDetector(context.inner { $0.tunnels.append(tunnel) }), at: provenance)
  }

  /// Hands both directions to the protocol that the server switched to.
  func changeProtocol(
    after exchange: PendingExchange, to token: String?, at provenance: Provenance
  ) {
    emit(exchange, at: provenance)
    let wanted = token ?? exchange.requestHead?.upgrade ?? ""
    let first = wanted.split(separator: ",").first.map(String.init) ?? ""
    let name = first.filter { $0 != " " && $0 != "\t" }
    let layer = Registry.upgrade(
      to: name, after: exchange.exchange(in: context.path), in: context)
    handOver(to: layer ?? StreamDetector(context), at: provenance)
  }

  private func handOver(to layer: any Layer, at provenance: Provenance) {
    while let exchange = queue.popFirst() { emit(exchange, at: provenance) }
    let held = waiting
    waiting = HeldStretch()
    successor = layer
    held.replay(to: layer)
  }
}
