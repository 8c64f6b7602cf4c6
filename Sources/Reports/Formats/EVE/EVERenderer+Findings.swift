public import Model

/// A finding's record and the frame that it belongs behind.
public struct EVEFinding: Sendable {
  /// The first frame of its evidence; nil where no frame is named.
  public var frame: FrameID?
  /// The record, with the line feed that ends it.
  public var line: [UInt8]
}

extension EVERenderer {
  /// The `session` and `disclosure` records of a summary, by first frame of evidence.
  ///
  /// They carry the fields of `telltale.summary/1` and the id of their tool.
  public func findings(of summary: Summary) -> [EVEFinding] {
    var findings: [EVEFinding] = []
    for tool in summary.tools {
      var firstFrames: [String: FrameID] = [:]
      for disclosure in tool.disclosures {
        guard let frame = disclosure.firstFrame else { continue }
        for id in disclosure.sessions { firstFrames[id] = min(firstFrames[id] ?? frame, frame) }
      }
      for session in tool.sessions {
        findings.append(finding(session, of: tool, frame: firstFrames[session.id]))
      }
      for disclosure in tool.disclosures { findings.append(finding(disclosure, of: tool)) }
    }
    let ordered = findings.enumerated().sorted { a, b in
      let first = a.element.frame ?? FrameID(capture: 0xffff, number: 0)
      let second = b.element.frame ?? FrameID(capture: 0xffff, number: 0)
      return first != second ? first < second : a.offset < b.offset
    }
    return ordered.map(\.element)
  }

  private func finding(
    _ session: Session, of tool: ToolSummary, frame: FrameID?
  ) -> EVEFinding {
    let line = line { json in
      json.member("timestamp", session.start.description)
      json.member("event_type", "session")
      json.member("src_ip", session.clientName)
      if let frame { position(frame, to: &json) }
      json.member("tool", tool.id)
      json.member("vendor", tool.vendor)
      json.object("session") { SummaryJSON.members(of: session, to: &$0) }
    }
    return EVEFinding(frame: frame, line: line)
  }

  private func finding(_ disclosure: Disclosure, of tool: ToolSummary) -> EVEFinding {
    let frame = disclosure.firstFrame
    let client = disclosure.sessions.first.flatMap { id in tool.sessions.first { $0.id == id } }
    let line = line { json in
      json.member("timestamp", disclosure.firstSeen.description)
      json.member("event_type", "disclosure")
      if let evidence = disclosure.evidence.first {
        json.member("community_id", evidence.communityID)
      }
      if let client { json.member("src_ip", client.clientName) }
      if let frame { position(frame, to: &json) }
      json.member("tool", tool.id)
      json.member("vendor", tool.vendor)
      json.object("disclosure") { SummaryJSON.members(of: disclosure, to: &$0) }
    }
    return EVEFinding(frame: frame, line: line)
  }
}

extension Disclosure {
  /// The first frame of all its evidence.
  fileprivate var firstFrame: FrameID? {
    evidence.compactMap { item in
      item.frames.min().map { FrameID(capture: item.capture, number: $0) }
    }.min()
  }
}

/// A summary as EVE records: sessions, disclosures and the closing counters.
public struct EVESummaryRenderer: Renderer {
  public static let format = "eve"

  public init() {}

  public func render(_ summary: Summary, options: RenderOptions) -> [UInt8] {
    let renderer = EVERenderer(captures: summary.captures.map(\.path))
    let last = summary.captures.compactMap(\.lastPacket).max() ?? Timestamp(nanoseconds: 0)
    let statistics = EVEStatistics(
      time: last, packets: summary.captures.reduce(0) { $0 + $1.packets },
      bytes: summary.captures.reduce(0) { $0 + $1.bytes }, flows: summary.coverage.flows)
    return renderer.findings(of: summary).flatMap(\.line) + renderer.render(statistics)
  }
}
