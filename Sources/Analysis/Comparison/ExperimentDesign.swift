import Model

/// An experiment's runs and factors as numbers.
struct ExperimentDesign {
  struct Factor {
    var name: String
    var levels: [String]
    /// Level of each run.
    var runs: [Int]
  }

  private(set) var factors: [Factor] = []
  /// Condition of each run: runs that agree in all factors.
  private(set) var conditions: [Int] = []
  private(set) var conditionCount = 0
  private(set) var blocks: [Int] = []

  init(_ experiment: Experiment) {
    let runs = experiment.runs
    for name in experiment.factorNames {
      let levels = Set(runs.compactMap { $0.factors[name] }).sorted()
      factors.append(
        Factor(
          name: name, levels: levels,
          runs: runs.map { run in levels.firstIndex(of: run.factors[name] ?? "") ?? 0 }))
    }
    blocks = FactorDesign.numbered(runs.map { $0.block ?? "" }).numbers
    let cells = FactorDesign.numbered(
      runs.indices.map { run in factors.map { $0.runs[run] } })
    conditions = cells.numbers
    conditionCount = cells.count
  }

  /// Runs of the condition that has the fewest.
  var fewestReplicates: Int {
    var counts = [Int](repeating: 0, count: conditionCount)
    for condition in conditions { counts[condition] += 1 }
    return counts.min() ?? 0
  }

  /// Runs that agree in block and condition.
  var cells: [Int] {
    FactorDesign.numbered(conditions.indices.map { [conditions[$0], blocks[$0]] }).numbers
  }

  var factorDesigns: [FactorDesign] {
    factors.enumerated().map { index, factor in
      let strata = FactorDesign.numbered(
        conditions.indices.map { run in
          factors.enumerated().filter { $0.offset != index }.map { $0.element.runs[run] }
            + [blocks[run]]
        })
      return FactorDesign(
        levels: factor.runs, levelCount: factor.levels.count, strata: strata.numbers)
    }
  }

  var jointDesign: FactorDesign {
    FactorDesign(levels: conditions, levelCount: conditionCount, strata: blocks)
  }

  /// Levels of the given factors in a run.
  func combination(_ chosen: [Int], _ run: Int) -> [Int] { chosen.map { factors[$0].runs[run] } }

  func when(_ chosen: [Int], _ run: Int) -> [String: String] {
    Dictionary(
      chosen.map { (factors[$0].name, factors[$0].levels[factors[$0].runs[run]]) },
      uniquingKeysWith: { a, _ in a })
  }
}
