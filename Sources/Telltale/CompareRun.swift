public import Analysis
public import Capture
public import Dissection
public import Knowledge
public import Model

/// An experiment's captures in, a comparison out.
public struct CompareRun {
  private let catalogue: Catalogue
  private let redaction: Redaction
  /// How captures are dissected.
  public var dissection = DissectionOptions()
  public var limits = ComparisonLimits()

  public init(catalogue: Catalogue = .builtIn, redaction: Redaction = .secrets) {
    self.catalogue = catalogue
    self.redaction = redaction
    // Only what the client sends is compared.
    dissection.keepsResponseBodies = false
  }

  /// - Parameters:
  ///   - keyLogs: used for all runs, besides their own.
  ///   - baseline: captures of one and the same condition, to measure false positives on.
  ///   - profiles: what is known about the machine in each run.
  public func run(
    _ experiment: Experiment, keyLogs: [String] = [], baseline: [String] = [],
    profiles: [[Experiment.Fact]] = [], filter: String? = nil, hooks: RunHooks = RunHooks()
  ) throws(CaptureError) -> Comparison {
    let main = Box(Comparator(catalogue: catalogue, redaction: redaction, limits: limits))
    var packets = 0
    var damaged = 0
    for run in experiment.runs {
      let captures = try read(run.capture, run.keyLogs + keyLogs, filter, into: main, hooks)
      packets += captures.reduce(0) { $0 + $1.packets }
      damaged += captures.contains { !$0.damage.isEmpty } ? 1 : 0
    }
    var comparison = main.comparator.finish(
      experiment, profiles: profiles, generatorVersion: telltaleVersion)
    comparison.coverage.packets = packets
    comparison.coverage.damagedCaptures = damaged
    if !baseline.isEmpty {
      let same = Box(Comparator(catalogue: catalogue, redaction: redaction, limits: limits))
      for capture in baseline { _ = try read(capture, keyLogs, filter, into: same, hooks) }
      comparison.baseline = same.comparator.falsePositives()
    }
    return comparison
  }

  private func read(
    _ capture: String, _ keyLogs: [String], _ filter: String?, into box: Box, _ hooks: RunHooks
  ) throws(CaptureError) -> [CaptureSummary] {
    var input = InputOptions(captures: [capture])
    input.keyLogs = keyLogs
    input.filter = filter
    let run = try CaptureRun(input, hooks: hooks)
    var secrets = SecretStore()
    try run.readKeyLogs(into: &secrets)
    var options = dissection
    options.mayLearnSecrets = CaptureRun.mayLearnSecrets(run.paths, into: &secrets)
    let dissector = Dissector(options: options, policy: OpenEverything()) { record in
      box.comparator.consume(record)
    }
    dissector.secrets = secrets
    let captures = try run.run(into: dissector)
    box.comparator.endRun()
    return captures
  }
}

/// Holds the comparator where the dissector's sink can reach it.
private final class Box {
  var comparator: Comparator

  init(_ comparator: Comparator) { self.comparator = comparator }
}
