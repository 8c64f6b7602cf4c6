import Model

/// Writes findings as variations: what stood where, under which condition, with its evidence.
struct VariationWriter {
  private let aligner: Aligner
  private let design: ExperimentDesign
  private let limits: ComparisonLimits
  private let shower: ValueShower
  private static let mostItems = 8

  init(
    aligner: Aligner, design: ExperimentDesign, redaction: Redaction, limits: ComparisonLimits
  ) {
    self.aligner = aligner
    self.design = design
    self.limits = limits
    shower = ValueShower(atoms: aligner.atoms, redaction: redaction, limit: limits.shownValue)
  }

  /// Places that say the same become one variation.
  private struct Key: Hashable {
    /// Nil for what is derived: the length of every message that says the same is told once.
    var hypothesis: Int?
    var field: Place.Field
    var factors: [Int]
    var relation: Relation
    var token: Place.TokenClass?
  }

  func variations(_ findings: [VariationClassifier.Finding]) -> [Variation] {
    var order: [Key] = []
    var merged: [Key: [VariationClassifier.Finding]] = [:]
    let ranked = findings.enumerated().sorted { a, b in
      (a.element.effect.p ?? 2, a.offset) < (b.element.effect.p ?? 2, b.offset)
    }
    for finding in ranked.map(\.element) {
      let place = finding.place
      let key = Key(
        hypothesis: finding.relation.kind == .derived ? nil : finding.hypothesis,
        field: place.field, factors: finding.effect.factors, relation: finding.relation,
        token: finding.relation.kind == .covert ? place.token : nil)
      if merged[key] == nil { order.append(key) }
      merged[key, default: []].append(finding)
    }
    return order.compactMap { merged[$0].flatMap(write) }.sorted { a, b in
      (rank(a.kind), a.qValue ?? 2, a.exchange, a.part, a.path, a.aspect)
        < (rank(b.kind), b.qValue ?? 2, b.exchange, b.part, b.path, b.aspect)
    }
  }

  private func rank(_ kind: Variation.Kind) -> Int {
    Variation.Kind.allCases.firstIndex(of: kind) ?? 0
  }

  private func write(_ findings: [VariationClassifier.Finding]) -> Variation? {
    guard let first = findings.first else { return nil }
    let place = first.place
    let effect = first.effect
    var variation = blank(
      group: place.group, part: place.part, path: place.path, aspect: place.aspect,
      kind: first.relation.kind)
    var items: [String] = []
    for item in findings.map(\.place.item) where !item.isEmpty && !items.contains(item) {
      items.append(item)
    }
    variation.items = items.prefix(Self.mostItems).map(shower.item)
    variation.encodings = first.relation.encodings
    variation.derivedFrom = first.relation.derivedFrom
    variation.factors = effect.factors.map { design.factors[$0].name }
    variation.isInteraction = effect.isInteraction
    variation.bits = effect.bits
    variation.pValue = effect.p
    variation.qValue = effect.q
    variation.isExact = effect.isExact
    variation.runs = place.partition.runs
    variation.note = note(first, findings.map(\.place))
    variation.matrix = place.partition.codes.map { $0 < 0 ? nil : $0 }
    variation.context = shower.context(place)
    fillLevels(&variation, findings.map(\.place), effect)
    return variation
  }

  private func note(_ finding: VariationClassifier.Finding, _ places: [Place]) -> String? {
    var notes: [String] = []
    if let note = finding.relation.note { notes.append(note) }
    let exchanges = Set(places.map(\.group)).count
    if exchanges > 1 { notes.append("the same in \(exchanges) exchanges") }
    if finding.effect.isInteraction {
      notes.append("interaction: what one factor does depends on the level of another")
    }
    if !finding.effect.isExact { notes.append("p by a seeded sample of arrangements") }
    return notes.isEmpty ? nil : notes.joined(separator: "; ")
  }

  private func blank(
    group: Int, part: String, path: String, aspect: Variation.Aspect, kind: Variation.Kind
  ) -> Variation {
    let exchange = aligner.groups[group]
    return Variation(
      tool: exchange.tool.isEmpty ? nil : exchange.tool, exchange: shower.plain(exchange.name),
      recipientRole: exchange.role, part: part,
      path: part == "body" || path.isEmpty || part == "header" || part == "query"
        ? (path.isEmpty ? part : path) : part + "." + path,
      aspect: aspect, kind: kind)
  }

  private func fillLevels(_ variation: inout Variation, _ places: [Place], _ effect: Effect) {
    guard let place = places.first else { return }
    let modes = Effect.modes(place.partition, design, effect.factors)
    for combination in modes.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      let runs = design.conditions.indices.filter {
        design.combination(effect.factors, $0) == combination
      }
      guard let run = runs.first(where: { place.partition.codes[$0] == modes[combination] }) else {
        continue
      }
      variation.levels.append(
        Variation.Level(
          when: design.when(effect.factors, run), value: shower.value(place, run),
          codePoints: variation.kind == .plain || variation.kind == .encoded
            ? [] : shower.codePoints(places, run),
          runs: runs.count { place.partition.codes[$0] == modes[combination] }))
      if let evidence = evidence(place, run) { variation.evidence.append(evidence) }
    }
    // Where one level has too many to be shown, those of another would mislead.
    if place.token == .word, variation.levels.contains(where: \.codePoints.isEmpty) {
      for index in variation.levels.indices { variation.levels[index].codePoints = [] }
    }
  }

  private func evidence(_ place: Place, _ run: Int) -> Evidence? {
    let member = aligner.groups[place.group].members[run]
    guard member >= 0 else { return nil }
    let exchange = aligner.runs[run].exchanges[member]
    let position = place.nodes.indices.contains(run) ? place.nodes[run] : -1
    let node = position > 0 && place.part == "body" ? exchange.nodes[position] : nil
    return Evidence(
      capture: run, communityID: exchange.communityID, frames: exchange.frames,
      exchange: exchange.number, offset: node.flatMap { $0.offset < 0 ? nil : Int($0.offset) },
      length: node.flatMap { $0.offset < 0 ? nil : Int($0.length) })
  }

  // MARK: Noise

  func noise(
    _ noise: [NoisePlace: Int], _ hypotheses: Hypotheses, _ family: TestFamily
  ) -> [Variation] {
    var tests: [NoisePlace: TestFamily.Test] = [:]
    for (index, places) in hypotheses.places.enumerated() {
      guard let test = family.tests(of: index).min(by: { ($0.q, $0.p) < ($1.q, $1.p) }) else {
        continue
      }
      for place in places.map({ aligner.places[$0] }) {
        let key = NoisePlace(
          kind: place.kind, part: place.part, path: place.path, aspect: place.aspect,
          reason: NoisePlace.Reason(place))
        if tests[key].map({ test.p < $0.p }) ?? true { tests[key] = test }
      }
    }
    let sorted = noise.keys.sorted { a, b in
      (a.kind, a.part, a.path, a.aspect, a.reason) < (b.kind, b.part, b.path, b.aspect, b.reason)
    }
    var groups: [Int: Int] = [:]
    for (index, group) in aligner.groups.enumerated() where groups[group.kind] == nil {
      groups[group.kind] = index
    }
    return sorted.prefix(limits.listedNoise).compactMap { key in
      guard let group = groups[key.kind] else { return nil }
      var variation = blank(
        group: group, part: key.part, path: key.path, aspect: key.aspect, kind: .noise)
      variation.pValue = tests[key]?.p
      variation.qValue = tests[key]?.q
      variation.runs = aligner.groups[group].members.count { $0 >= 0 }
      variation.note = words(key, count: noise[key] ?? 0, isTested: tests[key] != nil)
      return variation
    }
  }

  private func words(_ key: NoisePlace, count: Int, isTested: Bool) -> String {
    let places = count > 1 ? " (\(count) places)" : ""
    if key.part == "header", key.path == "content-length" || key.aspect == .size {
      return "derived noise: the length of what varies" + places
    }
    switch key.reason {
    case .clock: return "derived noise: follows the clock" + places
    case .digest: return "derived noise: a digest of the body, which varies" + places
    case .unique: return "different in every run" + places
    case .order: return "order varies within one condition" + places
    case .untestable:
      return (isTested ? "varies within one condition" : "varies too seldom to be tested") + places
    }
  }
}
