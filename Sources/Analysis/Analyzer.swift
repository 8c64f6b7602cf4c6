public import Knowledge
public import Model

/// What an analysis found.
public struct AnalysisResult: Sendable {
  public var tools: [ToolSummary]
  public var unattributed: [UnattributedTraffic]
  public var coverage: Coverage
  /// Takes redacted values out of the rest of a summary; nil unless all values are redacted.
  public var scrubber: ValueScrubber?
}

/// Turns records into tools, sessions, recipients and disclosures.
///
/// Records come one by one, in the order of the run; what is kept is bounded by ``AnalysisOptions``.
/// The same records give the same result.
public struct Analyzer {
  /// Called with each new disclosure when it is first found, and the tool's id as far as it is known
  /// by then; later evidence may still tie unknown traffic to a tool.
  public var onNewDisclosure: ((Disclosure, String) -> Void)?

  let knowledge: CompiledKnowledge
  let options: AnalysisOptions
  var coverage = CoverageCount()
  var flows: FlowBook
  var names: NameBook
  private var links: LinkBook
  var ledgers: [LedgerKey: Ledger] = [:]
  /// The ledgers of each client, in the order in which they were opened.
  private var books: [IPAddress: [Ledger]] = [:]
  /// Hosts on no list that spoke a vendor's API, by client.
  var learned: [LearnedHost: String] = [:]
  var held = HeldExchanges()
  var pending = PendingFacts()
  /// How flows were opened that ended before it was known whose they are, while exchanges of theirs are held.
  var openings: [UInt64: (opening: TCPOpening, start: Timestamp)] = [:]
  /// How opaque values repeat, and in which order fields come.
  var repetitions: RepetitionBook
  var orders: FieldOrderBook
  var exchangeCount = 0
  var agents: AgentScreen
  /// The profile made ready, once the capture's date is known.
  private(set) var facts: FactSearch?
  private var placeCount = 0
  private var liveRedactor: Redactor

  struct LearnedHost: Hashable {
    var client: IPAddress
    var host: String
  }

  public init(catalogue: Catalogue = .builtIn, options: AnalysisOptions = AnalysisOptions()) {
    knowledge = CompiledKnowledge(catalogue)
    self.options = options
    agents = AgentScreen(catalogue)
    flows = FlowBook(limit: options.flowLimit)
    names = NameBook(limit: options.nameLimit)
    links = LinkBook(limit: options.nameLimit)
    repetitions = RepetitionBook(limit: options.repeatedPlaces)
    orders = FieldOrderBook(limit: options.orderedRequests)
    liveRedactor = Redactor(policy: options.redaction, digestKey: options.digestKey)
  }

  /// Takes the next record of the run.
  public mutating func consume(_ record: Record) {
    if facts == nil, let profile = options.profile { facts = search(profile, at: record.time) }
    if let flow = record.flow { links.learn(flow) }
    switch record.observation {
    case .http(let exchange):
      exchangeCount += 1
      coverage.exchanges += 1
      coverage.note(exchange)
      guard let flow = record.flow else { return }
      take(exchange, number: exchangeCount, flow: flow, record)
    case .ordinary(let exchange):
      exchangeCount += 1
      coverage.exchanges += 1
      take(exchange, number: exchangeCount, record)
    case .webSocket(let message):
      guard let flow = record.flow, message.sender == .client else { return }
      take(message, flow: flow, record)
    case .tls(let handshake):
      guard let flow = record.flow else { return }
      take(handshake, flow: flow)
    case .quic(let handshake):
      guard let flow = record.flow else { return }
      take(handshake, flow: flow)
    case .dns(let message):
      names.learn(message)
      guard let flow = record.flow else { return }
      pending.noteAnnounced(message, flow, record)
      if message.isResponse {
        pending.noteNonexistent(message, flow)
      } else {
        pending.ask(message, flow, record)
      }
    case .proxy(let tunnel):
      guard let flow = record.flow else { return }
      update(flow) { state in
        if !state.tunnels.contains(where: { $0.provenance == tunnel.provenance }) {
          state.tunnels.append(tunnel)
        }
      }
    case .flow(let summary):
      guard let flow = record.flow else { return }
      end(flow, summary)
    case .plaintext, .anomaly:
      break
    }
  }

  private func search(_ profile: Profile, at time: Timestamp) -> FactSearch {
    FactSearch(profile.facts, at: time) { [knowledge] in knowledge.sensitivity(of: $0) }
  }

  /// Ends the run.
  public mutating func finish() -> AnalysisResult {
    enterOrdinary(held.drain())
    for state in flows.drain() { settle(state, summary: nil) }
    settlePending()
    tellRepetition()
    tellOrders()
    var builder = SummaryBuilder(knowledge: knowledge, options: options, links: links)
    let tools = builder.tools(Attribution(knowledge: knowledge, options: options).join(ledgers))
    let scrubber = builder.scrubber(for: tools)
    let unattributed = pending.unattributed()
    return AnalysisResult(
      tools: scrubber.map { scrubber in tools.map { scrubber.scrub($0) } } ?? tools,
      unattributed: scrubber.map { scrubber in unattributed.map { scrubber.scrub($0) } }
        ?? unattributed,
      coverage: coverage.finished(), scrubber: scrubber)
  }

  // MARK: Ledgers

  /// The sender's ledger; nil when there are too many senders already.
  mutating func open(_ key: LedgerKey, tool: Int?, at time: Timestamp) -> Bool {
    if ledgers[key] != nil { return true }
    guard ledgers.count < options.ledgerLimit else {
      coverage.isCapped = true
      return false
    }
    let ledger = Ledger(key: key, tool: tool, order: ledgers.count, at: time)
    ledgers[key] = ledger
    books[key.client, default: []].append(ledger)
    return true
  }

  /// A client's ledgers, in the order in which they were opened.
  func ledgers(of client: IPAddress) -> [Ledger] { books[client] ?? [] }

  /// Enters what was found in one place.
  mutating func disclose(
    _ finding: Finding, in place: PlaceKey, to key: LedgerKey, observers: [Observer],
    at time: Timestamp, session: Int?, evidence: @autoclosure () -> Evidence?,
    isRepeat: Bool = false
  ) {
    guard let ledger = ledgers[key] else { return }
    let known = ledger.disclosures.index(forKey: place)
    if known == nil {
      guard placeCount < options.placeLimit else {
        coverage.isCapped = true
        return
      }
      placeCount += 1
    }
    // Many places leave less room for the different values of each.
    let distinctLimit = placeCount < 4096 ? options.distinctLimit : options.distinctLimit / 16
    ledger.noteTies(finding)
    func add(to tally: inout DisclosureTally) {
      tally.add(
        finding, isRepeat: isRepeat, at: time, session: session, evidence: evidence,
        distinctLimit: distinctLimit)
      tally.observers.formUnion(observers)
    }
    if let known {
      add(to: &ledger.disclosures.values[known])
      return
    }
    var tally = DisclosureTally(at: time)
    add(to: &tally)
    ledger.disclosures[place] = tally
    guard let onNewDisclosure else { return }
    var disclosure = DisclosureWriter(knowledge: knowledge).disclosure(
      place, tally, sessions: tally.sessions.sorted().map { "s\($0 + 1)" }, &liveRedactor)
    if options.redaction == .values {
      disclosure = ValueScrubber(liveRedactor.replacements).scrub(disclosure)
    }
    onNewDisclosure(disclosure, key.tool)
  }
}
