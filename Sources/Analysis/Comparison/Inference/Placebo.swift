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
  /// Splits that are tried where more would take too long.
  package static let fewestSplits = 50
  /// Counts of one run in one table that all splits may take.
  package static let workLimit = 3_000_000_000
  /// How many tables a p takes that must be drawn.
  private static let drawnTables = 300
  private static let seed: UInt64 = 0x706c_6163_6562_6f21

  /// - Parameters:
  ///   - conditions: the condition of each run; halves are taken within each.
  ///   - strata: among which runs the inference exchanges labels; nil for the conditions themselves.
  ///   - workLimit: counts of one run in one table that all splits may take.
  /// - Returns: nil when no condition has two runs.
  package init?(
    places: [RunPartition], conditions: [Int], strata: [Int]? = nil,
    workLimit: Int = Self.workLimit
  ) {
    let splits = Self.splits(of: conditions)
    guard let first = splits.labels.first else { return nil }
    let design = FactorDesign(levels: first, levelCount: 2, strata: strata ?? conditions)
    var cache = NullCache(factors: [design], joint: nil)
    var tested: [Tested] = []
    var numbers: [RunPartition: Int] = [:]
    var work = 0
    for partition in places {
      if let known = numbers[partition] {
        tested[known].uses += 1
        continue
      }
      guard let null = cache.null(partition, .factor(0))?.null,
        cache.nulls[null].smallestP <= TestFamily.level
      else { continue }
      numbers[partition] = tested.count
      tested.append(
        Tested(
          table: Crosstab(partition, design), null: null,
          // Where runs lack the place, how many have each label is another matter in every split.
          isFixed: !partition.codes.contains(-1)))
      work += partition.runs * (cache.nulls[null].isExact ? 1 : Self.drawnTables)
    }
    var labels = splits.labels
    let affordable = max(Self.fewestSplits, workLimit / max(1, work))
    if labels.count > affordable {
      var random = SplitMix64(state: ~Self.seed)
      labels.shuffle(using: &random)
      labels.removeLast(labels.count - affordable)
    }
    tests = tested.reduce(0) { $0 + $1.uses }
    let draws = NullDistribution.draws(tests: tests)
    withFindings = labels.count { labels in
      Self.hasFinding(&tested, labels, &cache, drawing: draws)
    }
    self.splits = labels.count
    isComplete = splits.isComplete && labels.count == splits.labels.count
  }

  private struct Tested {
    var table: Crosstab
    var null: Int
    var isFixed: Bool
    /// Places that vary alike.
    var uses = 1
  }

  private static func hasFinding(
    _ tested: inout [Tested], _ labels: [Int], _ cache: inout NullCache, drawing limit: Int
  ) -> Bool {
    var p: [Double] = []
    var nulls: [Int] = []
    for index in tested.indices {
      let null =
        tested[index].isFixed
        ? tested[index].null : cache.number(of: tested[index].table.margins(labels))
      let one = cache.p(null, tested[index].table.fit(labels), drawing: limit).p
      for _ in 0..<tested[index].uses {
        p.append(one)
        nulls.append(null)
      }
    }
    return DiscreteFDR.hasDiscovery(p, cache.set(nulls), level: TestFamily.level)
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
