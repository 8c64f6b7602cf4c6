#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Which factors a place follows, by its tests.
struct Effect {
  private(set) var factors: [Int] = []
  private(set) var isInteraction = false
  private(set) var p: Double?
  private(set) var q: Double?
  private(set) var isExact = true
  /// Conditions that are told apart.
  private(set) var toldApart = 1

  /// Share of the runs that have what most runs of their condition have.
  private(set) var consistency = 1.0
  /// Below, a place varies within conditions, whatever else it does.
  private static let leastConsistency = 0.8

  /// Whether chance is ruled out, and the place says by itself which condition a run had.
  var isSignificant: Bool { isBeyondChance && isTelling }

  var isBeyondChance: Bool { !factors.isEmpty && (q.map { $0 <= TestFamily.level } ?? false) }

  private var isTelling: Bool { toldApart > 1 && consistency >= Self.leastConsistency }

  /// Whether the place follows a factor as far as can be seen, without being proof.
  var isSuspicious: Bool {
    !factors.isEmpty && !isSignificant && (p.map { $0 <= TestFamily.level } ?? true)
  }

  init(_ partition: RunPartition, _ tests: [TestFamily.Test], _ design: ExperimentDesign) {
    var chosen = tests.filter { $0.q <= TestFamily.level }
    if chosen.isEmpty { chosen = tests.filter { $0.p <= TestFamily.level } }
    for test in chosen {
      if case .factor(let index) = test.subject { factors.append(index) }
    }
    if let joint = chosen.first(where: { $0.subject == .joint }) {
      // Only together do the factors say what stands there.
      if factors.isEmpty { chosen = [joint] }
      for index in Self.explaining(partition, design, beyond: factors)
      where !factors.contains(index) {
        factors.append(index)
      }
    } else if tests.isEmpty {
      let separating = design.factors.indices.filter { Self.separates(partition, design, $0) }
      factors = separating
    }
    factors.sort()
    let best = chosen.min { ($0.q, $0.p) < ($1.q, $1.p) }
    p = best?.p
    q = best?.q
    isExact = best?.isExact ?? true
    guard !factors.isEmpty else { return }
    isInteraction = factors.count > 1 && Self.interacts(partition, design, factors)
    let modal = Self.modes(partition, design, factors)
    toldApart = max(1, Set(modal.values).count)
    consistency =
      1 - Double(Self.errors(partition, design, factors)) / Double(max(1, partition.runs))
  }

  /// Bits that the place can carry.
  var bits: Double { (log2(Double(toldApart)) * 1_000).rounded() / 1_000 }

  /// The most frequent value under each combination of levels.
  static func modes(
    _ partition: RunPartition, _ design: ExperimentDesign, _ factors: [Int]
  ) -> [[Int]: Int] {
    var counts: [[Int]: [Int: Int]] = [:]
    for run in partition.codes.indices where partition.codes[run] >= 0 {
      counts[design.combination(factors, run), default: [:]][partition.codes[run], default: 0] += 1
    }
    return counts.compactMapValues { values in
      values.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
  }

  /// How many runs do not have what most runs of their condition have.
  private static func errors(
    _ partition: RunPartition, _ design: ExperimentDesign, _ factors: [Int]
  ) -> Int {
    let modes = modes(partition, design, factors)
    return partition.codes.indices.count { run in
      partition.codes[run] >= 0
        && partition.codes[run] != modes[design.combination(factors, run)]
    }
  }

  /// The fewest factors, besides given ones, that say as much as all of them.
  private static func explaining(
    _ partition: RunPartition, _ design: ExperimentDesign, beyond given: [Int]
  ) -> [Int] {
    let all = Array(design.factors.indices)
    var chosen = given.isEmpty ? all : given
    let least = errors(partition, design, all)
    if given.isEmpty {
      for factor in all where chosen.count > 1 {
        let without = chosen.filter { $0 != factor }
        if errors(partition, design, without) <= least { chosen = without }
      }
      return chosen
    }
    for factor in all where errors(partition, design, chosen) > least && !chosen.contains(factor) {
      if errors(partition, design, chosen + [factor]) < errors(partition, design, chosen) {
        chosen.append(factor)
      }
    }
    return chosen
  }

  private static func separates(
    _ partition: RunPartition, _ design: ExperimentDesign, _ factor: Int
  ) -> Bool {
    let modes = modes(partition, design, [factor])
    return modes.count == design.factors[factor].levels.count && modes.count > 1
      && Set(modes.values).count == modes.count && errors(partition, design, [factor]) == 0
  }

  /// Whether some factor matters under one combination of the others and does not under another.
  private static func interacts(
    _ partition: RunPartition, _ design: ExperimentDesign, _ factors: [Int]
  ) -> Bool {
    let modes = modes(partition, design, factors)
    for position in factors.indices {
      var strata: [[Int]: Set<Int>] = [:]
      var sizes: [[Int]: Int] = [:]
      for (combination, value) in modes {
        var rest = combination
        rest.remove(at: position)
        strata[rest, default: []].insert(value)
        sizes[rest, default: 0] += 1
      }
      let wide = strata.filter { (sizes[$0.key] ?? 0) > 1 }.values.map { $0.count > 1 }
      if wide.contains(true), wide.contains(false) { return true }
      // The same values the other way round is an interaction, too.
      if strata.count > 1, strata.values.allSatisfy({ $0 == strata.values.first && $0.count > 1 }) {
        let orders = Dictionary(grouping: modes) { entry in
          var rest = entry.key
          rest.remove(at: position)
          return rest
        }.values.map { $0.sorted { $0.key[position] < $1.key[position] }.map(\.value) }
        if Set(orders).count > 1 { return true }
      }
    }
    return false
  }
}
