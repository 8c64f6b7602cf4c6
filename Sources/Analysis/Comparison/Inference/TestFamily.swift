/// All tests of an experiment, and what came of them.
///
/// Which tests there are is settled without a look at which run had which level: a place is tested
/// against a factor when its values, under some exchange of labels, could reach `p <= 0.05` (after
/// Tarone 1990). A place that could not is noise, and only counted.
package struct TestFamily: Sendable {
  package static let level = 0.05

  /// What a place was tested against.
  package enum Subject: Sendable, Hashable {
    case factor(Int)
    /// All factors at once, which sees what only their combination does.
    case joint
  }

  package struct Test: Sendable {
    package var place: Int
    package var subject: Subject
    package var p: Double
    package var q: Double
    package var isExact: Bool
    /// The smallest p that the place's values allow.
    package var smallestP: Double
  }

  package private(set) var tests: [Test] = []
  /// Pairs of place and factor that could not have reached the level.
  package private(set) var untestable = 0
  /// The smallest p that any test could reach; nil without tests.
  package private(set) var smallestP: Double?
  /// The smallest q that any test could reach, which takes that all the others reach theirs.
  package private(set) var smallestQ: Double?
  private var positions: [Int: [Int]] = [:]

  package init(places: [RunPartition], factors: [FactorDesign], joint: FactorDesign?) {
    var cache = NullCache(factors: factors, joint: joint)
    var found: [(null: Int, fit: Crosstab.Fit)] = []
    for (place, partition) in places.enumerated() {
      for subject in cache.subjects {
        guard let (null, fit) = cache.null(partition, subject),
          cache.nulls[null].smallestP <= Self.level
        else {
          untestable += 1
          continue
        }
        positions[place, default: []].append(tests.count)
        found.append((null, fit))
        tests.append(
          Test(
            place: place, subject: subject, p: 1, q: 1, isExact: cache.nulls[null].isExact,
            smallestP: cache.nulls[null].smallestP))
      }
    }
    let draws = NullDistribution.draws(tests: tests.count)
    for (index, entry) in found.enumerated() {
      let isCounted = tests[index].isExact
      (tests[index].p, tests[index].isExact) = cache.p(entry.null, entry.fit, drawing: draws)
      if !isCounted { tests[index].smallestP = min(tests[index].p, 1 / Double(draws)) }
    }
    let nulls = cache.set(found.map(\.null))
    for (index, q) in DiscreteFDR.q(tests.map(\.p), nulls).enumerated() { tests[index].q = q }
    smallestP = tests.map(\.smallestP).min()
    smallestQ = DiscreteFDR.q(tests.map(\.smallestP), nulls).min()
  }

  /// The tests of one place.
  package func tests(of place: Int) -> [Test] { (positions[place] ?? []).map { tests[$0] } }
}
