import Knowledge
import Model
import Protocols

/// What anyone on the path sees: hellos, names, proxies, and flows that nobody could read.
extension Analyzer {
  mutating func take(_ handshake: TLSHandshake, flow: FlowReference) {
    if handshake.hello != nil { coverage.noteHello() }
    update(flow) { state in
      if let hello = handshake.hello {
        state.serverName = handshake.serverName ?? state.serverName
        state.ja4 = hello.ja4
        state.hello = handshake.provenance
      }
      if let certificate = handshake.certificate, state.certificateNames.isEmpty {
        state.certificateNames = Array(certificate.alternativeNames.prefix(64))
      }
      state.hidesName = handshake.hidesName
      state.isDecrypted = state.isDecrypted || handshake.isDecrypted
      state.undecryptedReason = handshake.undecryptedReason
    }
    tellIfOwned(flow)
  }

  mutating func take(_ handshake: QUICHandshake, flow: FlowReference) {
    if handshake.hello != nil { coverage.noteHello() }
    update(flow) { state in
      if let hello = handshake.hello {
        state.serverName = handshake.serverName ?? state.serverName
        state.ja4 = hello.ja4
        state.hello = handshake.provenance
        state.isQUIC = true
        state.transportParameters = handshake.transportParameters
        state.userAgent = handshake.userAgent
      }
      state.hidesName = handshake.hidesName
      state.isDecrypted = state.isDecrypted || handshake.isDecrypted
    }
    tellIfOwned(flow)
  }

  private mutating func tellIfOwned(_ flow: FlowReference) {
    guard let state = flows[flow.id], let owner = state.owner, let host = state.host else { return }
    tellHello(state, flow, host: host, to: owner, session: nil)
  }

  /// Tells what the flow of a message showed to the path, once.
  mutating func tellPath(_ contact: Contact, _ key: LedgerKey, _ session: Int?) {
    guard let state = flows[contact.flow.id] else { return }
    tellHello(state, contact.flow, host: contact.host, to: key, session: session)
    for tunnel in contact.tunnels where !state.toldProxy {
      tellTunnel(tunnel, contact.flow, key, session)
    }
    if !contact.tunnels.isEmpty {
      update(contact.flow) { $0.toldProxy = true }
    }
  }

  mutating func tellHello(
    _ state: FlowState, _ flow: FlowReference, host: String, to key: LedgerKey, session: Int?
  ) {
    guard !state.toldHello, let ja4 = state.ja4, let hello = state.hello else { return }
    // A flow that has ended is not to come back.
    if flows[flow.id] != nil { update(flow) { $0.toldHello = true } }
    ledgers[key]?.recipients[host]?.ja4.insert(ja4)
    // Most flows tell what others told before; only the first few are asked for evidence.
    func evidence() -> Evidence {
      Evidence(
        capture: hello.first.capture, communityID: CommunityID.of(flow),
        frames: hello.first == hello.last
          ? [hello.first.number] : [hello.first.number, hello.last.number],
        exchange: nil, offset: nil, length: nil)
    }
    if let name = state.serverName {
      tellName(
        name, Channel(part: state.isQUIC ? .quic : .tls, path: "sni"), to: key, recipient: host,
        at: hello.time, session: session, evidence: evidence())
    }
    for (path, finding) in HelloFacts.findings(ja4: ja4, of: state) {
      disclose(
        finding,
        in: PlaceKey(
          attribute: finding.attribute,
          channel: Channel(part: state.isQUIC ? .quic : .tls, path: path), recipient: host),
        to: key, observers: [.network], at: hello.time, session: session, evidence: evidence())
    }
  }

  /// Name and port of the proxy of a flow: by its DNS name where one was seen.
  private func proxy(_ flow: FlowReference) -> (host: String, authority: String) {
    let host = names.name(of: flow.server.address) ?? flow.server.address.description
    let text = host.contains(":") ? "[\(host)]" : host
    return (host, "\(text):\(flow.server.port)")
  }

  /// Tells the proxies of a flow, unless they were told.
  mutating func tellTunnels(_ state: FlowState, _ flow: FlowReference, to key: LedgerKey) {
    guard !state.toldProxy else { return }
    for tunnel in state.tunnels { tellTunnel(tunnel, flow, key, nil) }
  }

  private mutating func tellTunnel(
    _ tunnel: ProxyTunnel, _ flow: FlowReference, _ key: LedgerKey, _ session: Int?
  ) {
    let (host, authority) = proxy(flow)
    if ledgers[key]?.recipients[host] == nil {
      var tally = RecipientTally(
        host: host, identifiedBy: tunnel.kind == .httpConnect ? "connect" : "socks")
      tally.isProxy = true
      tally.isPlaintext = true
      tally.roles = ["proxy-gateway"]
      ledgers[key]?.recipients[host] = tally
    }
    let path =
      tunnel.kind == .httpConnect
      ? "CONNECT \(tunnel.targetHost):\(tunnel.targetPort)" : tunnel.kind.rawValue
    let frame = tunnel.provenance.first
    let evidence = Evidence(
      capture: frame.capture, communityID: CommunityID.of(flow), frames: [frame.number],
      exchange: nil, offset: nil, length: nil)
    func tell(_ finding: Finding, _ channel: Channel) {
      disclose(
        finding, in: PlaceKey(attribute: finding.attribute, channel: channel, recipient: host),
        to: key, observers: [.network, .intermediary], at: tunnel.provenance.time,
        session: session, evidence: evidence)
    }
    tell(
      Finding(
        "network.proxy", Array(authority.utf8), source: "network.proxy", basis: .network,
        confidence: 0.97),
      Channel(part: .requestLine, path: path))
    guard let credentials = tunnel.credentials else { return }
    let isHeader = tunnel.kind == .httpConnect
    let findings =
      isHeader
      ? HeaderRecognisers.findings(name: "proxy-authorization", value: credentials)
      : [
        Finding(
          "network.proxy_credentials", Array(credentials.utf8), source: "network.proxy",
          basis: .network, confidence: 0.97, isSecret: true)
      ]
    for finding in findings {
      tell(
        finding,
        isHeader
          ? Channel(part: .header, path: "proxy-authorization", encodings: ["base64"])
          : Channel(part: .requestLine, path: path))
    }
  }

  /// A CONNECT request is the proxy's; it belongs to whoever speaks inside the tunnel.
  mutating func tellProxy(_ contact: Contact, _ exchange: HTTPExchange) {
    guard let request = exchange.request else { return }
    let target = Authority(exchange.target)
    let tunnel = ProxyTunnel(
      kind: .httpConnect, targetHost: target.name, targetPort: target.port ?? 443,
      isAuthenticated: contact["proxy-authorization"] != nil,
      credentials: contact["proxy-authorization"], provenance: request.provenance)
    update(contact.flow) { state in
      if !state.tunnels.contains(where: {
        $0.targetHost.lowercased() == tunnel.targetHost && $0.targetPort == tunnel.targetPort
      }) {
        state.tunnels.append(tunnel)
      }
    }
  }

  // MARK: Ends

  mutating func end(_ flow: FlowReference, _ summary: FlowSummary) {
    if let state = flows.remove(flow.id) {
      settle(state, summary: summary)
    } else if let host = names.name(of: flow.server.address), knowledge.lists(host) {
      settle(FlowState(flow), summary: summary)
    } else {
      // Nothing is known of most flows but their addresses.
      coverage.note(summary, isAI: false, isPlaintext: false, reason: nil)
    }
  }

  /// Counts a flow that ended and, when nobody read it, keeps what its envelope shows.
  mutating func settle(_ state: FlowState, summary: FlowSummary?) {
    let flow = state.reference
    var match: Catalogue.HostMatch?
    if let host = host(of: state) { match = knowledge.host(host) }
    let isAI = state.owner != nil || match?.entry.isAI == true
    if let summary {
      coverage.note(
        summary, isAI: isAI, isPlaintext: state.isPlaintext && !state.isDecrypted,
        reason: state.undecryptedReason)
    }
    if let owner = state.owner {
      if let host = state.host {
        tellTunnels(state, flow, to: owner)
        tellOpening(summary, flow, host: host, to: owner)
      }
      return
    }
    if let summary, let opening = summary.opening, state.isPlaintext,
      openings.count < Self.mostOpenings
    {
      openings[flow.id] = (opening, summary.start)
    }
    guard state.hello != nil || match != nil else { return }
    let early = pending.keep(state, summary, limit: options.pendingFlows)
    guard !early.isEmpty else { return }
    coverage.isCapped = true
    settle(early)
  }

  /// Changes what is known of a flow. The oldest flow gives way when there are too many, and is settled
  /// with what is known so far.
  mutating func update(_ flow: FlowReference, _ body: (FlowState) -> Void) {
    guard let old = flows.update(flow, body) else { return }
    coverage.isCapped = true
    settle(old, summary: nil)
  }

  func host(of state: FlowState) -> String? { name(of: state)?.host }

  /// Whether the name in a hello that may hide another one is the host all the same. GREASE looks like an
  /// offer of ECH (RFC 9849); but nobody looks up the public name that stands before hidden ones, and no
  /// list has it.
  private func isGenuine(_ state: FlowState) -> Bool {
    guard let name = state.serverName.map({ Authority.name(of: $0) }) else { return false }
    return knowledge.host(name) != nil || names.has(name, for: state.reference.server.address)
  }

  /// The host of a flow and what named it: the hello, unless it hides the name and DNS gave a better
  /// one; a tunnel's target; DNS; the server's certificate.
  func name(of state: FlowState) -> (host: String, evidence: String)? {
    let asked = names.name(of: state.reference.server.address)
    if state.hidesName, let asked, !isGenuine(state) { return (asked, "dns") }
    if let name = state.serverName {
      return (Authority.name(of: name), state.isQUIC ? "quic" : "sni")
    }
    if let tunnel = state.tunnels.last {
      let evidence = tunnel.kind == .httpConnect ? "connect" : "socks"
      return (Authority.name(of: tunnel.targetHost), evidence)
    }
    if let asked { return (asked, "dns") }
    let listed = state.certificateNames.map { $0.lowercased() }
      .first { !$0.hasPrefix("*") && knowledge.host($0) != nil }
    return listed.map { ($0, "certificate") }
  }
}
