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
    var nulls: [NullDistribution] = []
    for (place, partition) in places.enumerated() {
      for subject in cache.subjects {
        guard let null = cache.null(partition, subject), null.smallestP <= Self.level else {
          untestable += 1
          continue
        }
        positions[place, default: []].append(tests.count)
        nulls.append(null)
        tests.append(
          Test(
            place: place, subject: subject, p: null.p(of: cache.statistic(partition, subject)),
            q: 1,
            isExact: null.isExact, smallestP: null.smallestP))
      }
    }
    let q = DiscreteFDR.q(zip(tests, nulls).map { ($0.p, $1) })
    for index in tests.indices { tests[index].q = q[index] }
    smallestP = tests.map(\.smallestP).min()
    smallestQ = DiscreteFDR.q(nulls.map { ($0.smallestP, $0) }).min()
  }

  /// The tests of one place.
  package func tests(of place: Int) -> [Test] { (positions[place] ?? []).map { tests[$0] } }
}

/// Null distributions of partitions, which many places share.
struct NullCache {
  let subjects: [TestFamily.Subject]
  private let factors: [FactorDesign]
  private let joint: FactorDesign?
  private var nulls: [Key: NullDistribution] = [:]

  private struct Key: Hashable {
    var partition: RunPartition
    var subject: TestFamily.Subject
  }

  init(factors: [FactorDesign], joint: FactorDesign?) {
    self.factors = factors
    self.joint = factors.count > 1 ? joint : nil
    subjects = factors.indices.map { .factor($0) } + (self.joint == nil ? [] : [.joint])
  }

  private func design(_ subject: TestFamily.Subject) -> FactorDesign? {
    switch subject {
    case .factor(let index): factors[index]
    case .joint: joint
    }
  }

  /// Nil when no labelling could tell anything.
  mutating func null(_ partition: RunPartition, _ subject: TestFamily.Subject) -> NullDistribution?
  {
    guard let design = design(subject), partition.valueCount > 1, !partition.isAllDistinct else {
      return nil
    }
    // What takes more values than there are conditions is no function of the condition.
    if subject == .joint, partition.valueCount > design.levelCount { return nil }
    let key = Key(partition: partition, subject: subject)
    if let known = nulls[key] { return known }
    let null = NullDistribution(partition, design)
    nulls[key] = null
    return null
  }

  func statistic(_ partition: RunPartition, _ subject: TestFamily.Subject) -> Int64 {
    design(subject).map { NullDistribution.statistic(partition, $0) } ?? 0
  }
}
