import Model

/// What a tool told so that a reader of the text would not see it, in plain words.
struct CovertBlock {
  let tool: ToolSummary

  private static let shown = 12

  func write(on page: inout TextPage) {
    let covert = tool.disclosures.filter(\.isCovert)
    var hosts: [String] = []
    var byHost: [String: [Disclosure]] = [:]
    for disclosure in covert {
      if byHost[disclosure.recipient] == nil { hosts.append(disclosure.recipient) }
      byHost[disclosure.recipient, default: []].append(disclosure)
    }
    for host in hosts.prefix(Self.shown) { write(byHost[host] ?? [], to: host, on: &page) }
    guard hosts.count > Self.shown else { return }
    let folded = counted(hosts.count - Self.shown, "more host")
    page.line("  COVERT  to \(folded); --format html or json for all")
  }

  private func write(_ disclosures: [Disclosure], to host: String, on page: inout TextPage) {
    let party = tool.recipients.first { $0.host == host }?.party.rawValue
    let who = party.map { " (\($0))" } ?? ""
    page.line()
    page.line(
      page.tinted("  COVERT", .alarm) + "  to " + shortened(host + who, to: page.width - 13))
    var table = TextTable([
      .init(title: "what", minimum: 12, maximum: 26),
      .init(title: "value", minimum: 14, maximum: 48),
      .init(title: "code points", minimum: 6, maximum: 32),
      .init(title: "where", minimum: 14, maximum: 48, keeping: .end),
      .init(title: "times", isNumber: true),
    ])
    for disclosure in disclosures.prefix(Self.shown) {
      table.add([
        attributeName(disclosure.attribute),
        disclosure.distinct > 1
          ? "\(disclosure.value) (+\(disclosure.distinct - 1) more)" : disclosure.value,
        unusualCodePoints(in: disclosure.value).joined(separator: " "),
        disclosure.channel.place, "\(disclosure.occurrences)×",
      ])
    }
    for line in table.lines(width: page.width, indent: 4, showsTitles: false) { page.line(line) }
    let folded = disclosures.count - Self.shown
    if folded > 0 { page.line("    … \(folded) more; --format html or json for all") }
    var notes: [String] = []
    for note in disclosures.compactMap(\.note) where !notes.contains(note) {
      notes.append(note)
      if notes.count == Self.shown { break }
    }
    for note in notes { page.paragraph(note, indent: 4) }
  }
}
