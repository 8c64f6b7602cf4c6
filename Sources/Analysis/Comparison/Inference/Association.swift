#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How strongly the values of one place go with the levels of one factor.
///
/// The statistic is the likelihood ratio G of the table of values by levels, summed over strata, plus G
/// of the pooled table. The sum over strata sees effects that change direction between strata
/// (interactions); the pooled term prefers those that do not. Whatever the labels, the margins stay as
/// they are; so only the sum of n·ln n over the tables' cells is kept of it, as a whole number, which is the
/// same whatever the order of addition.
enum Association {
  /// A cell's contribution by its count, in units of 2^-44.
  private static let terms: [Int64] = (0...4_097).map { n in
    n < 2 ? 0 : Int64((Double(n) * log(Double(n)) * 0x1p44).rounded())
  }

  /// What one more run in a cell of so many adds.
  static let gains: [Int64] = zip(terms, terms.dropFirst()).map { $1 - $0 }

  private static let logFactorials: [Double] = {
    var sum = 0.0
    return [0]
      + (1...4_097).map { n in
        sum += log(Double(n))
        return sum
      }
  }()

  static func term(_ count: Int) -> Int64 { terms[min(count, terms.count - 1)] }

  static func logFactorial(_ count: Int) -> Double {
    logFactorials[min(count, logFactorials.count - 1)]
  }

  /// A statistic without the last digits, which rounding of the terms may have touched.
  static func rounded(_ sum: Int64) -> Int64 { (sum + 1 << 23) >> 24 }
}
