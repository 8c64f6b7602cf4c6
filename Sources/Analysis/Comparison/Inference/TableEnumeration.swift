#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Walks all tables that given margins allow, each with the share of the arrangements that give it.
struct TableEnumeration {
  private let margins: Margins
  /// Runs that share stratum and value, as positions in ``Margins/rows``.
  private let items: [Int]
  private let levels: Int
  /// Labels not yet handed out, by stratum and level.
  private var left: [Int]
  private var pooled: [Int]
  private var sums = SumTable()

  /// Statistics and the share of the arrangements that have each, largest first.
  static func statistics(of margins: Margins) -> [(statistic: Int64, share: Double)] {
    var walk = TableEnumeration(margins)
    walk.visit(0, level: 0, rest: walk.count(0), sum: 0, log: walk.start)
    return walk.sums.sorted
  }

  private init(_ margins: Margins) {
    self.margins = margins
    levels = margins.levelCount
    items = margins.rows.indices.filter { margins.rows[$0] > 0 }
    left = margins.labels.map { Int($0) }
    pooled = [Int](repeating: 0, count: margins.rowCount * levels)
  }

  private func count(_ item: Int) -> Int {
    item < items.count ? Int(margins.rows[items[item]]) : 0
  }

  /// Logarithm of what all tables have in common: the row factorials over all arrangements.
  private var start: Double {
    var log = 0.0
    for stratum in 0..<margins.strata {
      log -= Association.logFactorial(margins.size(stratum))
      log += Association.logFactorial(margins.unique(stratum))
    }
    for count in margins.labels { log += Association.logFactorial(Int(count)) }
    for count in margins.rows { log += Association.logFactorial(Int(count)) }
    return log
  }

  /// Hands out labels of one level after the other to the runs of one item, then goes on to the next.
  private mutating func visit(_ item: Int, level: Int, rest: Int, sum: Int64, log: Double) {
    guard item < items.count else {
      var log = log
      // What is left goes to the runs whose values are unique, in any order.
      for count in left { log -= Association.logFactorial(count) }
      sums.add(Association.rounded(sum), exp(log))
      return
    }
    let row = items[item] / margins.strata
    let source = items[item] % margins.strata * levels + level
    let cell = row * levels + level
    let isLast = level == levels - 1
    let most = min(rest, left[source])
    guard !isLast || most == rest else { return }
    let base = Association.term(pooled[cell])
    for taken in (isLast ? rest : 0)...most {
      left[source] -= taken
      pooled[cell] += taken
      let sum = sum + Association.term(taken) + Association.term(pooled[cell]) - base
      let log = log - Association.logFactorial(taken)
      if isLast {
        visit(item + 1, level: 0, rest: count(item + 1), sum: sum, log: log)
      } else {
        visit(item, level: level + 1, rest: rest - taken, sum: sum, log: log)
      }
      left[source] += taken
      pooled[cell] -= taken
    }
  }
}

/// Sums of weights by key, in one open table.
private struct SumTable {
  private var keys = [Int64](repeating: 0, count: 64)
  private var weights = [Double](repeating: -1, count: 64)
  private var used = 0

  mutating func add(_ key: Int64, _ weight: Double) {
    if used * 2 > keys.count { grow() }
    let slot = slot(of: key)
    if weights[slot] < 0 {
      keys[slot] = key
      weights[slot] = weight
      used += 1
    } else {
      weights[slot] += weight
    }
  }

  private func slot(of key: Int64) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: (UInt64(bitPattern: key) &* 0x9e37_79b9_7f4a_7c15) >> 20)
    slot &= mask
    while weights[slot] >= 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = zip(keys, weights).filter { $0.1 >= 0 }
    keys = [Int64](repeating: 0, count: keys.count * 2)
    weights = [Double](repeating: -1, count: keys.count)
    for (key, weight) in old {
      let slot = slot(of: key)
      keys[slot] = key
      weights[slot] = weight
    }
  }

  var sorted: [(statistic: Int64, share: Double)] {
    zip(keys, weights).filter { $0.1 >= 0 }.sorted { $0.0 > $1.0 }.map { ($0, $1) }
  }
}
