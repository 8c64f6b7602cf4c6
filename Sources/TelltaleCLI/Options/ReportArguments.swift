import Analysis
import ArgumentParser
import Foundation
import Knowledge
import Model
import Reports
import Telltale

/// What the commands that produce a summary have in common.
struct ReportArguments: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Output format: \(RendererRegistry.formats.joined(separator: ", ")).", valueName: "format"))
  var format = "text"

  @OptionGroup var writing: WritingArguments

  @Option(
    help: ArgumentHelp(
      "Silence after which a session is over: a number with s, m, h or d.", valueName: "duration"))
  var sessionGap = Duration(seconds: 30 * 60)

  @OptionGroup var knowledge: KnowledgeArguments

  @Option(
    help: ArgumentHelp(
      "Facts of the machine under test, to look for in all that was sent; telltale profile makes one.",
      valueName: "file"))
  var profile: String?

  @Option(
    name: .customLong("digest-key"),
    help: ArgumentHelp(
      "File whose bytes key the digests of redacted values, so that the same secret is recognised.",
      valueName: "file"))
  var digestKey: String?

  @Flag(name: .customLong("all-traffic"), help: "Dissect traffic that is not AI traffic, too.")
  var allTraffic = false

  func validate() throws {
    guard RendererRegistry.renderer(for: format) != nil else {
      throw ValidationError(
        "no format '\(format)'; there are \(RendererRegistry.formats.joined(separator: ", "))")
    }
  }

  func analysisOptions() throws -> AnalyzeRun.Options {
    var options = AnalyzeRun.Options()
    options.analysis.redaction = writing.redact
    options.analysis.sessionGap = sessionGap.seconds
    options.allTraffic = allTraffic
    options.analysis.readsAllTraffic = allTraffic
    options.analysis.digestKey = try digestKey.map { try DigestKeyFile.read($0) }
    options.analysis.profile = try profile.map {
      try ProfileFile.read($0, catalogue: catalogue())
    }
    return options
  }

  func write(_ summary: Summary) throws {
    guard let renderer = RendererRegistry.renderer(for: format) else { return }
    try writing.write { renderer.render(summary, options: $0) }
  }

  /// Whether the chosen format tells the captures' digests.
  var tellsDigests: Bool {
    RendererRegistry.renderer(for: format).map { type(of: $0).tellsDigests } ?? false
  }

  /// The built-in catalogue, with the user's own entries over it.
  func catalogue() throws -> Catalogue { try knowledge.catalogue() }
}

/// A span of time as users write it: `90`, `90s`, `30m`, `2h`, `1d`.
struct Duration: ExpressibleByArgument {
  var seconds: Double

  init(seconds: Double) {
    self.seconds = seconds
  }

  init?(argument: String) {
    let units: [Character: Double] = ["s": 1, "m": 60, "h": 3_600, "d": 86_400]
    var digits = Substring(argument)
    var unit = 1.0
    if let last = digits.last, let factor = units[last] {
      unit = factor
      digits = digits.dropLast()
    }
    guard let number = Double(digits), number > 0, number.isFinite else { return nil }
    seconds = number * unit
  }

  var defaultValueDescription: String { "30m" }
}
