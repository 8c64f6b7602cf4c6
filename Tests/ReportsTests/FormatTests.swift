import Foundation
import Model
import Reports
import TestKit
import Testing

@Suite struct `Report formats` {
  @Test func `are registered, every folder of them`() throws {
    let folder = Place.root.appending(path: "Sources/Reports/Formats")
    let folders = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(folders.map { $0.lowercased() }.sorted() == RendererRegistry.formats.sorted())
  }

  @Test func `are known by name alone`() throws {
    for format in RendererRegistry.formats {
      let renderer = try #require(RendererRegistry.renderer(for: format))
      #expect(type(of: renderer).format == format)
    }
    #expect(RendererRegistry.renderer(for: "pdf") == nil)
  }

  @Test func `give the same bytes for the same summary`() throws {
    for format in RendererRegistry.formats {
      let renderer = try #require(RendererRegistry.renderer(for: format))
      for summary in [Sample.summary(), Sample.hostileSummary()] {
        let first = renderer.render(summary, options: RenderOptions())
        #expect(!first.isEmpty)
        #expect(first == renderer.render(summary, options: RenderOptions()))
      }
    }
  }

  @Test(arguments: ["text", "markdown", "html", "sarif", "ocsf"])
  func `say that content was not seen`(format: String) throws {
    let renderer = try #require(RendererRegistry.renderer(for: format))
    let page = text(renderer.render(Sample.encryptedSummary(), options: RenderOptions()))
    #expect(page.contains("6 of 6 AI flows could not be opened"))
  }

  @Test(arguments: ["eve", "ocsf"])
  func `are one JSON object a line where they say so`(format: String) throws {
    let renderer = try #require(RendererRegistry.renderer(for: format))
    let page = renderer.render(Sample.hostileSummary(), options: RenderOptions())
    #expect(page.last == 0x0a)
    for line in page.split(separator: 0x0a) { _ = try parsedObject(Array(line)) }
  }

  @Test func `give SARIF a rule for every attribute and a result for every disclosure`() throws {
    let page = SARIFRenderer().render(Sample.summary(), options: RenderOptions())
    let log = try parsedObject(page)
    #expect(log["version"] as? String == "2.1.0")
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let rules = try #require(member(run, "tool", "driver", "rules") as? [[String: Any]])
    #expect(
      rules.map { $0["id"] as? String } == [
        "account.api_key", "covert.punctuation_homoglyph", "machine.kernel",
      ])
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.map { $0["level"] as? String } == ["error", "warning", "error"])
    let location = try #require((results[0]["locations"] as? [[String: Any]])?.first)
    #expect(
      member(location, "physicalLocation", "artifactLocation", "uri") as? String
        == "session.pcapng")
  }

  @Test func `give OCSF a detection finding for every disclosure`() throws {
    let lines = OCSFRenderer().render(Sample.summary(), options: RenderOptions())
      .split(separator: 0x0a)
    #expect(lines.count == 3)
    let covert = try parsedObject(Array(lines[0]))
    #expect(covert["class_uid"] as? Int == 2004)
    #expect(covert["type_uid"] as? Int == 200_401)
    #expect(covert["severity_id"] as? Int == 5)
    #expect(covert["time"] as? Int == 1_795_382_763_123)
    #expect(covert["confidence_score"] as? Int == 99)
  }

  @Test func `give CSV one line a disclosure under its titles`() {
    let lines = text(CSVRenderer().render(Sample.summary(), options: RenderOptions()))
      .split(separator: "\r\n")
    #expect(lines.count == 4)
    #expect(lines[0].hasPrefix("tool,tool_name,vendor,"))
    #expect(
      lines[2] == "claude-code,Claude Code,anthropic,2.1.170,critical,machine.kernel,machine,3,"
        + "6.18.44-fc-v782,1,false,false,0.99,signal profile,claude-code.event-env,intermediary,"
        + "llm.example,body,$.events[*].env.linux_kernel,json,85,2026-11-22T21:26:03.123456Z,"
        + "2026-11-22T21:26:11.500000Z,session.pcapng,1:abc=,41 44,")
  }

  @Test func `give HTML all disclosures, however many`() {
    var summary = Sample.summary()
    summary.tools[0].disclosures = (0..<200).map {
      Sample.disclosure("machine.hostname", 5, "host-\($0)-end")
    }
    let page = text(HTMLRenderer().render(summary, options: RenderOptions()))
    #expect(page.contains("host-199-end"))
  }
}
