import Model

/// Ids and tokens in places that no signal names, told by how they repeat.
extension Analyzer {
  /// Times that one value is counted.
  private static let mostTold = 1 << 16

  /// Notes the opaque values of a message that nothing else explains.
  mutating func noteRepetition(
    _ values: [OpaquePlace], _ told: [EntryList.Entry], _ contact: Contact, _ key: LedgerKey,
    session: Int?, observers: [Observer]
  ) {
    guard let session, !values.isEmpty else { return }
    let explained = Set(told.map(\.channel.path))
    for opaque in values where !explained.contains(opaque.channel.path) {
      repetitions.note(
        opaque.value, opaque.shape,
        in: RepetitionBook.Place(sender: key, channel: opaque.channel, recipient: contact.host),
        session: session, observers: observers, at: contact.time,
        sighting: Sighting(
          contact, of: opaque.channel.part, offset: opaque.offset, length: opaque.length))
    }
  }

  /// Notes the order of a request's header fields and of the members of its body.
  ///
  /// - Parameter isExchange: whether it is a request. A message of a WebSocket bears the fields of the request
  ///   that opened it, which were sent once.
  mutating func noteOrder(
    _ found: Unwrapped, _ contact: Contact, _ key: LedgerKey, session: Int?, observers: [Observer],
    isExchange: Bool
  ) {
    guard let session else { return }
    func note(_ names: [String], _ part: ChannelPart) {
      guard FieldOrderBook.mayTell(names.count) else { return }
      orders.note(
        names,
        FieldOrderBook.Template(
          sender: key, session: session, recipient: contact.host, method: contact.method,
          path: String(contact.path), agent: contact["user-agent"] ?? "", part: part,
          names: Set(names), members: found.topMembers),
        observers: observers, at: contact.time, sighting: Sighting(contact, of: part))
    }
    if isExchange, FieldOrderBook.mayTell(min(contact.fields.count, FieldOrderBook.mostNames)) {
      let fields = contact.fields.lazy.map { $0.name.lowercased() }.filter { !$0.hasPrefix(":") }
      note(Array(fields.prefix(FieldOrderBook.mostNames + 1)), .header)
    }
    note(found.memberOrder, .body)
  }

  /// Tells which requests came in a few orders.
  mutating func tellOrders() {
    if orders.isFull { coverage.isCapped = true }
    for (template, tally) in orders.verdicts() {
      let finding = FieldOrderBook.finding(tally)
      let place = PlaceKey(
        attribute: finding.attribute,
        channel: Channel(part: template.part, path: template.part == .header ? "*" : "$"),
        recipient: template.recipient)
      for order in tally.orders {
        for i in 0..<min(order.count, Self.mostTold) {
          disclose(
            finding, in: place, to: template.sender, observers: tally.observers, at: tally.time,
            session: template.session, evidence: i == 0 ? order.sighting.evidence : nil)
        }
      }
    }
  }

  /// Tells what the repetition of values has shown by the end of the run.
  mutating func tellRepetition() {
    if repetitions.isFull { coverage.isCapped = true }
    let verdicts = repetitions.verdicts()
    var clients: [[UInt8]: Set<IPAddress>] = [:]
    var tools: [[UInt8]: Set<String>] = [:]
    for verdict in verdicts where verdict.kind == .stable {
      for seen in verdict.tally.values {
        clients[seen.value, default: []].insert(verdict.place.sender.client)
        tools[seen.value, default: []].insert(verdict.place.sender.tool)
      }
    }
    for verdict in verdicts {
      for seen in verdict.tally.values {
        // What several machines send alike is the program's own.
        guard clients[seen.value, default: []].count <= 1 else { continue }
        let finding = RepeatedValue.finding(
          seen.value, verdict.tally.shape, verdict.kind, path: verdict.place.channel.path,
          sessions: seen.sessions.count, tools: tools[seen.value]?.count ?? 1)
        let place = PlaceKey(
          attribute: finding.attribute, channel: verdict.place.channel,
          recipient: verdict.place.recipient)
        for i in 0..<min(seen.count, Self.mostTold) {
          disclose(
            finding, in: place, to: verdict.place.sender, observers: verdict.tally.observers,
            at: seen.time, session: seen.sessions[min(i, seen.sessions.count - 1)],
            evidence: i == 0 ? seen.sighting.evidence : nil)
        }
      }
    }
  }
}
