/// The Benjamini-Hochberg procedure for tests whose p can only take certain values.
///
/// Plain Benjamini-Hochberg takes every p for uniform. Here each test contributes only as much as it
/// could have reached (Heyse 2011): q of the k-th smallest p is the sum, over all tests, of the largest
/// attainable p that is not above it, divided by k; and never less than p itself.
package enum DiscreteFDR {
  /// The q of each test, in the order given.
  package static func q(_ tests: [(p: Double, null: NullDistribution)]) -> [Double] {
    let order = tests.indices.sorted { (tests[$0].p, $0) < (tests[$1].p, $1) }
    var q = [Double](repeating: 1, count: tests.count)
    var smallest = 1.0
    var rank = order.count
    var bound = Double.nan
    var sum = 0.0
    for index in order.reversed() {
      // Tests with the same p share the rank of the last of them.
      if tests[index].p != bound {
        bound = tests[index].p
        sum = tests.reduce(0) { $0 + $1.null.attained(under: bound) }
        smallest = min(smallest, max(bound, sum / Double(rank)))
      }
      q[index] = smallest
      rank -= 1
    }
    return q
  }

  /// Whether any q is at most `level`; the same as asking ``q(_:)``, but only as far as needed.
  package static func hasDiscovery(
    _ tests: [(p: Double, null: NullDistribution)], level: Double
  ) -> Bool {
    let sorted = tests.map(\.p).sorted()
    var index = sorted.count - 1
    while index >= 0 {
      let p = sorted[index]
      // q is never below p.
      if p <= level {
        let sum = tests.reduce(0) { $0 + $1.null.attained(under: p) }
        if sum / Double(index + 1) <= level { return true }
      }
      while index >= 0, sorted[index] == p { index -= 1 }
    }
    return false
  }
}
