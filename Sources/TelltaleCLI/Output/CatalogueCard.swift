import ArgumentParser
import Knowledge
import Model
import Reports

/// One entry of the catalogue, ready to be shown.
struct CatalogueCard {
  enum Kind: String, CaseIterable, ExpressibleByArgument {
    case vendors, tools, clients, signals, attributes

    /// Its word for one entry.
    var singular: String { String(rawValue.dropLast()) }
  }

  private enum Fact {
    case text(String, String)
    case list(String, [String])
    /// Facts that belong together, such as a host and what it is for.
    case part(String, [Fact])
  }

  let kind: Kind
  let id: String
  let name: String
  private let facts: [Fact]

  static func all(of kind: Kind, in catalogue: Catalogue) -> [CatalogueCard] {
    switch kind {
    case .vendors: catalogue.vendors.map { vendor($0, in: catalogue) }
    case .tools: catalogue.tools.map(tool)
    case .clients:
      catalogue.clients.map {
        CatalogueCard(
          kind: .clients, id: $0.id, name: $0.name,
          facts: [.text("user-agent", $0.userAgent), .list("sources", $0.sources)])
      }
    case .signals: catalogue.signals.map(signal)
    case .attributes:
      catalogue.attributes.map {
        CatalogueCard(
          kind: .attributes, id: $0.id, name: $0.means,
          facts: [.text("sensitivity", String($0.sensitivity))])
      }
    }
  }

  private static func vendor(_ vendor: Vendor, in catalogue: Catalogue) -> CatalogueCard {
    let hosts = vendor.endpoints.map { Fact.part("host", facts(of: $0)) }
    let tools = catalogue.tools.filter { $0.vendor == vendor.id }.map(\.id)
    return CatalogueCard(
      kind: .vendors, id: vendor.id, name: vendor.name,
      facts: [.text("kind", vendor.kind.rawValue), .list("tools", tools)] + hosts
        + vendor.marks.map(fact) + [.list("sources", vendor.sources)])
  }

  private static func facts(of entry: HostEntry) -> [Fact] {
    var facts: [Fact] = [.text("host", entry.host), .list("roles", entry.roles)]
    for path in entry.pathRoles {
      facts.append(.text("path \(path.prefix)", path.roles.joined(separator: ", ")))
    }
    facts.append(.text("ai", entry.isAI ? "yes" : "only together with a tool"))
    if let owner = entry.owner { facts.append(.text("owner", owner)) }
    facts.append(.text("certainty", entry.certainty.rawValue))
    facts.append(.list("sources", entry.sources))
    return facts + note(entry.note)
  }

  private static func tool(_ tool: Tool) -> CatalogueCard {
    var facts: [Fact] = [
      .text("vendor", tool.vendor), .text("kind", tool.kind.rawValue), .list("hosts", tool.hosts),
      .list("session headers", tool.sessionHeaders), .list("session paths", tool.sessionPaths),
      .list("agent headers", tool.agentHeaders),
    ]
    facts += tool.marks.map(fact)
    facts += [.text("certainty", tool.certainty.rawValue), .list("sources", tool.sources)]
    return CatalogueCard(kind: .tools, id: tool.id, name: tool.name, facts: facts + note(tool.note))
  }

  private static func fact(_ mark: Tool.Mark) -> Fact {
    let value = [mark.name, mark.pattern ?? ""].filter { !$0.isEmpty }.joined(separator: "  ")
    return .part(
      "mark",
      [
        .text(mark.place.rawValue, value), .text("weight", String(mark.weight)),
        .list("hosts", mark.hosts),
      ])
  }

  private static func signal(_ signal: Signal) -> CatalogueCard {
    let facts: [Fact] = [
      .text("part", signal.part.rawValue), .text("path", signal.path),
      .text("pattern", signal.pattern ?? ""), .text("redaction", signal.redaction.rawValue),
      .list("tools", signal.tools), .list("vendors", signal.vendors),
      .list("targets", signal.targets), .text("confidence", String(signal.confidence)),
      .list("sources", signal.sources),
    ]
    return CatalogueCard(
      kind: .signals, id: signal.id, name: signal.attribute, facts: facts + note(signal.note))
  }

  private static func note(_ note: String?) -> [Fact] { note.map { [.text("note", $0)] } ?? [] }

  // MARK: Output

  /// The entry on one line.
  var line: String {
    kind.singular.padded(to: 11) + id.padded(to: 28) + " " + name + "\n"
  }

  var text: String {
    "\(id)  \(name) (\(kind.singular))\n" + Self.lines(facts, indent: "  ").joined()
  }

  private static func lines(_ facts: [Fact], indent: String) -> [String] {
    facts.flatMap { fact -> [String] in
      switch fact {
      case .text(let key, let value):
        return value.isEmpty ? [] : [indent + key.padded(to: 16) + " " + value + "\n"]
      case .list(let key, let values):
        return values.enumerated().map {
          indent + ($0.offset == 0 ? key : "").padded(to: 16) + " " + $0.element + "\n"
        }
      case .part(_, let parts):
        guard case .text(let key, let value) = parts.first else { return [] }
        return [indent + key.padded(to: 16) + " " + value + "\n"]
          + lines(Array(parts.dropFirst()), indent: indent + "  ")
      }
    }
  }

  func write(to json: inout JSONWriter, isBrief: Bool) {
    json.member("kind", kind.singular)
    json.member("id", id)
    json.member("name", name)
    if !isBrief { Self.write(facts, to: &json) }
  }

  private static func write(_ facts: [Fact], to json: inout JSONWriter) {
    var parts: [(name: String, facts: [Fact])] = []
    for fact in facts {
      switch fact {
      case .text(let key, let value): json.member(key.asMember, value)
      case .list(let key, let values): json.member(key.asMember, values)
      case .part(let name, let facts): parts.append((name, facts))
      }
    }
    guard let name = parts.first?.name else { return }
    json.array(name + "s") { json in
      for part in parts { json.object { write(part.facts, to: &$0) } }
    }
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    count < width ? self + String(repeating: " ", count: width - count) : self
  }

  /// As the name of a JSON member.
  fileprivate var asMember: String {
    String(map { $0 == " " || $0 == "-" ? "_" : $0 })
  }
}
