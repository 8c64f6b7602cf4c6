/// Draws arrangements of labels at random, with a fixed seed, and gives the statistic of each.
struct LabelShuffle {
  private let levels: Int
  /// Row of each run whose value is not unique, stratum by stratum.
  private var rows: [Int] = []
  /// Where the runs of each stratum end among ``rows``.
  private var ends: [Int] = []
  /// Labels of all runs, stratum by stratum, and where each stratum's end.
  private var labels: [Int] = []
  private var labelEnds: [Int] = []
  private var own: [Int32]
  private var pooled: [Int32]
  private var random: SplitMix64
  private var bits: UInt64 = 0
  /// Whether half of ``bits`` has not been used.
  private var hasHalf = false

  init(_ margins: Margins, seed: UInt64) {
    levels = margins.levelCount
    for stratum in 0..<margins.strata {
      for level in 0..<levels {
        let count = Int(margins.labels[stratum * levels + level])
        labels.append(contentsOf: repeatElement(level, count: count))
      }
      for row in 0..<margins.rowCount {
        let count = Int(margins.rows[row * margins.strata + stratum])
        rows.append(contentsOf: repeatElement(row * levels, count: count))
      }
      ends.append(rows.count)
      labelEnds.append(labels.count)
    }
    own = [Int32](repeating: 0, count: margins.rowCount * levels)
    pooled = own
    random = SplitMix64(state: seed)
  }

  /// The statistic of the next arrangement.
  mutating func next() -> Int64 {
    var sum: Int64 = 0
    var run = 0
    var first = 0
    for stratum in ends.indices {
      let start = run
      let end = labelEnds[stratum]
      // As many steps of a Fisher-Yates shuffle as there are runs that count.
      while run < ends[stratum] {
        let here = first + run - start
        let other = here + below(end - here)
        labels.swapAt(here, other)
        let cell = rows[run] + labels[here]
        sum += Association.gains[Int(own[cell])] + Association.gains[Int(pooled[cell])]
        own[cell] += 1
        pooled[cell] += 1
        run += 1
      }
      for run in start..<run { own[rows[run] + labels[first + run - start]] = 0 }
      first = end
    }
    run = 0
    first = 0
    for stratum in ends.indices {
      let start = run
      while run < ends[stratum] {
        pooled[rows[run] + labels[first + run - start]] = 0
        run += 1
      }
      first = labelEnds[stratum]
    }
    return Association.rounded(sum)
  }

  /// A number below a bound, of 32 random bits.
  private mutating func below(_ bound: Int) -> Int {
    if hasHalf {
      bits >>= 32
    } else {
      bits = random.next()
    }
    hasHalf.toggle()
    return Int(((bits & 0xffff_ffff) &* UInt64(bound)) >> 32)
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
