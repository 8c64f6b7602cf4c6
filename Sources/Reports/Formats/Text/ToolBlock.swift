import Model

/// A tool's part of the text report.
struct ToolBlock {
  let tool: ToolSummary

  private static let reasonsShown = 4
  private static let recipientsShown = 12
  private static let toldShown = 25

  func write(on page: inout TextPage) {
    heading(on: &page)
    for reason in tool.exposure.reasons.prefix(Self.reasonsShown) {
      page.paragraph("because of " + reason, indent: 2, limit: 300)
    }
    if tool.exposure.reasons.count > Self.reasonsShown {
      page.line("  … \(counted(tool.exposure.reasons.count - Self.reasonsShown, "more reason"))")
    }
    if !tool.identifiedBy.isEmpty {
      let evidence = tool.identifiedBy.joined(separator: ", ")
      page.paragraph("identified by \(evidence) (\(percent(tool.confidence)) sure)", indent: 2)
    }
    for note in tool.notes { page.paragraph(note, indent: 2) }
    CovertBlock(tool: tool).write(on: &page)
    told(on: &page)
    recipients(on: &page)
  }

  private func heading(on page: inout TextPage) {
    let rating = tool.exposure.rating.rawValue.uppercased()
    let vendor = tool.vendor.map { " (\($0))" } ?? ""
    let name = shortened(tool.heading + vendor, to: page.width - rating.utf8.count - 3)
    let title =
      page.tinted(rating, tool.exposure.rating.tint) + "   " + page.tinted(name, .strong)
    let facts = [clients, activity].filter { !$0.isEmpty }.joined(separator: "   ")
    if rating.utf8.count + columns(of: name) + facts.utf8.count + 6 <= page.width {
      page.line(title + "   " + facts)
    } else {
      page.line(title)
      page.line("  " + facts)
    }
  }

  /// The addresses that it spoke from.
  private var clients: String {
    var clients: [String] = []
    for session in tool.sessions {
      let client = session.clientName
      if !clients.contains(client) { clients.append(client) }
      if clients.count > 2 { return clients[0] + " and others" }
    }
    return clients.joined(separator: ", ")
  }

  /// Sessions, how long they lasted, and exchanges where those could be counted.
  private var activity: String {
    var text = counted(tool.sessions.count, "session")
    let seconds = tool.sessions.reduce(0) { $0 + $1.end.seconds(since: $1.start) }
    if !tool.sessions.isEmpty { text += " of " + duration(max(0, seconds)) }
    if tool.sessions.count > 1 { text += " in all" }
    return text + (tool.wasRead ? ", " + counted(tool.exchanges, "exchange") : "")
  }

  private func told(on page: inout TextPage) {
    let lines = Told.lines(of: tool)
    page.line()
    guard !lines.isEmpty else {
      page.line(page.tinted("  TOLD", .strong))
      page.paragraph(
        tool.wasRead
          ? "Nothing that is in the vocabulary, in what could be read."
          : "Unknown: nothing that it sent could be read.", indent: 4)
      return
    }
    var table = TextTable([
      .init(title: "category", minimum: 8, maximum: 12),
      .init(title: "what", minimum: 10, maximum: 24),
      .init(title: "value", minimum: 14, maximum: 60),
      .init(title: "to", minimum: 12, maximum: 40, keeping: .end),
      .init(title: "where", minimum: 14, maximum: 60, keeping: .end),
      .init(title: "times", isNumber: true),
    ])
    for line in lines.prefix(Self.toldShown) {
      let place = line.places.first.map(\.place) ?? ""
      table.add([
        line.category, attributeName(line.attribute), line.shownValue, line.to,
        line.places.count > 1 ? "\(place) +\(line.places.count - 1)" : place,
        String(line.occurrences),
      ])
    }
    page.line(page.tinted("  TOLD", .strong))
    for line in table.lines(width: page.width, indent: 4) { page.line(line) }
    let folded = lines.count - Self.toldShown
    if folded > 0 { page.line("    … \(folded) more; --format html or json for all") }
  }

  private func recipients(on page: inout TextPage) {
    guard !tool.recipients.isEmpty else { return }
    var table = TextTable([
      .init(title: "host", minimum: 14, maximum: 48, keeping: .end),
      .init(title: "party", minimum: 12, maximum: 24),
      .init(title: "role", minimum: 5, maximum: 24),
      .init(title: "times", isNumber: true),
      .init(title: "sent", isNumber: true),
      .init(title: "received", isNumber: true),
      .init(title: "content"),
    ])
    for recipient in tool.recipientsByVolume.prefix(Self.recipientsShown) {
      let content =
        recipient.isPlaintext ? "in the clear" : recipient.isDecrypted ? "read" : "encrypted"
      table.add([
        recipient.host, recipient.party.rawValue, recipient.roles.joined(separator: ", "),
        String(recipient.exchanges), byteCount(recipient.bytesSent),
        byteCount(recipient.bytesReceived), content,
      ])
    }
    page.line()
    page.line(page.tinted("  RECIPIENTS", .strong))
    for line in table.lines(width: page.width, indent: 4) { page.line(line) }
    let folded = tool.recipients.count - Self.recipientsShown
    if folded > 0 { page.line("    … \(folded) more; --format html or json for all") }
    fingerprints(on: &page)
  }

  /// The TLS clients that the tool spoke through; a fingerprint is of use only when it is whole.
  private func fingerprints(on page: inout TextPage) {
    var fingerprints: [String] = []
    for fingerprint in tool.recipientsByVolume.lazy.flatMap(\.ja4)
    where !fingerprints.contains(fingerprint) {
      fingerprints.append(fingerprint)
      if fingerprints.count == Self.recipientsShown { break }
    }
    guard !fingerprints.isEmpty else { return }
    page.paragraph("TLS client (JA4): " + fingerprints.joined(separator: ", "), indent: 4)
  }
}
