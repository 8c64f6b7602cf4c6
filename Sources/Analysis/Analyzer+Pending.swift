import Knowledge
import Model

extension Analyzer {
  /// Finds an owner for everything that only the path showed.
  mutating func settlePending() {
    settle(pending.takeFlows())
    if pending.isFull { coverage.isCapped = true }
    settleQuestions()
    settleAnnounced()
  }

  /// Enters flows that nobody read, with those that a common TLS client ties to what is known.
  mutating func settle(_ ended: [PendingFacts.EndedFlow]) {
    settleStrays(ended.filter { !settleUnread($0.state, $0.summary) })
  }

  /// Enters a flow that nobody read; false when nothing makes it anybody's.
  private mutating func settleUnread(_ state: FlowState, _ summary: FlowSummary?) -> Bool {
    guard let host = host(of: state) else { return false }
    let flow = state.reference
    let client = flow.client.address
    let match = knowledge.host(host)
    let isAI = match?.entry.isAI == true && match?.vendor.kind == .ai
    let gateway = learned[LearnedHost(client: client, host: host)]
    let time = state.hello?.time ?? summary?.start ?? Timestamp(nanoseconds: 0)
    let isProcessor = match?.vendor.kind == .processor && match?.entry.isAI == true
    let key: LedgerKey
    if let owner = owner(client: client, host: host, match) {
      if !isAI, gateway == nil, !isProcessor {
        // Hosts that are not AI by themselves need a tool that is known to speak to them. With all traffic
        // asked for, clients of anything have books, too.
        guard let tally = owner.recipients[host], owner.tool != nil || tally.isAI else {
          return false
        }
      }
      key = owner.key
    } else if isAI, let match {
      key = LedgerKey(client: client, tool: "unknown:" + match.vendor.id, variant: "")
      guard open(key, tool: nil, at: time) else { return true }
    } else if isProcessor, summary?.payload.client ?? 1 > 0 {
      pending.noteUnread(
        host: host, reason: (state.undecryptedReason ?? Self.unread) + "; no tool tied")
      return true
    } else {
      return false
    }
    if isAI || gateway != nil, let pieces = summary?.unreadPieces,
      let note = StreamedAnswers.note(pieces, host: host)
    {
      ledgers[key]?.tell(note)
    }
    if state.exchanges == 0, summary?.payload.client ?? 1 > 0 {
      pending.noteUnread(host: host, reason: state.undecryptedReason ?? Self.unread)
    }
    creditUnread(state, summary, key, host: host, match: match, at: time)
    tellHello(state, flow, host: host, to: key, session: nil)
    tellTunnels(state, flow, to: key)
    tellOpening(summary, flow, host: host, to: key)
    return true
  }

  private static let unread = "its content was not read"

  // MARK: Strays

  /// One kind of TLS client on one machine.
  private struct Stack: Hashable {
    var client: IPAddress
    var ja4: String
  }

  /// More hosts than this under one fingerprint are a browser's or a whole machine's.
  private static let mostStrayHosts = 4

  /// Flows to hosts that are no AI by themselves, or on no list, by a TLS client that spoke to AI: a
  /// gateway in front of it, or its own side traffic.
  private mutating func settleStrays(_ strays: [PendingFacts.EndedFlow]) {
    guard !strays.isEmpty else { return }
    var senders: [Stack: LedgerKey] = [:]
    for (key, ledger) in ledgers.sorted(by: { $0.value.order < $1.value.order }) {
      for tally in ledger.recipients.values where tally.isAI {
        for ja4 in tally.ja4 {
          let stack = Stack(client: key.client, ja4: ja4)
          if senders[stack] == nil { senders[stack] = key }
        }
      }
    }
    var hosts: [Stack: Set<String>] = [:]
    for (state, _) in strays {
      guard let stack = stack(of: state), let host = host(of: state) else { continue }
      hosts[stack, default: []].insert(host)
    }
    for (state, summary) in strays {
      guard let stack = stack(of: state), let host = host(of: state),
        let key = senders[stack], hosts[stack, default: []].count <= Self.mostStrayHosts,
        state.exchanges == 0
      else { continue }
      let flow = state.reference
      let match = knowledge.host(host)
      let time = state.hello?.time ?? Timestamp(nanoseconds: 0)
      creditUnread(state, summary, key, host: host, match: match, at: time)
      ledgers[key]?.evidence.insert("tie:ja4")
      tellHello(state, flow, host: host, to: key, session: nil)
      tellTunnels(state, flow, to: key)
      tellOpening(summary, flow, host: host, to: key)
      if match == nil {
        ledgers[key]?.notes.insert(
          "\(host), on no list, is spoken to by the same TLS client (JA4): it may be a gateway.")
        pending.noteUnread(
          host: host,
          reason: "on no list, by the TLS client of AI traffic: perhaps a gateway; "
            + (state.undecryptedReason ?? Self.unread))
      }
    }
  }

  private func stack(of state: FlowState) -> Stack? {
    state.ja4.map { Stack(client: state.reference.client.address, ja4: $0) }
  }

  private mutating func creditUnread(
    _ state: FlowState, _ summary: FlowSummary?, _ key: LedgerKey, host: String,
    match: Catalogue.HostMatch?, at time: Timestamp
  ) {
    guard let ledger = ledgers[key] else { return }
    let start = summary?.start ?? time
    let end = summary?.end ?? time
    ledger.firstSeen = min(ledger.firstSeen, start)
    ledger.lastSeen = max(ledger.lastSeen, end)
    ledger.confidence = max(ledger.confidence, 0.3)
    let evidence = name(of: state)?.evidence ?? "ip"
    if ledger.tool == nil { ledger.evidence.insert(evidence) }
    _ = ledger.sessions.touch(start, key: nil, gap: options.sessionGap, isExchange: false)
    _ = ledger.sessions.touch(end, key: nil, gap: options.sessionGap, isExchange: false)
    var tally =
      ledger.recipients[host]
      ?? RecipientTally(
        host: host, vendor: match?.vendor.id, kind: match?.vendor.kind, identifiedBy: evidence)
    if ledger.recipients[host] == nil {
      tally.isAI =
        match?.entry.isAI ?? (learned[LearnedHost(client: key.client, host: host)] != nil)
    }
    tally.note(start)
    tally.roles.formUnion(match?.entry.roles ?? [])
    tally.bytesSent += Int(clamping: summary?.payload.client ?? 0)
    tally.bytesReceived += Int(clamping: summary?.payload.server ?? 0)
    ledger.recipients[host] = tally
  }

  /// The client's tool that spoke to the host, or else to another host of its vendor, or else is known
  /// to speak to it.
  private func owner(
    client: IPAddress, host: String, _ match: Catalogue.HostMatch?
  ) -> Ledger? {
    let mine = ledgers(of: client)
    if let direct = mine.first(where: { $0.recipients[host] != nil }) { return direct }
    let tools = mine.compactMap { ledger in ledger.tool.map { (ledger: ledger, tool: $0) } }
    if let vendor = match?.vendor.id {
      let same = tools.first { entry in
        knowledge.catalogue.tools[entry.tool].vendor == vendor
          || entry.ledger.recipients.values.contains { $0.vendor == vendor }
      }
      if let same { return same.ledger }
    }
    let knowing = tools.first { entry in
      knowledge.tool(entry.tool, isKnownToContact: host)
        || match?.entry.owner != nil
          && knowledge.catalogue.tools[entry.tool].vendor == match?.entry.owner
    }
    if let knowing { return knowing.ledger }
    // Telemetry that nobody read belongs to the only tool there is, if to any.
    return tools.count == 1 ? tools.first?.ledger : nil
  }

  private mutating func settleQuestions() {
    let questions = pending.questions.sorted {
      ($0.key.client, $0.key.name) < ($1.key.client, $1.key.name)
    }
    let limit = 4096
    var told = 0
    for (question, asked) in questions {
      guard told < limit else {
        coverage.isCapped = true
        break
      }
      tellName(question, asked)
      guard let key = asker(question, asked) else { continue }
      told += 1
      for fact in knowledge.facts(ofHost: question.name) {
        disclose(
          fact,
          in: PlaceKey(
            attribute: fact.attribute, channel: Channel(part: .dns, path: "query"),
            recipient: question.name),
          to: key, observers: [.network], at: asked.first, session: nil, evidence: asked.evidence)
      }
      let place = PlaceKey(
        attribute: "network.dns_query", channel: Channel(part: .dns, path: "query"),
        recipient: question.name)
      let finding = Finding(
        "network.dns_query", Array(question.name.utf8), source: "network.dns", basis: .network,
        confidence: 0.97)
      let session = ledgers[key]?.sessions.touch(
        asked.last, key: nil, gap: options.sessionGap, isExchange: false)
      for i in 0..<min(asked.count, 1 << 16) {
        disclose(
          finding, in: place, to: key, observers: [.network], at: i == 0 ? asked.first : asked.last,
          session: session, evidence: i == 0 ? asked.evidence : nil)
      }
    }
  }

  mutating func asker(
    _ question: PendingFacts.Question, _ asked: PendingFacts.Asked
  ) -> LedgerKey? {
    let match = knowledge.host(question.name)
    let isAI = match?.entry.isAI == true && match?.vendor.kind == .ai
    let mine = ledgers(of: question.client)
    if let direct = mine.first(where: { $0.recipients[question.name] != nil }) {
      return direct.key
    }
    guard isAI, let match else { return nil }
    if let owner = owner(client: question.client, host: question.name, match),
      owner.recipients.values.contains(where: { $0.vendor == match.vendor.id })
        || owner.tool.map({ knowledge.catalogue.tools[$0].vendor }) == match.vendor.id
    {
      return owner.key
    }
    let key = LedgerKey(
      client: question.client, tool: "unknown:" + match.vendor.id, variant: "")
    guard open(key, tool: nil, at: asked.first) else { return nil }
    ledgers[key]?.evidence.insert("dns")
    let confidence = max(ledgers[key]?.confidence ?? 0, 0.2)
    ledgers[key]?.confidence = confidence
    if ledgers[key]?.recipients[question.name] == nil {
      var tally = RecipientTally(
        host: question.name, vendor: match.vendor.id, kind: match.vendor.kind, identifiedBy: "dns")
      tally.roles = Set(match.entry.roles)
      ledgers[key]?.recipients[question.name] = tally
    }
    return key
  }
}
