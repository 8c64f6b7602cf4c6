import Analysis
import Foundation
import Model
import TestKit
import Testing

enum SharedCaptureScenarios {
  /// Scenarios whose ground truth says what dissection can read of them.
  static let all: [String] = {
    let base = Place.shared.appending(path: "captures")
    let manager = FileManager.default
    let tools = (try? manager.contentsOfDirectory(atPath: base.path)) ?? []
    return tools.sorted().filter { $0 != "derived" }.flatMap { tool in
      ((try? manager.contentsOfDirectory(atPath: base.appending(path: tool).path)) ?? []).sorted()
        .map { "\(tool)/\($0)" }.filter {
          manager.fileExists(atPath: base.appending(path: $0 + "/labels.json").path)
        }
    }
  }()

  /// Bodies are cut short in the ground truth of these.
  static let cut: Set<String> = ["codex-cli/exec-default"]
}

@Suite(.enabled(if: Place.hasShared)) struct `The shared captures` {
  private func result(_ scenario: String) throws -> AnalysisResult {
    let records = try RecordedRequests(directory: "captures/" + scenario).records
    var analyzer = Analyzer(catalogue: sourceCatalogue)
    for record in records { analyzer.consume(record) }
    return analyzer.finish()
  }

  @Test(arguments: SharedCaptureScenarios.all)
  func `are told as their labels want`(scenario: String) throws {
    let result = try result(scenario)
    let labels = try Labels(directory: "captures/" + scenario)
    let pairs = Set(
      result.disclosures.map { Labels.Pair(attribute: $0.attribute, host: $0.recipient) })
    let verdict = labels.judge(pairs)
    let allowed = SharedCaptureScenarios.cut.contains(scenario) ? 3 : 0
    #expect(
      verdict.missed.count <= allowed,
      "\(verdict.missed.map { "\($0.attributes) to \($0.hosts)" })")
    #expect(verdict.wrong.isEmpty, "\(verdict.wrong)")
    for tool in labels.tools {
      let pattern = try Regex(tool).ignoresCase()
      let named = try result.tools.filter { try pattern.wholeMatch(in: $0.id) != nil }
      #expect(!named.isEmpty, "\(tool)")
    }
  }

  @Test func `give the same answer twice`() throws {
    let first = try result("claude-code-2.1.170/c-shanghai-cnhost")
    let second = try result("claude-code-2.1.170/c-shanghai-cnhost")
    #expect("\(first.tools)" == "\(second.tools)")
  }

  @Test func `show the marker, and only where it is`() throws {
    let marked = try result("claude-code-2.1.170/c-shanghai-cnhost")
    #expect(marked.values("covert.date_separator") == ["2026/11/23"])
    #expect(
      marked.disclosures("covert.punctuation_homoglyph").map(\.recipient) == ["api.lab-gateway.cn"])
    #expect(marked.tools.map(\.id) == ["claude-code"])
    let plain = try result("claude-code-2.1.170/a-newyork-default")
    #expect(Set(plain.disclosures.filter(\.isCovert).map(\.attribute)) == ["covert.attestation"])
  }
}
