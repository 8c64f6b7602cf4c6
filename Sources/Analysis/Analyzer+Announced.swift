import Model

extension Analyzer {
  /// Tells the names that clients of AI announced as their own; with all traffic, those of any machine.
  mutating func settleAnnounced() {
    let announced = pending.announced.sorted {
      ($0.key.client, $0.key.name) < ($1.key.client, $1.key.name)
    }
    for (question, (host, told)) in announced {
      guard let owner = ledgers(of: question.client).first?.key ?? unlistedBook(question, told)
      else { continue }
      let finding = Finding(
        "machine.hostname", Array(host.utf8), source: "network.announced-name", basis: .network,
        confidence: 0.95, note: "announced to everybody on the local network")
      let place = PlaceKey(
        attribute: "machine.hostname", channel: Channel(part: .dns, path: "announced"),
        recipient: question.name)
      for i in 0..<min(told.count, 1 << 16) {
        disclose(
          finding, in: place, to: owner, observers: [.network], at: i == 0 ? told.first : told.last,
          session: nil, evidence: i == 0 ? told.evidence : nil)
      }
    }
  }

  private mutating func unlistedBook(
    _ question: PendingFacts.Question, _ told: PendingFacts.Asked
  ) -> LedgerKey? {
    guard options.readsAllTraffic else { return nil }
    let key = LedgerKey(client: question.client, tool: "unknown:unlisted", variant: "")
    guard open(key, tool: nil, at: told.first) else { return nil }
    var tally = RecipientTally(host: question.name, identifiedBy: "dns")
    tally.isAI = false
    ledgers[key]?.recipients[question.name] = tally
    return key
  }
}
