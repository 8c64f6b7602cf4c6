import Synchronization

/// The marks of all tools with their patterns compiled, grouped by the place that they stand in.
final class AgentIndex: Sendable {
  /// A class, so that walking a list of marks copies nothing.
  final class Mark: Sendable {
    let tool: Int
    /// Header name in lower case.
    let name: String
    let pattern: Pattern?
    let weight: Double
    let hosts: [HostPattern]

    init(_ mark: Tool.Mark, tool: Int, pattern: Pattern?) {
      self.tool = tool
      self.pattern = pattern
      name = mark.name.lowercased()
      weight = mark.weight
      hosts = mark.hosts.map(HostPattern.init)
    }

    /// Nil when the value does not fit; otherwise the version that it tells, if any.
    func version(in value: String) -> String?? {
      guard let pattern else { return .some(nil) }
      guard let match = pattern.firstMatch(in: value) else { return nil }
      return .some(match.group.map { value.text(at: $0) })
    }

    func counts(at host: String?) -> Bool {
      hosts.isEmpty || host.map { name in hosts.contains { $0.matches(name) } } == true
    }
  }

  let userAgents: [Mark]
  let headers: [Int: [Mark]]
  let paths: [Mark]
  let hosts: [Mark]
  let queries: [Mark]
  let clients: [(client: Int, pattern: Pattern)]

  /// Marks whose pattern is refused are left out; the checker names them.
  init(_ catalogue: Catalogue) {
    var marks: [Tool.Mark.Place: [Mark]] = [:]
    for (index, tool) in catalogue.tools.enumerated() {
      for mark in tool.marks where mark.place != .body {
        let pattern = mark.pattern.map { source in try? Pattern(source) }
        if case .some(nil) = pattern { continue }
        marks[mark.place, default: []].append(Mark(mark, tool: index, pattern: pattern ?? nil))
      }
    }
    // The heavier of two marks at one place speaks first.
    for place in marks.keys { marks[place]?.sort { $0.weight > $1.weight } }
    userAgents = marks[.userAgent] ?? []
    paths = marks[.path] ?? []
    hosts = marks[.host] ?? []
    queries = marks[.query] ?? []
    headers = Dictionary(grouping: marks[.header] ?? []) { Self.key($0.name) }
    clients = catalogue.clients.enumerated().compactMap { index, client in
      (try? Pattern(client.userAgent)).map { (index, $0) }
    }
  }

  /// A key of a header name that ignores case: names that share one are compared in full.
  static func key(_ name: String) -> Int {
    var hash: UInt32 = 2_166_136_261
    for byte in name.utf8 { hash = (hash ^ UInt32(byte.lowercasedASCII)) &* 16_777_619 }
    return Int(hash)
  }
}

/// Builds the index at first use: compiling every pattern is no part of starting up.
final class AgentIndexBox: Sendable {
  private let built = Mutex<AgentIndex?>(nil)

  func index(for catalogue: Catalogue) -> AgentIndex {
    built.withLock { index in
      if let index { return index }
      let new = AgentIndex(catalogue)
      index = new
      return new
    }
  }
}
