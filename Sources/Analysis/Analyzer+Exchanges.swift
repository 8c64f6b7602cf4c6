import Knowledge
import Model
import Protocols

extension Analyzer {
  mutating func take(
    _ exchange: HTTPExchange, number: Int, flow: FlowReference, _ record: Record
  ) {
    guard let request = exchange.request else { return }
    noteFlow(flow, exchange, number)
    let target = exchange.target
    let split = target.firstIndex(of: "?")
    var contact = contact(flow, host: exchange.host, exchange.serverName, exchange.tunnels)
    contact.method = exchange.method
    contact.path = split.map { target[..<$0] } ?? target[...]
    contact.query = split.map { target[target.index(after: $0)...] }
    contact.fields = request.fields
    contact.isEncrypted = exchange.isEncrypted
    contact.time = record.time
    contact.frame = record.frame
    contact.provenance = request.provenance
    contact.segments = request.body.segments
    contact.isCoded = !request.body.codings.isEmpty
    contact.exchange = number
    contact.bytesSent = size(of: request) + target.utf8.count
    contact.bytesReceived = exchange.response.map { size(of: $0) } ?? 0
    if exchange.method == "CONNECT" {
      tellProxy(contact, exchange)
    } else {
      judge(contact, exchange)
    }
  }

  /// Lets an exchange that was not read wait until its host is known to be AI; it may be by now.
  mutating func take(_ exchange: OrdinaryExchange, number: Int, _ record: Record) {
    guard let flow = record.flow else { return }
    held.hold(exchange, number: number, flow, record, options: options)
    // Its host may have become known while it went on.
    guard !learned.isEmpty else { return }
    let place = LearnedHost(client: flow.client.address, host: Authority.name(of: exchange.host))
    if learned[place] != nil { releaseHeld(for: place) }
  }

  /// Enters what was held back for a host that is AI after all.
  private mutating func releaseHeld(for place: LearnedHost) {
    for item in held.release(client: place.client, host: place.host) {
      switch item.content {
      case .read(let contact, let exchange):
        judge(contact, exchange)
      case .unread(let exchange, let number, let flow, let frame, let time):
        guard let opened = exchange.opened(Limits()) else { continue }
        coverage.note(opened)
        take(
          opened, number: number, flow: flow,
          Record(flow: flow, frame: frame, time: time, observation: .ordinary(exchange)))
      }
    }
  }

  private func size(of message: HTTPMessage) -> Int {
    message.fields.reduce(message.body.transferredLength) {
      $0 + $1.name.utf8.count + $1.value.utf8.count + 4
    }
  }

  private mutating func noteFlow(_ flow: FlowReference, _ exchange: HTTPExchange, _ number: Int) {
    update(flow) { state in
      // A CONNECT is the proxy's business; what follows may be as closed as before.
      if exchange.method != "CONNECT" {
        state.lastExchange = number
        state.exchanges += 1
        if exchange.isEncrypted { state.isDecrypted = true } else { state.isPlaintext = true }
      }
      if state.tunnels.isEmpty { state.tunnels = exchange.tunnels }
      if state.serverName == nil { state.serverName = exchange.serverName }
    }
  }

  /// Names the host of a message, by the best evidence there is.
  func contact(
    _ flow: FlowReference, host: String?, _ serverName: String?, _ tunnels: [ProxyTunnel]
  ) -> Contact {
    let tunnel = tunnels.last
    let name: String
    let evidence: String
    if let host, !host.isEmpty {
      name = Authority.name(of: host)
      evidence = serverName.map { Authority.name(of: $0) == name } == true ? "sni" : "host"
    } else if let serverName {
      name = Authority.name(of: serverName)
      evidence = "sni"
    } else if let tunnel {
      name = tunnel.targetHost.lowercased()
      evidence = tunnel.kind == .httpConnect ? "connect" : "socks"
    } else if let known = names.name(of: flow.server.address) {
      name = known
      evidence = "dns"
    } else {
      name = flow.server.address.description
      evidence = "ip"
    }
    let nothing = FrameID(capture: 0, number: 0)
    return Contact(
      flow: flow, host: name, hostEvidence: evidence, match: knowledge.host(name),
      method: "", path: "", query: nil, fields: [], serverName: serverName, isEncrypted: false,
      tunnels: tunnels, time: Timestamp(nanoseconds: 0), frame: nothing,
      provenance: Provenance(nothing, Timestamp(nanoseconds: 0)))
  }

  /// Decides whether an exchange is anybody's concern, and enters it when it is.
  mutating func judge(_ contact: Contact, _ exchange: HTTPExchange) {
    let scale = IdentityScale(knowledge, matches(contact))
    let shape = APIShape.candidate(path: contact.path, contact.fields)
    let isListed = contact.match.map { $0.entry.isAI || $0.vendor.kind == .processor } == true
    let place = LearnedHost(client: contact.client, host: contact.host)
    let isSide = !isListed && contact.match.map { mayBeSideTraffic($0, contact) } == true
    guard isListed || isSide || scale.isPromising || learned[place] != nil || shape != nil else {
      if contact.match == nil {
        enterOrdinary(held.hold(contact, exchange, options: options))
      } else {
        enterOrdinary(contact, exchange)
      }
      return
    }
    let found = unwrap(contact, exchange.request, part: .body)
    var gateway = learned[place]
    if !isListed, gateway == nil, contact.match == nil, let shape, shape.isModelAPI,
      shape.isConfirmed(by: found.topMembers, at: contact.path)
    {
      gateway = shape.vendor(host: contact.host, port: contact.flow.server.port)
      if learned.count < options.nameLimit { learned[place] = gateway }
    }
    var isTold = isListed || isSide || scale.isPromising || gateway != nil
    if !isTold, shape == .otlp || shape == .mcp {
      // Reports and tool servers stand anywhere; what they carry says whose they are.
      isTold = hasMark(in: found.hits, at: contact.host)
      if shape == .mcp, shape?.isConfirmed(by: found.topMembers, at: contact.path) == true {
        isTold = true
      }
    }
    guard isTold else {
      enterOrdinary(contact, exchange)
      return
    }
    var contact = contact
    if contact.match == nil, let shape, !shape.isModelAPI, gateway == nil {
      contact.service = shape.isConfirmed(by: found.topMembers, at: contact.path) ? shape : nil
    }
    enter(contact, scale, found, gateway: gateway, speaksAPI: shape?.isModelAPI == true)
    if gateway != nil {
      releaseHeld(for: place)
    }
  }

  /// Whether a host that is no AI by itself is worth remembering, in case it proves to be a tool's: one
  /// that some tool is known to speak to, or that takes reports, flags or updates.
  private func mayBeSideTraffic(_ match: Catalogue.HostMatch, _ contact: Contact) -> Bool {
    let roles = contact.roles
    return roles.contains { ["telemetry", "crash", "feature-flags", "update"].contains($0) }
      || knowledge.isContacted(contact.host)
  }

  private func hasMark(in hits: [Hit], at host: String) -> Bool {
    hits.contains { hit in
      guard let number = hit.terminal, case .mark(let tool, let index) = knowledge.terminal(number),
        let value = knowledge.value(hit.finding.value, of: number), !value.isEmpty
      else { return false }
      let mark = knowledge.catalogue.tools[tool].marks[index]
      return mark.weight >= IdentityScale.threshold && mark.counts(at: host)
    }
  }

  /// The tools that a request's head fits.
  ///
  /// Clear requests to hosts on no list are nearly all ordinary web traffic: they are asked in full
  /// only when their User-Agent or a header of theirs belongs to some tool.
  mutating func matches(_ contact: Contact) -> [ToolMatch] {
    if contact.match == nil, !contact.isEncrypted, !agents.namesTool(contact["user-agent"]),
      !agents.hasMarkedHeader(contact.fields)
    {
      return []
    }
    return knowledge.catalogue.toolMatches(
      userAgent: contact["user-agent"], headers: contact.fields,
      path: contact.query.map { "\(contact.path)?\($0)" } ?? String(contact.path),
      host: contact.host)
  }

  /// Opens all parts of a request.
  mutating func unwrap(
    _ contact: Contact, _ request: HTTPMessage?, part: ChannelPart
  ) -> Unwrapped {
    var unwrapper = Unwrapper(
      index: knowledge.index, recognisers: knowledge.recognisers, facts: facts, options: options,
      time: contact.time)
    unwrapper.requestLine(contact.path)
    if let query = contact.query { unwrapper.query(query) }
    for field in contact.fields where !field.name.hasPrefix(":") {
      unwrapper.header(field.name, field.value)
    }
    for field in request?.trailers ?? [] { unwrapper.header(field.name, field.value, as: .trailer) }
    if let body = request?.body, !body.bytes.isEmpty {
      unwrapper.content(
        body.bytes, codings: body.codings, type: ContentType(contact["content-type"]),
        target: String(contact.path),
        messageCoding: contact["grpc-encoding"] ?? contact["connect-content-encoding"], as: part)
    }
    if unwrapper.isCut { coverage.isCapped = true }
    return unwrapper.result
  }

  mutating func take(_ message: WebSocketMessage, flow: FlowReference, _ record: Record) {
    guard message.opcode == 1 || message.opcode == 2, !message.payload.isEmpty else { return }
    let split = message.target.firstIndex(of: "?")
    var contact = contact(flow, host: message.host, message.serverName, message.tunnels)
    contact.method = "GET"
    contact.path = split.map { message.target[..<$0] } ?? message.target[...]
    contact.fields = message.handshake
    contact.isEncrypted = message.isEncrypted
    contact.time = record.time
    contact.frame = record.frame
    contact.provenance = message.provenance
    contact.segments = message.segments
    contact.isCoded = message.isDeflated
    contact.exchange = flows[flow.id]?.lastExchange
    contact.bytesSent = message.transferredLength
    let scale = IdentityScale(knowledge, matches(contact))
    let isListed = contact.match.map { $0.entry.isAI || $0.vendor.kind == .processor } == true
    let place = LearnedHost(client: contact.client, host: contact.host)
    let shape = contact.match == nil ? APIShape.candidate(path: contact.path) : nil
    let isAI =
      isListed || scale.isPromising || learned[place] != nil || shape?.isModelAPI == true
    guard isAI || options.readsAllTraffic else { return }
    var unwrapper = Unwrapper(
      index: knowledge.index, recognisers: knowledge.recognisers, facts: facts, options: options,
      time: contact.time)
    unwrapper.content(
      message.payload, codings: message.isDeflated ? ["permessage-deflate"] : [],
      type: ContentType(message.opcode == 1 ? "application/json" : nil),
      target: String(contact.path), as: .webSocket)
    if unwrapper.isCut { coverage.isCapped = true }
    let members = unwrapper.topMembers
    if learned[place] == nil, let shape, shape.isConfirmed(byMessage: members) {
      if learned.count < options.nameLimit {
        learned[place] = shape.vendor(host: contact.host, port: contact.flow.server.port)
      }
      releaseHeld(for: place)
    }
    guard
      isListed || scale.isPromising || learned[place] != nil
        || options.readsAllTraffic && isTelling(unwrapper.hits)
    else { return }
    enter(
      contact, scale, unwrapper.result, gateway: learned[place],
      speaksAPI: learned[place] != nil, isExchange: false)
  }
}
