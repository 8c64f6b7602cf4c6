public import Model

/// How well a request fits a tool, by the marks of its head; bodies are not looked at.
public struct ToolMatch: Sendable, Hashable {
  public var tool: Tool
  /// The marks that fit taken together, as independent witnesses: 1 - Π(1 - weight).
  public var weight: Double
  /// `user-agent`, `header:x-app`, `path`, `host`, in that order.
  public var evidence: [String]
  public var version: String?
}

/// Who a User-Agent names.
public struct AgentMatch: Sendable, Hashable {
  public enum Subject: Sendable, Hashable {
    case tool(Tool)
    case client(Client)
  }

  public var subject: Subject
  public var version: String?
  /// The mark's weight; 1 for clients.
  public var weight: Double

  /// Id of the tool or client.
  public var id: String {
    switch subject {
    case .tool(let tool): tool.id
    case .client(let client): client.id
    }
  }
}

extension Catalogue {
  /// The tools, then the clients that a User-Agent names, the surest first.
  ///
  /// Marks that hold at certain hosts only are left out, because the host is not known here.
  public func identify(userAgent: String) -> [AgentMatch] {
    let index = agents.index(for: self)
    var matches: [AgentMatch] = []
    for mark in index.userAgents where mark.hosts.isEmpty {
      guard case .some(let version) = mark.version(in: userAgent) else { continue }
      matches.append(
        AgentMatch(subject: .tool(tools[mark.tool]), version: version, weight: mark.weight))
    }
    matches.sort { $0.weight == $1.weight ? $0.id < $1.id : $0.weight > $1.weight }
    if let client = client(userAgent: userAgent) { matches.append(client) }
    return matches
  }

  /// The HTTP library or shell that a User-Agent names.
  public func client(userAgent: String) -> AgentMatch? {
    let index = agents.index(for: self)
    for candidate in index.clients {
      guard let match = candidate.pattern.firstMatch(in: userAgent) else { continue }
      return AgentMatch(
        subject: .client(clients[candidate.client]),
        version: match.group.map { userAgent.text(at: $0) }, weight: 1)
    }
    return nil
  }

  /// The tools that the head of a request shows marks of, the surest first.
  ///
  /// `path` may hold a query, which only marks of that place read; the port of the host does not
  /// matter.
  public func toolMatches(
    userAgent: String?, headers: [HTTPField], path: String, host: String?
  ) -> [ToolMatch] {
    let index = agents.index(for: self)
    var tally = Tally()
    if let userAgent {
      for mark in index.userAgents { tally.add(mark, userAgent, host, "user-agent") }
    }
    for field in headers {
      guard let marks = index.headers[AgentIndex.key(field.name)] else { continue }
      for mark in marks where mark.name.equalsIgnoringASCIICase(field.name) {
        tally.add(mark, field.value, host, "header:" + mark.name)
      }
    }
    if !index.paths.isEmpty {
      let path = path.utf8.firstIndex(of: UInt8(ascii: "?")).map { String(path[..<$0]) } ?? path
      for mark in index.paths { tally.add(mark, path, host, "path") }
    }
    if !index.queries.isEmpty, let query = path.utf8.firstIndex(of: UInt8(ascii: "?")) {
      for pair in path[path.utf8.index(after: query)...].split(separator: "&").prefix(64) {
        let name = pair.prefix { $0 != "=" }
        for mark in index.queries where mark.name.equalsIgnoringASCIICase(String(name)) {
          tally.add(mark, String(pair.dropFirst(name.count + 1)), host, "query:" + mark.name)
        }
      }
    }
    if let host {
      let name = HostPattern.withoutPort(host).lowercased()
      for mark in index.hosts { tally.add(mark, name, host, "host") }
    }
    return tally.scores.map { score in
      ToolMatch(
        tool: tools[score.tool], weight: 1 - score.doubt, evidence: score.evidence,
        version: score.version)
    }
    .sorted { $0.weight == $1.weight ? $0.tool.id < $1.tool.id : $0.weight > $1.weight }
  }
}

/// The marks that fitted so far, per tool.
private struct Tally {
  struct Score {
    var tool: Int
    var doubt = 1.0
    var evidence: [String] = []
    var version: String?
  }

  var scores: [Score] = []

  mutating func add(_ mark: AgentIndex.Mark, _ value: String, _ host: String?, _ evidence: String) {
    guard case .some(let version) = mark.version(in: value), mark.counts(at: host) else { return }
    let index = scores.firstIndex { $0.tool == mark.tool } ?? scores.count
    if index == scores.count { scores.append(Score(tool: mark.tool)) }
    // Two marks that read the same place are one witness.
    if scores[index].evidence.last != evidence {
      scores[index].doubt *= 1 - mark.weight
      scores[index].evidence.append(evidence)
    }
    scores[index].version = scores[index].version ?? version
  }
}
