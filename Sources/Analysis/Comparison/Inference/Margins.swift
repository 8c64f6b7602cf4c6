/// What stays the same of a place's table whatever the labels: how many runs of each stratum have each
/// value, and each level.
///
/// Places that vary alike have the same margins, whatever their values are, and share a null
/// distribution. A value that only one run has says nothing about any labelling, and is left out.
struct Margins: Hashable, Sendable {
  let levelCount: Int
  /// Strata with any run that has the place.
  private(set) var strata = 0
  /// Runs of each level: `labels[stratum * levelCount + level]`.
  private(set) var labels: [Int32] = []
  /// Runs with each value that is not unique: `rows[row * strata + stratum]`, rows in ascending order.
  private(set) var rows: [Int32] = []

  var rowCount: Int { strata == 0 ? 0 : rows.count / strata }

  /// Runs of a stratum.
  func size(_ stratum: Int) -> Int {
    (0..<levelCount).reduce(0) { $0 + Int(labels[stratum * levelCount + $1]) }
  }

  /// Runs of a stratum whose value no other run has.
  func unique(_ stratum: Int) -> Int {
    (0..<rowCount).reduce(size(stratum)) { $0 - Int(rows[$1 * strata + stratum]) }
  }

  /// How many different ways there are to hand out the labels.
  var arrangements: Double {
    var all = 1.0
    for stratum in 0..<strata {
      var dealt = 0
      for level in 0..<levelCount {
        for step in 0..<max(0, Int(labels[stratum * levelCount + level])) {
          dealt += 1
          all = all * Double(dealt) / Double(step + 1)
        }
      }
    }
    return all.rounded()
  }

  /// At least as many as there are different tables.
  var tables: Double {
    var all = 1.0
    for count in rows where count > 0 {
      for step in 1..<max(2, levelCount) { all *= Double(Int(count) + step) / Double(step) }
    }
    return min(all, arrangements)
  }
}

extension Margins {
  /// - Parameter unsorted: rows in any order.
  init(levels: Int, strata: Int, labels: [Int32], unsorted: [Int32]) {
    levelCount = levels
    self.strata = strata
    self.labels = labels
    guard strata > 0 else { return }
    let order = (0..<(unsorted.count / strata)).sorted { a, b in
      for stratum in 0..<strata {
        let left = unsorted[a * strata + stratum]
        let right = unsorted[b * strata + stratum]
        if left != right { return left < right }
      }
      return a < b
    }
    rows = order.flatMap { unsorted[($0 * strata)..<(($0 + 1) * strata)] }
  }
}
