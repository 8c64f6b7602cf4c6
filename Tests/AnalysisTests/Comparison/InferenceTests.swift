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
    #expect(abs(even.smallestP - 2.0 / 6) < 1e-10)
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
    #expect(first.smallestP == second.smallestP)
    #expect(first.smallestP <= 0.05)
    let family = TestFamily(places: [RunPartition(values)], factors: [design], joint: nil)
    let again = TestFamily(places: [RunPartition(values)], factors: [design], joint: nil)
    #expect(family.tests.first?.isExact == false)
    #expect(family.tests.first?.p == again.tests.first?.p)
  }

  @Test func `weighs each test by what it could have reached`() {
    let strong = NullDistribution(RunPartition(Self.zone.levels.map { Optional($0) }), Self.zone)
    let p = strong.smallestP
    // Two tests alike, one of them at its best: the other could have reached the same p.
    var both = NullSet()
    both.add(strong, uses: 2)
    let q = DiscreteFDR.q([p, 1], both)
    #expect(abs(q[0] - 2 * p) < 1e-12)
    #expect(q[1] == 1)
    #expect(DiscreteFDR.hasDiscovery([p, 1], both, level: 0.05))
    #expect(!DiscreteFDR.hasDiscovery([0.5, 1], both, level: 0.05))
  }

  /// Fisher's exact test for a table of 3 and 1 against 1 and 3, two-sided (R: fisher.test, 0.4857).
  @Test func `agrees with Fisher's exact test on a table of two by two`() {
    let design = FactorDesign(
      levels: [0, 0, 0, 0, 1, 1, 1, 1], levelCount: 2, strata: [Int](repeating: 0, count: 8))
    let partition = RunPartition([0, 0, 0, 1, 0, 1, 1, 1].map { Optional($0) })
    let null = NullDistribution(partition, design)
    let p = null.p(of: NullDistribution.statistic(partition, design))
    #expect(abs(p - 34.0 / 70) < 1e-10)
  }

  @Test func `gives runs with values of their own no say`() {
    let levels = (0..<12).map { $0 % 2 }
    let design = FactorDesign(levels: levels, levelCount: 2, strata: levels.map { _ in 0 })
    // Six runs agree, and the others with nobody.
    let values = (0..<12).map { Optional($0 % 2 == 0 ? 0 : $0) }
    let null = NullDistribution(RunPartition(values), design)
    #expect(abs(null.smallestP - 2.0 / 924) < 1e-12)
  }

  @Test func `counts a perfect effect exactly however many arrangements there are`() {
    // Two hundred runs, three factors of two levels: 25 runs of each condition.
    let runs = Array(0..<200)
    let factor = FactorDesign(
      levels: runs.map { $0 % 2 }, levelCount: 2, strata: runs.map { $0 / 2 % 4 })
    let noise = RunPartition(runs.map { Optional($0 * 7 % 11) })
    let family = TestFamily(
      places: [RunPartition(factor.levels.map { Optional($0) }), noise], factors: [factor],
      joint: nil)
    // Two of C(50,25) to the fourth power.
    let p = family.tests(of: 0).first?.p ?? 1
    #expect(p > 0 && abs(p * 2.5539e56 - 2) < 0.01)
    let other = family.tests(of: 1).first
    #expect(other?.isExact == false)
    #expect((other?.p ?? 0) > 0.05)
  }

  /// Draws that stop early give a p near that of 199,999 draws.
  @Test func `draws as long as it takes to tell a small p`() {
    let runs = Array(0..<200)
    let factor = FactorDesign(
      levels: runs.map { $0 % 2 }, levelCount: 2, strata: runs.map { $0 / 2 % 4 })
    // Follows the factor in seven of ten runs.
    let places = [0, 3, 5].map { shift in
      RunPartition(runs.map { Optional(($0 * 3 + shift) % 10 < 7 ? $0 % 2 : $0 % 7) })
    }
    let family = TestFamily(places: places, factors: [factor], joint: nil)
    #expect(family.tests.count == 3)
    #expect(family.tests.allSatisfy { $0.p <= 0.001 && !$0.isExact })
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

  @Test func `tries fewer splits where all would take too long, and says so`() {
    var random = SplitMix64(state: 7)
    let places = (0..<40).map { _ in
      RunPartition((0..<16).map { _ in Optional(Int.random(in: 0..<3, using: &random)) })
    }
    let whole = Placebo(places: places, conditions: Self.cells)
    let cut = Placebo(places: places, conditions: Self.cells, workLimit: 1_000)
    #expect(whole?.splits ?? 0 > Placebo.fewestSplits)
    #expect(cut?.splits == Placebo.fewestSplits)
    #expect(cut?.isComplete == false)
    #expect(cut?.tests == whole?.tests)
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
