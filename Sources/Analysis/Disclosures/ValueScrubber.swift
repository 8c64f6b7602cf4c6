import Model

/// Replaces redacted values wherever they stand in a summary, not only in the value itself.
///
/// Short values are left alone: `main` or `8` occur everywhere and would eat the text.
struct ValueScrubber {
  private static let limit = 4096
  private let replacements: [(value: [UInt8], placeholder: [UInt8])]

  /// - Parameter replacements: values and their placeholders, longest value first.
  init(_ replacements: [(value: String, placeholder: String)]) {
    self.replacements = replacements.prefix(Self.limit).map {
      (Array($0.value.utf8), Array($0.placeholder.utf8))
    }
  }

  func scrub(_ tool: ToolSummary) -> ToolSummary {
    var tool = tool
    tool.notes = tool.notes.map(scrub)
    tool.exposure.reasons = tool.exposure.reasons.map(scrub)
    for i in tool.recipients.indices { tool.recipients[i].host = host(tool.recipients[i].host) }
    for i in tool.disclosures.indices {
      let isRedacted = tool.disclosures[i].isRedacted
      tool.disclosures[i].recipient = host(tool.disclosures[i].recipient)
      tool.disclosures[i].channel.path = scrub(tool.disclosures[i].channel.path)
      tool.disclosures[i].note = tool.disclosures[i].note.map(scrub)
      guard !isRedacted else { continue }
      tool.disclosures[i].value = scrub(tool.disclosures[i].value)
      tool.disclosures[i].values = tool.disclosures[i].values.map(scrub)
    }
    return tool
  }

  /// A host stays unless it is itself a redacted value.
  private func host(_ host: String) -> String {
    let bytes = Array(host.utf8)
    guard let match = replacements.first(where: { $0.value == bytes }) else { return host }
    return String(decoding: match.placeholder, as: UTF8.self)
  }

  private func scrub(_ text: String) -> String {
    var bytes = Array(text.utf8)
    for (value, placeholder) in replacements where value.count <= bytes.count {
      bytes = replace(value, with: placeholder, in: bytes)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func replace(_ value: [UInt8], with placeholder: [UInt8], in bytes: [UInt8]) -> [UInt8] {
    guard let first = value.first else { return bytes }
    var out: [UInt8] = []
    var at = 0
    var changed = false
    while at < bytes.count {
      if bytes[at] == first, at + value.count <= bytes.count,
        bytes[at..<(at + value.count)].elementsEqual(value)
      {
        out.append(contentsOf: placeholder)
        at += value.count
        changed = true
      } else {
        out.append(bytes[at])
        at += 1
      }
    }
    return changed ? out : bytes
  }
}
