/// Holds the entries of a draft against the whole catalogue: references, hosts claimed twice, and
/// patterns that are never chosen.
struct CatalogueChecks {
  private let catalogue: Catalogue
  private let draft: KnowledgeDraft
  private(set) var problems: [CatalogueProblem] = []

  init(catalogue: Catalogue, draft: KnowledgeDraft) {
    self.catalogue = catalogue
    self.draft = draft
  }

  mutating func run() {
    checkTools()
    checkSignals()
    checkExamples()
    checkRemovals()
    checkHosts()
  }

  private mutating func complain<Value>(
    _ entry: DraftEntry<Value>, _ key: String, _ message: String, line: Int? = nil
  ) {
    problems.append(
      CatalogueProblem(file: entry.file, line: line ?? entry.line, key: key, message: message))
  }

  private mutating func checkTools() {
    for entry in draft.tools.entries {
      if catalogue.vendor(id: entry.value.vendor) == nil {
        complain(entry, "vendor", "there is no vendor \(entry.value.vendor)")
      }
      checkMarks(entry, entry.value.marks)
      for host in entry.value.hosts where !isListed(host) {
        complain(entry, "hosts", "no vendor lists \(host)")
      }
    }
  }

  /// Marks that stand twice, or at hosts that no vendor lists.
  private mutating func checkMarks<Value>(_ entry: DraftEntry<Value>, _ marks: [Tool.Mark]) {
    var seen: Set<Tool.Mark> = []
    for (index, mark) in marks.enumerated() {
      let line = entry.marks.indices.contains(index) ? entry.marks[index] : entry.line
      var place = mark
      place.weight = 0
      if !seen.insert(place).inserted {
        complain(entry, mark.place.rawValue, "the same mark stands here twice", line: line)
      }
      for host in mark.hosts where !isListed(host) {
        complain(entry, "hosts", "no vendor lists \(host)", line: line)
      }
    }
  }

  private func isListed(_ host: String) -> Bool {
    let pattern = HostPattern(host)
    return Self.samples(of: pattern).contains { catalogue.host($0) != nil }
      || catalogue.vendors.contains { $0.endpoints.contains { pattern.matches($0.host) } }
  }

  private mutating func checkSignals() {
    for entry in draft.signals.entries {
      let signal = entry.value
      if catalogue.attribute(id: signal.attribute) == nil {
        complain(entry, "attribute", "there is no attribute \(signal.attribute)")
      }
      for tool in signal.tools where catalogue.tool(id: tool) == nil {
        complain(entry, "tools", "there is no tool \(tool)")
      }
      for vendor in signal.vendors where catalogue.vendor(id: vendor) == nil {
        complain(entry, "vendors", "there is no vendor \(vendor)")
      }
    }
  }

  /// Tries the patterns of signals on their examples.
  private mutating func checkExamples() {
    let signals = Dictionary(
      draft.signals.entries.map { ($0.value.id, $0.value) }, uniquingKeysWith: { first, _ in first }
    )
    for entry in draft.examples {
      let example = entry.value
      guard let signal = signals[example.signal] else { continue }
      // A near miss by place says nothing about the pattern.
      if example.yields == nil, let path = example.path, path != signal.path { continue }
      let found: String?
      if let source = signal.pattern {
        found = (try? Pattern(source))?.firstValue(in: example.value)
      } else {
        found = example.value
      }
      if found != example.yields {
        complain(
          entry, "examples",
          "yields \(found.map { "\"\($0)\"" } ?? "null"), "
            + "not \(example.yields.map { "\"\($0)\"" } ?? "null")")
      }
    }
  }

  /// What is left must not refer to what was removed.
  private mutating func checkRemovals() {
    for removal in draft.vendors.removals {
      for other in catalogue.vendors
      where other.endpoints.contains(where: { $0.owner == removal.id }) {
        complainRemoval(removal, "a host of vendor \(other.id)")
      }
      for tool in catalogue.tools where tool.vendor == removal.id {
        complainRemoval(removal, "tool \(tool.id)")
      }
      for signal in catalogue.signals where signal.vendors.contains(removal.id) {
        complainRemoval(removal, "signal \(signal.id)")
      }
    }
    for removal in draft.tools.removals {
      for signal in catalogue.signals where signal.tools.contains(removal.id) {
        complainRemoval(removal, "signal \(signal.id)")
      }
    }
  }

  private mutating func complainRemoval(
    _ removal: (id: String, file: String, line: Int), _ user: String
  ) {
    problems.append(
      CatalogueProblem(
        file: removal.file, line: removal.line, key: "remove",
        message: "\(user) still refers to \(removal.id)"))
  }

  // MARK: Hosts

  private mutating func checkHosts() {
    var owners: [HostPattern: [String]] = [:]
    for vendor in catalogue.vendors {
      for entry in vendor.endpoints {
        owners[HostPattern(entry.host), default: []].append(vendor.id)
      }
    }
    for vendor in draft.vendors.entries {
      checkMarks(vendor, vendor.value.marks)
      for (index, entry) in vendor.value.endpoints.enumerated() {
        let line = vendor.hosts.indices.contains(index) ? vendor.hosts[index] : vendor.line
        if let owner = entry.owner, catalogue.vendor(id: owner) == nil {
          complain(vendor, "owner", "there is no vendor \(owner)", line: line)
        }
        let owners = owners[HostPattern(entry.host)] ?? []
        if owners.count > 1 {
          let others = Set(owners).subtracting([vendor.value.id]).sorted()
          complain(
            vendor, "host",
            others.isEmpty
              ? "\(entry.host) stands here twice"
              : "\(entry.host) is also claimed by \(others.joined(separator: ", "))", line: line)
        } else if let winner = rival(of: entry, in: vendor.value) {
          complain(
            vendor, "host", "\(entry.host) is never chosen: \(winner) takes every name", line: line)
        }
      }
    }
  }

  /// The pattern that beats `entry` for every name tried; nil when `entry` wins one.
  private func rival(of entry: HostEntry, in vendor: Vendor) -> String? {
    var winner: String?
    for name in Self.samples(of: HostPattern(entry.host)) {
      guard let found = catalogue.host(name) else { return nil }
      if found.vendor.id == vendor.id, found.entry.host == entry.host { return nil }
      winner = found.entry.host
    }
    return winner
  }

  /// Names that a pattern covers, unlikely to be listed anywhere by themselves.
  private static func samples(of pattern: HostPattern) -> [String] {
    let names = ["zq-1", "x7"].map { filler in
      pattern.labels.map { label in
        label.split(separator: "*", omittingEmptySubsequences: false)
          .joined(separator: filler)
      }
      .reversed().joined(separator: ".") + (pattern.port.map { ":\($0)" } ?? "")
    }
    if pattern.labels.isEmpty { return names.map { "zq-1.example" + $0 } }
    return switch pattern.scope {
    case .name: names
    case .below: names.map { "zq-1." + $0 }
    case .nameAndBelow: names + names.map { "zq-1." + $0 }
    }
  }
}
