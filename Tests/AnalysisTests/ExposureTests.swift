import Analysis
import Foundation
import Knowledge
import Model
import TestKit
import Testing

/// The rules as docs/Exposure.md publishes them, row by row, against what the program does.
@Suite struct `Exposure rating` {
  /// One disclosure, as far as the rules look at it.
  struct Case {
    var attribute: String
    var sensitivity: Int
    var party: Party
    var isReadableOnPath: Bool

    var isFirstParty: Bool { party == .firstParty }
  }

  /// A row of the table: the attributes it names, and its rating.
  struct Row {
    var attributes: Set<String>
    var rating: ExposureRating
  }

  /// The beginning of each rule, and when it holds; names of attributes and ratings are the document's.
  static let rules: [(words: String, holds: @Sendable (Case, Set<String>) -> Bool)] = [
    ("A covert marker about the environment", { $1.contains($0.attribute) }),
    (
      "A credential (`account.api_key`",
      { $1.contains($0.attribute) && $0.isReadableOnPath }
    ),
    (
      "A credential told to a third party, an intermediary or an unknown party",
      { it, _ in credentials.contains(it.attribute) && !it.isFirstParty }
    ),
    (
      "A credential told to the first party, encrypted",
      { it, _ in
        credentials.contains(it.attribute) && it.isFirstParty && !it.isReadableOnPath
      }
    ),
    (
      "Sensitivity 5 (mail address, host name, machine id …) to anybody but the first party, or readable",
      { it, _ in it.sensitivity == 5 && (!it.isFirstParty || it.isReadableOnPath) }
    ),
    (
      "Sensitivity 5 to the first party, encrypted",
      { it, _ in it.sensitivity == 5 && it.isFirstParty && !it.isReadableOnPath }
    ),
    (
      "Sensitivity 4 (user name, paths, repository, account …) to a third party, or readable on the path",
      { it, _ in it.sensitivity == 4 && (it.party == .thirdParty || it.isReadableOnPath) }
    ),
    (
      "Sensitivity 4 to the first party, an intermediary or an unknown party, encrypted",
      { it, _ in it.sensitivity == 4 && it.party != .thirdParty && !it.isReadableOnPath }
    ),
    ("Sensitivity 3 or 2", { it, _ in [2, 3].contains(it.sensitivity) }),
    ("Sensitivity 1 alone, or nothing at all", { it, _ in it.sensitivity == 1 }),
  ]

  /// Credentials have rules of their own in place of those for their sensitivity.
  static let credentials: Set<String> = [
    "account.api_key", "account.token", "account.cookie", "network.proxy_credentials",
  ]

  /// The rows of the document's table in order: words and rating.
  static func table() throws -> [(words: String, row: Row)] {
    try String(decoding: Place.bytes("docs/Exposure.md"), as: UTF8.self).split(separator: "\n")
      .filter { $0.hasPrefix("| ") && !$0.hasPrefix("| ---") && !$0.hasPrefix("| Rule") }
      .map { line in
        let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        let quoted = cells[0].split(separator: "`", omittingEmptySubsequences: false).enumerated()
          .filter { $0.offset % 2 == 1 }.map { String($0.element) }
        let rating = try #require(ExposureRating(rawValue: cells[1]), "\(cells[1])")
        return (cells[0], Row(attributes: Set(quoted), rating: rating))
      }
  }

  static func tool(_ it: Case) -> ToolSummary {
    var tool = ToolSummary(id: "t", name: "T", vendor: nil, confidence: 1, identifiedBy: [])
    tool.recipients = [
      Recipient(
        host: "a.example", vendor: nil, party: it.party, roles: [], identifiedBy: "sni",
        isDecrypted: true)
    ]
    let time = Timestamp(nanoseconds: 0)
    tool.disclosures = [
      Disclosure(
        attribute: it.attribute, category: "c", sensitivity: it.sensitivity, value: "v",
        values: ["v"], distinct: 1, isRedacted: false, valueDigest: nil, isCovert: false,
        confidence: 1, basis: [], signal: nil,
        observers: it.isReadableOnPath ? [.network, Observer(it.party)] : [Observer(it.party)],
        recipient: "a.example", channel: Channel(part: .body, path: "$"), sessions: [],
        occurrences: 1, firstSeen: time, lastSeen: time, evidence: [], note: nil)
    ]
    return tool
  }

  @Test func `follows each rule of its document and no other`() throws {
    let table = try Self.table()
    try #require(table.count == Self.rules.count)
    for (row, rule) in zip(table, Self.rules) { #expect(row.words.hasPrefix(rule.words)) }
    #expect(table[1].row.attributes == Self.credentials)
    var met: Set<Int> = []
    for attribute in Catalogue.builtIn.attributes {
      for party in [Party.firstParty, .thirdParty, .intermediary, .unknown] {
        for isReadable in [false, true] {
          let it = Case(
            attribute: attribute.id, sensitivity: attribute.sensitivity, party: party,
            isReadableOnPath: isReadable)
          // What names an attribute goes before what speaks of sensitivity.
          let holding = table.indices.filter { Self.rules[$0].holds(it, table[$0].row.attributes) }
          let named = holding.filter { $0 < 4 }
          let deciding = named.isEmpty ? holding : named
          let published = deciding.map { table[$0].row.rating }.max() ?? .none
          met.formUnion(deciding)
          #expect(ExposureRules.rate(Self.tool(it)).rating == published, "\(it)")
        }
      }
    }
    #expect(met == Set(table.indices), "a rule that no attribute meets")
  }

  @Test func `is that of the worst disclosure, with only its reasons`() {
    var tool = Self.tool(
      Case(
        attribute: "machine.kernel", sensitivity: 3, party: .thirdParty, isReadableOnPath: false))
    #expect(
      ExposureRules.rate(tool)
        == Exposure(rating: .low, reasons: ["machine.kernel to a.example"]))
    tool.disclosures +=
      Self.tool(
        Case(
          attribute: "identity.email", sensitivity: 5, party: .thirdParty, isReadableOnPath: false)
      ).disclosures
    #expect(
      ExposureRules.rate(tool)
        == Exposure(rating: .high, reasons: ["identity.email to a.example"]))
    tool.disclosures = []
    #expect(ExposureRules.rate(tool) == Exposure(rating: .none, reasons: []))
  }
}
