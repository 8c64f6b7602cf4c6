import Knowledge
import Model
import Protocols

extension Analyzer {
  /// Enters a message that concerns a tool: sender, session, recipient and all that it told.
  mutating func enter(
    _ contact: Contact, _ scale: IdentityScale, _ found: Unwrapped,
    gateway: String?, speaksAPI: Bool, isExchange: Bool = true
  ) {
    var scale = scale
    var sessionName: String?
    var agentName: String?
    var spoken = ProcessorScale()
    var findings: [(finding: Finding, hit: Hit)] = []
    for hit in found.hits {
      guard let number = hit.terminal else {
        findings.append((hit.finding, hit))
        continue
      }
      guard let value = knowledge.value(hit.finding.value, of: number), !value.isEmpty else {
        continue
      }
      switch knowledge.terminal(number) {
      case .mark(let tool, let index):
        let mark = knowledge.catalogue.tools[tool].marks[index]
        if mark.counts(at: contact.host) { scale.add(tool: tool, mark: mark, value: value) }
      case .session:
        if sessionName == nil { sessionName = String(decoding: value.prefix(128), as: UTF8.self) }
        findings.append(
          (
            Finding(
              "identity.session_id", value, source: "signal.session-id", basis: .signal,
              confidence: 0.9), hit
          ))
      case .agent:
        if agentName == nil { agentName = String(decoding: value.prefix(128), as: UTF8.self) }
      case .processor(let vendor, let index):
        spoken.add(knowledge.catalogue.vendors[vendor].marks[index], of: vendor)
      case .signal(let index):
        let signal = knowledge.catalogue.signals[index]
        findings.append((Finding(signal, value), hit))
      }
    }
    let vendor = contact.match?.vendor.id ?? gateway ?? contact.service?.rawValue ?? "unlisted"
    let identity = scale.verdict(unknown: vendor)
    let key = sender(contact, identity)
    guard open(key, tool: identity.tool, at: contact.time) else { return }
    credit(contact, identity, key, gateway: gateway, isExchange: isExchange)
    for note in Contradictions(knowledge).notes(contact, identity, flows[contact.flow.id]) {
      ledgers[key]?.tell(note)
    }
    if let note = spoken.note(at: contact, knowledge.catalogue) { ledgers[key]?.tell(note) }
    let name = sessionName.map {
      SessionBook.Key(session: $0, agent: agentName == $0 ? nil : agentName)
    }
    let session = ledgers[key]?.sessions.touch(
      contact.time, key: name, gap: options.sessionGap, isExchange: isExchange)
    let observers = observers(contact, key)
    var entries = EntryList(facts: facts)
    let known = exactPlaces(findings.map(\.hit), contact, identity)
    for (finding, hit) in findings
    where holds(hit, contact, identity) && isTelling(finding, hit, known)
      && !contact.isOwnName(finding) && !contact.isSiteAccount(finding, hit)
    {
      entries.add(finding, hit)
    }
    let told = entries.finished()
    noteRepetition(found.opaque, told, contact, key, session: session, observers: observers)
    noteOrder(
      found, contact, key, session: session, observers: observers, isExchange: isExchange)
    for entry in told {
      let place = PlaceKey(
        attribute: entry.finding.attribute, channel: entry.channel, recipient: contact.host)
      disclose(
        entry.finding, in: place, to: key, observers: observers, at: contact.time, session: session,
        evidence: Sighting(
          contact, of: entry.channel.part, offset: entry.offset, length: entry.length
        ).evidence,
        isRepeat: entry.isRepeat)
    }
    if gateway != nil, speaksAPI { tellBaseURL(contact, key, session) }
    tellPath(contact, key, session)
    tellHostHeader(contact, key, session)
    tellLateOpening(contact, to: key)
  }

  /// Whether the conditions of a signal hold for the message.
  private func holds(_ hit: Hit, _ contact: Contact, _ identity: Identity) -> Bool {
    guard let number = hit.terminal, case .signal(let index) = knowledge.terminal(number) else {
      return true
    }
    let signal = knowledge.catalogue.signals[index]
    if !signal.tools.isEmpty, !signal.tools.contains(identity.id),
      !(identity.hint.map { signal.tools.contains($0) } ?? false)
    {
      return false
    }
    if !signal.vendors.isEmpty {
      guard let vendor = contact.match?.vendor.id, signal.vendors.contains(vendor) else {
        return false
      }
    }
    return signal.targets.isEmpty || signal.targets.contains { contact.path.hasPrefix($0) }
  }

  /// Where a signal for exactly this place told something: what holds for names in general does not count there.
  private func exactPlaces(
    _ hits: [Hit], _ contact: Contact, _ identity: Identity
  ) -> Set<ExactPlace> {
    guard hits.contains(where: { isGeneral($0) }) else { return [] }
    var places: Set<ExactPlace> = []
    for hit in hits where hit.terminal != nil && !isGeneral(hit) && holds(hit, contact, identity) {
      places.insert(ExactPlace(path: hit.channel.path, offset: hit.offset))
    }
    return places
  }

  /// Whether a hit came by a name in any spelling.
  private func isGeneral(_ hit: Hit) -> Bool {
    guard let number = hit.terminal, case .signal(let index) = knowledge.terminal(number) else {
      return false
    }
    return knowledge.catalogue.signals[index].path.hasPrefix("$..~")
  }

  /// General names are heard only where no exact signal speaks, and never with a word that says nothing.
  private func isTelling(_ finding: Finding, _ hit: Hit, _ known: Set<ExactPlace>) -> Bool {
    guard isGeneral(hit) else { return true }
    return !known.contains(ExactPlace(path: hit.channel.path, offset: hit.offset))
      && !EmptyWords.contains(finding.value)
      && (finding.attribute != "network.base_url" || !isVendorHost(finding.value))
  }

  /// Whether a URL or host is the vendor's own, and so nothing that somebody configured.
  private func isVendorHost(_ value: [UInt8]) -> Bool {
    let text = String(decoding: value.prefix(300), as: UTF8.self)
    let rest = text.split(separator: "/").first { !$0.hasSuffix(":") } ?? ""
    return knowledge.host(Authority(rest).name)?.entry.isAI == true
  }

  /// The ledger of a sender. Unknown senders are kept apart by what may tie them to a tool later.
  private func sender(_ contact: Contact, _ identity: Identity) -> LedgerKey {
    if identity.tool == nil, let owner = flows[contact.flow.id]?.owner,
      ledgers[owner]?.tool != nil, flows[contact.flow.id]?.host == contact.host
    {
      return owner
    }
    var variant = ""
    if identity.tool == nil || identity.hint != nil {
      let agent = contact["user-agent"].map { UserAgent($0).products.first?.name ?? "" } ?? ""
      variant = (identity.hint ?? "") + " " + agent
    }
    return LedgerKey(client: contact.client, tool: identity.id, variant: variant)
  }

  /// Counts the message for its sender and its recipient.
  private mutating func credit(
    _ contact: Contact, _ identity: Identity, _ key: LedgerKey, gateway: String?, isExchange: Bool
  ) {
    guard let ledger = ledgers[key] else { return }
    ledger.firstSeen = min(ledger.firstSeen, contact.time)
    ledger.lastSeen = max(ledger.lastSeen, contact.time)
    ledger.confidence = max(ledger.confidence, identity.confidence)
    ledger.evidence.formUnion(identity.evidence)
    if identity.evidence.isEmpty { ledger.evidence.insert(contact.hostEvidence) }
    if let version = identity.version, ledger.versions.count < 16 {
      ledger.versions.insert(version)
    }
    ledger.hint = ledger.hint ?? identity.hint
    ledger.isRead = true
    if let agent = contact["user-agent"] {
      ledger.noteAgent(agent)
      for product in UserAgent(agent).products {
        if let language = UserAgentFacts.language(of: product.name) {
          ledger.languages.insert(language)
        }
      }
    }
    if let language = contact["x-stainless-lang"] {
      ledger.isKit = true
      ledger.languages.insert(
        language.lowercased() == "js" ? "JavaScript" : language.capitalizedASCII)
    }
    var tally =
      ledger.recipients[contact.host]
      ?? RecipientTally(
        host: contact.host, vendor: contact.match?.vendor.id, kind: contact.match?.vendor.kind,
        identifiedBy: contact.hostEvidence)
    tally.isAI = contact.match?.entry.isAI ?? (gateway != nil || contact.service == .mcp)
    switch contact.service {
    case .mcp: tally.roles.insert("mcp")
    case .otlp: tally.roles.insert("telemetry")
    default: break
    }
    tally.isGateway = tally.isGateway || (contact.match == nil && gateway != nil)
    tally.roles.formUnion(contact.match == nil && gateway != nil ? ["api"] : contact.roles)
    if isExchange {
      tally.exchanges += 1
      tally.note(contact.time)
    }
    tally.bytesSent += contact.bytesSent
    tally.bytesReceived += contact.bytesReceived
    if contact.isEncrypted { tally.isDecrypted = true } else { tally.isPlaintext = true }
    ledger.recipients[contact.host] = tally
    update(contact.flow) { state in
      if state.owner == nil || identity.tool != nil { state.owner = key }
      state.host = contact.host
    }
  }

  func observers(_ contact: Contact, _ key: LedgerKey) -> [Observer] {
    let toolVendor = ledgers[key]?.tool.map { knowledge.catalogue.tools[$0].vendor }
    let party = ledgers[key]?.recipients[contact.host]?.party(toolVendor: toolVendor) ?? .unknown
    return contact.isEncrypted ? [Observer(party)] : [.network, Observer(party)]
  }

  /// An unlisted host that speaks a vendor's API stands where the vendor's own stood.
  private mutating func tellBaseURL(_ contact: Contact, _ key: LedgerKey, _ session: Int?) {
    let scheme = contact.isEncrypted ? "https" : "http"
    let port = contact.tunnels.last?.targetPort ?? contact.flow.server.port
    let usual: UInt16 = contact.isEncrypted ? 443 : 80
    let value = "\(scheme)://\(contact.host)" + (port == usual ? "" : ":\(port)")
    let finding = Finding(
      "network.base_url", Array(value.utf8), source: "network.base-url", basis: .network,
      confidence: 0.9, note: "a host on no list speaks a vendor's API")
    disclose(
      finding,
      in: PlaceKey(
        attribute: finding.attribute,
        channel: Channel(part: contact.isEncrypted ? .tls : .requestLine, path: "host"),
        recipient: contact.host),
      to: key, observers: [.network, .intermediary], at: contact.time, session: session,
      evidence: Sighting(contact, of: nil).evidence)
  }
}

/// A place of one message where a signal was made for it.
private struct ExactPlace: Hashable {
  var path: String
  var offset: Int?
}

extension String {
  /// With its first ASCII letter in upper case.
  var capitalizedASCII: String {
    guard let first else { return self }
    return first.uppercased() + dropFirst()
  }
}
