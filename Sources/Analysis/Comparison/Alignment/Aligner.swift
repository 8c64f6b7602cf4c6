import Model

/// Finds the same exchange, the same field and the same piece of text in all runs, and gathers the
/// places where they differ. Never looks at the factors.
struct Aligner {
  let runs: [RunTrees]
  var atoms: Atoms
  let limits: ComparisonLimits
  private(set) var groups: [ExchangeGroup] = []
  private(set) var places: [Place] = []
  private(set) var noise: [NoisePlace: Int] = [:]
  private(set) var isCut = false
  private let placeLimit: Int
  /// Places inside texts, by what stands in each run: a conversation repeats what was said before.
  private var knownTexts: [[Int32]: [TextPlace]] = [:]

  init(runs: [RunTrees], atoms: Atoms, limits: ComparisonLimits) {
    self.runs = runs
    self.atoms = atoms
    self.limits = limits
    placeLimit = min(limits.places, limits.placesTimesRuns / max(1, runs.count))
  }

  mutating func run() {
    groups = ExchangeMatcher(runs: runs, atoms: atoms).groups()
    for index in groups.indices {
      let slots = groups[index].members.map { $0 < 0 ? -1 : 0 }
      align(slots, FieldPath(group: index, part: "exchange", text: ""))
    }
  }

  /// Where the walk is.
  struct FieldPath {
    var group: Int
    var part: String
    var text: String
    var item = ""
    var encodings: [String] = []
    /// Whether the node is a direct child of the exchange.
    var isTop = false
    /// Whether the value is a digest of the body in every run.
    var isBodyDigest = false
    /// Whether what is compared are names of fields.
    var saysNames = false
  }

  // MARK: Access

  func node(_ run: Int, _ position: Int, _ group: Int) -> FieldNode {
    runs[run].exchanges[groups[group].members[run]].nodes[position]
  }

  func children(_ run: Int, _ position: Int, _ group: Int) -> [Int] {
    runs[run].exchanges[groups[group].members[run]].children(of: position)
  }

  // MARK: Results

  mutating func add<Value: Hashable>(
    _ aspect: Variation.Aspect, _ path: FieldPath, _ slots: [Int], _ values: [Value?],
    token: Place.TokenClass = .other, fields: [Int32] = [], ranges: [Range<Int>] = [],
    text: (Value) -> String
  ) {
    let partition = RunPartition(values)
    guard partition.valueCount > 1 else { return }
    var texts = [String](repeating: "", count: partition.valueCount)
    for (run, value) in values.enumerated() {
      if let value, texts[partition.codes[run]].isEmpty {
        texts[partition.codes[run]] = text(value)
      }
    }
    add(
      Place(
        group: path.group, kind: groups[path.group].kind, part: path.part, path: path.text,
        item: path.item, encodings: path.encodings.joined(separator: ","), aspect: aspect,
        token: token, partition: partition, texts: texts, fields: fields, ranges: ranges,
        nodes: slots, isBodyDigest: path.isBodyDigest, saysNames: path.saysNames), at: path)
  }

  private mutating func add(_ place: Place, at path: FieldPath) {
    guard !place.partition.isAllDistinct || runs.count == 2 else {
      return note(place.aspect, path, path.isBodyDigest ? .digest : .unique)
    }
    guard places.count < placeLimit else {
      isCut = true
      return
    }
    places.append(place)
  }

  mutating func note(
    _ aspect: Variation.Aspect, _ path: FieldPath, _ reason: NoisePlace.Reason
  ) {
    noise[
      NoisePlace(
        kind: groups[path.group].kind, part: path.part, path: path.text, aspect: aspect,
        reason: reason),
      default: 0] += 1
  }

  // MARK: Nodes

  /// Compares one node of all runs; `slots` are positions, -1 for runs that lack it.
  ///
  /// - Parameter parents: positions of the container. A run that lacks it says nothing about what is
  ///   inside: the container's absence is told, once.
  mutating func align(_ slots: [Int], _ path: FieldPath, parents: [Int]? = nil) {
    let present = slots.indices.filter { slots[$0] >= 0 }
    guard let first = present.first else { return }
    if present.count < slots.count {
      let states = slots.indices.map { run -> Bool? in
        if let parents, parents[run] < 0 { return nil }
        return slots[run] >= 0
      }
      add(.presence, path, slots, states) { $0 ? "present" : "absent" }
    }
    guard present.count > 1 else { return }
    let kind = node(first, slots[first], path.group).kind
    guard present.allSatisfy({ node($0, slots[$0], path.group).kind == kind }) else {
      let group = path.group
      let values = slots.indices.map { run -> Int32? in
        guard slots[run] >= 0 else { return nil }
        let node = node(run, slots[run], group)
        return node.kind == .string || node.kind == .number || node.kind == .literal
          ? node.value : -2 - Int32(node.kind.rawValue)
      }
      let atoms = atoms
      add(.value, path, slots, values) { $0 >= 0 ? atoms.text($0) : "…" }
      return
    }
    names(slots, path)
    switch kind {
    case .object: object(slots, path)
    case .array: array(slots, path)
    case .wrapped: wrapped(slots, path)
    case .string: string(slots, path)
    case .number: number(slots, path)
    case .literal: literal(slots, path)
    }
  }

  /// The spelling of the member's name.
  private mutating func names(_ slots: [Int], _ path: FieldPath) {
    let group = path.group
    let names = slots.indices.map { run -> Int32? in
      guard slots[run] >= 0 else { return nil }
      let name = node(run, slots[run], group).name
      return name == Atoms.none ? nil : name
    }
    guard Set(names.compactMap { $0 }).count > 1 else { return }
    let atoms = atoms
    var named = path
    named.saysNames = true
    add(.name, named, slots, names) { atoms.text($0) }
  }

  private mutating func wrapped(_ slots: [Int], _ path: FieldPath) {
    let group = path.group
    let encodings = slots.indices.map { run in
      slots[run] < 0 ? nil : node(run, slots[run], group).encodings
    }
    let atoms = atoms
    if Set(encodings.compactMap { $0 }).count > 1 {
      add(.spelling, path, slots, encodings) { atoms.text($0) }
    }
    var inner = path
    inner.text += "/$"
    inner.isTop = false
    if let encoding = encodings.compactMap({ $0 }).first {
      inner.encodings.append(atoms.text(encoding))
    }
    align(slots.map { $0 < 0 ? -1 : $0 + 1 }, inner, parents: slots)
  }

  private mutating func literal(_ slots: [Int], _ path: FieldPath) {
    let group = path.group
    let values = slots.indices.map { run in
      slots[run] < 0 ? nil : node(run, slots[run], group).value
    }
    guard Set(values.compactMap { $0 }).count > 1 else { return }
    let atoms = atoms
    add(
      .value, path, slots, values, token: .word, fields: values.map { $0 ?? -1 },
      ranges: values.map { 0..<($0.map { atoms[$0].count } ?? 0) }
    ) { atoms.text($0) }
  }

  private mutating func number(_ slots: [Int], _ path: FieldPath) {
    let group = path.group
    let values = slots.indices.map { run in
      slots[run] < 0 ? nil : node(run, slots[run], group).value
    }
    let different = Set(values.compactMap { $0 })
    guard different.count > 1 else { return }
    let atoms = atoms
    if Clock.follows(
      values.map { $0.map { atoms[$0] } }, times: times(group))
    {
      note(.value, path, .clock)
      return
    }
    let meanings = Set(different.map { Double(atoms.text($0)) })
    let size =
      ["body-size", "size", "bytes-sent"].contains(path.part)
      || ["size", "bytes-sent"].contains(path.text) && path.part == "tls"
    let aspect: Variation.Aspect = meanings.count == 1 ? .spelling : size ? .size : .value
    add(
      aspect, path, slots, values, token: .number, fields: values.map { $0 ?? -1 },
      ranges: values.map { 0..<($0.map { atoms[$0].count } ?? 0) }
    ) { atoms.text($0) }
  }

  func times(_ group: Int) -> [Timestamp] {
    groups[group].members.indices.map { run in
      let member = groups[group].members[run]
      return member < 0 ? Timestamp(nanoseconds: 0) : runs[run].exchanges[member].time
    }
  }

  private mutating func string(_ slots: [Int], _ path: FieldPath) {
    let group = path.group
    let nodes = slots.indices.map { slots[$0] < 0 ? nil : node($0, slots[$0], group) }
    let values = nodes.map { $0?.value }
    let different = Set(values.compactMap { $0 })
    let atoms = atoms
    guard different.count > 1 else {
      // The same text, escaped differently.
      let spellings = nodes.map { $0.map { $0.spelling == Atoms.none ? $0.value : $0.spelling } }
      guard Set(spellings.compactMap { $0 }).count > 1 else { return }
      add(
        .spelling, path, slots, spellings, fields: spellings.map { $0 ?? -1 },
        ranges: spellings.map { 0..<($0.map { atoms[$0].count } ?? 0) }
      ) { atoms.text($0) }
      return
    }
    if Clock.follows(values.map { $0.map { atoms[$0] } }, times: times(group)) {
      note(.value, path, .clock)
      return
    }
    if nodes.allSatisfy({ $0?.isBodyDigest ?? true }) {
      var path = path
      path.isBodyDigest = true
      add(
        .value, path, slots, values, fields: values.map { $0 ?? Atoms.none },
        ranges: values.map { 0..<($0.map { atoms[$0].count } ?? 0) }
      ) { atoms.text($0) }
      return
    }
    text(values, different.sorted(), slots, path)
  }

  /// A place inside a text, the same wherever the same versions of the text stand.
  struct TextPlace {
    var partition: RunPartition
    var texts: [String]
    var ranges: [Range<Int>]
    var isOrder: Bool
    var token: Place.TokenClass
  }

  /// Takes a text that varies apart, so that only the tokens that vary are places.
  private mutating func text(
    _ values: [Int32?], _ different: [Int32], _ slots: [Int], _ path: FieldPath
  ) {
    let fields = values.map { $0 ?? Atoms.none }
    let found = knownTexts[fields] ?? textPlaces(fields, different)
    knownTexts[fields] = found
    for place in found {
      add(
        Place(
          group: path.group, kind: groups[path.group].kind, part: path.part, path: path.text,
          item: path.item, encodings: path.encodings.joined(separator: ","),
          aspect: place.isOrder ? .order : .value, token: place.token,
          partition: place.partition, texts: place.texts, fields: fields, ranges: place.ranges,
          nodes: slots), at: path)
    }
  }

  private func textPlaces(_ fields: [Int32], _ different: [Int32]) -> [TextPlace] {
    var uses: [Int32: Int] = [:]
    for value in fields where value >= 0 { uses[value, default: 0] += 1 }
    let aligned = TextAlignment(
      different.map { (text: atoms[$0], uses: uses[$0] ?? 0) }, tokenLimit: limits.tokens)
    let positions = Dictionary(
      different.enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
    return aligned.regions.compactMap { region in
      let ranges = fields.map { positions[$0].map { region.ranges[$0] } ?? 0..<0 }
      let pieces = fields.indices.map { run -> ArraySlice<UInt8>? in
        fields[run] < 0 ? nil : atoms[fields[run]][ranges[run]]
      }
      let partition = RunPartition(pieces)
      guard partition.valueCount > 1 else { return nil }
      var different = [ArraySlice<UInt8>](repeating: [], count: partition.valueCount)
      for (code, piece) in zip(partition.codes, pieces) where code >= 0 {
        different[code] = piece ?? []
      }
      return TextPlace(
        partition: partition, texts: different.map { String(decoding: $0, as: UTF8.self) },
        ranges: ranges,
        isOrder: different.allSatisfy { $0.contains(0x2c) } && Self.arePermutations(different),
        token: region.token)
    }
  }

  /// Whether texts list the same items, with commas between, in different order.
  private static func arePermutations(_ texts: [ArraySlice<UInt8>]) -> Bool {
    let sorted = texts.map { text in
      text.split(separator: 0x2c).map { item in item.filter { $0 != 0x20 } }
        .sorted { $0.lexicographicallyPrecedes($1) }
    }
    return sorted.dropFirst().allSatisfy { $0 == sorted.first }
  }
}
