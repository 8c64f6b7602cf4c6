public import Model

/// The whole picture as one HTML file: no scripts, nothing loaded from elsewhere.
public struct HTMLRenderer: Renderer {
  public static let format = "html"
  public static let tellsDigests = true

  public init() {}

  public func render(_ summary: Summary, options: RenderOptions) -> [UInt8] {
    var page = HTMLPage()
    page.begin("Telltale report")
    captures(summary, on: &page)
    for tool in summary.toolsByExposure { write(tool, on: &page) }
    if let emptiness = summary.emptiness { page.paragraph(emptiness) }
    notSeen(summary, on: &page)
    if let closing = summary.coverage.closing { page.paragraph(closing, class: "closing") }
    page.end("telltale " + summary.generatorVersion)
    return Array(page.text.utf8)
  }

  private func captures(_ summary: Summary, on page: inout HTMLPage) {
    page.paragraph(summary.coverage.headline, class: "coverage")
    page.table(
      ["capture", "packets", "bytes", "first packet", "last packet", "SHA-256"],
      summary.captures.map { capture in
        [
          .code(capture.path), .number(capture.packets), .number(capture.bytes),
          .words(capture.firstPacket?.description ?? ""),
          .words(capture.lastPacket?.description ?? ""), .code(capture.sha256 ?? ""),
        ]
      })
  }

  private func write(_ tool: ToolSummary, on page: inout HTMLPage) {
    page.openSection(
      tool.heading + (tool.vendor.map { " (\($0))" } ?? ""), badge: tool.exposure.rating.rawValue)
    page.paragraph(
      counted(tool.sessions.count, "session") + ", " + counted(tool.exchanges, "exchange")
        + "; identified by " + tool.identifiedBy.joined(separator: ", ")
        + " (\(percent(tool.confidence)) sure)")
    page.list(tool.exposure.reasons + tool.notes)
    disclosures(tool.disclosures.filter(\.isCovert), titled: "Covert", on: &page)
    let told = tool.disclosures.filter { !$0.isCovert }.enumerated().sorted { a, b in
      a.element.sensitivity != b.element.sensitivity
        ? a.element.sensitivity > b.element.sensitivity : a.offset < b.offset
    }
    disclosures(told.map(\.element), titled: "Told", on: &page)
    if tool.disclosures.isEmpty {
      page.paragraph(
        tool.wasRead
          ? "Nothing that is in the vocabulary, in what could be read."
          : "What it told is unknown: nothing that it sent could be read.")
    }
    recipients(tool, on: &page)
    sessions(tool, on: &page)
    page.closeSection()
  }

  private func disclosures(
    _ disclosures: [Disclosure], titled title: String, on page: inout HTMLPage
  ) {
    guard !disclosures.isEmpty else { return }
    page.heading(title)
    page.table(
      [
        "attribute", "sensitivity", "value", "code points", "to", "seen by", "where", "times",
        "basis", "evidence", "note",
      ],
      disclosures.map { disclosure in
        [
          .words(disclosure.attribute), .number(disclosure.sensitivity),
          .code(
            disclosure.value
              + (disclosure.distinct > 1 ? " (+\(disclosure.distinct - 1) more)" : "")),
          .words(unusualCodePoints(in: disclosure.value).joined(separator: " ")),
          .code(disclosure.recipient),
          .words(disclosure.observers.map(\.rawValue).joined(separator: ", ")),
          .code(disclosure.channel.place), .number(disclosure.occurrences),
          .words(disclosure.basis.map(\.rawValue).joined(separator: ", ")),
          .words(frames(of: disclosure)), .words(disclosure.note ?? ""),
        ]
      })
  }

  private func frames(of disclosure: Disclosure) -> String {
    guard let evidence = disclosure.evidence.first else { return "" }
    let frames = evidence.frames.prefix(4).map { String($0) }.joined(separator: ", ")
    let more = evidence.frames.count > 4 || disclosure.evidence.count > 1
    return "capture \(evidence.capture + 1), frames \(frames)" + (more ? " …" : "")
  }

  private func recipients(_ tool: ToolSummary, on page: inout HTMLPage) {
    guard !tool.recipients.isEmpty else { return }
    page.heading("Recipients")
    page.table(
      [
        "host", "vendor", "party", "role", "exchanges", "bytes sent", "bytes received", "content",
        "named by", "JA4",
      ],
      tool.recipientsByVolume.map { recipient in
        [
          .code(recipient.host), .words(recipient.vendor ?? ""), .words(recipient.party.rawValue),
          .words(recipient.roles.joined(separator: ", ")), .number(recipient.exchanges),
          .number(recipient.bytesSent), .number(recipient.bytesReceived),
          .words(
            recipient.isPlaintext ? "in the clear" : recipient.isDecrypted ? "read" : "encrypted"),
          .words(recipient.identifiedBy), .code(recipient.ja4.joined(separator: " ")),
        ]
      })
  }

  private func sessions(_ tool: ToolSummary, on page: inout HTMLPage) {
    guard !tool.sessions.isEmpty else { return }
    page.heading("Sessions")
    page.table(
      ["session", "client", "link address", "start", "end", "exchanges"],
      tool.sessions.map { session in
        [
          .code(session.id), .words(session.clientName), .words(session.mac ?? ""),
          .words(session.start.description), .words(session.end.description),
          .number(session.exchanges),
        ]
      })
  }

  private func notSeen(_ summary: Summary, on page: inout HTMLPage) {
    let damage = summary.captures.flatMap { capture in
      capture.damage.map { "\(capture.path): damaged at byte \($0.offset): \($0.cause)" }
    }
    let gaps = summary.coverage.gaps + damage
    guard !gaps.isEmpty || !summary.unattributed.isEmpty else { return }
    page.openSection("Not seen", badge: nil)
    page.list(gaps)
    if !summary.unattributed.isEmpty {
      page.table(
        ["host", "reason", "flows"],
        summary.unattributed.map { [.code($0.host), .words($0.reason), .number($0.flows)] })
    }
    page.closeSection()
  }
}
