public import Knowledge
public import Model

/// Compares the runs of an experiment: which factor of the environment changes which bytes.
///
/// Runs come one after the other, each with its records in order; their content is kept as trees of
/// numbered texts. ``finish(_:baseline:)`` aligns them, tests, and names what follows which factor.
public struct Comparator {
  private let knowledge: CompiledKnowledge
  private let limits: ComparisonLimits
  private let redaction: Redaction
  private var atoms: Atoms
  private var extractor: RunExtractor
  private var runs: [RunTrees] = []
  private var tally = ComparisonTally()

  public init(
    catalogue: Catalogue = .builtIn, redaction: Redaction = .secrets,
    limits: ComparisonLimits = ComparisonLimits()
  ) {
    knowledge = CompiledKnowledge(catalogue)
    self.limits = limits
    self.redaction = redaction
    atoms = Atoms(byteLimit: limits.textBytes)
    extractor = RunExtractor(knowledge, limits)
  }

  /// Takes the next record of the run at hand.
  public mutating func consume(_ record: Record) { extractor.consume(record, &atoms) }

  /// Ends the run at hand; what comes next belongs to the next one.
  public mutating func endRun() {
    runs.append(extractor.finish(&atoms))
    tally.add(extractor.tally)
    extractor = RunExtractor(knowledge, limits)
  }

  /// Compares all runs.
  ///
  /// - Parameters:
  ///   - experiment: its runs are those that were taken, in the same order.
  ///   - profiles: what is known about the machine in each run.
  public func finish(
    _ experiment: Experiment, profiles: [[Experiment.Fact]] = [], generatorVersion: String
  ) -> Comparison {
    var aligner = Aligner(runs: runs, atoms: atoms, limits: limits)
    aligner.run()
    let design = ExperimentDesign(experiment)
    var comparison = Comparison(generatorVersion: generatorVersion)
    let hypotheses = Hypotheses(aligner.places)
    let family = TestFamily(
      places: hypotheses.partitions, factors: design.factorDesigns, joint: design.jointDesign)
    comparison.runs = zip(experiment.runs, runs).map { run, trees in
      Comparison.Run(
        capture: run.capture, factors: run.factors, order: run.order,
        exchanges: trees.exchanges.count { $0.number != nil })
    }
    comparison.factors = design.factors.map { factor in
      Comparison.Factor(
        name: factor.name,
        levels: factor.levels.enumerated().map { index, name in
          (name, factor.runs.count { $0 == index })
        })
    }
    comparison.alignedExchanges = aligner.groups.count { $0.members.count { $0 >= 0 } > 1 }
    comparison.tests = family.tests.count
    comparison.untestable =
      family.untestable + aligner.noise.count { $0.key.reason == .unique } * design.factors.count
    comparison.smallestP = family.smallestP
    comparison.smallestQ = family.smallestQ
    let order = recordingOrder(experiment)
    comparison.confounding = ConfoundingCheck.findings(design, order: order)
    comparison.placebo = Placebo(places: hypotheses.partitions, conditions: design.cells)
      .map { Self.measured($0, runs: runs.count) }
    let traces = LevelFacts(experiment, design, profiles, runs)
    var classifier = VariationClassifier(
      aligner: aligner, design: design, facts: traces, redaction: redaction, limits: limits)
    classifier.classify(hypotheses, family)
    comparison.variations = classifier.variations
    comparison.unexplained = classifier.unexplained
    comparison.unlistedNoise = classifier.unlistedNoise
    comparison.coverage = coverage(aligner)
    let advice = SampleSize.advice(
      design, candidates: hypotheses.partitions.count,
      isNeeded: comparison.smallestQ.map { $0 > TestFamily.level } ?? true
        || comparison.variations.allSatisfy { $0.kind == .noise }
          && comparison.unexplained.contains { $0.bits > 0 }
    )
    if let advice { comparison.coverage.notes.append(advice) }
    return comparison
  }

  /// How often the inference finds something in runs of one and the same condition.
  public func falsePositives() -> Comparison.FalsePositives? {
    var aligner = Aligner(runs: runs, atoms: atoms, limits: limits)
    aligner.run()
    let same = [Int](repeating: 0, count: runs.count)
    return Placebo(places: Hypotheses(aligner.places).partitions, conditions: same)
      .map { Self.measured($0, runs: runs.count) }
  }

  private static func measured(_ placebo: Placebo, runs: Int) -> Comparison.FalsePositives {
    Comparison.FalsePositives(
      runs: runs, splits: placebo.splits, isComplete: placebo.isComplete,
      splitsWithFindings: placebo.withFindings, tests: placebo.tests)
  }

  /// The order that the file tells; else that of the captures' clocks.
  private func recordingOrder(_ experiment: Experiment) -> [Int?] {
    if experiment.runs.contains(where: { $0.order != nil }) { return experiment.runs.map(\.order) }
    let starts = runs.map(\.start)
    let sorted = starts.compactMap { $0 }.sorted()
    return starts.map { start in start.flatMap { sorted.firstIndex(of: $0) } }
  }

  private func coverage(_ aligner: Aligner) -> ComparisonCoverage {
    var coverage = ComparisonCoverage()
    coverage.captures = runs.count
    coverage.flows = tally.flows
    coverage.clientHellos = tally.hellos
    coverage.decryptedHandshakes = tally.decrypted
    coverage.exchanges = tally.exchanges
    coverage.bytesMissing = tally.bytesMissing
    if tally.hellos > tally.decrypted {
      coverage.notes.append(
        "\(tally.hellos - tally.decrypted) of \(tally.hellos) encrypted connections were not "
          + "decrypted: of them only on-path facts are compared. Add key logs.")
    }
    if tally.bytesMissing > 0 {
      coverage.notes.append("\(tally.bytesMissing) bytes are missing from the captures.")
    }
    if tally.cut > 0 || atoms.isFull || aligner.isCut {
      coverage.notes.append(
        "Some content was beyond a limit and was not compared (docs/Limits.md).")
    }
    let empty = runs.count { $0.exchanges.isEmpty }
    if empty > 0 { coverage.notes.append("\(empty) runs hold nothing that could be compared.") }
    return coverage
  }
}
