import Model
import Yams

/// Turns the fields of one entry into the catalogue's types.
enum EntryReader {
  // MARK: Vendors

  static func vendor(_ fields: inout FieldReader) -> DraftEntry<Vendor> {
    let id = fields.identifier()
    let kind = fields.choice("kind", of: Vendor.Kind.allCases, default: nil) ?? .platform
    var vendor = Vendor(id: id, name: fields.required("name"), kind: kind, endpoints: [])
    var lines: [Int] = []
    for node in children("endpoints", &fields) {
      guard var endpoint = FieldReader(node, file: fields.file) else {
        fields.note("endpoints", "each must be a mapping with a host", line: node.mark?.line)
        continue
      }
      let entry = host(&endpoint, isAIByDefault: kind != .platform)
      endpoint.refuseUnknownKeys()
      fields.absorb(endpoint.problems)
      if endpoint.isUnusable { continue }
      vendor.endpoints.append(entry)
      lines.append(endpoint.line)
    }
    let marks = marks(&fields)
    vendor.marks = marks.map(\.mark)
    if !vendor.marks.isEmpty { vendor.sources = fields.sources() }
    for mark in vendor.marks where mark.place == .userAgent || mark.place == .host {
      fields.refuse("marks", "a processor's marks stand in headers, bodies, queries and paths")
    }
    return DraftEntry(
      value: vendor, file: fields.file, line: fields.line, hosts: lines, marks: marks.map(\.line))
  }

  private static func host(_ fields: inout FieldReader, isAIByDefault: Bool) -> HostEntry {
    let name = fields.required("host")
    if name != name.lowercased() {
      fields.refuse("host", "must be in small letters")
    } else if let complaint = HostPattern(name).complaint, !name.isEmpty {
      fields.refuse("host", "\(name): \(complaint)")
    }
    var paths: [HostEntry.PathRole] = []
    if let node = fields.node("paths") {
      if let mapping = node.mapping {
        for (key, value) in mapping {
          let prefix = key.scalar?.string ?? ""
          if !prefix.hasPrefix("/") {
            fields.refuse("paths", "\"\(prefix)\" must begin with /", line: key.mark?.line)
          }
          let given = value.sequence.map { Array($0) } ?? [value]
          let names = given.compactMap { $0.scalar?.string }
          checkRoles(names, "paths", value.mark?.line, &fields)
          paths.append(HostEntry.PathRole(prefix: prefix, roles: names))
        }
      } else {
        fields.refuse("paths", "must be a mapping from prefixes to roles")
      }
    }
    paths.sort { ($0.prefix.utf8.count, $1.prefix) > ($1.prefix.utf8.count, $0.prefix) }
    let roles = fields.list("roles")
    checkRoles(roles, "roles", nil, &fields)
    return HostEntry(
      host: name, roles: roles, pathRoles: paths, isAI: fields.flag("ai") ?? isAIByDefault,
      owner: fields.text("owner"),
      certainty: fields.choice("certainty", of: Certainty.allCases, default: nil) ?? .inferred,
      sources: fields.sources(), note: fields.text("note"))
  }

  private static func checkRoles(
    _ roles: [String], _ key: String, _ line: Int?, _ fields: inout FieldReader
  ) {
    if roles.isEmpty { fields.refuse(key, "wants at least one role", line: line) }
    for role in roles where !HostEntry.knownRoles.contains(role) {
      let known = HostEntry.knownRoles.sorted().joined(separator: ", ")
      fields.refuse(key, "unknown role \"\(role)\"; known are \(known)", line: line)
    }
  }

  // MARK: Tools and clients

  static func tool(_ fields: inout FieldReader) -> DraftEntry<Tool> {
    let marks = marks(&fields)
    let tool = Tool(
      id: fields.identifier(), name: fields.required("name"), vendor: fields.required("vendor"),
      kind: fields.choice("kind", of: Tool.Kind.allCases, default: nil) ?? .app,
      marks: marks.map(\.mark),
      hosts: hosts(&fields), sessionHeaders: fields.list("session-headers"),
      sessionPaths: fields.list("session-paths", without: "|"),
      agentHeaders: fields.list("agent-headers"),
      certainty: fields.choice("certainty", of: Certainty.allCases, default: .reported)
        ?? .reported,
      sources: fields.sources(),
      note: fields.text("note"))
    return DraftEntry(
      value: tool, file: fields.file, line: fields.line, marks: marks.map(\.line))
  }

  private static func marks(_ fields: inout FieldReader) -> [(mark: Tool.Mark, line: Int)] {
    var marks: [(mark: Tool.Mark, line: Int)] = []
    for node in children("marks", &fields) {
      guard var part = FieldReader(node, file: fields.file) else {
        fields.note("marks", "each must be a mapping", line: node.mark?.line)
        continue
      }
      if let mark = mark(&part) { marks.append((mark, part.line)) }
      fields.absorb(part.problems)
    }
    return marks
  }

  private static func hosts(_ fields: inout FieldReader) -> [String] {
    let hosts = fields.list("hosts")
    for host in hosts {
      if let complaint = HostPattern(host).complaint {
        fields.refuse("hosts", "\(host): \(complaint)")
      }
    }
    return hosts
  }

  /// One mark: the place is the key, its value the pattern or, for headers, bodies and queries, the name.
  private static func mark(_ fields: inout FieldReader) -> Tool.Mark? {
    let places = Tool.Mark.Place.allCases.filter { fields.node($0.rawValue) != nil }
    guard places.count == 1, let place = places.first else {
      let known = Tool.Mark.Place.allCases.map(\.rawValue).joined(separator: ", ")
      fields.refuse("marks", "a mark has one place out of \(known)", line: fields.line)
      return nil
    }
    var name = ""
    let pattern: String?
    switch place {
    case .header, .body, .query:
      name = fields.required(place.rawValue)
      pattern = fields.pattern("pattern")
    case .userAgent, .path, .host:
      pattern = fields.pattern(place.rawValue)
    }
    let mark = Tool.Mark(
      place: place, name: name, pattern: pattern,
      weight: fields.number("weight", in: 0...1, default: nil), hosts: hosts(&fields))
    fields.refuseUnknownKeys()
    return fields.isUnusable ? nil : mark
  }

  static func client(_ fields: inout FieldReader) -> DraftEntry<Client> {
    let client = Client(
      id: fields.identifier(), name: fields.required("name"),
      userAgent: fields.pattern("user-agent") ?? "", sources: fields.sources())
    if client.userAgent.isEmpty { fields.refuse("user-agent", "is missing") }
    return DraftEntry(value: client, file: fields.file, line: fields.line)
  }

  // MARK: Signals and attributes

  static func signal(
    _ fields: inout FieldReader, examples: inout [DraftEntry<SignalExample>]
  ) -> DraftEntry<Signal> {
    let id = fields.identifier(allowingDots: true)
    let targets = fields.list("targets", without: "|")
    for target in targets where !target.hasPrefix("/") {
      fields.refuse("targets", "\"\(target)\" must begin with /")
    }
    let signal = Signal(
      id: id, attribute: fields.required("attribute"),
      part: fields.choice("part", of: knownParts, default: nil) ?? .body,
      path: fields.text("path") ?? "", pattern: fields.pattern("pattern"),
      redaction: fields.choice(
        "redaction", of: Signal.Redaction.allCases, default: Signal.Redaction.none)
        ?? .secret,
      tools: fields.list("tools"), vendors: fields.list("vendors"), targets: targets,
      confidence: fields.number("confidence", in: 0...1, default: 0.9),
      sources: fields.sources(), note: fields.text("note"))
    if signal.path.isEmpty, [.header, .query, .body, .trailer].contains(signal.part) {
      fields.refuse("path", "is missing: the name or JSON path of the place")
    }
    for node in children("examples", &fields) {
      guard var part = FieldReader(node, file: fields.file) else {
        fields.note("examples", "each must be a mapping with a value", line: node.mark?.line)
        continue
      }
      let example = example(of: id, &part)
      part.refuseUnknownKeys()
      fields.absorb(part.problems)
      if !part.isUnusable {
        examples.append(DraftEntry(value: example, file: fields.file, line: part.line))
      }
    }
    return DraftEntry(value: signal, file: fields.file, line: fields.line)
  }

  private static func example(of id: String, _ fields: inout FieldReader) -> SignalExample {
    // Examples may be whole prompts, so line breaks are welcome here.
    let value = fields.node("value")?.scalar?.string
    if value == nil { fields.refuse("value", "is missing") }
    var yields: String?
    if let node = fields.node("yields") {
      let isNull = node.scalar.map { $0.style == .plain && ["null", "~", ""].contains($0.string) }
      if isNull != true { yields = node.scalar?.string }
    } else {
      fields.refuse("yields", "is missing: what is disclosed, or null for a near miss")
    }
    return SignalExample(
      signal: id, value: value ?? "", path: fields.text("path"), yields: yields)
  }

  static func attribute(
    _ key: Node, _ node: Node, _ outer: inout FieldReader
  ) -> [DraftEntry<Attribute>] {
    let id = key.scalar?.string ?? ""
    guard var fields = FieldReader(node, file: outer.file) else {
      outer.note("attributes", "\(id) must have sensitivity and means", line: key.mark?.line)
      return []
    }
    if id.split(separator: ".", omittingEmptySubsequences: false).count != 2 {
      fields.refuse("attributes", "\"\(id)\" must be category.name", line: key.mark?.line)
    }
    let sensitivity = fields.number("sensitivity", in: 1...5, default: nil)
    let attribute = Attribute(
      id: id, sensitivity: Int(sensitivity), means: fields.required("means"))
    fields.refuseUnknownKeys()
    outer.absorb(fields.problems)
    if fields.isUnusable { return [] }
    return [DraftEntry(value: attribute, file: outer.file, line: key.mark?.line ?? 0)]
  }

  private static func children(_ key: String, _ fields: inout FieldReader) -> [Node] {
    guard let node = fields.node(key) else { return [] }
    guard let sequence = node.sequence else {
      fields.refuse(key, "must be a list", line: node.mark?.line)
      return []
    }
    return Array(sequence)
  }

  private static let knownParts: [ChannelPart] = [
    .ip, .tcp, .dns, .tls, .quic, .requestLine, .header, .query, .body, .webSocket, .trailer,
  ]
}
