import Model
import Reports
import Testing

@Suite struct `Summary as JSON` {
  @Test func `has every field of the schema, in its order`() throws {
    let page = text(JSONRenderer().render(Sample.summary(), options: RenderOptions()))
    var position = page.startIndex
    for key in [
      "schema", "generator", "name", "version", "captures", "path", "sha256", "packets", "bytes",
      "first_packet", "last_packet", "damage", "coverage", "flows", "client_hellos", "ai_flows",
      "ai_flows_decrypted", "ai_flows_encrypted", "ai_flows_plaintext", "exchanges",
      "bytes_missing", "bodies_truncated", "opaque_flows", "ratio", "notes", "tools", "id", "name",
      "vendor", "versions", "confidence", "identified_by", "exposure", "rating", "reasons",
      "recipients", "host", "vendor", "party", "roles", "exchanges", "bytes_sent",
      "bytes_received", "identified_by", "decrypted", "sessions", "id", "client", "ip", "mac",
      "start", "end", "exchanges", "explicit_id", "disclosures", "attribute", "category",
      "sensitivity", "value", "values", "distinct", "redacted", "value_digest", "covert",
      "confidence", "basis", "signal", "observers", "recipient", "channel", "part", "path",
      "encodings", "sessions", "occurrences", "first_seen", "last_seen", "evidence", "capture",
      "community_id", "frames", "exchange", "offset", "length", "note", "unattributed", "policy",
    ] {
      let found = try #require(
        page[position...].firstRange(of: "\"\(key)\": "), "\(key) is missing or out of order")
      position = found.upperBound
    }
  }

  @Test func `says null where something is unknown`() throws {
    var summary = Summary(generatorVersion: "0.1.0")
    summary.captures = [CaptureSummary(path: "-")]
    let page = text(JSONRenderer().render(summary, options: RenderOptions()))
    for line in [
      #""schema": "telltale.summary/1""#, #""sha256": null"#, #""first_packet": null"#,
      #""ratio": null"#, #""policy": null"#, #""tools": []"#,
    ] {
      #expect(page.contains(line), "\(line)")
    }
  }

  @Test func `adds drop counters for live captures alone`() throws {
    var summary = Sample.summary()
    #expect(!text(JSONRenderer().render(summary, options: RenderOptions())).contains("dropped"))
    summary.captures[0].dropped = (kernel: 3, interface: 1)
    #expect(
      text(JSONRenderer().render(summary, options: RenderOptions()))
        .contains(#""dropped": {"kernel": 3, "interface": 1}"#))
  }

  @Test func `takes the verdict of a policy`() throws {
    let page = JSONRenderer().render(Sample.summary()) { json in
      json.object { $0.member("complies", true) }
    }
    #expect(member(try parsedObject(page), "policy", "complies") as? Bool == true)
  }

  @Test func `keeps hostile text whole`() throws {
    let page = JSONRenderer().render(Sample.hostileSummary(), options: RenderOptions())
    let tools = try #require(try parsedObject(page)["tools"] as? [[String: Any]])
    #expect(tools.first?["name"] as? String == Sample.hostile)
  }
}
