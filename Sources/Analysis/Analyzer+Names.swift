import Knowledge
import Model

/// What the names in DNS questions and in hellos tell beside the host that they name.
extension Analyzer {
  /// Facts of the profile that stand in a host name, in one label or in labels joined: long encoded
  /// values are cut at 63 bytes (RFC 1035, section 2.3.4).
  func facts(inName name: String) -> [FactMatch] {
    guard let facts else { return [] }
    let whole = facts.matches(in: Array(name.utf8).span)
    let labels = name.split(separator: ".")
    guard whole.isEmpty, labels.count > 3 else { return whole }
    return facts.matches(in: Array(labels.dropLast(2).joined().utf8).span)
  }

  /// Tells what a name that anyone on the path saw says by itself, and the facts of the profile in it.
  mutating func tellName(
    _ name: String, _ channel: Channel, to key: LedgerKey, recipient: String, at time: Timestamp,
    session: Int?, evidence: @autoclosure () -> Evidence
  ) {
    for finding in knowledge.facts(ofHost: Authority.name(of: name)) {
      disclose(
        finding,
        in: PlaceKey(attribute: finding.attribute, channel: channel, recipient: recipient),
        to: key, observers: [.network], at: time, session: session, evidence: evidence())
    }
    tellFacts(
      inName: name, channel, to: key, recipient: recipient, at: time, session: session,
      evidence: evidence())
  }

  /// Tells what the host of a request says, where neither hello nor DNS showed it.
  mutating func tellHostHeader(_ contact: Contact, _ key: LedgerKey, _ session: Int?) {
    guard contact.serverName == nil, flows[contact.flow.id]?.serverName == nil else { return }
    let path = contact["host"] == nil ? ":authority" : "host"
    let observers = observers(contact, key)
    for finding in knowledge.facts(ofHost: contact.host) {
      disclose(
        finding,
        in: PlaceKey(
          attribute: finding.attribute, channel: Channel(part: .header, path: path),
          recipient: contact.host),
        to: key, observers: observers, at: contact.time, session: session,
        evidence: Sighting(contact, of: .header).evidence)
    }
  }

  private mutating func tellFacts(
    inName name: String, _ channel: Channel, to key: LedgerKey, recipient: String,
    at time: Timestamp, session: Int?, evidence: @autoclosure () -> Evidence
  ) {
    for match in facts(inName: name) {
      var finding = Finding(match)
      // That the host is a gateway's is told by itself.
      guard finding.attribute != "network.base_url" else { continue }
      finding.note = finding.note ?? "in a name that anyone on the path sees"
      disclose(
        finding,
        in: PlaceKey(
          attribute: finding.attribute,
          channel: Channel(
            part: channel.part, path: channel.path, encodings: match.encodings),
          recipient: recipient),
        to: key, observers: [.network], at: time, session: session, evidence: evidence())
    }
  }

  /// The search domain that a resolver put behind a name: `api.anthropic.com.corp.example` is asked for
  /// where `corp.example` is searched (RFC 1535).
  func searchSuffix(of name: String, client: IPAddress) -> (host: String, suffix: String)? {
    // A name that exists belongs to a delivery network rather than to a search list.
    guard pending.nonexistent.contains(PendingFacts.Question(client: client, name: name)) else {
      return nil
    }
    let labels = name.split(separator: ".")
    guard labels.count >= 4 else { return nil }
    for count in 2..<(labels.count - 1) {
      let host = labels.prefix(count).joined(separator: ".")
      let asked = PendingFacts.Question(client: client, name: host)
      guard knowledge.host(host)?.entry.isAI == true, pending.questions[asked] != nil
      else { continue }
      let suffix = labels.dropFirst(count).joined(separator: ".")
      return (host, suffix)
    }
    return nil
  }

  /// Tells the search domain of the machine, and the facts in names that tools asked for.
  mutating func tellName(_ question: PendingFacts.Question, _ asked: PendingFacts.Asked) {
    if let (host, suffix) = searchSuffix(of: question.name, client: question.client),
      let of = pending.questions[PendingFacts.Question(client: question.client, name: host)],
      let key = asker(PendingFacts.Question(client: question.client, name: host), of)
    {
      disclose(
        Finding(
          "network.dns_suffix", Array(suffix.utf8), source: "network.search-suffix",
          basis: .network, confidence: 0.85, note: "the resolver's search domain behind \(host)"),
        in: PlaceKey(
          attribute: "network.dns_suffix", channel: Channel(part: .dns, path: "query"),
          recipient: host),
        to: key, observers: [.network], at: asked.first, session: nil, evidence: asked.evidence)
    }
    guard facts != nil, !facts(inName: question.name).isEmpty else { return }
    var owner = asker(question, asked)
    if owner == nil, options.readsAllTraffic {
      let key = LedgerKey(client: question.client, tool: "unknown:unlisted", variant: "")
      guard open(key, tool: nil, at: asked.first) else { return }
      if ledgers[key]?.recipients[question.name] == nil {
        var tally = RecipientTally(host: question.name, identifiedBy: "dns")
        tally.isAI = false
        ledgers[key]?.recipients[question.name] = tally
      }
      owner = key
    }
    guard let owner else { return }
    tellFacts(
      inName: question.name, Channel(part: .dns, path: "query"), to: owner,
      recipient: question.name, at: asked.first, session: nil, evidence: asked.evidence)
  }
}
