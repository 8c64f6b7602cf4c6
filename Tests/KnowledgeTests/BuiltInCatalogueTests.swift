import Foundation
import Knowledge
import TestKit
import Testing

@Suite struct `The built-in catalogue` {
  private static let folder = Place.root.appending(path: "Sources/Knowledge/Resources").path
  private static let loaded = CatalogueLoader().load(directory: folder)
  private let builtIn = Catalogue.builtIn

  @Test func `is read from files without a mistake`() {
    #expect(Self.loaded.problems.map(\.description) == [])
  }

  @Test func `is what the files say; otherwise run Tools/embed-knowledge`() {
    let files = Self.loaded.catalogue
    #expect(builtIn.vendors == files.vendors)
    #expect(builtIn.tools == files.tools)
    #expect(builtIn.signals == files.signals)
    #expect(builtIn.clients == files.clients)
    #expect(builtIn.attributes == files.attributes)
  }

  @Test func `has its parts`() {
    #expect(builtIn.vendors.count >= 40)
    #expect(builtIn.vendors.flatMap(\.endpoints).count >= 450)
    #expect(builtIn.tools.count >= 50)
    #expect(builtIn.attributes.count >= 100)
    #expect(builtIn.clients.count >= 20)
    #expect(!builtIn.signals.isEmpty)
  }

  @Test func `gives a source for everything`() {
    for vendor in builtIn.vendors {
      for entry in vendor.endpoints { #expect(!entry.sources.isEmpty, "\(entry.host)") }
    }
    for tool in builtIn.tools { #expect(!tool.sources.isEmpty, "\(tool.id)") }
    for signal in builtIn.signals { #expect(!signal.sources.isEmpty, "\(signal.id)") }
    for client in builtIn.clients { #expect(!client.sources.isEmpty, "\(client.id)") }
  }

  @Test func `has every id once`() {
    #expect(Set(builtIn.vendors.map(\.id)).count == builtIn.vendors.count)
    #expect(Set(builtIn.tools.map(\.id)).count == builtIn.tools.count)
    #expect(Set(builtIn.signals.map(\.id)).count == builtIn.signals.count)
    #expect(Set(builtIn.attributes.map(\.id)).count == builtIn.attributes.count)
  }

  @Test func `leads every host back to its vendor`() {
    for vendor in builtIn.vendors {
      for entry in vendor.endpoints {
        let name = entry.host.hasPrefix(".") ? String(entry.host.dropFirst()) : entry.host
        let found = builtIn.host(name.replacing("*", with: "x1"))
        #expect(found?.vendor.id == vendor.id, "\(entry.host)")
      }
    }
  }

  @Test(arguments: [
    ("api.anthropic.com", "anthropic", true), ("api.openai.com", "openai", true),
    ("ab.chatgpt.com", "openai", true), ("github.com", "github", false),
    ("raw.githubusercontent.com", "github", false), ("api.githubcopilot.com", "github", true),
    ("clients2.google.com", "google", false), ("redirector.gvt1.com", "google", false),
    ("generativelanguage.googleapis.com", "google", true), ("api.mistral.ai", "mistral", true),
    ("api.deepseek.com", "deepseek", true), ("openrouter.ai", "openrouter", true),
    ("api.moonshot.cn", "moonshot", true), ("us.i.posthog.com", "posthog", true),
    ("o4501.ingest.us.sentry.io", "sentry", true), ("prodregistryv2.org", "statsig", true),
    ("api.statsigcdn.com", "statsig", true), ("telemetry.crewai.com", "crewai", true),
    ("bedrock-runtime.eu-central-1.amazonaws.com", "amazon", true),
    ("quietharbor.openai.azure.com", "microsoft", true),
  ])
  func `knows the hosts that the tools speak to`(host: String, vendor: String, isAI: Bool) {
    let match = builtIn.host(host)
    #expect(match?.vendor.id == vendor)
    #expect(match?.entry.isAI == isAI)
  }

  @Test(arguments: ["example.com", "api.lab-gateway.cn", "wikipedia.org", "anthropic.com.example"])
  func `knows nothing of other hosts`(host: String) {
    #expect(builtIn.host(host) == nil)
  }

  @Test(arguments: [
    ("/v1/messages?beta=true", "api"), ("/api/event_logging/v2/batch", "telemetry"),
    ("/api/claude_code/metrics", "telemetry"), ("/api/eval/sdk-1", "feature-flags"),
    ("/mcp-registry/v0/servers", "mcp"), ("/api/oauth/profile", "auth"),
  ])
  func `tells the roles of one host apart by path`(path: String, role: String) {
    #expect(builtIn.host("api.anthropic.com")?.entry.roles(forPath: path) == [role])
  }

  @Test func `has patterns that compile`() throws {
    for tool in builtIn.tools {
      for mark in tool.marks { _ = try mark.pattern.map { try Pattern($0) } }
    }
    for signal in builtIn.signals { _ = try signal.pattern.map { try Pattern($0) } }
  }

  @Test func `has an example and a near miss of every signal`() {
    let fits = Set(Self.loaded.examples.filter { $0.yields != nil }.map(\.signal))
    let misses = Set(Self.loaded.examples.filter { $0.yields == nil }.map(\.signal))
    for signal in Self.loaded.catalogue.signals {
      #expect(fits.contains(signal.id), "\(signal.id) has no example")
      #expect(misses.contains(signal.id), "\(signal.id) has no near miss")
    }
  }

  @Test func `has signals that do on their examples what these say`() throws {
    #expect(!Self.loaded.examples.isEmpty)
    for example in Self.loaded.examples where example.path == nil {
      let signal = try #require(Self.loaded.catalogue.signals.first { $0.id == example.signal })
      guard let pattern = try signal.pattern.map({ try Pattern($0) }) else { continue }
      #expect(pattern.firstValue(in: example.value) == example.yields, "\(example)")
    }
  }

  @Test(.enabled(if: Place.hasShared))
  func `covers every host that was documented or read in sources`() throws {
    let path = Place.shared.appending(path: "knowledge/endpoints.yaml")
    guard let text = try? String(contentsOf: path, encoding: .utf8) else { return }
    var host = ""
    var count = 0
    for line in text.split(separator: "\n") {
      if line.hasPrefix("- host: ") { host = line.dropFirst(8).filter { $0 != "'" } }
      guard line == "  confidence: documented" || line == "  confidence: observed-in-source",
        !host.contains(":"), !host.isEmpty
      else { continue }
      let name = host.replacing("{region}", with: "us-east-1").replacing("{org}", with: "123")
        .replacing("*", with: "x-1")
      #expect(builtIn.host(name) != nil, "\(host)")
      count += 1
    }
    #expect(count > 150)
  }
}
