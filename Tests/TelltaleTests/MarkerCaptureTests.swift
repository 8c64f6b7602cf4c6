import Foundation
import Analysis
import Model
import Telltale
import TestKit
import Testing

@Suite struct `Analysis of the project's own captures` {
  static func analyze(_ name: String) throws -> Summary {
    try AnalyzeRun().run(
      InputOptions(captures: [Place.root.appending(path: "Captures/\(name)").path]))
  }

  @Test func `names the date-line marker in the imitation's capture`() throws {
    let summary = try Self.analyze("marker-imitation.pcapng")
    let covert = summary.tools.flatMap(\.disclosures).filter(\.isCovert)
    #expect(covert.contains { $0.attribute == "covert.punctuation_homoglyph" })
    #expect(covert.contains { $0.attribute == "covert.date_separator" })
    let codePoints = covert.filter { $0.attribute == "covert.punctuation_homoglyph" }
      .flatMap(\.values).map { String($0.prefix(6)) }
    #expect(Set(codePoints) == ["U+2019", "U+02BC", "U+02B9"])
  }

  @Test func `finds no marker where the client writes the plain form`() throws {
    let summary = try Self.analyze("marker-imitation-unmarked.pcapng")
    #expect(summary.coverage.exchanges > 0)
    #expect(summary.tools.flatMap(\.disclosures).filter(\.isCovert).isEmpty)
  }

  @Test func `claims nothing about content that it cannot read`() throws {
    let summary = try Self.analyze("marker-imitation-no-keys.pcapng")
    #expect(summary.coverage.exchanges == 0)
    #expect(summary.coverage.ratio == nil)
    #expect(summary.tools.flatMap(\.disclosures).filter { $0.observers != [.network] }.isEmpty)
    // Its hosts are on no list, so even that they are AI hosts cannot be known.
    let notes = summary.coverage.notes.joined()
    #expect(notes.contains("hosts that the catalogue does not list"))
  }

  @Test(arguments: [
    "anthropic-sdk-stream.pcapng", "curl-anthropic-tls13.pcapng", "openai-sdk-h2.pcapng",
    "openai-realtime-websocket.pcapng", "plain-http-gateway.pcapng",
  ])
  func `reads everything in a capture that carries its secrets`(name: String) throws {
    let summary = try Self.analyze(name)
    #expect(summary.coverage.ratio == 1)
    #expect(summary.coverage.bytesMissing == 0)
    #expect(summary.coverage.exchanges > 0)
    #expect(summary.captures.first?.damage.isEmpty == true)
  }

  @Test func `says the same twice`() throws {
    let first = try Self.analyze("openai-sdk-h2.pcapng")
    let second = try Self.analyze("openai-sdk-h2.pcapng")
    #expect(first.tools.map(\.disclosures) == second.tools.map(\.disclosures))
    #expect(first.coverage == second.coverage)
  }
}
