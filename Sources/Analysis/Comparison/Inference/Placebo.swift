/// How often the inference finds something where there is nothing: measured, not assumed.
///
/// Runs of one and the same condition are split in two halves in every way there is, and each split is
/// taken for a factor. What is found then is found by mistake.
package struct Placebo: Sendable, Hashable {
  /// Splits that were tried.
  package var splits: Int
  /// Splits with any `q <= 0.05`.
  package var withFindings: Int
  /// Tests in the family of every split.
  package var tests: Int
  /// Whether all splits were tried, or a seeded sample.
  package var isComplete: Bool

  /// Splits that are tried at most.
  package static let splitLimit = 2_000
  private static let seed: UInt64 = 0x706c_6163_6562_6f21

  /// - Parameters:
  ///   - conditions: the condition of each run; halves are taken within each.
  ///   - strata: among which runs the inference exchanges labels; nil for the conditions themselves.
  /// - Returns: nil when no condition has two runs.
  package init?(places: [RunPartition], conditions: [Int], strata: [Int]? = nil) {
    let splits = Self.splits(of: conditions)
    guard let first = splits.labels.first else { return nil }
    let strata = strata ?? conditions
    let design = FactorDesign(levels: first, levelCount: 2, strata: strata)
    var cache = NullCache(factors: [design], joint: nil)
    var tested: [(partition: RunPartition, null: NullDistribution)] = []
    for partition in places {
      guard let null = cache.null(partition, .factor(0)), null.smallestP <= TestFamily.level else {
        continue
      }
      tested.append((partition, null))
    }
    withFindings = splits.labels.count { labels in
      let design = FactorDesign(levels: labels, levelCount: 2, strata: strata)
      var known: [RunPartition: Double] = [:]
      let tests = tested.map { partition, null -> (p: Double, null: NullDistribution) in
        if let p = known[partition] { return (p, null) }
        let p = null.p(of: NullDistribution.statistic(partition, design))
        known[partition] = p
        return (p, null)
      }
      return DiscreteFDR.hasDiscovery(tests, level: TestFamily.level)
    }
    self.splits = splits.labels.count
    tests = tested.count
    isComplete = splits.isComplete
  }

  package var share: Double { Double(withFindings) / Double(max(1, splits)) }

  /// All ways to take half of the runs (rounded down) of every condition, or a sample of them.
  package static func splits(of conditions: [Int]) -> (labels: [[Int]], isComplete: Bool) {
    let numbers = FactorDesign.numbered(conditions)
    let cells = (0..<numbers.count).map { cell in
      conditions.indices.filter { numbers.numbers[$0] == cell }
    }
    let halves = cells.map { cell in
      binomial(cell.count, cell.count / 2)
    }
    guard cells.contains(where: { $0.count > 1 }) else { return ([], true) }
    if halves.reduce(1, *) <= Double(splitLimit) {
      var labels = [[Int](repeating: 0, count: conditions.count)]
      for cell in cells {
        labels = labels.flatMap { label in
          subsets(of: cell[...], choosing: cell.count / 2).map { chosen in
            var label = label
            for run in chosen { label[run] = 1 }
            return label
          }
        }
      }
      return (labels, true)
    }
    var random = SplitMix64(state: seed)
    let labels = (0..<splitLimit).map { _ in
      var label = [Int](repeating: 0, count: conditions.count)
      for cell in cells {
        for run in cell.shuffled(using: &random).prefix(cell.count / 2) { label[run] = 1 }
      }
      return label
    }
    return (labels, false)
  }

  private static func subsets(of items: ArraySlice<Int>, choosing count: Int) -> [[Int]] {
    guard count > 0 else { return [[]] }
    guard let first = items.first, items.count >= count else { return [] }
    let rest = items.dropFirst()
    return subsets(of: rest, choosing: count - 1).map { [first] + $0 }
      + subsets(of: rest, choosing: count)
  }

  private static func binomial(_ n: Int, _ k: Int) -> Double {
    (0..<k).reduce(1.0) { $0 * Double(n - $1) / Double($1 + 1) }
  }
}
