import Analysis
import ArgumentParser
import Foundation
import Knowledge
import Model
import Reports
import Telltale

struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Says which factor of the environment changes which bytes, over repeated runs.",
    discussion: """
      telltale compare EXPERIMENT.yaml reads runs and their factors from a file (docs/Compare.md).
      telltale compare --factor TZ a1.pcapng,a2.pcapng b1.pcapng,b2.pcapng compares the captures of \
      the levels of one factor; a level may be named: Asia/Tokyo=a1.pcapng,a2.pcapng.

      Key logs serve all runs; --redact values hides all that stood on the wire.

      Exit codes: 0 done; 65 the experiment file or a capture is damaged (what could be read is still \
      compared); 66 cannot open input; 73 cannot create output; 74 I/O error; 64 usage.
      """)

  @Argument(help: ArgumentHelp("The experiment, in YAML.", valueName: "experiment"))
  var experiment: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "A factor's name, then the captures of each of its levels, separated by commas.",
      valueName: "name a,… b,…"))
  var factor: [String] = []

  @Option(
    help: ArgumentHelp(
      "Captures of one and the same condition, separated by commas, to measure false positives on.",
      valueName: "capture,…"))
  var baseline: [String] = []

  @OptionGroup var reading: ReadingArguments

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Output format: \(ComparisonFormats.names.joined(separator: ", ")).", valueName: "format"))
  var format = "text"

  @OptionGroup var writing: WritingArguments
  @OptionGroup var knowledge: KnowledgeArguments

  func validate() throws {
    guard ComparisonFormats.renderer(for: format) != nil else {
      throw ValidationError(
        "no format '\(format)'; there are \(ComparisonFormats.names.joined(separator: ", "))")
    }
    switch (experiment, factor.isEmpty) {
    case (nil, true):
      throw ValidationError("name an experiment file, or --factor NAME and captures of its levels")
    case (.some, false):
      throw ValidationError("give an experiment file or --factor, not both")
    case (nil, false) where factor.count < 3:
      throw ValidationError(
        "--factor takes a name and the captures of at least two levels: "
          + "--factor TZ a1.pcapng,a2.pcapng b1.pcapng,b2.pcapng")
    default: break
    }
    for (index, level) in factor.dropFirst().enumerated()
    where captures(labelled(level, index).captures).isEmpty {
      throw ValidationError("--factor: level \(index + 1) ('\(level)') has no captures")
    }
    let runs = factor.dropFirst().reduce(0) { $0 + captures($1).count }
    if max(runs, baseline.flatMap(captures).count) > Experiment.runLimit {
      throw ValidationError("at most \(Experiment.runLimit) runs can be compared")
    }
  }

  func run() throws {
    let experiment = try plan()
    let progressLine = Progress()
    let catalogue = try knowledge.catalogue()
    let profiles = try facts(of: experiment, catalogue)
    let run = CompareRun(catalogue: catalogue, redaction: writing.redact)
    let comparison = try withExitCodes {
      try run.run(
        experiment, keyLogs: reading.keyLogs, baseline: baseline.flatMap(captures),
        profiles: profiles, filter: reading.filter, hooks: reading.hooks(progressLine))
    }
    progressLine.finish()
    try write(comparison)
    if comparison.coverage.damagedCaptures > 0 { throw Exit.damagedInput }
  }

  private func captures(_ list: String) -> [String] {
    list.split(separator: ",").map(String.init).filter { !$0.isEmpty }
  }

  /// The experiment that the file or the command line describes.
  private func plan() throws -> Experiment {
    guard let path = experiment else {
      var runs: [Experiment.Run] = []
      for (index, level) in factor.dropFirst().enumerated() {
        let (label, list) = labelled(level, index)
        runs += captures(list).map { Experiment.Run(capture: $0, factors: [factor[0]: label]) }
      }
      return Experiment(runs: runs)
    }
    let text = try UserFile.read(path, limit: 16 << 20, what: "the experiment file")
    let (experiment, problems) = ExperimentFile.read(
      String(decoding: text, as: UTF8.self), file: path)
    guard problems.isEmpty, experiment.runs.count > 1 else {
      if problems.isEmpty { Console.complain("\(path): at least two runs are needed") }
      for problem in problems.prefix(10) { Console.complain(problem.description) }
      throw Exit.damagedInput
    }
    return experiment
  }

  /// The facts of the profiles that an experiment names for its runs; each file is read once.
  private func facts(
    of experiment: Experiment, _ catalogue: Catalogue
  ) throws -> [[Experiment.Fact]] {
    var known: [String: [Experiment.Fact]] = [:]
    return try experiment.runs.map { run in
      guard let path = run.profile else { return [] }
      if let facts = known[path] { return facts }
      let facts = try ProfileFile.read(path, catalogue: catalogue).facts
        .map { Experiment.Fact(attribute: $0.attribute, value: $0.value) }
      known[path] = facts
      return facts
    }
  }

  /// `label=captures`, or captures alone, which get a letter.
  private func labelled(_ level: String, _ index: Int) -> (label: String, captures: String) {
    if let equals = level.firstIndex(of: "="), equals > level.startIndex,
      !FileManager.default.fileExists(atPath: captures(level).first ?? level)
    {
      return (String(level[..<equals]), String(level[level.index(after: equals)...]))
    }
    let letter = UnicodeScalar(UInt8(ascii: "A") + UInt8(index % 26))
    return (String(letter) + (index < 26 ? "" : "\(index / 26)"), level)
  }

  private func write(_ comparison: Comparison) throws {
    guard let renderer = ComparisonFormats.renderer(for: format) else { return }
    try writing.write { renderer.render(comparison, options: $0) }
  }
}
