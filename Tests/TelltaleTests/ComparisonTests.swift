import Analysis
import Capture
import Foundation
import Knowledge
import Model
import Reports
import Telltale
import TestKit
import Testing

/// Experiments by the path of their file.
enum Experiments {
  static let own = Place.root.appending(path: "Captures/hidden-environment/experiment.yaml").path
  static let shared = Place.root.appending(
    path: "../shared/experiments/claude-code-2.1.170/experiment.yaml"
  ).standardizedFileURL.path

  static var hasShared: Bool { FileManager.default.fileExists(atPath: shared) }

  static func read(_ path: String) throws -> Experiment {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let (experiment, problems) = ExperimentFile.read(text, file: path)
    #expect(problems.isEmpty)
    return experiment
  }
}

@Suite struct `Comparison of an experiment` {
  @Test(.enabled(if: Experiments.hasShared))
  func `finds a coding agent's marker without knowing it`() throws {
    let result = try CompareRun().run(Experiments.read(Experiments.shared))
    let covert = result.covert
    #expect(covert.count == 2)
    #expect(covert.allSatisfy { $0.path == "$.messages[*].content[*].text" && $0.bits == 1 })
    #expect(covert.allSatisfy { ($0.qValue ?? 1) <= 0.05 && $0.exchange == "POST /v1/messages" })
    let apostrophe = covert.first { $0.factors == ["base_url"] }
    #expect(apostrophe?.levels.map(\.codePoints) == [["U+2019"], ["U+0027"]])
    let separator = covert.first { $0.factors == ["TZ"] }
    #expect(separator?.levels.map(\.codePoints) == [["U+002D"], ["U+002F"]])
    #expect(result.confounding.map(\.factor) == ["TZ", "base_url"])

    let derived = result.variations.filter { $0.kind == .derived }
    #expect(derived.contains { $0.derivedFrom == "TZ" && $0.note == "the local date" })
    #expect(
      derived.contains {
        $0.path == "content-length" && $0.derivedFrom == "$.messages[*].content[*].text"
      })
    let plain = result.variations.filter { $0.kind == .plain }.map(\.path)
    #expect(
      Set(plain).isSuperset(of: ["host", "tls.sni", "dns.name", "$.attributes.apiBaseUrlHost"]))
    let encoded = result.variations.filter { $0.kind == .encoded }
    #expect(encoded.map(\.encodings) == [["base64", "json", "sha256/12"]])
    #expect(result.placebo?.splits == 1_296)
    #expect((result.placebo?.share ?? 1) <= 0.05)
  }

  /// The shared experiment with so many runs of each cell: New York or Shanghai, neutral or listed host.
  private func design(_ counts: [String: Int]) throws -> Comparison {
    var experiment = try Experiments.read(Experiments.shared)
    var left = counts
    experiment.runs = experiment.runs.filter { run in
      let cell = "\(run.factors["TZ"] ?? "") \(run.factors["base_url"] ?? "")"
      guard let count = left[cell], count > 0 else { return false }
      left[cell] = count - 1
      return true
    }
    return try CompareRun().run(experiment)
  }

  @Test(
    .enabled(if: Experiments.hasShared),
    arguments: [
      ["America/New_York neutral": 4, "America/New_York cn": 4, "Asia/Shanghai neutral": 4],
      [
        "America/New_York neutral": 4, "America/New_York cn": 2, "Asia/Shanghai neutral": 3,
        "Asia/Shanghai cn": 1,
      ],
    ])
  func `finds the marker in incomplete designs, and nothing else`(cells: [String: Int]) throws {
    let covert = try design(cells).covert
    #expect(covert.map(\.path) == Array(repeating: "$.messages[*].content[*].text", count: 2))
    #expect(Set(covert.map(\.factors)) == [["TZ"], ["base_url"]])
  }

  @Test(.enabled(if: Experiments.hasShared))
  func `says so when two factors cannot be told apart, and keeps to what is known of both`() throws
  {
    let result = try design(["America/New_York neutral": 4, "Asia/Shanghai cn": 4])
    #expect(result.confounding.contains { $0.factor == "TZ" && $0.with == "base_url" })
    #expect(result.covert.count == 2)
    #expect(result.variations.contains { $0.derivedFrom == "TZ" && $0.note == "the local date" })
  }

  @Test func `finds every way in which the project's own client hides its environment`() throws {
    let result = try CompareRun().run(Experiments.read(Experiments.own))
    func found(
      _ path: String, _ aspect: Variation.Aspect, _ factor: String, _ kind: Variation.Kind
    ) -> [Variation] {
      result.variations.filter {
        $0.path == path && $0.aspect == aspect && $0.factors == [factor] && $0.kind == kind
      }
    }
    let space = found("$.messages[*].content", .value, "TZ", .covert)
    #expect(space.map { $0.levels.map(\.codePoints) } == [[[], ["U+0020"]]])
    #expect(found("$", .order, "TZ", .covert).count == 1)
    #expect(found("$.metadata.tags", .order, "TZ", .covert).count == 1)
    #expect(found("header", .order, "LANG", .covert).count == 1)
    let system = found("$.system", .value, "LANG", .covert).map { $0.levels.map(\.codePoints) }
    #expect(system.contains([[], ["U+200D"]]))
    #expect(system.contains([["U+0061"], ["U+0041"]]))
    let digest = found("$.metadata.trace", .value, "TZ", .encoded)
    #expect(digest.map(\.encodings) == [["sha256/10"]])

    #expect(result.covert.count == 6)
    #expect(result.covert.allSatisfy { $0.bits == 1 && ($0.qValue ?? 1) <= 0.05 })
    let others = result.variations.filter { ![.covert, .encoded, .noise].contains($0.kind) }
    #expect(Set(others.map(\.path)) == ["content-length", "body-size"])
    #expect(result.confounding.isEmpty)
    #expect(result.unexplained.isEmpty)
  }

  /// A zero-width joiner is conspicuous by itself, and so are orders that change between two from request to
  /// request, once there are enough of them; what they depend on, and the other ways, only show in comparison.
  @Test func `is needed for all but the joiner and the orders, which rules see`() throws {
    let captures = try Experiments.read(Experiments.own).runs.map(\.capture)
    let summary = try AnalyzeRun().run(InputOptions(captures: captures))
    #expect(summary.coverage.exchanges == captures.count)
    let covert = summary.tools.flatMap(\.disclosures).filter(\.isCovert)
    #expect(
      Set(covert.map(\.attribute)) == ["covert.invisible_character", "covert.ordering"])
    #expect(Set(covert.map(\.channel.path)) == ["$.system", "$", "*"])
    for capture in captures {
      let single = try AnalyzeRun().run(InputOptions(captures: [capture]))
      let covert = single.tools.flatMap(\.disclosures).filter(\.isCovert)
      #expect(Set(covert.map(\.attribute)).isSubset(of: ["covert.invisible_character"]))
    }
  }

  @Test func `finds nothing where the labels say nothing`() throws {
    var experiment = try Experiments.read(Experiments.own)
    // Replicates 1 and 2 of every condition against 3 and 4.
    for index in experiment.runs.indices {
      let isEarly =
        experiment.runs[index].capture.contains("__r1")
        || experiment.runs[index].capture.contains("__r2")
      experiment.runs[index].factors = ["placebo": isEarly ? "A" : "B"]
    }
    let result = try CompareRun().run(experiment)
    #expect(result.variations.allSatisfy { $0.kind == .noise })
    // Eight runs a condition are enough; that nothing follows the factor is no lack of runs.
    #expect(!result.coverage.notes.contains { $0.hasPrefix("Too few runs") })
  }

  @Test func `asks for no more runs where nothing varies`() throws {
    let own = try Experiments.read(Experiments.own)
    let runs = ["A", "A", "B", "B"].map {
      Experiment.Run(capture: own.runs[0].capture, factors: ["factor": $0])
    }
    let result = try CompareRun().run(Experiment(runs: runs))
    #expect(result.variations.isEmpty && result.unexplained.isEmpty)
    #expect(!result.coverage.notes.contains { $0.hasPrefix("Too few runs") })
  }

  @Test func `asks for more than one run of a condition`() throws {
    let own = try Experiments.read(Experiments.own)
    let runs = zip(own.runs, ["A", "B"]).map { run, level in
      Experiment.Run(capture: run.capture, factors: ["factor": level])
    }
    let result = try CompareRun().run(Experiment(runs: runs))
    let advice = result.coverage.notes.filter { $0.hasPrefix("Too few runs") }
    #expect(advice.count == 1)
    #expect(advice.allSatisfy { $0.contains(" runs of each condition (") })
    #expect(advice.allSatisfy { !$0.contains("among 0 places") })
  }

  @Test func `says how many runs would do when there are too few`() throws {
    var experiment = try Experiments.read(Experiments.own)
    experiment.runs = experiment.runs.filter {
      $0.capture.contains("__en__r1") || $0.capture.contains("__en__r2")
    }
    for index in experiment.runs.indices { experiment.runs[index].factors["LANG"] = nil }
    let result = try CompareRun().run(experiment)
    #expect(result.variations.allSatisfy { $0.kind == .noise })
    #expect(!result.unexplained.isEmpty)
    #expect(result.coverage.notes.contains { $0.hasPrefix("Too few runs") })
  }

  @Test func `measures false findings on runs of one condition`() throws {
    let experiment = try Experiments.read(Experiments.own)
    let same = experiment.runs.map(\.capture).filter { $0.contains("tokyo__ja") }
    let result = try CompareRun().run(experiment, baseline: same)
    #expect(result.baseline?.runs == 4)
    #expect(result.baseline?.splits == 6)
    #expect(result.baseline?.splitsWithFindings == 0)
  }

  @Test(arguments: ["text", "json", "markdown", "html"])
  func `is written the same way twice, and keeps the key to itself`(format: String) throws {
    let experiment = try Experiments.read(Experiments.own)
    let renderer = try #require(ComparisonFormats.renderer(for: format))
    let pages = try (0..<2).map { _ in
      renderer.render(try CompareRun().run(experiment), options: RenderOptions())
    }
    #expect(pages[0] == pages[1])
    let text = String(decoding: pages[0], as: UTF8.self)
    #expect(text.contains("metadata.trace"))
    #expect(!text.contains("sk-ant-test-000"))
  }
}
