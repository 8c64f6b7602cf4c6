public import Model

/// A disclosure told while the capture still goes on: one line, as text or as an EVE record.
public enum LiveLine {
  /// `time  tool → recipient  attribute  value`, safe for any terminal.
  public static func text(_ disclosure: Disclosure, tool: String) -> String {
    let time = disclosure.firstSeen.description.dropFirst(11).prefix(8)
    let covert = disclosure.isCovert ? "COVERT " : ""
    let words = [
      String(time), visible(tool), "→", visible(disclosure.recipient),
      covert + visible(disclosure.attribute), shortened(visible(disclosure.value), to: 60),
    ]
    return words.joined(separator: "  ")
  }

  public static func eve(_ disclosure: Disclosure, tool: String) -> [UInt8] {
    var json = JSONWriter(.compact)
    json.object { json in
      json.member("timestamp", disclosure.firstSeen.description)
      json.member("event_type", "disclosure")
      json.member("tool", tool)
      json.object("disclosure") { SummaryJSON.members(of: disclosure, to: &$0) }
    }
    json.endLine()
    return json.bytes
  }
}
