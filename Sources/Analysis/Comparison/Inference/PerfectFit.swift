#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Counts the arrangements in which values and levels go together perfectly, which no arrangement beats:
/// so p of a perfect effect is exact, however many arrangements there are.
struct PerfectFit {
  private let margins: Margins
  private let byLevel: Bool
  /// What is left of each level (or row) in each stratum.
  private var left: [Int]
  private var shares = 0.0
  private var steps = 0
  private static let stepLimit = 100_000

  /// The share of arrangements that are as good; nil when the table is not perfect, or would take too
  /// long to count.
  static func share(of table: Crosstab.Fit, _ margins: Margins) -> Double? {
    if table.levelTellsValue, (0..<margins.strata).allSatisfy({ margins.unique($0) == 0 }) {
      var fit = PerfectFit(margins, byLevel: true)
      return fit.dealLevels(0) ? min(1, fit.shares * exp(fit.common)) : nil
    }
    guard table.valueTellsLevel else { return nil }
    var fit = PerfectFit(margins, byLevel: false)
    return fit.dealRows(0) ? min(1, fit.shares * exp(fit.common)) : nil
  }

  private init(_ margins: Margins, byLevel: Bool) {
    self.margins = margins
    self.byLevel = byLevel
    left = byLevel ? margins.rows.map { Int($0) } : margins.labels.map { Int($0) }
  }

  /// Logarithm of what all perfect arrangements have in common.
  private var common: Double {
    var log = 0.0
    for stratum in 0..<margins.strata {
      log -= Association.logFactorial(margins.size(stratum))
      if !byLevel { log += Association.logFactorial(margins.unique(stratum)) }
    }
    for count in byLevel ? margins.rows : margins.labels {
      log += Association.logFactorial(Int(count))
    }
    return log
  }

  /// Gives every row a level of its own in every way there is. False when there are too many.
  private mutating func dealRows(_ row: Int) -> Bool {
    steps += 1
    guard steps < Self.stepLimit else { return false }
    let strata = margins.strata
    let levels = margins.levelCount
    guard row < margins.rowCount else {
      // The rest goes to runs with unique values, which fit whatever they get.
      shares += exp(-left.reduce(0) { $0 + Association.logFactorial($1) })
      return true
    }
    for level in 0..<levels {
      let fits = (0..<strata).allSatisfy {
        left[$0 * levels + level] >= Int(margins.rows[row * strata + $0])
      }
      guard fits else { continue }
      for stratum in 0..<strata {
        left[stratum * levels + level] -= Int(margins.rows[row * strata + stratum])
      }
      let isDone = dealRows(row + 1)
      for stratum in 0..<strata {
        left[stratum * levels + level] += Int(margins.rows[row * strata + stratum])
      }
      guard isDone else { return false }
    }
    return true
  }

  /// Gives every level one value in every way there is. False when there are too many.
  private mutating func dealLevels(_ level: Int) -> Bool {
    steps += 1
    guard steps < Self.stepLimit else { return false }
    let strata = margins.strata
    let levels = margins.levelCount
    guard level < levels else {
      shares += 1
      return true
    }
    guard (0..<strata).contains(where: { margins.labels[$0 * levels + level] > 0 }) else {
      return dealLevels(level + 1)
    }
    for row in 0..<margins.rowCount {
      let fits = (0..<strata).allSatisfy {
        left[row * strata + $0] >= Int(margins.labels[$0 * levels + level])
      }
      guard fits else { continue }
      for stratum in 0..<strata {
        left[row * strata + stratum] -= Int(margins.labels[stratum * levels + level])
      }
      let isDone = dealLevels(level + 1)
      for stratum in 0..<strata {
        left[row * strata + stratum] += Int(margins.labels[stratum * levels + level])
      }
      guard isDone else { return false }
    }
    return true
  }
}
