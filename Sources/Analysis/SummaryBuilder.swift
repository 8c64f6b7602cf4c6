import Knowledge
import Model

/// Writes ledgers as the summary's tools.
struct SummaryBuilder {
  private let knowledge: CompiledKnowledge
  private let options: AnalysisOptions
  private let links: LinkBook
  private var redactor: Redactor
  /// What the hosts of a client fit, where nothing of its traffic was read.
  private var guesses: [IPAddress: String] = [:]

  init(knowledge: CompiledKnowledge, options: AnalysisOptions, links: LinkBook) {
    self.knowledge = knowledge
    self.options = options
    self.links = links
    redactor = Redactor(policy: options.redaction, digestKey: options.digestKey)
  }

  /// Tools by first appearance, then id; ledgers of several clients make one tool.
  mutating func tools(_ ledgers: [Ledger]) -> [ToolSummary] {
    guess(ledgers)
    var groups: [String: [Ledger]] = [:]
    for ledger in ledgers where !ledger.recipients.isEmpty {
      groups[ledger.key.tool, default: []].append(ledger)
    }
    let sorted = groups.values.sorted { a, b in
      let first = a.map(\.firstSeen).min(), second = b.map(\.firstSeen).min()
      return first == second
        ? a[0].key.tool < b[0].key.tool
        : first.map { f in second.map { f < $0 } ?? true } ?? false
    }
    return sorted.map { tool($0) }
  }

  /// What takes all redacted values out of a summary, under ``Redaction/values``.
  mutating func scrubber(for tools: [ToolSummary]) -> ValueScrubber? {
    guard options.redaction == .values else { return nil }
    for recipient in tools.flatMap(\.recipients) where recipient.party == .intermediary {
      redactor.hide(recipient.host, as: "network.base_url")
    }
    for mac in tools.flatMap(\.sessions).compactMap(\.mac) {
      redactor.hide(mac, as: "identity.mac_address")
    }
    return ValueScrubber(redactor.replacements)
  }

  private mutating func guess(_ ledgers: [Ledger]) {
    let unread = ledgers.filter { $0.tool == nil && !$0.isRead }
    guard !unread.isEmpty else { return }
    var guess = HostGuess(knowledge.catalogue)
    for (client, ledgers) in Dictionary(grouping: unread, by: \.key.client) {
      let contacts = ledgers.flatMap(\.recipients.values).compactMap { tally in
        tally.times.min().map { (time: $0, host: tally.host) }
      }
      guesses[client] = guess.note(
        contacts.sorted { ($0.time, $0.host) < ($1.time, $1.host) }.map(\.host))
    }
  }

  private mutating func tool(_ ledgers: [Ledger]) -> ToolSummary {
    let first = ledgers[0]
    let known = first.tool.map { knowledge.catalogue.tools[$0] }
    let vendorID = known?.vendor ?? vendor(ofUnknown: first.key.tool)
    var summary = ToolSummary(
      id: first.key.tool, name: known?.name ?? name(ofUnknown: first.key.tool), vendor: vendorID,
      confidence: rounded(ledgers.map(\.confidence).max() ?? 0),
      identifiedBy: Set(ledgers.flatMap(\.evidence)).sorted())
    summary.versions = Set(ledgers.flatMap(\.versions)).sorted()
    summary.notes = Set(ledgers.flatMap(\.notes)).sorted()
    if known == nil, ledgers.allSatisfy({ isProcessorOnly($0) }) {
      summary.notes.append("no tool tied")
    }

    for ledger in ledgers where ledger.tool == nil && !ledger.isRead {
      guard let guess = guesses[ledger.key.client], !summary.notes.contains(guess) else { continue }
      summary.notes.append(guess)
    }

    let numbered = sessions(ledgers)
    summary.sessions = numbered.sessions
    summary.notes += agentNotes(ledgers, numbered.names)
    var recipients: [String: RecipientTally] = [:]
    var places: [PlaceKey: (tally: DisclosureTally, sessions: Set<String>)] = [:]
    for (i, ledger) in ledgers.enumerated() {
      for (host, tally) in ledger.recipients {
        if recipients[host] == nil {
          recipients[host] = tally
        } else {
          recipients[host]?.merge(tally)
        }
      }
      for (place, tally) in ledger.disclosures {
        let names = tally.sessions.compactMap {
          numbered.names[SessionPosition(ledger: i, entry: $0)]
        }
        if places[place] == nil {
          places[place] = (tally, Set(names))
        } else {
          places[place]?.tally.merge(tally, sessions: [], distinctLimit: options.distinctLimit)
          places[place]?.sessions.formUnion(names)
        }
      }
    }
    summary.notes += Cadence.notes(Array(recipients.values))
    if known == nil {
      let stacks = Set(
        recipients.values.flatMap(\.ja4).compactMap { TLSStackTable.stack(ofJA4: $0)?.name })
      if !stacks.isEmpty {
        summary.notes.append(
          "Its TLS hello is that of \(stacks.sorted().joined(separator: " and of ")): a weak hint.")
      }
    }
    summary.recipients = recipients.values.sorted { $0.host < $1.host }.map {
      recipient($0, toolVendor: known?.vendor)
    }
    let parties = Dictionary(
      summary.recipients.map { ($0.host, $0.party) }, uniquingKeysWith: { first, _ in first })
    summary.disclosures = disclosures(places, parties)
    summary.exposure = ExposureRules.rate(summary)
    return summary
  }

  private mutating func disclosures(
    _ places: [PlaceKey: (tally: DisclosureTally, sessions: Set<String>)],
    _ parties: [String: Party]
  ) -> [Disclosure] {
    let writer = DisclosureWriter(knowledge: knowledge)
    var result: [Disclosure] = []
    for (place, entry) in places.sorted(by: { Self.precedes($0.key, $1.key) }) {
      let names = entry.sessions.sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
      var tally = entry.tally
      if let party = parties[place.recipient], tally.observers != [.network] {
        // The party is only known for sure when the tool is.
        tally.observers =
          tally.observers.contains(.network)
          ? [.network, Observer(party)] : [Observer(party)]
      }
      result.append(writer.disclosure(place, tally, sessions: names, &redactor))
    }
    return result
  }

  private static func precedes(_ a: PlaceKey, _ b: PlaceKey) -> Bool {
    let first = (a.attribute, a.recipient, a.channel.path, a.channel.part)
    let second = (b.attribute, b.recipient, b.channel.path, b.channel.part)
    guard first == second else { return first < second }
    return (a.channel.encodings.joined(separator: "+"), a.channel.author?.rawValue ?? "")
      < (b.channel.encodings.joined(separator: "+"), b.channel.author?.rawValue ?? "")
  }

  private func recipient(_ tally: RecipientTally, toolVendor: String?) -> Recipient {
    var recipient = Recipient(
      host: tally.host, vendor: tally.isGateway || tally.isProxy ? nil : tally.vendor,
      party: tally.party(toolVendor: toolVendor), roles: tally.roles.sorted(),
      identifiedBy: tally.identifiedBy, isDecrypted: tally.isDecrypted)
    recipient.exchanges = tally.exchanges
    recipient.bytesSent = tally.bytesSent
    recipient.bytesReceived = tally.bytesReceived
    recipient.isPlaintext = tally.isPlaintext
    recipient.ja4 = tally.ja4.sorted()
    return recipient
  }

  private struct SessionPosition: Hashable {
    var ledger: Int
    var entry: Int
  }

  /// Numbers the sessions of all clients by their beginning.
  private func sessions(
    _ ledgers: [Ledger]
  ) -> (sessions: [Session], names: [SessionPosition: String]) {
    var all: [(position: SessionPosition, client: IPAddress, entry: SessionBook.Entry)] = []
    for (i, ledger) in ledgers.enumerated() {
      for (j, entry) in ledger.sessions.entries.enumerated() {
        all.append((SessionPosition(ledger: i, entry: j), ledger.key.client, entry))
      }
    }
    all.sort {
      $0.entry.start == $1.entry.start
        ? ($0.client, $0.position.entry) < ($1.client, $1.position.entry)
        : $0.entry.start < $1.entry.start
    }
    var names: [SessionPosition: String] = [:]
    let sessions = all.enumerated().map { index, item in
      let name = "s\(index + 1)"
      names[item.position] = name
      var session = Session(
        id: name, client: item.client, mac: links.address(of: item.client), start: item.entry.start,
        end: item.entry.end,
        isExplicit: item.entry.key != nil)
      session.exchanges = item.entry.exchanges
      return session
    }
    return (sessions, names)
  }

  /// Which sessions are those of agents that another one sent out.
  private func agentNotes(_ ledgers: [Ledger], _ names: [SessionPosition: String]) -> [String] {
    var agents: [String: [String]] = [:]
    for (i, ledger) in ledgers.enumerated() {
      for j in ledger.sessions.entries.indices where ledger.sessions.entries[j].key?.agent != nil {
        guard let name = names[SessionPosition(ledger: i, entry: j)] else { continue }
        let parent = ledger.sessions.parent(of: j)
          .flatMap { names[SessionPosition(ledger: i, entry: $0)] }
        agents[parent ?? "", default: []].append(name)
      }
    }
    return agents.sorted { ($0.key.utf8.count, $0.key) < ($1.key.utf8.count, $1.key) }.map {
      let children = $0.value.sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
      let shown = children.prefix(8).joined(separator: ", ")
      let rest = children.count > 8 ? " and \(children.count - 8) more" : ""
      return "\(shown)\(rest): "
        + (children.count == 1 ? "an agent" : "agents") + " sent out by "
        + ($0.key.isEmpty ? "a session not seen." : "\($0.key).")
    }
  }

  private func isProcessorOnly(_ ledger: Ledger) -> Bool {
    ledger.recipients.values.allSatisfy { $0.kind == .processor }
  }

  private func vendor(ofUnknown id: String) -> String? {
    let vendor = String(id.dropFirst("unknown:".count))
    return knowledge.catalogue.vendor(id: vendor)?.id
  }

  private func name(ofUnknown id: String) -> String {
    let vendor = String(id.dropFirst("unknown:".count))
    return "Unknown client of \(knowledge.catalogue.vendor(id: vendor)?.name ?? vendor)"
  }

  private func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
