import Model

/// Small summaries and records made by hand.
enum Sample {
  /// Everything that a terminal or a browser might obey.
  static let hostile =
    "<script>alert('x')</script>\u{1b}[31mred\u{07}\u{9b}2J\u{202e}gnp\u{200b}|`*_\r\n\"&,=;"

  static let start = Timestamp(nanoseconds: 1_795_382_763_123_456_000)
  static let end = Timestamp(nanoseconds: 1_795_382_771_500_000_000)

  static func summary() -> Summary {
    var summary = Summary(generatorVersion: "0.1.0")
    summary.captures = [capture("session.pcapng")]
    summary.coverage.flows = 12
    summary.coverage.clientHellos = 9
    summary.coverage.aiFlows = 6
    summary.coverage.aiFlowsDecrypted = 6
    summary.coverage.exchanges = 8
    summary.coverage.bytesSeen = 1000
    summary.coverage.bytesRead = 1000
    summary.tools = [tool()]
    return summary
  }

  static func capture(_ path: String) -> CaptureSummary {
    var capture = CaptureSummary(path: path)
    capture.sha256 = "00ff"
    capture.packets = 346
    capture.bytes = 311_328
    capture.firstPacket = start
    capture.lastPacket = end
    return capture
  }

  static func tool() -> ToolSummary {
    var tool = ToolSummary(
      id: "claude-code", name: "Claude Code", vendor: "anthropic", confidence: 0.98,
      identifiedBy: ["user-agent", "sni"])
    tool.versions = ["2.1.170"]
    tool.exposure = Exposure(
      rating: .critical, reasons: ["covert.punctuation_homoglyph to llm.example"])
    var recipient = Recipient(
      host: "llm.example", vendor: nil, party: .intermediary, roles: ["api"], identifiedBy: "sni",
      isDecrypted: true)
    recipient.exchanges = 8
    recipient.bytesSent = 302_400
    recipient.bytesReceived = 9_100
    recipient.ja4 = ["t13d1714h1_5b57614c22b0_7baf387fc6ff"]
    tool.recipients = [recipient]
    tool.sessions = [
      Session(
        id: "s1", client: IPAddress(v4: 0x0a4d_0117), mac: nil, start: start, end: end,
        isExplicit: true)
    ]
    tool.sessions[0].exchanges = 8
    tool.disclosures = [
      disclosure(
        "covert.punctuation_homoglyph", 5, "Today’s date is", covert: true,
        note: "documented marker: the host is on the domain list"),
      disclosure("machine.kernel", 3, "6.18.44-fc-v782", path: "$.events[*].env.linux_kernel"),
      disclosure("account.api_key", 5, "sk-ant-…[redacted]", part: .header, path: "x-api-key"),
    ]
    return tool
  }

  static func disclosure(
    _ attribute: String, _ sensitivity: Int, _ value: String, part: ChannelPart = .body,
    path: String = "$.messages[*].content", covert: Bool = false, note: String? = nil,
    recipient: String = "llm.example", observers: [Observer] = [.intermediary]
  ) -> Disclosure {
    Disclosure(
      attribute: attribute, category: String(attribute.prefix { $0 != "." }),
      sensitivity: sensitivity, value: value, values: [value], distinct: 1, isRedacted: false,
      valueDigest: nil, isCovert: covert, confidence: 0.99, basis: [.signal, .profile],
      signal: "claude-code.event-env", observers: observers, recipient: recipient,
      channel: Channel(part: part, path: path, encodings: ["json"]), sessions: ["s1"],
      occurrences: 85, firstSeen: start, lastSeen: end,
      evidence: [
        Evidence(
          capture: 0, communityID: "1:abc=", frames: [41, 44], exchange: 7, offset: 1234, length: 15
        )
      ],
      note: note)
  }

  /// A summary with hostile text wherever traffic can put text.
  static func hostileSummary() -> Summary {
    var summary = summary()
    summary.captures[0].path = hostile
    summary.captures[0].damage = [.init(offset: 7, cause: hostile)]
    summary.coverage.notes = [hostile]
    summary.unattributed = [UnattributedTraffic(host: hostile, reason: hostile, flows: 1)]
    var tool = tool()
    tool.name = hostile
    tool.vendor = hostile
    tool.versions = [hostile]
    tool.identifiedBy = [hostile]
    tool.exposure.reasons = [hostile]
    tool.notes = [hostile]
    tool.recipients[0].host = hostile
    tool.recipients[0].roles = [hostile]
    tool.recipients[0].ja4 = [hostile]
    tool.disclosures = [
      disclosure("machine.hostname", 5, hostile, path: hostile, recipient: hostile),
      disclosure(
        "covert.invisible_character", 5, hostile, path: hostile, covert: true, note: hostile,
        recipient: hostile),
    ]
    summary.tools = [tool]
    return summary
  }

  /// The same run without keys.
  static func encryptedSummary() -> Summary {
    var summary = summary()
    summary.coverage.aiFlowsDecrypted = 0
    summary.coverage.aiFlowsEncrypted = 6
    summary.coverage.bytesRead = 0
    summary.tools[0].recipients[0].isDecrypted = false
    summary.tools[0].disclosures = []
    summary.tools[0].exposure = Exposure(rating: .low, reasons: [])
    return summary
  }
}

func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
