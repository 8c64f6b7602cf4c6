/// What the statistic of one place could have been, had the factor nothing to do with it: its values
/// under all exchanges of labels within strata.
package struct NullDistribution: Sendable {
  private let margins: Margins
  /// Different statistics, largest first; all of them, or those of a sample in the order of drawing.
  private let statistics: [Int64]
  /// For each of all statistics, the share of arrangements that reach it; empty for a sample.
  package let attainable: [Double]
  /// Whether all arrangements were counted, or a seeded sample of them.
  package let isExact: Bool
  /// The smallest p that the place's values allow.
  package let smallestP: Double

  /// Arrangements that are counted before sampling takes over.
  package static let exactLimit = 1_000_000.0
  /// Different tables that may stand for more arrangements than that, because they are few.
  private static let tableLimit = 50_000.0
  /// Arrangements that are drawn of every place, to see what its statistic can be.
  package static let pilotSize = 199
  /// Arrangements that are drawn at least before a p is as small as it gets, and at most.
  package static let drawRange = 9_999...199_999
  /// Drawn arrangements as good as the real one after which drawing stops.
  private static let stop = 20
  private static let seed: UInt64 = 0x7465_6c6c_7461_6c65

  package init(_ partition: RunPartition, _ design: FactorDesign) {
    self.init(Crosstab(partition, design).margins(design.levels))
  }

  init(_ margins: Margins) {
    self.margins = margins
    isExact = margins.arrangements <= Self.exactLimit || margins.tables <= Self.tableLimit
    guard isExact else {
      var shuffle = LabelShuffle(margins, seed: Self.seed)
      statistics = (0..<Self.pilotSize).map { _ in shuffle.next() }
      attainable = []
      let most = statistics.max() ?? 0
      smallestP = Double(statistics.count { $0 == most }) / Double(Self.pilotSize)
      return
    }
    let all = TableEnumeration.statistics(of: margins)
    let total = all.reduce(0) { $0 + $1.share }
    var sum = 0.0
    statistics = all.map(\.statistic)
    attainable = all.map { entry in
      sum += entry.share
      return Self.rounded(min(1, sum / total))
    }
    smallestP = attainable.first ?? 1
  }

  /// The share of arrangements whose statistic is at least this one.
  ///
  /// Where they are too many to be counted, arrangements are drawn until enough of them are as good (J.
  /// Besag and P. Clifford, Biometrika 78, 1991): a p that is not small takes few draws, and is as valid.
  ///
  /// - Parameter limit: draws at most.
  func p(of table: Crosstab.Fit, drawing limit: Int) -> (p: Double, isExact: Bool) {
    if isExact { return (p(of: table.statistic), true) }
    if let share = PerfectFit.share(of: table, margins) { return (Self.rounded(share), true) }
    return (drawn(table, limit), false)
  }

  private func drawn(_ table: Crosstab.Fit, _ limit: Int) -> Double {
    var reached = 0
    for (index, drawn) in statistics.enumerated() where drawn >= table.statistic {
      reached += 1
      if reached == Self.stop { return Double(reached) / Double(index + 1) }
    }
    var shuffle = LabelShuffle(margins, seed: ~Self.seed)
    var draws = statistics.count
    while draws < limit {
      draws += 1
      if shuffle.next() >= table.statistic {
        reached += 1
        if reached == Self.stop { return Double(reached) / Double(draws) }
      }
    }
    return Double(reached + 1) / Double(draws + 1)
  }

  /// The share of arrangements whose statistic is at least this one, where all were counted.
  package func p(of statistic: Int64) -> Double {
    // Largest first: the last one that is not below the statistic.
    var low = 0
    var high = attainable.count
    while low < high {
      let middle = (low + high) / 2
      if statistics[middle] >= statistic { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? attainable[low - 1] : smallestP
  }

  /// The largest attainable p that is not above `bound`; zero when there is none.
  package func attained(under bound: Double) -> Double {
    // Too many arrangements to tell: any p may be attained.
    guard isExact else { return bound }
    var low = 0
    var high = attainable.count
    while low < high {
      let middle = (low + high) / 2
      if attainable[middle] <= bound { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? attainable[low - 1] : 0
  }

  /// A p of 36 binary digits, so that p which are the same by different sums compare equal.
  private static func rounded(_ p: Double) -> Double {
    Double(bitPattern: (p.bitPattern + 1 << 15) & ~0xffff)
  }

  /// The statistic of the labels as they are.
  package static func statistic(_ partition: RunPartition, _ design: FactorDesign) -> Int64 {
    var table = Crosstab(partition, design)
    return table.fit(design.levels).statistic
  }

  /// Draws that let a p become small enough among so many tests.
  static func draws(tests: Int) -> Int {
    min(drawRange.upperBound, max(drawRange.lowerBound, 40 * tests))
  }
}
