import Analysis
import Testing

@Suite struct `Inference of a comparison` {
  /// Two factors, two levels each, four runs of every condition.
  static let cells = (0..<16).map { $0 / 4 }
  static let zone = FactorDesign(
    levels: cells.map { $0 / 2 }, levelCount: 2, strata: cells.map { $0 % 2 })
  static let host = FactorDesign(
    levels: cells.map { $0 % 2 }, levelCount: 2, strata: cells.map { $0 / 2 })
  static let joint = FactorDesign(levels: cells, levelCount: 4, strata: cells.map { _ in 0 })

  @Test func `gives a perfect effect two of all arrangements within strata`() {
    let partition = RunPartition(Self.zone.levels.map { Optional($0) })
    let null = NullDistribution(partition, Self.zone)
    // C(8,4) squared arrangements; only the real one and its mirror image are as good.
    #expect(null.isExact)
    #expect(abs(null.smallestP - 2.0 / 4_900) < 1e-12)
    #expect(null.p(of: NullDistribution.statistic(partition, Self.zone)) == null.smallestP)
  }

  @Test func `counts arrangements as an enumeration one by one does`() {
    // Values A A A B in a stratum of two and two: of six arrangements, all have the same split.
    let design = FactorDesign(levels: [0, 0, 1, 1], levelCount: 2, strata: [0, 0, 0, 0])
    let null = NullDistribution(RunPartition(["a", "a", "a", "b"]), design)
    #expect(null.attainable == [1])
    let even = NullDistribution(RunPartition(["a", "a", "b", "b"]), design)
    #expect(even.attainable.count == 2)
    #expect(abs(even.smallestP - 2.0 / 6) < 1e-12)
  }

  @Test func `cannot test what is different in every run, or nearly never different`() {
    let unique = RunPartition((0..<16).map { Optional($0) })
    let rare = RunPartition((0..<16).map { $0 == 3 })
    let family = TestFamily(places: [unique, rare], factors: [Self.zone, Self.host], joint: nil)
    #expect(family.tests.isEmpty)
    #expect(family.untestable == 4)
    #expect(family.smallestP == nil)
  }

  @Test func `does not test a place against a factor that cannot explain it`() {
    let partition = RunPartition(Self.host.levels.map { Optional($0) })
    let family = TestFamily(places: [partition], factors: [Self.zone, Self.host], joint: nil)
    #expect(family.tests.map(\.subject) == [.factor(1)])
    #expect((family.tests.first?.q ?? 1) <= 0.05)
  }

  @Test func `sees by the joint test what only the combination of factors does`() {
    let both = RunPartition(Self.cells.map { $0 == 3 })
    let family = TestFamily(
      places: [both], factors: [Self.zone, Self.host], joint: Self.joint)
    let test = family.tests(of: 0).first { $0.subject == .joint }
    #expect(abs((test?.p ?? 1) - 4.0 / 1_820) < 1e-9)
    #expect(test?.isExact == true)
  }

  @Test func `samples with a fixed seed where there are too many arrangements`() {
    let levels = (0..<64).map { $0 % 2 }
    let design = FactorDesign(levels: levels, levelCount: 2, strata: levels.map { _ in 0 })
    let values = (0..<64).map { Optional(($0 * 7 + $0 / 5) % 20) }
    let first = NullDistribution(RunPartition(values), design)
    let second = NullDistribution(RunPartition(values), design)
    #expect(!first.isExact)
    #expect(first.attainable == second.attainable)
  }

  @Test func `weighs each test by what it could have reached`() {
    let strong = NullDistribution(RunPartition(Self.zone.levels.map { Optional($0) }), Self.zone)
    let p = strong.smallestP
    // Two tests alike, one of them at its best: the other could have reached the same p.
    let q = DiscreteFDR.q([(p, strong), (1, strong)])
    #expect(abs(q[0] - 2 * p) < 1e-12)
    #expect(q[1] == 1)
    #expect(DiscreteFDR.hasDiscovery([(p, strong), (1, strong)], level: 0.05))
    #expect(!DiscreteFDR.hasDiscovery([(0.5, strong), (1, strong)], level: 0.05))
  }

  @Test func `splits the runs of every condition in all ways`() {
    let splits = Placebo.splits(of: Self.cells)
    #expect(splits.isComplete)
    #expect(splits.labels.count == 1_296)
    #expect(Set(splits.labels).count == 1_296)
    #expect(
      splits.labels.allSatisfy { label in
        (0..<4).allSatisfy { cell in
          label.indices.count { Self.cells[$0] == cell && label[$0] == 1 } == 2
        }
      })
  }

  @Test func `finds nothing by mistake in more than one of twenty splits of noise`() {
    var random = SplitMix64(state: 7)
    let places = (0..<120).map { _ in
      RunPartition((0..<16).map { _ in Optional(Int.random(in: 0..<3, using: &random)) })
    }
    let placebo = Placebo(places: places, conditions: Self.cells)
    #expect((placebo?.share ?? 1) <= 0.05)
    #expect((placebo?.tests ?? 0) > 50)
  }
}
