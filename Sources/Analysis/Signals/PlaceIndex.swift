import Model

/// All places that anybody asks about, as one automaton that runs along while a body is walked.
///
/// States are nodes of a trie over path steps. A place under `$..` hangs below a node that is always
/// active, so that the cost of a member is a few table look-ups whatever the number of signals.
struct PlaceIndex: Sendable {
  /// Where paths begin.
  enum Root: Int32, CaseIterable, Sendable {
    case body, header, query, requestLine, trailer

    init?(_ part: ChannelPart) {
      switch part {
      case .body, .webSocket: self = .body
      case .header: self = .header
      case .query: self = .query
      case .requestLine: self = .requestLine
      case .trailer: self = .trailer
      case .ip, .tcp, .dns, .tls, .quic: return nil
      }
    }
  }

  private static let anyMember: UInt64 = 1
  private static let item: UInt64 = 2
  private static let decoded: UInt64 = 3
  private static let firstName: UInt64 = 4

  private var nodes: [[Int32]] = []
  private var edges = FlatTable()
  private var nameSlots = FlatTable()
  private var names: [[UInt8]] = []
  /// Nodes below which a path may begin at any depth, by root.
  private var floating: [Int32] = []
  /// Nodes of names that count in any spelling, at any depth and in any part.
  private var spellings = FlatTable()

  init() {
    for _ in Root.allCases { nodes.append([]) }
    for _ in Root.allCases {
      floating.append(Int32(nodes.count))
      nodes.append([])
    }
  }

  /// Adds a place; `terminal` is what ``terminals(of:)`` gives back for it.
  mutating func insert(_ path: PlacePath, root: Root, terminal: Int32) {
    var node = path.floats ? floating[Int(root.rawValue)] : root.rawValue
    let folds = root == .header || root == .trailer
    for step in path.steps {
      switch step {
      case .member(let name): node = child(node, intern(folds ? name.lowercased() : name) << 1)
      case .named(let name): node = child(node, intern(name) << 1 | 1)
      case .anyMember: node = child(node, Self.anyMember << 1)
      case .item: node = child(node, Self.item << 1)
      case .decoded: node = child(node, Self.decoded << 1)
      case .spelled(let names):
        for name in names { nodes[spelledNode(name)].append(terminal) }
        return
      }
    }
    nodes[Int(node)].append(terminal)
  }

  private mutating func spelledNode(_ name: String) -> Int {
    let key = Spelling(Array(name.utf8).span).hash
    let known = spellings.value(key)
    if known >= 0 { return Int(known) }
    nodes.append([])
    spellings.insert(key, Int32(nodes.count - 1))
    return nodes.count - 1
  }

  /// Appends the states of a name that is known in any spelling.
  func spelled(_ spelling: Spelling, into next: inout [Int32]) {
    let node = spellings.value(spelling.hash)
    if node >= 0 { next.append(node) }
  }

  private mutating func intern(_ name: String) -> UInt64 {
    let bytes = Array(name.utf8)
    if let known = id(of: bytes.span) { return known }
    names.append(bytes)
    nameSlots.insert(fnv1a(bytes), Int32(names.count - 1))
    return Self.firstName + UInt64(names.count - 1)
  }

  private mutating func child(_ node: Int32, _ symbol: UInt64) -> Int32 {
    let key = UInt64(UInt32(bitPattern: node)) << 32 | symbol
    let known = edges.value(key)
    if known >= 0 { return known }
    let next = Int32(nodes.count)
    nodes.append([])
    edges.insert(key, next)
    return next
  }

  private func id(of name: Span<UInt8>) -> UInt64? {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for i in name.indices { hash = (hash ^ UInt64(name[i])) &* 0x100_0000_01b3 }
    let slot = nameSlots.value(hash)
    guard slot >= 0 else { return nil }
    let known = names[Int(slot)]
    guard known.count == name.count else { return nil }
    for i in name.indices where known[i] != name[i] { return nil }
    return Self.firstName + UInt64(slot)
  }

  private func step(_ node: Int32, _ symbol: UInt64) -> Int32 {
    edges.value(UInt64(UInt32(bitPattern: node)) << 32 | symbol)
  }

  func terminals(of node: Int32) -> [Int32] { nodes[Int(node)] }
  func hasTerminals(_ node: Int32) -> Bool { !nodes[Int(node)].isEmpty }

  /// States that are active at a root.
  func start(_ root: Root) -> Int32 { root.rawValue }

  /// Appends the states that a member's value has, given the states of its object.
  func member(
    _ name: Span<UInt8>, of states: ArraySlice<Int32>, root: Root, into next: inout [Int32]
  ) {
    let symbol = id(of: name)
    for state in states {
      if let symbol {
        let to = step(state, symbol << 1)
        if to >= 0 { next.append(to) }
      }
      let wild = step(state, Self.anyMember << 1)
      if wild >= 0 { next.append(wild) }
    }
    if let symbol {
      let to = step(floating[Int(root.rawValue)], symbol << 1)
      if to >= 0 { next.append(to) }
    }
  }

  /// Appends the states of a list's items. A place that names the list itself also means its items.
  func item(of states: ArraySlice<Int32>, into next: inout [Int32]) {
    for state in states {
      let to = step(state, Self.item << 1)
      if to >= 0 { next.append(to) }
      if hasTerminals(state) { next.append(state) }
    }
  }

  /// Appends the states of the value of a list item that names itself.
  func named(_ name: Span<UInt8>, in states: ArraySlice<Int32>, into next: inout [Int32]) {
    guard let symbol = id(of: name) else { return }
    for state in states {
      let to = step(state, symbol << 1 | 1)
      if to >= 0 { next.append(to) }
    }
  }

  /// Appends the states inside a value that was decoded.
  func decoded(_ states: ArraySlice<Int32>, into next: inout [Int32]) {
    for state in states {
      let to = step(state, Self.decoded << 1)
      if to >= 0 { next.append(to) }
    }
  }

  /// States after a chain of members, any of which may be a list, and a self-naming item at its end.
  func states(along names: [String], key: String?, root: Root) -> [Int32] {
    var states = [start(root)]
    for name in names {
      let bytes = Array(name.utf8)
      var next: [Int32] = []
      member(bytes.span, of: states[...], root: root, into: &next)
      var items: [Int32] = []
      item(of: next[...], into: &items)
      // The last list keeps its own states: its items are found by name.
      states = next + items.filter { !next.contains($0) }
    }
    guard let key else { return states }
    let keyBytes = Array(key.utf8)
    if names.isEmpty {
      let attributes = Array("attributes".utf8)
      states = []
      member(attributes.span, of: [], root: root, into: &states)
    }
    var found: [Int32] = []
    named(keyBytes.span, in: states[...], into: &found)
    spelled(Spelling(keyBytes.span), into: &found)
    return found
  }
}
