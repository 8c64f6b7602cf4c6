import Analysis
public import Dissection
public import Knowledge
public import Model
public import Protocols

/// The gateway's view: AI traffic is read as far as it can be, the rest is counted.
///
/// Flows whose content can be read (clear HTTP, or keys at hand) are judged by their exchanges, because
/// gateways and resellers have names that no catalogue lists. See docs/Architecture.md, Attention.
public final class AIAttention: AttentionPolicy {
  private let catalogue: Catalogue
  private var hosts = HostMemory()
  private let opensEverything: Bool
  /// Requests of a clear connection that are judged before it is taken for ordinary traffic.
  private static let judgedRequests = 16
  /// Hosts that turned out to speak an AI vendor's API, though the catalogue does not list them.
  private var learnedHosts: Set<String> = []
  private static let mostLearnedHosts = 4_096
  public let screenedFields: FieldNameFilter?
  private var agents: AgentScreen

  /// Clients that spoke to AI hosts: their flows to unlisted hosts are looked at from outside, because
  /// one of these may be the gateway of the same program. Each client gets so many such looks.
  private var clients: [IPAddress: Int] = [:]
  private static let mostClients = 4_096
  private static let mostLooks = 64
  /// Addresses that DNS gave for AI hosts, for hellos that hide the name (RFC 9849).
  private var addresses: Set<IPAddress> = []
  private static let mostAddresses = 65_536

  /// Encrypted flows that were counted only, because the catalogue does not list their host.
  public private(set) var unlistedFlows = 0

  public init(catalogue: Catalogue, opensEverything: Bool = false) {
    self.catalogue = catalogue
    self.opensEverything = opensEverything
    agents = AgentScreen(catalogue)
    screenedFields = opensEverything ? nil : FieldNameFilter(agents.markedHeaders)
  }

  public func attention(for clue: AttentionClue, of state: FlowState) -> Attention {
    if opensEverything { return .opened }
    switch clue {
    case .serverName(let name, let isOpenable):
      if isOpenable { return .opened }
      let client = state.flow.client.address
      if name.map(isAI) == true || addresses.contains(state.flow.server.address) {
        if clients[client] == nil, clients.count < Self.mostClients { clients[client] = 0 }
        return .observed
      }
      // Hosts that a tool is known to speak to are its own when it shows itself elsewhere.
      if let name, hosts.verdict(name.utf8Span.span.bytes, catalogue).isContacted {
        return .observed
      }
      unlistedFlows += 1
      guard let looks = clients[client], looks < Self.mostLooks else { return .counted }
      clients[client] = looks + 1
      return .observed
    case .keys:
      return .opened
    case .request(_, let host, let target, let fields):
      return judge(host: host, target: target, fields: fields, state)
    case .unknownProtocol:
      return .counted
    }
  }

  public func passesOver(
    serverName: RawSpan, from client: IPAddress, to server: IPAddress
  ) -> Bool {
    guard !opensEverything, learnedHosts.isEmpty else { return false }
    let verdict = hosts.verdict(serverName, catalogue)
    guard !verdict.isListed, !verdict.isContacted, !addresses.contains(server),
      clients[client].map({ $0 >= Self.mostLooks }) ?? true
    else { return false }
    unlistedFlows += 1
    return true
  }

  public func screen(
    _ head: RawSpan, _ scan: HTTP1Scan, of state: FlowState
  ) -> RequestScreening {
    // What keys opened stays open, and so does a connection that spoke to an AI host.
    guard state.attention == .undecided else { return .deserving }
    let host = head.extracting(scan.host)
    if hosts.verdict(host, catalogue).isListed
      || APIShape.isSuggested(by: head.extracting(scan.target))
    {
      return .deserving
    }
    if !learnedHosts.isEmpty, learnedHosts.contains(Authority.name(of: host.fieldText)) {
      return .deserving
    }
    if !scan.userAgent.isEmpty, agents.namesTool(head.extracting(scan.userAgent)) {
      return .deserving
    }
    return state.requests >= Self.judgedRequests ? .enough : .ordinary
  }

  /// Learns which addresses belong to AI hosts.
  public func learn(_ message: DNSMessage) {
    guard message.isResponse, let question = message.questions.first, isAI(host: question.name)
    else { return }
    for answer in message.answers {
      guard let address = answer.address, addresses.count < Self.mostAddresses else { continue }
      addresses.insert(address)
    }
  }

  public var wantsCountedFlows: Bool { opensEverything }

  private func isAI(host: String) -> Bool {
    let verdict = hosts.verdict(host.utf8Span.span.bytes, catalogue)
    return verdict.isListed ? verdict.isAI : learnedHosts.contains(host)
  }

  private func judge(
    host: String?, target: String, fields: [HTTPField], _ state: FlowState
  ) -> Attention {
    let host = host.map { Authority.name(of: $0) }
    if host.map(isAI) ?? false { return .opened }
    if APIShape.isSuggested(by: target) {
      if let host, learnedHosts.count < Self.mostLearnedHosts { learnedHosts.insert(host) }
      return .opened
    }
    // What keys opened stays open: a tool's requests to other hosts belong to its story.
    if state.attention == .opened { return .opened }
    return state.requests > Self.judgedRequests ? .counted : .undecided
  }
}
