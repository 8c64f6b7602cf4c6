public import Model

/// Replaces redacted values wherever they stand in a summary, not only in the value itself.
///
/// Values of four bytes and more are replaced inside other text, too, whatever the case of their letters;
/// shorter ones (`sh`, `8`) only where they are the whole text, or a word of letters in a value or note:
/// anywhere else they would eat the text.
public struct ValueScrubber: Sendable {
  private static let limit = 1 << 16
  /// Shortest value that is replaced inside other words.
  private static let shortest = 4

  private struct Replacement: Sendable {
    /// In lower case.
    var value: [UInt8]
    var placeholder: String
  }

  /// By the first four bytes, longest value first.
  private var long: [UInt32: [Replacement]] = [:]
  private var short: [[UInt8]: String] = [:]
  private var whole: [[UInt8]: String] = [:]

  public var isEmpty: Bool { whole.isEmpty }

  /// - Parameter replacements: values and their placeholders, longest value first.
  init(_ replacements: [(value: String, placeholder: String)]) {
    for (value, placeholder) in replacements.prefix(Self.limit) where !value.isEmpty {
      let folded = value.utf8.map(\.lowercased)
      if whole[folded] == nil { whole[folded] = placeholder }
      if folded.count >= Self.shortest {
        long[Self.key(folded, 0), default: []].append(
          Replacement(value: folded, placeholder: placeholder))
      } else if folded.allSatisfy(\.isLetter), short[folded] == nil {
        short[folded] = placeholder
      }
    }
  }

  private static func key(_ bytes: [UInt8], _ at: Int) -> UInt32 {
    UInt32(bytes[at]) << 24 | UInt32(bytes[at + 1]) << 16 | UInt32(bytes[at + 2]) << 8
      | UInt32(bytes[at + 3])
  }

  /// A summary whose tools and unattributed traffic were scrubbed before, without the values in the rest.
  public func scrub(_ summary: Summary) -> Summary {
    guard !isEmpty else { return summary }
    var summary = summary
    for i in summary.captures.indices {
      summary.captures[i].path = scrub(summary.captures[i].path)
      for j in summary.captures[i].damage.indices {
        summary.captures[i].damage[j].cause = scrub(summary.captures[i].damage[j].cause)
      }
    }
    summary.coverage.notes = summary.coverage.notes.map { scrub($0) }
    return summary
  }

  func scrub(_ traffic: UnattributedTraffic) -> UnattributedTraffic {
    UnattributedTraffic(
      host: host(traffic.host), reason: scrub(traffic.reason), flows: traffic.flows)
  }

  func scrub(_ tool: ToolSummary) -> ToolSummary {
    var tool = tool
    tool.versions = tool.versions.map { scrub($0) }
    tool.notes = tool.notes.map { scrub($0) }
    tool.exposure.reasons = tool.exposure.reasons.map { scrub($0) }
    for i in tool.recipients.indices { tool.recipients[i].host = host(tool.recipients[i].host) }
    for i in tool.sessions.indices {
      let session = tool.sessions[i]
      tool.sessions[i].mac = session.mac.map { scrub($0) }
      tool.sessions[i].clientPlaceholder =
        whole[session.client.description.utf8.map(\.lowercased)]
    }
    tool.disclosures = tool.disclosures.map(scrub)
    return tool
  }

  func scrub(_ disclosure: Disclosure) -> Disclosure {
    var disclosure = disclosure
    disclosure.recipient = host(disclosure.recipient)
    disclosure.channel.path = scrub(disclosure.channel.path)
    disclosure.note = disclosure.note.map { scrub($0, words: true) }
    guard !disclosure.isRedacted else { return disclosure }
    disclosure.value = scrub(disclosure.value, words: true)
    disclosure.values = disclosure.values.map { scrub($0, words: true) }
    return disclosure
  }

  /// A host stays unless it is itself a redacted value.
  private func host(_ host: String) -> String { replace(host) }

  /// A text that is itself a redacted value gives way to its placeholder; any other stays.
  public func replace(_ text: String) -> String {
    whole[text.utf8.map(\.lowercased)] ?? text
  }

  /// Any text without the values in it.
  public func scrub(text: String) -> String { scrub(text) }

  /// A host name without the values in its labels, but for the last ones.
  ///
  /// - Parameter kept: how many labels are a vendor's own, and stay.
  public func scrub(host: String, keeping kept: Int) -> String {
    if let placeholder = whole[host.utf8.map(\.lowercased)] { return placeholder }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard kept > 0 else { return scrub(host) }
    guard labels.count > kept else { return host }
    let own = labels.dropLast(kept).joined(separator: ".")
    return ([scrub(own)] + labels.suffix(kept).map(String.init)).joined(separator: ".")
  }

  /// - Parameter words: whether short values count where they stand as words.
  private func scrub(_ text: String, words: Bool = false) -> String {
    let bytes = Array(text.utf8)
    let folded = bytes.map(\.lowercased)
    if let placeholder = whole[folded] { return placeholder }
    var out: [UInt8] = []
    var copied = 0
    var at = 0
    while at < folded.count {
      guard let (length, placeholder) = match(folded, at, words: words) else {
        at += 1
        continue
      }
      out += bytes[copied..<at]
      out += Array(placeholder.utf8)
      at += length
      copied = at
    }
    guard copied > 0 else { return text }
    return String(decoding: out + bytes[copied...], as: UTF8.self)
  }

  private func match(_ text: [UInt8], _ at: Int, words: Bool) -> (Int, String)? {
    if at + Self.shortest <= text.count, let candidates = long[Self.key(text, at)] {
      let rest = text[at...]
      if let found = candidates.first(where: { rest.starts(with: $0.value) }) {
        return (found.value.count, found.placeholder)
      }
    }
    guard words, !short.isEmpty, at == 0 || !Self.isWord(text[at - 1]) else { return nil }
    var end = at
    while end < text.count, Self.isWord(text[end]), end - at < Self.shortest { end += 1 }
    guard end > at, end - at < Self.shortest else { return nil }
    return short[Array(text[at..<end])].map { (end - at, $0) }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte >= 0x80
  }
}
