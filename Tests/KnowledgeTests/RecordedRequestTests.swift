import Foundation
import Knowledge
import Model
import TestKit
import Testing

/// Requests of real tools, held against the labels that came with them.
@Suite(.enabled(if: Place.hasShared)) struct `Recorded requests` {
  private struct Labels: Decodable {
    struct Recipient: Decodable {
      var host: String
      var vendor: String?
      var ai: Bool
    }
    var tool: [String]
    var recipients: [Recipient]
  }

  private struct Request: Decodable {
    var path: String?
    var host: String?
    var headers: [[String]]?
  }

  static let folders: [String] = {
    let root = Place.shared.appending(path: "captures")
    let names = try? FileManager.default.subpathsOfDirectory(atPath: root.path)
    return (names ?? []).filter { $0.hasSuffix("/labels.json") }
      .map { String($0.dropLast("/labels.json".count)) }.sorted()
  }()

  private func labels(_ folder: String) throws -> Labels {
    let bytes = try Place.sharedBytes("captures/\(folder)/labels.json")
    return try JSONDecoder().decode(Labels.self, from: Data(bytes))
  }

  @Test(arguments: folders)
  func `go to recipients that the catalogue knows as the labels do`(folder: String) throws {
    for recipient in try labels(folder).recipients {
      let match = Catalogue.builtIn.host(recipient.host)
      #expect(match?.vendor.id == recipient.vendor, "\(recipient.host)")
      // GitHub's API is AI traffic only together with a tool that uses it so.
      if let match, recipient.host != "api.github.com" {
        #expect(match.entry.isAI == recipient.ai, "\(recipient.host)")
      }
    }
  }

  @Test(arguments: folders)
  func `show their tool in the heads, and none where the labels name none`(folder: String) throws {
    let file = "captures/\(folder)/requests.jsonl"
    guard let bytes = try? Place.sharedBytes(file) else { return }
    var seen: Set<String> = []
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let request = try JSONDecoder().decode(Request.self, from: Data(line))
      let fields = (request.headers ?? []).filter { $0.count == 2 }.map { HTTPField($0[0], $0[1]) }
      let agent = fields.first { $0.name.equalsIgnoringASCIICase("user-agent") }?.value
      let matches = Catalogue.builtIn.toolMatches(
        userAgent: agent, headers: fields, path: request.path ?? "", host: request.host)
      for match in matches where match.weight >= 0.5 { seen.insert(match.tool.id) }
    }
    let labels = try labels(folder)
    for tool in labels.tool where Catalogue.builtIn.tool(id: tool) != nil && tool != "aider" {
      // Aider shows itself in bodies alone.
      if !seen.isEmpty { #expect(seen.contains(tool), "\(seen)") }
    }
    if labels.tool.allSatisfy({ $0.hasPrefix("unknown:") }), folder != "mistralai/chat",
      !folder.hasPrefix("derived/")
    {
      #expect(seen.isEmpty)
    }
  }
}
