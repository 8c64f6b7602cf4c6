public import Model

/// The disclosures as results of SARIF 2.1.0 (OASIS), for code-scanning dashboards.
///
/// Each attribute is a rule. What could not be seen stands as notifications of the invocation, so
/// that a run without results is not taken for a clean one.
public struct SARIFRenderer: Renderer {
  public static let format = "sarif"

  public init() {}

  public func render(_ summary: Summary, options: RenderOptions) -> [UInt8] {
    let rules = self.rules(of: summary)
    var json = JSONWriter(.indented)
    json.object { json in
      json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      json.member("version", "2.1.0")
      json.array("runs") { json in
        json.object { json in
          json.object("tool") { json in
            json.object("driver") { driver(summary, rules, to: &$0) }
          }
          json.array("invocations") { json in
            json.object { invocation(summary, to: &$0) }
          }
          json.array("results") { json in
            for tool in summary.toolsByExposure {
              for disclosure in tool.disclosures {
                json.object { result(disclosure, tool, summary, to: &$0) }
              }
            }
          }
        }
      }
    }
    json.endLine()
    return json.bytes
  }

  /// Attributes in use, each with its highest sensitivity, in order of id.
  private func rules(of summary: Summary) -> [(attribute: String, sensitivity: Int)] {
    var sensitivities: [String: Int] = [:]
    for disclosure in summary.tools.lazy.flatMap(\.disclosures) {
      let known = sensitivities[disclosure.attribute] ?? 0
      sensitivities[disclosure.attribute] = max(known, disclosure.sensitivity)
    }
    return sensitivities.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private func driver(
    _ summary: Summary, _ rules: [(attribute: String, sensitivity: Int)], to json: inout JSONWriter
  ) {
    json.member("name", "telltale")
    json.member("semanticVersion", summary.generatorVersion)
    json.array("rules") { json in
      for rule in rules {
        json.object { json in
          json.member("id", rule.attribute)
          json.object("shortDescription", inline: true) { json in
            json.member("text", "Discloses: " + visible(attributeName(rule.attribute)))
          }
          json.object("defaultConfiguration", inline: true) { json in
            json.member("level", level(rule.sensitivity, isCovert: false))
          }
        }
      }
    }
  }

  private func invocation(_ summary: Summary, to json: inout JSONWriter) {
    json.member("executionSuccessful", true)
    let sentences = summary.coverage.gaps + [summary.emptiness].compactMap(\.self)
    json.array("toolExecutionNotifications") { json in
      for sentence in sentences {
        json.object { json in
          json.member("level", "warning")
          json.object("message", inline: true) { $0.member("text", visible(sentence)) }
        }
      }
    }
  }

  private func result(
    _ disclosure: Disclosure, _ tool: ToolSummary, _ summary: Summary, to json: inout JSONWriter
  ) {
    json.member("ruleId", disclosure.attribute)
    json.member("level", level(disclosure.sensitivity, isCovert: disclosure.isCovert))
    json.object("message", inline: true) { json in
      json.member("text", message(disclosure, tool))
    }
    json.array("locations") { json in
      for evidence in disclosure.evidence.prefix(8)
      where summary.captures.indices.contains(evidence.capture) {
        json.object { json in
          json.object("physicalLocation", inline: true) { json in
            json.object("artifactLocation") { json in
              json.member("uri", uri(of: summary.captures[evidence.capture].path))
            }
          }
          json.array("logicalLocations") { json in
            json.object(inline: true) { json in
              json.member("name", disclosure.channel.path)
              json.member("kind", disclosure.channel.part.rawValue)
            }
          }
          json.object("properties", inline: true) { json in
            json.member("community_id", evidence.communityID)
            json.member("frames", evidence.frames)
          }
        }
      }
    }
    json.object("partialFingerprints", inline: true) { json in
      let parts =
        [
          tool.id, disclosure.attribute, disclosure.recipient, disclosure.channel.part.rawValue,
          disclosure.channel.path,
        ] + (disclosure.channel.author.map { [$0.rawValue] } ?? [])
      json.member("disclosure/v1", parts.joined(separator: "\u{1f}"))
    }
    json.object("properties") { json in
      json.member("tool", tool.id)
      json.object("disclosure") { SummaryJSON.members(of: disclosure, to: &$0) }
    }
  }

  private func message(_ disclosure: Disclosure, _ tool: ToolSummary) -> String {
    let name = shortened(tool.heading, to: 80)
    let host = shortened(disclosure.recipient, to: 120)
    let value = shortened(disclosure.value, to: 200)
    let what = visible(attributeName(disclosure.attribute))
    return disclosure.isCovert
      ? "\(name) hides a value in what it sends to \(host) (\(what)): \(value)"
      : "\(name) tells \(host) (\(what)): \(value)"
  }

  private func level(_ sensitivity: Int, isCovert: Bool) -> String {
    if isCovert || sensitivity >= 5 { return "error" }
    return sensitivity >= 3 ? "warning" : "note"
  }

  /// The path as a URI reference: all but unreserved characters and slashes percent-encoded.
  private func uri(of path: String) -> String {
    path.utf8.map { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2d, 0x2e, 0x2f, 0x5f, 0x7e:
        return String(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        return "%" + (byte < 16 ? "0" : "") + digits
      }
    }.joined()
  }
}
