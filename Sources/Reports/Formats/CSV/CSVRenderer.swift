public import Model

/// One line a disclosure (RFC 4180), for spreadsheets and data frames.
public struct CSVRenderer: Renderer {
  public static let format = "csv"

  private static let titles = [
    "tool", "tool_name", "vendor", "versions", "exposure", "attribute", "category", "sensitivity",
    "value", "distinct", "redacted", "covert", "confidence", "basis", "signal", "observers",
    "recipient", "part", "path", "encodings", "occurrences", "first_seen", "last_seen", "capture",
    "community_id", "frames", "note",
  ]

  public init() {}

  public func render(_ summary: Summary, options: RenderOptions) -> [UInt8] {
    var output = line(Self.titles)
    for tool in summary.toolsByExposure {
      for disclosure in tool.disclosures {
        output += line(cells(of: tool) + cells(of: disclosure, in: summary))
      }
    }
    return output
  }

  private func cells(of tool: ToolSummary) -> [String] {
    [
      tool.id, tool.name, tool.vendor ?? "", tool.versions.joined(separator: " "),
      tool.exposure.rating.rawValue,
    ]
  }

  private func cells(of disclosure: Disclosure, in summary: Summary) -> [String] {
    let evidence = disclosure.evidence.first
    let capture = evidence.flatMap { item in
      summary.captures.indices.contains(item.capture) ? summary.captures[item.capture].path : nil
    }
    return [
      disclosure.attribute, disclosure.category, String(disclosure.sensitivity), disclosure.value,
      String(disclosure.distinct), String(disclosure.isRedacted), String(disclosure.isCovert),
      disclosure.confidence.description, list(disclosure.basis.map(\.rawValue)),
      disclosure.signal ?? "", list(disclosure.observers.map(\.rawValue)), disclosure.recipient,
      disclosure.channel.part.rawValue, disclosure.channel.path, list(disclosure.channel.encodings),
      String(disclosure.occurrences), disclosure.firstSeen.description,
      disclosure.lastSeen.description, capture ?? "", evidence?.communityID ?? "",
      list(evidence?.frames.map { String($0) } ?? []), disclosure.note ?? "",
    ]
  }

  private func list(_ items: [String]) -> String { items.joined(separator: " ") }

  private func line(_ cells: [String]) -> [UInt8] {
    Array((cells.map(cell).joined(separator: ",") + "\r\n").utf8)
  }

  /// A cell, quoted where it must be. Control and format characters are spelled out; a value that a
  /// spreadsheet would take for a formula is shown as text by a leading apostrophe.
  private func cell(_ text: String) -> String {
    var cell = visible(text)
    if let first = cell.utf8.first, "=+-@".utf8.contains(first), Double(cell) == nil {
      cell = "'" + cell
    }
    guard cell.utf8.contains(where: { $0 == 0x22 || $0 == 0x2c }) else { return cell }
    return "\""
      + cell.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
