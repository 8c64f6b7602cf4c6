import Knowledge
import Model

/// The catalogue made ready to run: one automaton over all places, and the patterns behind it.
final class CompiledKnowledge: Sendable {
  /// Who asked for a place.
  enum Terminal: Sendable {
    case signal(Int)
    case mark(tool: Int, mark: Int)
    case session(tool: Int)
    /// An agent within a session.
    case agent
    case processor(vendor: Int, mark: Int)
  }

  let catalogue: Catalogue

  /// What the catalogue says of a host; asked here, because callers would copy the catalogue to ask it.
  @inline(never)
  func host(_ name: String) -> Catalogue.HostMatch? { catalogue.host(name) }

  /// Whether the catalogue says anything of a host.
  @inline(never)
  func lists(_ host: String) -> Bool { catalogue.hostID(host.utf8Span.span.bytes) != nil }

  let index: PlaceIndex
  let recognisers = RecogniserSet()
  /// Signals of what names of hosts tell.
  private let hostSignals: [Int32]
  private let hostMemory = HostFactMemory()
  private let terminals: [Terminal]
  private let patterns: LazyPatterns
  private let toolPositions: [String: Int]
  private let sensitivities: [String: Int]

  init(_ catalogue: Catalogue) {
    self.catalogue = catalogue
    var index = PlaceIndex()
    var terminals: [Terminal] = []
    var patterns: [String?] = []
    var hostSignals: [Int32] = []
    func add(_ path: String, _ part: ChannelPart, _ pattern: String?, _ terminal: Terminal) {
      guard let place = PlacePath(path), let root = PlaceIndex.Root(part) else { return }
      index.insert(place, root: root, terminal: Int32(terminals.count))
      terminals.append(terminal)
      patterns.append(pattern)
    }
    for (i, signal) in catalogue.signals.enumerated() {
      if signal.part == .tls, signal.path == "sni", signal.pattern != nil {
        hostSignals.append(Int32(terminals.count))
        terminals.append(.signal(i))
        patterns.append(signal.pattern)
        continue
      }
      add(signal.path, signal.part, signal.pattern, .signal(i))
    }
    for (i, tool) in catalogue.tools.enumerated() {
      for (j, mark) in tool.marks.enumerated() where mark.place == .body {
        add(mark.name, .body, mark.pattern, .mark(tool: i, mark: j))
      }
      for header in tool.sessionHeaders { add(header, .header, nil, .session(tool: i)) }
      for path in tool.sessionPaths { add(path, .body, nil, .session(tool: i)) }
      for header in tool.agentHeaders { add(header, .header, nil, .agent) }
    }
    for (i, vendor) in catalogue.vendors.enumerated() {
      for (j, mark) in vendor.marks.enumerated() {
        let part: ChannelPart
        switch mark.place {
        case .header: part = .header
        case .query: part = .query
        case .body: part = .body
        case .path: part = .requestLine
        case .userAgent, .host: continue
        }
        add(mark.name, part, mark.pattern, .processor(vendor: i, mark: j))
      }
    }
    self.index = index
    self.hostSignals = hostSignals
    self.terminals = terminals
    self.patterns = LazyPatterns(patterns)
    toolPositions = Dictionary(
      catalogue.tools.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    sensitivities = Dictionary(
      catalogue.attributes.map { ($0.id, $0.sensitivity) }, uniquingKeysWith: { first, _ in first })
  }

  func terminal(_ number: Int32) -> Terminal { terminals[Int(number)] }

  /// The part of a value that a terminal's pattern takes; nil when it does not fit.
  func value(_ bytes: [UInt8], of number: Int32) -> [UInt8]? {
    switch patterns.pattern(Int(number)) {
    case .none: return bytes
    case .refused: return nil
    case .compiled(let pattern):
      guard let match = pattern.firstMatch(in: bytes.span) else { return nil }
      return Array(bytes[match.group ?? match.range])
    }
  }

  /// What the name of a host tells by itself, whatever is said to it.
  func facts(ofHost name: String) -> [Finding] {
    hostMemory.facts(of: name) { name in
      let bytes = Array(name.utf8)
      return hostSignals.compactMap { number in
        guard case .signal(let index) = terminal(number), let value = value(bytes, of: number)
        else { return nil }
        return Finding(catalogue.signals[index], value)
      }
    }
  }

  /// Whether the catalogue says that the tool speaks to the host.
  func tool(_ number: Int, isKnownToContact host: String) -> Bool {
    catalogue.tools[number].hosts.contains { HostEntry.pattern($0, covers: host) }
  }

  /// Whether the catalogue says that any tool speaks to the host.
  func isContacted(_ host: String) -> Bool {
    catalogue.isContacted(host)
  }

  func position(ofTool id: String) -> Int? { toolPositions[id] }
  func sensitivity(of attribute: String) -> Int { sensitivities[attribute] ?? 3 }
}
