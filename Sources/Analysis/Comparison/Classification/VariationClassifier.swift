import Model

/// Says of each place that varies what it follows, and what kind of variation it is.
struct VariationClassifier {
  let aligner: Aligner
  let design: ExperimentDesign
  let facts: LevelFacts
  let redaction: Redaction
  let limits: ComparisonLimits
  private(set) var variations: [Variation] = []
  private(set) var unexplained: [Variation] = []
  private(set) var unlistedNoise = 0

  /// A place that follows factors, and what came of its tests.
  struct Finding {
    var place: Place
    /// Which of the ``Hypotheses`` it belongs to.
    var hypothesis: Int
    var effect: Effect
    var relation = Relation(kind: .covert)

    /// Whether it is the length of a message.
    var isLength: Bool {
      place.aspect == .size || place.part == "header" && place.path == "content-length"
    }
  }

  init(
    aligner: Aligner, design: ExperimentDesign, facts: LevelFacts, redaction: Redaction,
    limits: ComparisonLimits
  ) {
    self.aligner = aligner
    self.design = design
    self.facts = facts
    self.redaction = redaction
    self.limits = limits
  }

  mutating func classify(_ hypotheses: Hypotheses, _ family: TestFamily) {
    var significant: [Finding] = []
    var suspected: [Finding] = []
    var noise = aligner.noise
    for (index, places) in hypotheses.places.enumerated() {
      let effect = Effect(hypotheses.partitions[index], family.tests(of: index), design)
      for place in places.map({ aligner.places[$0] }) {
        if effect.isSignificant {
          significant.append(Finding(place: place, hypothesis: index, effect: effect))
        } else if effect.isSuspicious {
          suspected.append(Finding(place: place, hypothesis: index, effect: effect))
        } else {
          noise[noisePlace(place), default: 0] += 1
        }
      }
    }
    let writer = VariationWriter(
      aligner: aligner, design: design, redaction: redaction, limits: limits)
    var doubtful: [Finding] = []
    let settled = related(significant)
    let restless = restlessFields(settled, noise)
    for finding in settled where isRestless(finding, restless) { doubtful.append(finding) }
    variations = writer.variations(settled.filter { !isRestless($0, restless) })
    for finding in related(suspected) {
      // That a message is as long as what varies in it makes it is nothing to wonder about.
      if finding.relation.kind == .derived, finding.place.token == .number,
        finding.isLength
      {
        noise[noisePlace(finding.place), default: 0] += 1
      } else {
        doubtful.append(finding)
      }
    }
    unexplained = writer.variations(doubtful)
    for index in unexplained.indices { unexplained[index].note = Self.doubt(unexplained[index]) }
    let listed = writer.noise(noise, hypotheses, family)
    unlistedNoise = max(0, noise.count - listed.count)
    variations += listed
  }

  private func noisePlace(_ place: Place) -> NoisePlace {
    NoisePlace(
      kind: place.kind, part: place.part, path: place.path, aspect: place.aspect,
      reason: NoisePlace.Reason(place))
  }

  /// How many places of a field come and go within conditions, for each that seems to follow one, so
  /// that the latter is one of many rather than a finding.
  private static let restlessness = 5

  /// Fields that come and go within conditions nearly everywhere: of so many, some go with a factor by
  /// chance.
  private func restlessFields(
    _ findings: [Finding], _ noise: [NoisePlace: Int]
  ) -> Set<Place.Field> {
    var counts: [Place.Field: (found: Int, noise: Int)] = [:]
    for finding in findings where finding.place.aspect == .presence {
      let field = finding.place.field
      if counts[field] == nil {
        let place = finding.place
        let others = noise.filter {
          $0.key.kind == place.kind && $0.key.part == place.part && $0.key.path == place.path
            && $0.key.aspect == .presence
        }
        counts[field] = (0, others.values.reduce(0, +))
      }
      counts[field]?.found += 1
    }
    return Set(counts.filter { $0.value.noise >= Self.restlessness * $0.value.found }.keys)
  }

  private func isRestless(_ finding: Finding, _ fields: Set<Place.Field>) -> Bool {
    finding.place.aspect == .presence && finding.relation.kind == .covert
      && fields.contains(finding.place.field)
  }

  private static func doubt(_ variation: Variation) -> String {
    let doubt =
      if variation.pValue == nil {
        "It differs between the levels in all runs, but there are too few runs to test it."
      } else if (variation.qValue ?? 1) <= TestFamily.level {
        "It, or the same field elsewhere, varies within one condition, too: how often it does seems to "
          + "follow, what stands there tells no condition."
      } else {
        "It may as well be chance among so many places: q is above 0.05."
      }
    return variation.note.map { $0 + ". " + doubt } ?? doubt
  }

  // MARK: Relations

  /// Finds how each place's text goes with the factors, then what follows from other places.
  private func related(_ findings: [Finding]) -> [Finding] {
    var findings = findings
    for index in findings.indices {
      findings[index].relation = relation(findings[index])
    }
    let causes = Causes(findings, aligner: aligner)
    for index in findings.indices where findings[index].relation.kind == .covert {
      if let relation = causes.relation(of: findings[index]) { findings[index].relation = relation }
    }
    return findings
  }

  private func relation(_ finding: Finding) -> Relation {
    let place = finding.place
    if place.part == "exchange" || place.part == "dns" && place.path.isEmpty
      || place.part == "tls" && place.path.isEmpty
    {
      return wholeExchange(finding)
    }
    guard !place.fields.isEmpty else { return Relation(kind: .covert) }
    let factors = inseparable(finding.effect.factors)
    for factor in factors {
      if let encodings = trace(place, factor) {
        let all =
          place.encodings.isEmpty
          ? encodings : place.encodings.split(separator: ",").map(String.init) + encodings
        return Relation(kind: encodings.isEmpty ? .plain : .encoded, encodings: all)
      }
    }
    for factor in factors where place.aspect == .value {
      if let function = function(place, factor) {
        return Relation(
          kind: .derived, derivedFrom: design.factors[factor].name, note: "the " + function)
      }
    }
    return Relation(kind: .covert)
  }

  /// Factors, and those that change together with one of them in every run: any may be the cause.
  private func inseparable(_ factors: [Int]) -> [Int] {
    factors
      + design.factors.indices.filter { other in
        !factors.contains(other)
          && factors.contains {
            FactorDesign.numbered(design.factors[$0].runs).numbers
              == FactorDesign.numbered(design.factors[other].runs).numbers
          }
      }
  }

  /// The encodings in which the factor's value stands there in every run that has the place; nil when
  /// it does not.
  private func trace(_ place: Place, _ factor: Int) -> [String]? {
    var found: [String]?
    var matched = 0
    for run in place.fields.indices where place.fields[run] >= 0 {
      let text = aligner.atoms[place.fields[run]]
      let level = design.factors[factor].runs[run]
      guard
        let encodings = facts.traces[factor].encodings(of: level, in: text, at: place.ranges[run])
      else {
        if place.ranges[run].isEmpty { continue }
        return nil
      }
      if let found, found != encodings { return nil }
      found = encodings
      matched += 1
    }
    return matched > 0 ? found : nil
  }

  /// The function of the time zone that the text is in every run.
  private func function(_ place: Place, _ factor: Int) -> String? {
    let times = facts.times[factor]
    guard !times.isEmpty else { return nil }
    var fitting: Set<String>?
    let moments = aligner.times(place.group)
    for run in place.fields.indices where place.fields[run] >= 0 {
      let text = String(
        decoding: aligner.atoms[place.fields[run]][place.ranges[run]], as: UTF8.self)
      let functions = times.functions(level: design.factors[factor].runs[run], at: moments[run])
      let names = functions.filter { $0.value.contains(text) }.map(\.key)
      fitting = fitting?.intersection(names) ?? Set(names)
      if fitting?.isEmpty ?? true { return nil }
    }
    return fitting?.min()
  }

  /// An exchange that only some levels have: plain when its recipient is the factor's value.
  private func wholeExchange(_ finding: Finding) -> Relation {
    let members = aligner.groups[finding.place.group].members
    for factor in inseparable(finding.effect.factors) {
      let isNamed = members.indices.allSatisfy { run in
        guard members[run] >= 0 else { return true }
        let host = Array(aligner.runs[run].exchanges[members[run]].host.utf8)
        let level = design.factors[factor].runs[run]
        return facts.traces[factor].encodings(of: level, in: host, at: 0..<host.count) == []
      }
      if isNamed { return Relation(kind: .plain) }
    }
    return Relation(kind: .covert)
  }
}

/// How what stands at a place goes with the factor.
struct Relation: Hashable {
  var kind: Variation.Kind
  var encodings: [String] = []
  var derivedFrom: String?
  var note: String?

  init(
    kind: Variation.Kind, encodings: [String] = [], derivedFrom: String? = nil, note: String? = nil
  ) {
    self.kind = kind
    self.encodings = encodings
    self.derivedFrom = derivedFrom
    self.note = note
  }
}
