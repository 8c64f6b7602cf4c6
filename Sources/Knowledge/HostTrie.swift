/// Finds the best host pattern for a name: a trie over labels from the right.
///
/// Exact names beat patterns with wildcards inside, those beat suffixes, and of suffixes the
/// longest wins. The edges stand in one hash table, so a name that leaves the trie early, as nearly
/// all do, costs one or two probes and no memory.
struct HostTrie: Sendable {
  private struct Node {
    /// Number of the pattern that ends here, and of the one that covers what lies below; -1 for
    /// none.
    var exact: Int32 = -1
    var below: Int32 = -1
    /// Whether those came from one pattern for both, which a pattern for one of them outdoes.
    var isExactShared = false
    var isBelowShared = false
    /// The first of the children whose labels hold wildcards, in `globs`; -1 for none.
    var firstGlob: Int32 = -1
  }

  /// A child whose label holds wildcards, and the next one of the same parent.
  private struct Glob {
    var offset: Int32
    var count: Int32
    var child: Int32
    var next: Int32
  }

  private struct Edge {
    var parent: Int32 = -1
    var child: Int32 = -1
    var offset: Int32 = 0
    var count: Int32 = 0
    /// The end of the label, which tells most labels apart; see ``HostLabel/tail(_:_:_:)``.
    var tail: UInt64 = 0
  }

  /// How good a match is: kind, then labels, then fixed characters.
  private struct Candidate {
    var pattern: Int32 = -1
    var rank = 0
  }

  private var nodes = [Node()]
  private var globs: [Glob] = []
  private var edges = [Edge](repeating: Edge(), count: 64)
  private var edgeCount = 0
  private var text: [UInt8] = []

  /// Adds a pattern under a number; the first of two equal patterns stays.
  mutating func insert(_ pattern: HostPattern, number: Int32) {
    var node: Int32 = 0
    for label in pattern.labels {
      let bytes = Array(label.utf8)
      node = label.contains("*") ? globChild(of: node, bytes) : child(of: node, bytes)
    }
    let index = Int(node)
    let isShared = pattern.scope == .nameAndBelow
    if pattern.scope != .below,
      nodes[index].exact < 0 || (nodes[index].isExactShared && !isShared)
    {
      nodes[index].exact = number
      nodes[index].isExactShared = isShared
    }
    if pattern.scope != .name,
      nodes[index].below < 0 || (nodes[index].isBelowShared && !isShared)
    {
      nodes[index].below = number
      nodes[index].isBelowShared = isShared
    }
  }

  /// Number of the best pattern for a name, or -1.
  func find(_ name: RawSpan) -> Int32 {
    let count = Self.lengthOfName(name)
    guard count > 0, count <= 253 else { return -1 }
    var best = Candidate()
    search(name, end: count, node: 0, depth: 0, fixed: 0, isFixed: true, best: &best)
    return best.pattern >= 0 && Self.hasEmptyLabel(name, count) ? -1 : best.pattern
  }

  /// The length without a port (`:4319`) and a final dot.
  private static func lengthOfName(_ name: RawSpan) -> Int {
    var count = name.byteCount
    var digits = count
    while digits > 0, name.byte(digits - 1) &- UInt8(ascii: "0") < 10 { digits -= 1 }
    if digits > 0, digits < count, name.byte(digits - 1) == UInt8(ascii: ":") { count = digits - 1 }
    if count > 0, name.byte(count - 1) == UInt8(ascii: ".") { count -= 1 }
    return count
  }

  private static func hasEmptyLabel(_ name: RawSpan, _ count: Int) -> Bool {
    var isAtStart = true
    for index in 0..<count {
      let isDot = name.byte(index) == UInt8(ascii: ".")
      if isDot, isAtStart { return true }
      isAtStart = isDot
    }
    return isAtStart
  }

  /// Walks from `node` down the labels that end at `end`.
  private func search(
    _ name: RawSpan, end: Int, node: Int32, depth: Int, fixed: Int, isFixed: Bool,
    best: inout Candidate
  ) {
    var end = end
    var node = node
    var depth = depth
    var fixed = fixed
    while true {
      let start = HostLabel.start(name, end: end)
      guard end > start, end - start <= 63 else { return }
      var number = nodes[Int(node)].firstGlob
      while number >= 0 {
        let glob = globs[Int(number)]
        number = glob.next
        let label = text.span.bytes.extracting(
          Int(glob.offset)..<Int(glob.offset) + Int(glob.count))
        guard HostPattern.glob(label, covers: name, start, end) else { continue }
        let length = fixed + Int(glob.count) - 1
        offer(glob.child, start, depth + 1, length, isFixed: false, &best)
        guard start > 0 else { continue }
        search(
          name, end: start - 1, node: glob.child, depth: depth + 1, fixed: length, isFixed: false,
          best: &best)
      }
      node = childIndex(of: node, name, start, end)
      if node < 0 { return }
      depth += 1
      fixed += end - start
      offer(node, start, depth, fixed, isFixed: isFixed, &best)
      if start == 0 { return }
      end = start - 1
    }
  }

  private func offer(
    _ node: Int32, _ start: Int, _ depth: Int, _ fixed: Int, isFixed: Bool,
    _ best: inout Candidate
  ) {
    let found = nodes[Int(node)]
    let pattern = start == 0 ? found.exact : found.below
    guard pattern >= 0 else { return }
    let kind = start == 0 ? (isFixed ? 3 : 2) : 1
    let rank = kind << 32 | depth << 16 | fixed
    if rank > best.rank { best = Candidate(pattern: pattern, rank: rank) }
  }

  // MARK: Edges

  /// The child whose label stands from `start` to `end`; -1 when there is none.
  private func childIndex(
    of parent: Int32, _ name: RawSpan, _ start: Int, _ end: Int
  ) -> Int32 {
    let tail = HostLabel.tail(name, start, end)
    var slot = HostLabel.hash(tail, below: parent) & (edges.count - 1)
    while edges[slot].child >= 0 {
      let edge = edges[slot]
      if edge.tail == tail, edge.parent == parent, edge.count == end - start {
        // The last bytes are those of the tail.
        let rest = max(end - start - HostLabel.tailLength, 0)
        var offset = 0
        while offset < rest,
          text[Int(edge.offset) + offset] == name.byte(start + offset).lowercasedASCII
        {
          offset += 1
        }
        if offset == rest { return edge.child }
      }
      slot = (slot + 1) & (edges.count - 1)
    }
    return -1
  }

  private mutating func child(of parent: Int32, _ label: [UInt8]) -> Int32 {
    let found = childIndex(of: parent, label.span.bytes, 0, label.count)
    if found >= 0 { return found }
    let node = Int32(nodes.count)
    nodes.append(Node())
    let edge = Edge(
      parent: parent, child: node, offset: Int32(text.count), count: Int32(label.count),
      tail: HostLabel.tail(label.span.bytes, 0, label.count))
    text += label
    edgeCount += 1
    if edgeCount * 2 > edges.count { grow() }
    place(edge)
    return node
  }

  private mutating func globChild(of parent: Int32, _ label: [UInt8]) -> Int32 {
    var number = nodes[Int(parent)].firstGlob
    while number >= 0 {
      let glob = globs[Int(number)]
      let start = Int(glob.offset)
      if text[start..<start + Int(glob.count)].elementsEqual(label) { return glob.child }
      number = glob.next
    }
    let node = Int32(nodes.count)
    nodes.append(Node())
    globs.append(
      Glob(
        offset: Int32(text.count), count: Int32(label.count), child: node,
        next: nodes[Int(parent)].firstGlob))
    text += label
    nodes[Int(parent)].firstGlob = Int32(globs.count - 1)
    return node
  }

  private mutating func grow() {
    let old = edges
    edges = [Edge](repeating: Edge(), count: old.count * 2)
    for edge in old where edge.child >= 0 { place(edge) }
  }

  private mutating func place(_ edge: Edge) {
    var slot = HostLabel.hash(edge.tail, below: edge.parent) & (edges.count - 1)
    while edges[slot].child >= 0 { slot = (slot + 1) & (edges.count - 1) }
    edges[slot] = edge
  }
}

extension RawSpan {
  /// The byte at an offset, which is checked against the bounds.
  @inline(__always)
  func byte(_ offset: Int) -> UInt8 {
    unsafeLoad(fromByteOffset: offset, as: UInt8.self)
  }
}
