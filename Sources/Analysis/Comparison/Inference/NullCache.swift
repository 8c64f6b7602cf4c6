/// Null distributions, which all places with the same margins share.
struct NullCache {
  let subjects: [TestFamily.Subject]
  private let factors: [FactorDesign]
  private let joint: FactorDesign?
  private(set) var nulls: [NullDistribution] = []
  private var numbers: [Margins: Int] = [:]
  private var known: [PlaceKey: (null: Int, fit: Crosstab.Fit)] = [:]
  private var drawn: [FitKey: (p: Double, isExact: Bool)] = [:]

  private struct PlaceKey: Hashable {
    var partition: RunPartition
    var subject: TestFamily.Subject
  }

  private struct FitKey: Hashable {
    var null: Int
    var fit: Crosstab.Fit
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

  /// The number of a place's null distribution, and its table under the labels as they are; nil when no
  /// labelling could tell anything.
  mutating func null(
    _ partition: RunPartition, _ subject: TestFamily.Subject
  ) -> (null: Int, fit: Crosstab.Fit)? {
    guard let design = design(subject), partition.valueCount > 1, !partition.isAllDistinct else {
      return nil
    }
    // What takes more values than there are conditions is no function of the condition.
    if subject == .joint, partition.valueCount > design.levelCount { return nil }
    let key = PlaceKey(partition: partition, subject: subject)
    if let known = known[key] { return known }
    var table = Crosstab(partition, design)
    let entry = (number(of: table.margins(design.levels)), table.fit(design.levels))
    known[key] = entry
    return entry
  }

  mutating func number(of margins: Margins) -> Int {
    if let number = numbers[margins] { return number }
    numbers[margins] = nulls.count
    nulls.append(NullDistribution(margins))
    return nulls.count - 1
  }

  /// - Parameter limit: arrangements that are drawn at most.
  mutating func p(
    _ null: Int, _ fit: Crosstab.Fit, drawing limit: Int
  ) -> (p: Double, isExact: Bool) {
    guard !nulls[null].isExact else { return (nulls[null].p(of: fit.statistic), true) }
    let key = FitKey(null: null, fit: fit)
    if let p = drawn[key] { return p }
    let p = nulls[null].p(of: fit, drawing: limit)
    drawn[key] = p
    return p
  }

  /// The distributions of tests, by number.
  func set(_ tests: [Int]) -> NullSet {
    var uses = [Int](repeating: 0, count: nulls.count)
    for number in tests { uses[number] += 1 }
    var set = NullSet()
    for (number, uses) in uses.enumerated() where uses > 0 { set.add(nulls[number], uses: uses) }
    return set
  }
}
