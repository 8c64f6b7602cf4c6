import Knowledge
import Model

/// Joins traffic that no mark names to the tool that most likely sent it.
///
/// Ties, from strong to weak: a mark that hints at the tool, a credential in common, an id in common, the
/// same User-Agent, and at last the same client at the same time in the same language. The last one only
/// holds for client libraries and processors, and only when the client shows a single tool
/// (docs/Identification.md).
struct Attribution {
  enum Tie: String {
    case hint = "tie:mark"
    case credential = "tie:credential"
    case identifier = "tie:id"
    case agent = "tie:user-agent"
    case host = "tie:host"
    case known = "tie:known-host"
    case time = "tie:client-and-time"

    var confidence: Double {
      switch self {
      case .hint: 0.9
      case .credential: 0.85
      case .identifier: 0.85
      case .agent: 0.8
      case .host: 0.6
      case .known: 0.6
      case .time: 0.5
      }
    }
  }

  private let knowledge: CompiledKnowledge
  private let options: AnalysisOptions

  init(knowledge: CompiledKnowledge, options: AnalysisOptions) {
    self.knowledge = knowledge
    self.options = options
  }

  /// The ledgers after joining, in the order of their first appearance.
  func join(_ ledgers: [LedgerKey: Ledger]) -> [Ledger] {
    var byClient: [IPAddress: [Ledger]] = [:]
    for ledger in ledgers.values.sorted(by: { $0.order < $1.order }) {
      byClient[ledger.key.client, default: []].append(ledger)
    }
    return byClient.sorted { $0.key < $1.key }.flatMap { joinClient($0.value) }
      .sorted { $0.order < $1.order }
  }

  private func joinClient(_ ledgers: [Ledger]) -> [Ledger] {
    var named: [Ledger] = []
    var loose: [Ledger] = []
    for ledger in ledgers {
      if kind(ledger) == nil || kind(ledger) == .sdk {
        loose.append(ledger)
      } else {
        named.append(ledger)
      }
    }
    // Marks of the same tool, seen with and without others.
    named = collapse(named)
    var left: [Ledger] = []
    for ledger in loose {
      guard let (position, tie) = tie(of: ledger, to: named) else {
        // What goes to hosts that are no AI by themselves concerns nobody without a tool.
        if ledger.recipients.values.contains(where: {
          ($0.isAI && !$0.isProxy) || $0.kind == .processor
        }) {
          left.append(ledger)
        } else if options.readsAllTraffic {
          // Other services of an AI vendor make nobody its client.
          ledger.key.tool = "unknown:unlisted"
          left.append(ledger)
        }
        continue
      }
      named[position].absorb(
        ledger, gap: options.sessionGap, distinctLimit: options.distinctLimit)
      named[position].evidence.insert(tie.rawValue)
      if tie == .time {
        named[position].notes.insert(
          "Traffic to \(hosts(ledger)) is tied to it by client and time alone.")
      }
    }
    return named + collapse(left)
  }

  private func hosts(_ ledger: Ledger) -> String {
    ledger.recipients.keys.sorted().prefix(4).joined(separator: ", ")
  }

  private func kind(_ ledger: Ledger) -> Tool.Kind? {
    ledger.tool.map { knowledge.catalogue.tools[$0].kind }
  }

  private func tie(of ledger: Ledger, to named: [Ledger]) -> (Int, Tie)? {
    let near = named.indices.filter { isNear(named[$0], ledger) }
    if let hint = ledger.hint, let i = near.first(where: { named[$0].key.tool == hint }) {
      return (i, .hint)
    }
    let apart = near.filter { !contradict(named[$0], ledger) }
    if let i = apart.first(where: { !named[$0].credentials.isDisjoint(with: ledger.credentials) }) {
      return (i, .credential)
    }
    if let i = apart.first(where: { !named[$0].identifiers.isDisjoint(with: ledger.identifiers) }) {
      return (i, .identifier)
    }
    if let i = apart.first(where: { !named[$0].agents.isDisjoint(with: specific(ledger.agents)) }) {
      return (i, .agent)
    }
    // A gateway's first visitor is often a bare request of the tool's own HTTP library.
    if let i = apart.first(where: {
      !named[$0].agents.isDisjoint(with: ledger.agents)
        && !Set(named[$0].recipients.keys).isDisjoint(with: ledger.recipients.keys)
    }) {
      return (i, .host)
    }
    if !ledger.isRead {
      let hosts = Set(ledger.recipients.keys)
      let same = near.filter { !hosts.isDisjoint(with: named[$0].recipients.keys) }
      if same.count == 1, let i = same.first { return (i, .host) }
    }
    let known = apart.filter { isKnown(named[$0], ledger) }
    if known.count == 1, let i = known.first { return (i, .known) }
    let isSideTraffic = ledger.recipients.values.allSatisfy { $0.kind == .processor || !$0.isAI }
    if apart.count == 1, near.count == 1, let i = apart.first,
      kind(ledger) == .sdk || ledger.isKit || (isSideTraffic && ledger.reports)
    {
      return (i, .time)
    }
    return nil
  }

  /// User-Agents that say more than a library that everybody uses.
  private func specific(_ agents: Set<String>) -> Set<String> {
    agents.filter { knowledge.catalogue.client(userAgent: $0) == nil }
  }

  private func isNear(_ a: Ledger, _ b: Ledger) -> Bool {
    a.firstSeen.seconds(since: b.lastSeen) < options.sessionGap
      && b.firstSeen.seconds(since: a.lastSeen) < options.sessionGap
  }

  /// Whether the catalogue says that the tool speaks to all these hosts, or that they take its vendor's
  /// data.
  private func isKnown(_ tool: Ledger, _ ledger: Ledger) -> Bool {
    guard let position = tool.tool, ledger.tool == nil else { return false }
    let vendor = knowledge.catalogue.tools[position].vendor
    return !ledger.recipients.isEmpty
      && ledger.recipients.keys.allSatisfy { host in
        knowledge.tool(position, isKnownToContact: host)
          || knowledge.host(host)?.entry.owner == vendor
      }
  }

  /// Programs in different languages are different programs, and a browser is no command-line tool.
  private func contradict(_ a: Ledger, _ b: Ledger) -> Bool {
    if !a.agents.isEmpty, !b.agents.isEmpty, a.isBrowser != b.isBrowser { return true }
    return !a.languages.isEmpty && !b.languages.isEmpty && a.languages.isDisjoint(with: b.languages)
  }

  /// Joins ledgers of one client that carry the same id.
  private func collapse(_ ledgers: [Ledger]) -> [Ledger] {
    var result: [Ledger] = []
    for ledger in ledgers {
      if let i = result.firstIndex(where: { $0.key.tool == ledger.key.tool }) {
        result[i].absorb(ledger, gap: options.sessionGap, distinctLimit: options.distinctLimit)
        result[i].evidence.formUnion(ledger.evidence)
        result[i].versions.formUnion(ledger.versions)
        result[i].confidence = max(result[i].confidence, ledger.confidence)
      } else {
        result.append(ledger)
      }
    }
    return result
  }
}
