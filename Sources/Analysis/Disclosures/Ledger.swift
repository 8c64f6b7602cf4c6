import Knowledge
import Model

/// One tool, or one kind of unknown traffic, at one client.
struct LedgerKey: Hashable, Comparable {
  var client: IPAddress
  var tool: String
  /// Tells apart unknown senders that may belong to different tools: hint and User-Agent's first product.
  var variant: String

  static func < (a: LedgerKey, b: LedgerKey) -> Bool {
    (a.client, a.tool, a.variant) < (b.client, b.tool, b.variant)
  }
}

/// Everything that one sender told.
///
/// An object, because nearly every flow that ends asks the books of its client.
final class Ledger {
  private static let tracked = 512

  var key: LedgerKey
  /// Position of the tool in the catalogue; nil when unknown.
  var tool: Int?
  /// Order of first appearance in the run.
  let order: Int
  var confidence = 0.0
  var evidence: Set<String> = []
  var versions: Set<String> = []
  var hint: String?
  var firstSeen: Timestamp
  var lastSeen: Timestamp
  var sessions = SessionBook()
  var recipients: [String: RecipientTally] = [:]
  var disclosures: [PlaceKey: DisclosureTally] = [:]
  var notes: Set<String> = []
  /// Keys, ids and User-Agents that tie this traffic to other traffic of the same program.
  private(set) var credentials: Set<UInt64> = []
  private(set) var identifiers: Set<UInt64> = []
  private(set) var agents: Set<String> = []
  /// Languages that its libraries show.
  var languages: Set<String> = []
  /// Whether its requests carry the headers of a vendor's client library.
  var isKit = false
  /// Whether anything of it was read.
  var isRead = false

  init(key: LedgerKey, tool: Int?, order: Int, at time: Timestamp) {
    self.key = key
    self.tool = tool
    self.order = order
    firstSeen = time
    lastSeen = time
  }

  func noteTies(_ finding: Finding) {
    if finding.attribute.hasPrefix("account."), finding.isSecret, credentials.count < Self.tracked {
      credentials.insert(fnv1a(finding.value))
    } else if finding.attribute.hasPrefix("identity."), finding.attribute.hasSuffix("_id"),
      finding.value.count >= 12, identifiers.count < Self.tracked
    {
      identifiers.insert(fnv1a(finding.value))
    }
  }

  /// Whether browsers alone sent it.
  var isBrowser: Bool {
    !agents.isEmpty && agents.allSatisfy { UserAgent($0).isBrowser }
  }

  /// Whether it went to processors, or to hosts for reports, flags and updates.
  var reports: Bool {
    recipients.values.allSatisfy { tally in
      tally.kind == .processor
        || !tally.roles.isDisjoint(with: ["telemetry", "crash", "feature-flags", "update"])
    }
  }

  /// Keeps a sentence for people, up to a bound.
  func tell(_ note: String) {
    if notes.count < 32 { notes.insert(note) }
  }

  func noteAgent(_ agent: String) {
    if agents.count < 64 { agents.insert(agent) }
  }

  /// Takes in what turned out to be the same program's.
  func absorb(_ other: Ledger, gap: Double, distinctLimit: Int) {
    firstSeen = min(firstSeen, other.firstSeen)
    lastSeen = max(lastSeen, other.lastSeen)
    let map = sessions.merge(other.sessions, gap: gap)
    for (host, tally) in other.recipients {
      if recipients[host] == nil {
        recipients[host] = tally
      } else {
        recipients[host]?.merge(tally)
      }
    }
    for (place, tally) in other.disclosures {
      if disclosures[place] == nil {
        var moved = tally
        moved.renumberSessions(map)
        disclosures[place] = moved
      } else {
        disclosures[place]?.merge(tally, sessions: map, distinctLimit: distinctLimit)
      }
    }
    credentials.formUnion(other.credentials)
    identifiers.formUnion(other.identifiers)
    agents.formUnion(other.agents)
    languages.formUnion(other.languages)
    notes.formUnion(other.notes)
    isRead = isRead || other.isRead
  }
}
