import Model

/// The built-in knowledge as text: one record a line, fields between tabs, the first field its
/// kind.
///
/// ```
/// A id sensitivity means                             attribute
/// S source                                           numbered from 0 in order
/// V id name kind sources                             vendor
/// H host roles isAI certainty sources note owner     host of the vendor above
/// P prefix roles                                     path of the host above
/// R place name pattern weight                        mark of the vendor above
/// T id name vendor kind headers paths sources note hosts certainty agentHeaders
/// M place name pattern weight hosts                  mark of the tool above
/// C id name pattern sources                          client
/// G id attribute part path pattern redaction tools vendors targets confidence sources note
/// ```
///
/// Lists stand between commas, those that may hold a comma (`paths`, `targets`) between bars;
/// sources are numbers. Splitting lines costs a small part of what parsing YAML does.
/// `Tools/embed-knowledge` writes the table; a record that cannot be read is passed over, and a
/// test compares the result with the YAML.
struct CompactTable {
  private var vendors: [Vendor] = []
  private var tools: [Tool] = []
  private var signals: [Signal] = []
  private var attributes: [Attribute] = []
  private var clients: [Client] = []
  private var sources: [String] = []

  static func decode(_ text: String) -> Catalogue {
    var table = CompactTable()
    let bytes = Array(text.utf8)
    var fields: [Range<Int>] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where byte <= UInt8(ascii: "\n") {
      guard byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n") else { continue }
      fields.append(start..<index)
      start = index + 1
      if byte == UInt8(ascii: "\n") {
        table.read(Record(text: bytes, fields: fields))
        fields.removeAll(keepingCapacity: true)
      }
    }
    return Catalogue(
      vendors: table.vendors, tools: table.tools, signals: table.signals,
      attributes: table.attributes, clients: table.clients)
  }

  private mutating func read(_ record: Record) {
    switch record.kind {
    case UInt8(ascii: "S"): sources.append(record.text(1))
    case UInt8(ascii: "A"):
      attributes.append(
        Attribute(id: record.text(1), sensitivity: record.integer(2), means: record.text(3)))
    case UInt8(ascii: "V"):
      guard let kind = Vendor.Kind(rawValue: record.text(3)) else { return }
      vendors.append(
        Vendor(
          id: record.text(1), name: record.text(2), kind: kind, endpoints: [],
          sources: named(record.list(4))))
    case UInt8(ascii: "H"): readHost(record)
    case UInt8(ascii: "P"): readPath(record)
    case UInt8(ascii: "R"):
      if !vendors.isEmpty, let mark = mark(record) { vendors[vendors.count - 1].marks.append(mark) }
    case UInt8(ascii: "T"): readTool(record)
    case UInt8(ascii: "M"):
      if !tools.isEmpty, let mark = mark(record) { tools[tools.count - 1].marks.append(mark) }
    case UInt8(ascii: "C"):
      clients.append(
        Client(
          id: record.text(1), name: record.text(2), userAgent: record.text(3),
          sources: named(record.list(4))))
    case UInt8(ascii: "G"): readSignal(record)
    default: break
    }
  }

  private mutating func readHost(_ record: Record) {
    guard !vendors.isEmpty, let certainty = Certainty(rawValue: record.text(4)) else { return }
    vendors[vendors.count - 1].endpoints.append(
      HostEntry(
        host: record.text(1), roles: record.list(2), pathRoles: [], isAI: record.text(3) == "1",
        owner: record.optional(7), certainty: certainty, sources: named(record.list(5)),
        note: record.optional(6)))
  }

  private mutating func readPath(_ record: Record) {
    guard let vendor = vendors.indices.last, let host = vendors[vendor].endpoints.indices.last
    else { return }
    vendors[vendor].endpoints[host].pathRoles.append(
      HostEntry.PathRole(prefix: record.text(1), roles: record.list(2)))
  }

  private mutating func readTool(_ record: Record) {
    guard let kind = Tool.Kind(rawValue: record.text(4)) else { return }
    tools.append(
      Tool(
        id: record.text(1), name: record.text(2), vendor: record.text(3), kind: kind, marks: [],
        hosts: record.list(9), sessionHeaders: record.list(5),
        sessionPaths: record.list(6, between: UInt8(ascii: "|")), agentHeaders: record.list(11),
        certainty: Certainty(rawValue: record.text(10)) ?? .inferred,
        sources: named(record.list(7)), note: record.optional(8)))
  }

  private func mark(_ record: Record) -> Tool.Mark? {
    Tool.Mark.Place(rawValue: record.text(1)).map {
      Tool.Mark(
        place: $0, name: record.text(2), pattern: record.optional(3), weight: record.number(4),
        hosts: record.list(5))
    }
  }

  private mutating func readSignal(_ record: Record) {
    guard let part = ChannelPart(rawValue: record.text(3)),
      let redaction = Signal.Redaction(rawValue: record.text(6))
    else { return }
    signals.append(
      Signal(
        id: record.text(1), attribute: record.text(2), part: part, path: record.text(4),
        pattern: record.optional(5), redaction: redaction, tools: record.list(7),
        vendors: record.list(8), targets: record.list(9, between: UInt8(ascii: "|")),
        confidence: record.number(10), sources: named(record.list(11)), note: record.optional(12)))
  }

  private func named(_ numbers: [String]) -> [String] {
    numbers.compactMap { Int($0).flatMap { sources.indices.contains($0) ? sources[$0] : nil } }
  }
}

/// One line of the table.
private struct Record {
  let text: [UInt8]
  let fields: [Range<Int>]

  var kind: UInt8 { fields[0].isEmpty ? 0 : text[fields[0].lowerBound] }

  /// The field, or an empty text where the line is too short.
  func text(_ field: Int) -> String {
    fields.indices.contains(field) ? String(decoding: text[fields[field]], as: UTF8.self) : ""
  }

  func optional(_ field: Int) -> String? {
    fields.indices.contains(field) && !fields[field].isEmpty ? text(field) : nil
  }

  func integer(_ field: Int) -> Int { Int(text(field)) ?? 0 }

  func number(_ field: Int) -> Double { Double(text(field)) ?? 0 }

  func list(_ field: Int, between separator: UInt8 = UInt8(ascii: ",")) -> [String] {
    guard fields.indices.contains(field), !fields[field].isEmpty else { return [] }
    return text[fields[field]].split(separator: separator).map {
      String(decoding: $0, as: UTF8.self)
    }
  }
}
