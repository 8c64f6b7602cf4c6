/// The Benjamini-Hochberg procedure for tests whose p can only take certain values.
///
/// Plain Benjamini-Hochberg takes every p for uniform. Here each test contributes only as much as it
/// could have reached (Heyse 2011): q of the k-th smallest p is the sum, over all tests, of the largest
/// attainable p that is not above it, divided by k; and never less than p itself.
package enum DiscreteFDR {
  /// The q of each test, in the order given.
  package static func q(_ p: [Double], _ nulls: NullSet) -> [Double] {
    let order = p.indices.sorted { (p[$0], $0) < (p[$1], $1) }
    var q = [Double](repeating: 1, count: p.count)
    var smallest = 1.0
    var rank = order.count
    var bound = Double.nan
    for index in order.reversed() {
      // Tests with the same p share the rank of the last of them.
      if p[index] != bound {
        bound = p[index]
        smallest = min(smallest, max(bound, nulls.attained(under: bound) / Double(rank)))
      }
      q[index] = smallest
      rank -= 1
    }
    return q
  }

  /// Whether any q is at most `level`; the same as asking ``q(_:_:)``, but only as far as needed.
  package static func hasDiscovery(_ p: [Double], _ nulls: NullSet, level: Double) -> Bool {
    // q is never below p.
    let sorted = p.filter { $0 <= level }.sorted()
    for (index, bound) in sorted.enumerated()
    where index + 1 == sorted.count || sorted[index + 1] != bound {
      if nulls.attained(under: bound) / Double(index + 1) <= level { return true }
    }
    return false
  }
}

/// The null distributions of a family of tests, which many tests share.
package struct NullSet: Sendable {
  /// Distributions in which only certain p occur, and how many tests have each.
  private var exact: [(null: NullDistribution, uses: Int)] = []
  /// Tests in which any p may occur.
  private var sampled = 0

  package init() {}

  package mutating func add(_ null: NullDistribution, uses: Int = 1) {
    if null.isExact { exact.append((null, uses)) } else { sampled += uses }
  }

  /// What all tests together could have reached without being above `bound`.
  func attained(under bound: Double) -> Double {
    exact.reduce(Double(sampled) * bound) {
      $0 + Double($1.uses) * $1.null.attained(under: bound)
    }
  }
}
