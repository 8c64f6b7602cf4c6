import Model

/// What the levels of each factor stand for, and how that may be read off the wire.
struct LevelFacts {
  /// By factor, then level.
  private(set) var traces: [FactorTraces] = []
  private(set) var times: [LocalTimes] = []

  init(
    _ experiment: Experiment, _ design: ExperimentDesign, _ profiles: [[Experiment.Fact]],
    _ runs: [RunTrees]
  ) {
    let start = runs.compactMap(\.start).min() ?? Timestamp(nanoseconds: 0)
    for factor in design.factors {
      var levels = factor.levels.map { name -> [Experiment.Fact] in
        [Experiment.Fact(attribute: "", value: name)]
          + (experiment.levels[factor.name]?[name] ?? [])
      }
      for (run, facts) in profiles.enumerated() where run < factor.runs.count {
        // A fact that is the same under another level says nothing about this one.
        let level = factor.runs[run]
        let elsewhere = Set(
          profiles.enumerated().filter { factor.runs[$0.offset] != level }.flatMap(\.element))
        for fact in facts where !elsewhere.contains(fact) && !levels[level].contains(fact) {
          levels[level].append(fact)
        }
      }
      traces.append(FactorTraces(levels: levels, hosts: Self.hosts(factor, runs), at: start))
      times.append(LocalTimes(levels: levels))
    }
  }

  /// Recipients that all runs of a level have, and no run of another.
  private static func hosts(_ factor: ExperimentDesign.Factor, _ runs: [RunTrees]) -> [Set<String>]
  {
    factor.levels.indices.map { level in
      let own = runs.indices.filter { factor.runs[$0] == level }
      let other = runs.indices.filter { factor.runs[$0] != level }
      var hosts = own.first.map { runs[$0].hosts } ?? []
      for run in own { hosts.formIntersection(runs[run].hosts) }
      for run in other { hosts.subtract(runs[run].hosts) }
      return hosts
    }
  }
}
