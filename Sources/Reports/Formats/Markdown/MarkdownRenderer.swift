public import Model

/// The report as Markdown, for issues, pull requests and wikis.
public struct MarkdownRenderer: Renderer {
  public static let format = "markdown"
  public static let tellsDigests = true

  private static let longestCell = 200

  public init() {}

  public func render(_ summary: Summary, options: RenderOptions) -> [UInt8] {
    var page = "# Telltale report\n\n"
    captures(summary, on: &page)
    for tool in summary.toolsByExposure { write(tool, on: &page) }
    if let emptiness = summary.emptiness { page += "\n" + emptiness + "\n" }
    notSeen(summary, on: &page)
    if let closing = summary.coverage.closing { page += "\n**\(closing)**\n" }
    return Array(page.utf8)
  }

  private func captures(_ summary: Summary, on page: inout String) {
    let rows = summary.captures.map { capture in
      [
        code(capture.path), String(capture.packets), byteCount(capture.bytes),
        capture.firstPacket?.description ?? "", capture.sha256.map { code($0) } ?? "",
      ]
    }
    table(["capture", "packets", "bytes", "first packet", "SHA-256"], rows, on: &page)
    page += "\n" + words(summary.coverage.headline) + "\n"
  }

  private func write(_ tool: ToolSummary, on page: inout String) {
    let vendor = tool.vendor.map { " (\($0))" } ?? ""
    page += "\n## \(tool.exposure.rating.rawValue): \(words(tool.heading + vendor))\n\n"
    page += counted(tool.sessions.count, "session") + ", " + counted(tool.exchanges, "exchange")
    page += "; identified by " + words(tool.identifiedBy.joined(separator: ", "))
    page += " (\(percent(tool.confidence)) sure)\n"
    list(tool.exposure.reasons + tool.notes, on: &page)
    covert(tool, on: &page)
    page += "\n### Told\n\n"
    let lines = Told.lines(of: tool)
    if lines.isEmpty {
      page +=
        tool.wasRead
        ? "Nothing that is in the vocabulary, in what could be read.\n"
        : "Unknown: nothing that it sent could be read.\n"
    } else {
      let rows = lines.map { line in
        [
          words(line.category), words(attributeName(line.attribute)), code(line.shownValue),
          words(line.recipients.isEmpty ? line.to : line.recipients.joined(separator: ", ")),
          line.places.prefix(4).map { code($0.place) }.joined(separator: " "),
          String(line.occurrences),
        ]
      }
      table(["category", "what", "value", "to", "where", "times"], rows, on: &page)
    }
    page += "\n### Recipients\n\n"
    let rows = tool.recipientsByVolume.map { recipient in
      [
        code(recipient.host), recipient.party.rawValue,
        words(recipient.roles.joined(separator: ", ")), String(recipient.exchanges),
        byteCount(recipient.bytesSent), byteCount(recipient.bytesReceived),
        recipient.isPlaintext ? "in the clear" : recipient.isDecrypted ? "read" : "encrypted",
        recipient.ja4.map { code($0) }.joined(separator: " "),
      ]
    }
    table(
      ["host", "party", "role", "exchanges", "sent", "received", "content", "JA4"], rows, on: &page)
  }

  private func covert(_ tool: ToolSummary, on page: inout String) {
    let covert = tool.disclosures.filter(\.isCovert)
    guard !covert.isEmpty else { return }
    page += "\n### Covert\n\n"
    let rows = covert.map { disclosure in
      [
        words(attributeName(disclosure.attribute)), code(disclosure.value),
        unusualCodePoints(in: disclosure.value).joined(separator: " "), code(disclosure.recipient),
        code(disclosure.channel.place), String(disclosure.occurrences),
        words(disclosure.note ?? ""),
      ]
    }
    table(["what", "value", "code points", "to", "where", "times", "note"], rows, on: &page)
  }

  private func notSeen(_ summary: Summary, on page: inout String) {
    let damage = summary.captures.flatMap { capture in
      capture.damage.map { "\(capture.path): damaged at byte \($0.offset): \($0.cause)" }
    }
    let gaps = summary.coverage.gaps + damage
    guard !gaps.isEmpty || !summary.unattributed.isEmpty else { return }
    page += "\n## Not seen\n\n"
    list(gaps, on: &page)
    guard !summary.unattributed.isEmpty else { return }
    page += "\n"
    let rows = summary.unattributed.map { [code($0.host), words($0.reason), String($0.flows)] }
    table(["host", "reason", "flows"], rows, on: &page)
  }

  private func list(_ items: [String], on page: inout String) {
    for item in items { page += "- " + words(item) + "\n" }
  }

  private func table(_ titles: [String], _ rows: [[String]], on page: inout String) {
    page += "| " + titles.joined(separator: " | ") + " |\n"
    page += "|" + String(repeating: " --- |", count: titles.count) + "\n"
    for row in rows { page += "| " + row.joined(separator: " | ") + " |\n" }
  }

  /// Running text: whatever Markdown or HTML would act on is escaped.
  private func words(_ text: String) -> String {
    var output = ""
    for character in shortened(text, to: 1_000).unicodeScalars {
      switch character {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\\", "`", "*", "_", "[", "]", "|", "#", "~", "!", "(", ")":
        output += "\\" + String(character)
      // Hosts and addresses from the wire must not become links by themselves.
      case ":": output += "&#58;"
      case "@": output += "&#64;"
      default: output.unicodeScalars.append(character)
      }
    }
    return output
  }

  /// Code: backticks and pipes cannot be escaped inside Markdown's own, so HTML's is used.
  private func code(_ text: String) -> String {
    let safe = htmlEscaped(shortened(text, to: Self.longestCell))
    let inert = safe.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "|", "`", "*", "_", "[", "]", "~", "\\", "!", ":", "@": "&#\(scalar.value);"
      default: String(scalar)
      }
    }
    return "<code>" + inert.joined() + "</code>"
  }
}
