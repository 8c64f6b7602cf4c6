import Knowledge
import Model

extension Analyzer {
  /// Finds an owner for everything that only the path showed.
  mutating func settlePending() {
    for (state, summary) in pending.takeFlows() { settleUnread(state, summary) }
    settleQuestions()
  }

  private mutating func settleUnread(_ state: FlowState, _ summary: FlowSummary?) {
    guard let flow = state.reference, let host = host(of: state) else { return }
    let client = flow.client.address
    let match = knowledge.catalogue.host(host)
    let isAI = match?.entry.isAI == true && match?.vendor.kind == .ai
    let gateway = learned[LearnedHost(client: client, host: host)]
    let time = state.hello?.time ?? summary?.start ?? Timestamp(nanoseconds: 0)
    let key: LedgerKey
    if let owner = owner(client: client, host: host, vendor: match?.vendor.id) {
      // Hosts that are not AI by themselves need a tool that is known to speak to them.
      guard
        isAI || gateway != nil || match?.vendor.kind == .processor
          || ledgers[owner]?.recipients[host] != nil
      else { return }
      key = owner
    } else if isAI, let match {
      key = LedgerKey(client: client, tool: "unknown:" + match.vendor.id, variant: "")
      guard open(key, tool: nil, at: time) else { return }
    } else {
      return
    }
    if state.exchanges == 0, summary?.payload.first ?? 1 > 0 {
      pending.noteUnread(
        host: host, reason: state.undecryptedReason ?? "its content was not read")
    }
    creditUnread(state, summary, key, host: host, match: match, at: time)
    tellHello(state, flow, host: host, to: key, session: nil)
  }

  private mutating func creditUnread(
    _ state: FlowState, _ summary: FlowSummary?, _ key: LedgerKey, host: String,
    match: Catalogue.HostMatch?, at time: Timestamp
  ) {
    guard var ledger = ledgers.removeValue(forKey: key) else { return }
    let start = summary?.start ?? time
    let end = summary?.end ?? time
    ledger.firstSeen = min(ledger.firstSeen, start)
    ledger.lastSeen = max(ledger.lastSeen, end)
    ledger.confidence = max(ledger.confidence, 0.3)
    let evidence = state.serverName != nil ? (state.isQUIC ? "quic" : "sni") : "dns"
    if ledger.tool == nil { ledger.evidence.insert(evidence) }
    _ = ledger.sessions.touch(start, key: nil, gap: options.sessionGap, isExchange: false)
    _ = ledger.sessions.touch(end, key: nil, gap: options.sessionGap, isExchange: false)
    var tally =
      ledger.recipients[host]
      ?? RecipientTally(
        host: host, vendor: match?.vendor.id, kind: match?.vendor.kind, identifiedBy: evidence)
    tally.roles.formUnion(match?.entry.roles ?? [])
    tally.bytesSent += Int(clamping: summary?.payload.first ?? 0)
    tally.bytesReceived += Int(clamping: summary?.payload.dropFirst().first ?? 0)
    ledger.recipients[host] = tally
    ledgers[key] = ledger
  }

  /// The client's tool that spoke to the host, or else to another host of its vendor.
  private func owner(client: IPAddress, host: String, vendor: String?) -> LedgerKey? {
    let mine = ledgers.filter { $0.key.client == client }.sorted { $0.value.order < $1.value.order }
    if let direct = mine.first(where: { $0.value.recipients[host] != nil }) { return direct.key }
    let tools = mine.filter { $0.value.tool != nil }
    if let vendor {
      let same = tools.first { entry in
        entry.value.tool.map { knowledge.catalogue.tools[$0].vendor } == vendor
          || entry.value.recipients.values.contains { $0.vendor == vendor }
      }
      if let same { return same.key }
    }
    // Telemetry that nobody read belongs to the only tool there is, if to any.
    return tools.count == 1 ? tools.first?.key : nil
  }

  private mutating func settleQuestions() {
    let questions = pending.questions.sorted {
      ($0.key.client, $0.key.name) < ($1.key.client, $1.key.name)
    }
    let limit = 4096
    var told = 0
    for (question, asked) in questions where told < limit {
      guard let key = asker(question, asked) else { continue }
      told += 1
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

  private mutating func asker(
    _ question: PendingFacts.Question, _ asked: PendingFacts.Asked
  ) -> LedgerKey? {
    let match = knowledge.catalogue.host(question.name)
    let isAI = match?.entry.isAI == true && match?.vendor.kind == .ai
    let mine = ledgers.filter { $0.key.client == question.client }
      .sorted { $0.value.order < $1.value.order }
    if let direct = mine.first(where: { $0.value.recipients[question.name] != nil }) {
      return direct.key
    }
    guard isAI, let match else { return nil }
    if let owner = owner(client: question.client, host: question.name, vendor: match.vendor.id),
      ledgers[owner]?.recipients.values.contains(where: { $0.vendor == match.vendor.id }) == true
        || ledgers[owner]?.tool.map({ knowledge.catalogue.tools[$0].vendor }) == match.vendor.id
    {
      return owner
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
