/// Which run had which level of a factor, and among which runs labels may be exchanged.
package struct FactorDesign: Sendable, Hashable {
  /// Level of each run, from zero.
  package var levels: [Int]
  package var levelCount: Int
  /// Stratum of each run: runs that agree in all other factors, and in their block.
  package var strata: [Int]

  package init(levels: [Int], levelCount: Int, strata: [Int]) {
    self.levels = levels
    self.levelCount = levelCount
    self.strata = strata
  }

  /// Numbers the different items in order of appearance.
  package static func numbered<Key: Hashable>(_ keys: [Key]) -> (numbers: [Int], count: Int) {
    var known: [Key: Int] = [:]
    let numbers = keys.map { key -> Int in
      if let number = known[key] { return number }
      known[key] = known.count
      return known.count - 1
    }
    return (numbers, known.count)
  }
}

/// The values of one place over the runs, reduced to which runs agree.
///
/// Codes count from zero in order of first appearance; -1 stands for a run without the place.
package struct RunPartition: Sendable, Hashable {
  package var codes: [Int]
  package var valueCount: Int

  package init<Value: Hashable>(_ values: [Value?]) {
    var known: [Value: Int] = [:]
    codes = values.map { value in
      guard let value else { return -1 }
      if let code = known[value] { return code }
      known[value] = known.count
      return known.count - 1
    }
    valueCount = known.count
  }

  /// Whether no two runs agree, so that no labelling could tell anything.
  package var isAllDistinct: Bool { valueCount == codes.count { $0 >= 0 } }

  /// How many runs have the place.
  package var runs: Int { codes.count { $0 >= 0 } }
}
