/// How many runs would do.
enum SampleSize {
  private static let most = 64

  /// A sentence when more runs would help to tell an effect from chance; nil when they would not:
  /// nothing varies, or every condition has as many already.
  ///
  /// - Parameter candidates: places that vary and could follow a factor.
  static func advice(
    _ design: ExperimentDesign, candidates: Int, isNeeded: Bool
  ) -> String? {
    guard isNeeded, candidates > 0 else { return nil }
    let conditions = max(2, design.conditionCount)
    let strata = max(1, conditions / 2)
    for replicates in 2...most {
      // Two levels, as many runs of each in every stratum; a perfect effect has two best labellings.
      var ways = 1.0
      for step in 0..<replicates {
        ways = ways * Double(2 * replicates - step) / Double(step + 1)
      }
      var all = 1.0
      for _ in 0..<strata where all < 1e15 { all *= ways }
      let smallest = 2 / all
      if smallest * Double(candidates) <= TestFamily.level {
        if design.fewestReplicates >= replicates { return nil }
        return "Too few runs to tell a difference from chance. \(replicates) runs of each "
          + "condition (\(replicates * conditions) in all) would do for one effect among "
          + "\(candidates) \(candidates == 1 ? "place that varies" : "places that vary"); the smallest p would be \(rounded(smallest))."
      }
    }
    return "Too few runs: no difference could be told from chance."
  }

  private static func rounded(_ p: Double) -> String {
    var digits = 1.0
    while p * digits < 10, digits < 1e12 { digits *= 10 }
    return "\((p * digits).rounded() / digits)"
  }
}
