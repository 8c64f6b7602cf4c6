/// What the statistic of one place could have been, had the factor nothing to do with it: its values
/// under all exchanges of labels within strata.
package struct NullDistribution: Sendable {
  /// Different statistics, largest first.
  private let statistics: [Int64]
  /// For each of them, the share of arrangements that reach it.
  package let attainable: [Double]
  /// Whether all arrangements were counted, or a seeded sample of them.
  package let isExact: Bool

  /// Arrangements that are counted one by one before sampling takes over.
  package static let exactLimit = 1_000_000.0
  /// Different tables that may stand for more arrangements than that, because they are few.
  private static let tableLimit = 20_000.0
  /// Arrangements in a sample.
  package static let sampleSize = 9_999
  private static let seed: UInt64 = 0x7465_6c6c_7461_6c65

  /// The smallest p that the place's values allow.
  package var smallestP: Double { attainable.first ?? 1 }

  /// The share of arrangements whose statistic is at least this one.
  package func p(of statistic: Int64) -> Double {
    // Largest first: the last one that is not below the statistic.
    var low = 0
    var high = statistics.count
    while low < high {
      let middle = (low + high) / 2
      if statistics[middle] >= statistic { low = middle + 1 } else { high = middle }
    }
    // A sampled distribution may lack what was observed.
    return low > 0 ? attainable[low - 1] : attainable.first ?? 1
  }

  /// The largest attainable p that is not above `bound`; zero when there is none.
  package func attained(under bound: Double) -> Double {
    var low = 0
    var high = attainable.count
    while low < high {
      let middle = (low + high) / 2
      if attainable[middle] <= bound { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? attainable[low - 1] : 0
  }

  package init(_ partition: RunPartition, _ design: FactorDesign) {
    let strata = Stratum.all(partition, design)
    if let weights = Self.enumerate(strata, partition.valueCount, design.levelCount) {
      self.init(weights, isExact: true)
    } else {
      let sampled = Self.sample(strata, partition.valueCount, design)
      self.init(sampled, isExact: false)
    }
  }

  private init(_ weights: [Int64: Double], isExact: Bool) {
    let sorted = weights.sorted { $0.key > $1.key }
    let total = sorted.reduce(0) { $0 + $1.value }
    var sum = 0.0
    statistics = sorted.map(\.key)
    attainable = sorted.map { _, weight in
      sum += weight
      return min(1, sum / total)
    }
    self.isExact = isExact
  }

  /// The statistic of the labels as they are.
  package static func statistic(_ partition: RunPartition, _ design: FactorDesign) -> Int64 {
    var pooled = Association.Table(repeating: 0, count: partition.valueCount * design.levelCount)
    var sum = 0.0
    for stratum in Stratum.all(partition, design) {
      let table = stratum.table(stratum.levels, partition.valueCount, design.levelCount)
      for index in table.indices { pooled[index] += table[index] }
      sum += Association.likelihood(table, levels: design.levelCount)
    }
    return Association.rounded(sum + Association.likelihood(pooled, levels: design.levelCount))
  }

  // MARK: Exact

  /// Weights of all statistics; nil when there are too many arrangements.
  ///
  /// Arrangements that give the same table are counted at once, by how many there are.
  private static func enumerate(
    _ strata: [Stratum], _ values: Int, _ levels: Int
  ) -> [Int64: Double]? {
    let arrangements = strata.reduce(1.0) { $0 * $1.arrangements(levels) }
    if arrangements > exactLimit {
      let tables = strata.reduce(1.0) { $0 * $1.tableBound(values, levels) }
      guard tables <= tableLimit else { return nil }
    }
    var parts: [(table: Association.Table, own: Double, weight: Double)] = [
      (Association.Table(repeating: 0, count: values * levels), 0, 1)
    ]
    for stratum in strata {
      let tables = stratum.tables(values, levels)
      var joined: [Key: (own: Double, weight: Double)] = [:]
      var order: [Key] = []
      for part in parts {
        for (table, weight) in tables {
          var sum = part.table
          for index in sum.indices { sum[index] += table[index] }
          let own = part.own + Association.likelihood(table, levels: levels)
          let key = Key(table: sum, own: Association.rounded(own))
          if let known = joined[key] {
            joined[key] = (known.own, known.weight + part.weight * weight)
          } else {
            joined[key] = (own, part.weight * weight)
            order.append(key)
          }
        }
      }
      parts = order.compactMap { key in joined[key].map { (key.table, $0.own, $0.weight) } }
    }
    var weights: [Int64: Double] = [:]
    for part in parts {
      let statistic = part.own + Association.likelihood(part.table, levels: levels)
      weights[Association.rounded(statistic), default: 0] += part.weight
    }
    return weights
  }

  private struct Key: Hashable {
    var table: Association.Table
    var own: Int64
  }

  // MARK: Sampled

  /// Statistics of a seeded sample and of the labels as they are, which count as one more.
  private static func sample(
    _ strata: [Stratum], _ values: Int, _ design: FactorDesign
  ) -> [Int64: Double] {
    var random = SplitMix64(state: seed)
    var strata = strata
    var weights: [Int64: Double] = [:]
    var pooled = Association.Table(repeating: 0, count: values * design.levelCount)
    for round in 0...sampleSize {
      for index in pooled.indices { pooled[index] = 0 }
      var sum = 0.0
      for index in strata.indices {
        if round > 0 { strata[index].levels.shuffle(using: &random) }
        let table = strata[index].table(strata[index].levels, values, design.levelCount)
        for cell in table.indices { pooled[cell] += table[cell] }
        sum += Association.likelihood(table, levels: design.levelCount)
      }
      sum += Association.likelihood(pooled, levels: design.levelCount)
      weights[Association.rounded(sum), default: 0] += 1
    }
    return weights
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014): small, seeded, the same everywhere.
package struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  package init(state: UInt64) { self.state = state }

  package mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
