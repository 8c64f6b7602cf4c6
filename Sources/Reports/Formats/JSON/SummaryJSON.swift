import Model

/// The members of `telltale.summary/1`. Every field is always there; what is unknown is null.
enum SummaryJSON {
  static func members(of summary: Summary, to json: inout JSONWriter) {
    json.member("schema", Summary.schema)
    json.object("generator", inline: true) { json in
      json.member("name", "telltale")
      json.member("version", summary.generatorVersion)
    }
    json.array("captures") { json in
      for capture in summary.captures { json.object { members(of: capture, to: &$0) } }
    }
    json.object("coverage") { members(of: summary.coverage, to: &$0) }
    json.array("tools") { json in
      for tool in summary.tools { json.object { members(of: tool, to: &$0) } }
    }
    json.array("unattributed") { json in
      for traffic in summary.unattributed {
        json.object(inline: true) { json in
          json.member("host", traffic.host)
          json.member("reason", traffic.reason)
          json.member("flows", traffic.flows)
        }
      }
    }
  }

  private static func members(of capture: CaptureSummary, to json: inout JSONWriter) {
    json.member("path", capture.path)
    json.member("sha256", capture.sha256)
    json.member("packets", capture.packets)
    json.member("bytes", capture.bytes)
    json.member("first_packet", capture.firstPacket?.description)
    json.member("last_packet", capture.lastPacket?.description)
    json.array("damage") { json in
      for damage in capture.damage {
        json.object(inline: true) { json in
          json.member("offset", damage.offset)
          json.member("cause", damage.cause)
        }
      }
    }
    if let dropped = capture.dropped {
      json.object("dropped", inline: true) { json in
        json.member("kernel", dropped.kernel)
        json.member("interface", dropped.interface)
      }
    }
  }

  static func members(of coverage: Coverage, to json: inout JSONWriter) {
    json.member("flows", coverage.flows)
    json.member("client_hellos", coverage.clientHellos)
    json.member("ai_flows", coverage.aiFlows)
    json.member("ai_flows_decrypted", coverage.aiFlowsDecrypted)
    json.member("ai_flows_encrypted", coverage.aiFlowsEncrypted)
    json.member("ai_flows_plaintext", coverage.aiFlowsPlaintext)
    json.member("exchanges", coverage.exchanges)
    json.member("bytes_missing", coverage.bytesMissing)
    json.member("bodies_truncated", coverage.bodiesTruncated)
    json.member("opaque_flows", coverage.opaqueFlows)
    json.member("ratio", coverage.ratio)
    json.array("notes") { json in for note in coverage.notes { json.value(note) } }
  }

  private static func members(of tool: ToolSummary, to json: inout JSONWriter) {
    json.member("id", tool.id)
    json.member("name", tool.name)
    json.member("vendor", tool.vendor)
    json.member("versions", tool.versions)
    json.member("confidence", tool.confidence)
    json.member("identified_by", tool.identifiedBy)
    json.object("exposure") { json in
      json.member("rating", tool.exposure.rating.rawValue)
      json.array("reasons") { json in for reason in tool.exposure.reasons { json.value(reason) } }
    }
    json.array("recipients") { json in
      for recipient in tool.recipients { json.object { members(of: recipient, to: &$0) } }
    }
    json.array("sessions") { json in
      for session in tool.sessions { json.object { members(of: session, to: &$0) } }
    }
    json.array("disclosures") { json in
      for disclosure in tool.disclosures { json.object { members(of: disclosure, to: &$0) } }
    }
    json.array("notes") { json in for note in tool.notes { json.value(note) } }
  }

  private static func members(of recipient: Recipient, to json: inout JSONWriter) {
    json.member("host", recipient.host)
    json.member("vendor", recipient.vendor)
    json.member("party", recipient.party.rawValue)
    json.member("roles", recipient.roles)
    json.member("exchanges", recipient.exchanges)
    json.member("bytes_sent", recipient.bytesSent)
    json.member("bytes_received", recipient.bytesReceived)
    json.member("identified_by", recipient.identifiedBy)
    json.member("decrypted", recipient.isDecrypted)
    json.member("ja4", recipient.ja4)
  }

  static func members(of session: Session, to json: inout JSONWriter) {
    json.member("id", session.id)
    json.object("client", inline: true) { json in
      json.member("ip", session.clientName)
      json.member("mac", session.mac)
    }
    json.member("start", session.start.description)
    json.member("end", session.end.description)
    json.member("exchanges", session.exchanges)
    json.member("explicit_id", session.isExplicit)
  }

  static func members(of disclosure: Disclosure, to json: inout JSONWriter) {
    json.member("attribute", disclosure.attribute)
    json.member("category", disclosure.category)
    json.member("sensitivity", disclosure.sensitivity)
    json.member("value", disclosure.value)
    json.member("values", disclosure.values)
    json.member("distinct", disclosure.distinct)
    json.member("redacted", disclosure.isRedacted)
    json.member("value_digest", disclosure.valueDigest)
    json.member("covert", disclosure.isCovert)
    json.member("confidence", disclosure.confidence)
    json.member("basis", disclosure.basis.map(\.rawValue))
    json.member("signal", disclosure.signal)
    json.member("observers", disclosure.observers.map(\.rawValue))
    json.member("recipient", disclosure.recipient)
    json.object("channel", inline: true) { json in
      json.member("part", disclosure.channel.part.rawValue)
      json.member("path", disclosure.channel.path)
      json.member("encodings", disclosure.channel.encodings)
      json.member("author", disclosure.channel.author?.rawValue)
    }
    json.member("sessions", disclosure.sessions)
    json.member("occurrences", disclosure.occurrences)
    json.member("first_seen", disclosure.firstSeen.description)
    json.member("last_seen", disclosure.lastSeen.description)
    json.array("evidence") { json in
      for evidence in disclosure.evidence { json.object(inline: true) { write(evidence, to: &$0) } }
    }
    json.member("note", disclosure.note)
  }

  private static func write(_ evidence: Evidence, to json: inout JSONWriter) {
    json.member("capture", evidence.capture)
    json.member("community_id", evidence.communityID)
    json.member("frames", evidence.frames)
    json.member("exchange", evidence.exchange)
    json.member("offset", evidence.offset)
    json.member("length", evidence.length)
  }
}
