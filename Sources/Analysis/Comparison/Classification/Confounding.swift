import Model

/// Finds what a factor cannot be told apart from: the order of recording, or another factor.
enum ConfoundingCheck {
  static func findings(_ design: ExperimentDesign, order: [Int?]) -> [Comparison.Confounding] {
    var result: [Comparison.Confounding] = []
    let runs = design.conditions.indices.filter { order[$0] != nil }
      .sorted { ((order[$0] ?? 0), $0) < ((order[$1] ?? 0), $1) }
    for (index, factor) in design.factors.enumerated() where factor.levels.count > 1 {
      if runs.count == design.conditions.count, runs.count > 2,
        let note = note(sequence: runs.map { factor.runs[$0] }, conditions: design.conditionCount)
      {
        result.append(
          Comparison.Confounding(factor: factor.name, with: "order of recording", note: note))
      }
      for other in design.factors[(index + 1)...]
      where FactorDesign.numbered(factor.runs).numbers == FactorDesign.numbered(other.runs).numbers
      {
        result.append(
          Comparison.Confounding(
            factor: factor.name, with: other.name,
            note: "The two change together in every run; which of them matters cannot be told."))
      }
    }
    return result
  }

  /// What is wrong with an order of levels; nil when nothing is.
  private static func note(sequence: [Int], conditions: Int) -> String? {
    let changes = zip(sequence, sequence.dropFirst()).count { $0 != $1 }
    if changes == Set(sequence).count - 1 {
      return "All runs of one level were recorded before those of the next: what drifts with time "
        + "looks like an effect of the factor. Record in random order."
    }
    // The same order in every replicate, whatever the length of one.
    for period in Set([conditions, Set(sequence).count]).sorted()
    where period > 1 && sequence.count >= 2 * period {
      let isFixed = sequence.indices.allSatisfy { sequence[$0] == sequence[$0 % period] }
      if isFixed {
        return "The runs were recorded in the same order in every replicate: what depends on the "
          + "place in that order looks like an effect of the factor. Record in random order."
      }
    }
    return nil
  }
}
