#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How strongly the values of one place go with the levels of one factor.
///
/// The statistic is the likelihood ratio G (without its constant factor of two) of the table of values
/// by levels, summed over strata, plus G of the pooled table. The sum over strata sees effects that
/// change direction between strata (interactions); the pooled term prefers those that do not.
package enum Association {
  /// Counts of one stratum: `counts[value * levels + level]`.
  package typealias Table = [Int32]

  /// n·ln n, for counts up to ``Experiment/runLimit``.
  private static let terms: [Double] = (0...4_096).map { n in
    n < 2 ? 0 : Double(n) * log(Double(n))
  }

  private static func term(_ count: Int) -> Double {
    count < terms.count ? terms[count] : Double(count) * log(Double(count))
  }

  /// G of one table.
  static func likelihood(_ table: Table, levels: Int) -> Double {
    var total = 0
    var sum = 0.0
    var columns = [Int](repeating: 0, count: levels)
    var index = 0
    while index < table.count {
      var row = 0
      for level in 0..<levels {
        let count = Int(table[index + level])
        row += count
        columns[level] += count
        sum += term(count)
      }
      sum -= term(row)
      total += row
      index += levels
    }
    for column in columns { sum -= term(column) }
    return sum + term(total)
  }

  /// A statistic as a whole number, so that equal tables compare equal whatever the order of addition.
  static func rounded(_ statistic: Double) -> Int64 {
    Int64((statistic * 1e6).rounded())
  }
}
