/// A place's table of values by levels, for any labels of the runs.
struct Crosstab: Sendable {
  /// What a table says under one labelling.
  struct Fit: Hashable, Sendable {
    /// The statistic of ``Association``.
    var statistic: Int64 = 0
    /// Whether no two levels share a value, so that the value says what the level was.
    var valueTellsLevel = true
    /// Whether every level has one value only.
    var levelTellsValue = true
  }

  private let levels: Int
  /// Runs that have the place, and the number of each one's stratum and value.
  private var runs: [Int] = []
  private var strata: [Int] = []
  private var values: [Int] = []
  private let strataCount: Int
  /// Number of each value among those that two runs or more share; -1 for others.
  private let rows: [Int]
  private let rowCount: Int
  // Room for counting.
  private var own: [Int32]
  private var pooled: [Int32]
  private var levelOf: [Int32]
  private var valueOf: [Int32]

  init(_ partition: RunPartition, _ design: FactorDesign) {
    levels = design.levelCount
    var uses = [Int](repeating: 0, count: partition.valueCount)
    var numbers: [Int: Int] = [:]
    for (run, code) in partition.codes.enumerated() where code >= 0 {
      let stratum = numbers[design.strata[run]] ?? numbers.count
      numbers[design.strata[run]] = stratum
      runs.append(run)
      strata.append(stratum)
      values.append(code)
      uses[code] += 1
    }
    strataCount = numbers.count
    var count = 0
    rows = uses.map { uses in
      guard uses > 1 else { return -1 }
      count += 1
      return count - 1
    }
    rowCount = count
    own = [Int32](repeating: 0, count: count * levels * strataCount)
    pooled = [Int32](repeating: 0, count: count * levels)
    levelOf = [Int32](repeating: -1, count: uses.count)
    valueOf = [Int32](repeating: -1, count: levels)
  }

  /// - Parameter labels: level of each run.
  func margins(_ labels: [Int]) -> Margins {
    var counts = [Int32](repeating: 0, count: strataCount * levels)
    var cells = [Int32](repeating: 0, count: rowCount * strataCount)
    for index in runs.indices {
      counts[strata[index] * levels + labels[runs[index]]] += 1
      let row = rows[values[index]]
      if row >= 0 { cells[row * strataCount + strata[index]] += 1 }
    }
    return Margins(levels: levels, strata: strataCount, labels: counts, unsorted: cells)
  }

  /// - Parameter labels: level of each run.
  mutating func fit(_ labels: [Int]) -> Fit {
    var fit = Fit()
    var sum: Int64 = 0
    for index in runs.indices {
      let value = values[index]
      let level = labels[runs[index]]
      if levelOf[value] >= 0, levelOf[value] != level { fit.valueTellsLevel = false }
      if valueOf[level] >= 0, valueOf[level] != value { fit.levelTellsValue = false }
      levelOf[value] = Int32(level)
      valueOf[level] = Int32(value)
      guard rows[value] >= 0 else { continue }
      let cell = rows[value] * levels + level
      let inside = cell * strataCount + strata[index]
      sum += Association.gains[Int(own[inside])] + Association.gains[Int(pooled[cell])]
      own[inside] += 1
      pooled[cell] += 1
    }
    fit.statistic = Association.rounded(sum)
    for index in runs.indices {
      let value = values[index]
      let level = labels[runs[index]]
      levelOf[value] = -1
      valueOf[level] = -1
      guard rows[value] >= 0 else { continue }
      let cell = rows[value] * levels + level
      pooled[cell] = 0
      own[cell * strataCount + strata[index]] = 0
    }
    return fit
  }
}
