public import Model

/// The report for a terminal: what was seen of what, then each tool, then what stayed unseen.
///
/// Nothing from the wire reaches the terminal but through `visible(_:)`.
public struct TextRenderer: Renderer {
  public static let format = "text"

  private static let capturesShown = 8
  private static let unattributedShown = 15

  public init() {}

  public func render(_ summary: Summary, options: RenderOptions) -> [UInt8] {
    var page = TextPage(options)
    captures(summary, on: &page)
    for tool in summary.toolsByExposure {
      page.line()
      ToolBlock(tool: tool).write(on: &page)
    }
    if let emptiness = summary.emptiness {
      page.line()
      page.paragraph(emptiness, indent: 0)
    }
    notSeen(summary, on: &page)
    if let closing = summary.coverage.closing {
      page.line()
      page.line(page.tinted(closing, .strong))
    }
    return Array(page.text.utf8)
  }

  private func captures(_ summary: Summary, on page: inout TextPage) {
    let coverage = summary.coverage.headline
    if summary.captures.isEmpty { page.line("no capture") }
    for capture in summary.captures.prefix(Self.capturesShown) {
      let size = facts(of: capture)
      let pathWidth = max(20, page.width - columns(of: size) - 3)
      var line = shortened(capture.path, to: pathWidth, keeping: .end) + "   " + size
      let room = page.width - columns(of: line) - columns(of: coverage)
      if summary.captures.count == 1, summary.coverage.aiFlows > 0, room >= 3 {
        line += String(repeating: " ", count: min(room, 10)) + coverage
      } else if summary.captures.count == 1 {
        line += "\n  " + coverage
      }
      page.line(line)
      if let dropped = capture.dropped, dropped.kernel + dropped.interface > 0 {
        page.line(
          "  dropped while capturing: \(dropped.kernel) by the kernel, "
            + "\(dropped.interface) by the interface")
      }
      for damage in capture.damage.prefix(3) {
        page.paragraph("damaged at byte \(damage.offset): \(damage.cause)", indent: 2)
      }
      if capture.damage.count > 3 { page.line("  … \(capture.damage.count - 3) more") }
    }
    guard summary.captures.count > 1 else { return }
    let folded = summary.captures.dropFirst(Self.capturesShown)
    if !folded.isEmpty {
      let packets = folded.reduce(0) { $0 + $1.packets }
      page.line("… \(counted(folded.count, "more capture")), \(counted(packets, "packet"))")
    }
    page.line(coverage)
  }

  private func facts(of capture: CaptureSummary) -> String {
    guard capture.packets > 0 else { return "no packets" }
    var facts = [counted(capture.packets, "packet")]
    if let first = capture.firstPacket {
      if let last = capture.lastPacket { facts.append(duration(last.seconds(since: first))) }
      facts.append(minute(first))
    }
    return facts.joined(separator: ", ")
  }

  private func notSeen(_ summary: Summary, on page: inout TextPage) {
    let gaps = summary.coverage.gaps
    guard !gaps.isEmpty || !summary.unattributed.isEmpty else { return }
    page.line()
    page.line(page.tinted("NOT SEEN", .strong))
    for gap in gaps { page.paragraph(gap, indent: 2) }
    guard !summary.unattributed.isEmpty else { return }
    page.line("  AI traffic that no tool could be tied to:")
    var table = TextTable([
      .init(title: "host", minimum: 16, maximum: 60, keeping: .end),
      .init(title: "reason", minimum: 16, maximum: 120),
      .init(title: "flows", isNumber: true),
    ])
    for traffic in summary.unattributed.prefix(Self.unattributedShown) {
      table.add([traffic.host, traffic.reason, String(traffic.flows)])
    }
    for line in table.lines(width: page.width, indent: 4) { page.line(line) }
    let folded = summary.unattributed.count - Self.unattributedShown
    if folded > 0 { page.line("    … \(folded) more; --format html or json for all") }
  }
}
