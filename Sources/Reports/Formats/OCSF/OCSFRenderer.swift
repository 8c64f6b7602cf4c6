public import Model

/// The disclosures as OCSF Detection Findings (class 2004), one JSON object a line.
///
/// Where something stayed unseen, one informational finding more says so: no findings must not look
/// like nothing to find.
public struct OCSFRenderer: Renderer {
  public static let format = "ocsf"

  private static let schemaVersion = "1.4.0"

  public init() {}

  public func render(_ summary: Summary, options: RenderOptions) -> [UInt8] {
    var output: [UInt8] = []
    for tool in summary.toolsByExposure {
      for disclosure in tool.disclosures {
        output += line { finding(disclosure, tool, summary, to: &$0) }
      }
    }
    let gaps = summary.coverage.gaps + [summary.emptiness].compactMap(\.self)
    if !gaps.isEmpty { output += line { unseen(gaps, summary, to: &$0) } }
    return output
  }

  private func line(_ members: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter(.compact)
    json.object { members(&$0) }
    json.endLine()
    return json.bytes
  }

  private func common(
    severity: (id: Int, name: String), time: Timestamp?, _ summary: Summary,
    to json: inout JSONWriter
  ) {
    json.member("category_uid", 2)
    json.member("category_name", "Findings")
    json.member("class_uid", 2004)
    json.member("class_name", "Detection Finding")
    json.member("activity_id", 1)
    json.member("activity_name", "Create")
    json.member("type_uid", 200_401)
    json.member("severity_id", severity.id)
    json.member("severity", severity.name)
    json.member("status_id", 1)
    json.member("time", milliseconds(time ?? Timestamp(nanoseconds: 0)))
    json.object("metadata") { json in
      json.member("version", Self.schemaVersion)
      json.object("product") { json in
        json.member("name", "telltale")
        json.member("vendor_name", "telltale")
        json.member("version", summary.generatorVersion)
      }
    }
  }

  private func finding(
    _ disclosure: Disclosure, _ tool: ToolSummary, _ summary: Summary, to json: inout JSONWriter
  ) {
    let name = attributeName(disclosure.attribute)
    common(severity: severity(of: disclosure), time: disclosure.firstSeen, summary, to: &json)
    json.member(
      "message", visible(tool.name + " discloses " + name + " to " + disclosure.recipient))
    json.member("confidence_score", Int((max(0, min(1, disclosure.confidence)) * 100).rounded()))
    json.object("finding_info") { json in
      let parts =
        [
          tool.id, disclosure.attribute, disclosure.recipient, disclosure.channel.part.rawValue,
          disclosure.channel.path,
        ] + (disclosure.channel.author.map { [$0.rawValue] } ?? [])
      json.member("uid", parts.joined(separator: "|"))
      json.member("title", (disclosure.isCovert ? "Covert: " : "") + visible(name))
      json.member("types", [disclosure.category])
      json.member("first_seen_time", milliseconds(disclosure.firstSeen))
      json.member("last_seen_time", milliseconds(disclosure.lastSeen))
      if let note = disclosure.note { json.member("desc", visible(note)) }
      if let signal = disclosure.signal {
        json.object("analytic") { json in
          json.member("uid", signal)
          json.member("name", signal)
          json.member("type_id", 1)
          json.member("type", "Rule")
        }
      }
    }
    json.array("evidences") { json in
      json.object { json in
        let client = disclosure.sessions.first.flatMap { id in
          tool.sessions.first { $0.id == id }
        }
        if let client {
          json.object("src_endpoint") { $0.member("ip", client.clientName) }
        }
        json.object("dst_endpoint") { $0.member("hostname", disclosure.recipient) }
        json.object("data") { json in
          json.member("tool", tool.id)
          json.member("vendor", tool.vendor)
          json.object("disclosure") { SummaryJSON.members(of: disclosure, to: &$0) }
        }
      }
    }
  }

  private func unseen(_ gaps: [String], _ summary: Summary, to json: inout JSONWriter) {
    let last = summary.captures.compactMap(\.lastPacket).max()
    common(severity: (1, "Informational"), time: last, summary, to: &json)
    json.member("message", visible(gaps.joined(separator: " ")))
    json.object("finding_info") { json in
      json.member("uid", "coverage")
      json.member("title", "Not all traffic was seen")
      json.member("types", ["coverage"])
    }
    json.object("unmapped") { json in
      json.object("coverage") { SummaryJSON.members(of: summary.coverage, to: &$0) }
    }
  }

  private func severity(of disclosure: Disclosure) -> (id: Int, name: String) {
    if disclosure.isCovert { return (5, "Critical") }
    return switch disclosure.sensitivity {
    case 5...: (4, "High")
    case 4: (3, "Medium")
    case 3: (2, "Low")
    default: (1, "Informational")
    }
  }

  private func milliseconds(_ time: Timestamp) -> Int64 { time.nanoseconds / 1_000_000 }
}
