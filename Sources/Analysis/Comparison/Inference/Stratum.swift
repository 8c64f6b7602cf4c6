/// The runs among which a factor's labels may be exchanged, for one place.
struct Stratum {
  /// Value of the place in each run.
  let values: [Int]
  /// Level of the factor in each run.
  var levels: [Int]

  /// The strata that hold a run with the place, in order of their first run.
  static func all(_ partition: RunPartition, _ design: FactorDesign) -> [Stratum] {
    var members: [Int: (values: [Int], levels: [Int])] = [:]
    for run in design.strata.indices where partition.codes[run] >= 0 {
      members[design.strata[run], default: ([], [])].values.append(partition.codes[run])
      members[design.strata[run], default: ([], [])].levels.append(design.levels[run])
    }
    return members.sorted { $0.key < $1.key }
      .map { Stratum(values: $0.value.values, levels: $0.value.levels) }
  }

  func table(_ levels: [Int], _ valueCount: Int, _ levelCount: Int) -> Association.Table {
    var table = Association.Table(repeating: 0, count: valueCount * levelCount)
    for (value, level) in zip(values, levels) { table[value * levelCount + level] += 1 }
    return table
  }

  /// How many different ways there are to hand out the labels.
  func arrangements(_ levelCount: Int) -> Double {
    var counts = [Int](repeating: 0, count: levelCount)
    var ways = 1.0
    for (position, level) in levels.enumerated() {
      counts[level] += 1
      ways = ways * Double(position + 1) / Double(counts[level])
    }
    return ways.rounded()
  }

  /// At least as many as there are different tables.
  func tableBound(_ valueCount: Int, _ levelCount: Int) -> Double {
    var rows = [Int](repeating: 0, count: valueCount)
    for value in values { rows[value] += 1 }
    var bound = 1.0
    for row in rows where row > 0 {
      for step in 1..<max(2, levelCount) { bound *= Double(row + step) / Double(step) }
    }
    return min(bound, arrangements(levelCount))
  }

  /// All tables that the labels can give, each with the number of arrangements that give it.
  func tables(_ valueCount: Int, _ levelCount: Int) -> [(table: Association.Table, weight: Double)]
  {
    var rows = [Int](repeating: 0, count: valueCount)
    for value in values { rows[value] += 1 }
    var left = [Int](repeating: 0, count: levelCount)
    for level in levels { left[level] += 1 }
    var result: [(table: Association.Table, weight: Double)] = []
    var table = Association.Table(repeating: 0, count: valueCount * levelCount)
    let used = rows.indices.filter { rows[$0] > 0 }
    fill(used[...], rows, &left, &table, weight: 1, levelCount, into: &result)
    return result
  }

  /// Splits the runs of the next value over the levels in every way that leaves enough labels.
  private func fill(
    _ rest: ArraySlice<Int>, _ rows: [Int], _ left: inout [Int], _ table: inout Association.Table,
    weight: Double, _ levelCount: Int,
    into result: inout [(table: Association.Table, weight: Double)]
  ) {
    guard let value = rest.first else {
      result.append((table, weight))
      return
    }
    split(
      rows[value], level: 0, value, rest.dropFirst(), rows, &left, &table, weight: weight,
      levelCount, into: &result)
  }

  private func split(
    _ count: Int, level: Int, _ value: Int, _ rest: ArraySlice<Int>, _ rows: [Int],
    _ left: inout [Int], _ table: inout Association.Table, weight: Double, _ levelCount: Int,
    into result: inout [(table: Association.Table, weight: Double)]
  ) {
    if level == levelCount - 1 {
      guard count <= left[level] else { return }
      left[level] -= count
      table[value * levelCount + level] = Int32(count)
      fill(rest, rows, &left, &table, weight: weight, levelCount, into: &result)
      left[level] += count
      table[value * levelCount + level] = 0
      return
    }
    var ways = 1.0
    for taken in 0...min(count, left[level]) {
      if taken > 0 { ways = ways * Double(count - taken + 1) / Double(taken) }
      left[level] -= taken
      table[value * levelCount + level] = Int32(taken)
      split(
        count - taken, level: level + 1, value, rest, rows, &left, &table, weight: weight * ways,
        levelCount, into: &result)
      left[level] += taken
    }
    table[value * levelCount + level] = 0
  }
}
