/// Finds any of many phrases in a text in one pass, whatever their number (Aho and Corasick, 1975).
///
/// ASCII letters match in either case: phrases that must not are compared again by the caller. Nodes
/// are numbered by depth. The root and its children have dense rows that already include what failure
/// links would lead to; deeper nodes keep their edges in one hash table.
struct PhraseAutomaton: Sendable {
  private static let fold: [UInt8] = (0...255).map { byte in
    byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte
  }

  /// 256 successors for the root and each of its children.
  private var rows: [Int32] = []
  private var edges = FlatTable()
  /// The node of the longest proper suffix.
  private var failures: [Int32] = [0]
  /// First phrase that ends at a node, or -1.
  private var first: [Int32] = [-1]
  /// Nearest node along the failure links where a phrase ends, or -1.
  private var suffix: [Int32] = [-1]
  /// The next phrase that ends at the same node, or -1.
  private var next: [Int32]
  /// Nodes below this number have a row.
  private var denseNodes: Int32 = 1

  /// - Parameter phrases: in any order; empty ones are never found.
  init(_ phrases: [[UInt8]]) {
    next = Array(repeating: -1, count: phrases.count)
    var nodes = [Int32](repeating: 0, count: phrases.count)
    let deepest = phrases.map(\.count).max() ?? 0
    var live = phrases.indices.filter { !phrases[$0].isEmpty }
    for depth in 0..<deepest {
      for phrase in live {
        nodes[phrase] = child(of: nodes[phrase], by: Self.fold[Int(phrases[phrase][depth])])
      }
      for phrase in live where phrases[phrase].count == depth + 1 {
        next[phrase] = first[Int(nodes[phrase])]
        first[Int(nodes[phrase])] = Int32(phrase)
      }
      live.removeAll { phrases[$0].count == depth + 1 }
      if depth == 0 { denseNodes = Int32(failures.count) }
    }
    buildRows()
  }

  private mutating func child(of node: Int32, by byte: UInt8) -> Int32 {
    let known = edge(node, byte)
    if known >= 0 { return known }
    let new = Int32(failures.count)
    edges.insert(Self.key(node, byte), new)
    var failure: Int32 = 0
    if node != 0 {
      var at = failures[Int(node)]
      while at != 0, edge(at, byte) < 0 { at = failures[Int(at)] }
      failure = max(0, edge(at, byte))
    }
    failures.append(failure)
    first.append(-1)
    suffix.append(first[Int(failure)] >= 0 ? failure : suffix[Int(failure)])
    return new
  }

  private mutating func buildRows() {
    rows = Array(repeating: 0, count: 256 * Int(denseNodes))
    for node in 0..<denseNodes {
      for byte in 0..<256 {
        let to = edge(node, UInt8(byte))
        // A child of the root falls back to the root, whose row is complete by then.
        rows[Int(node) * 256 + byte] = to >= 0 ? to : node == 0 ? 0 : rows[byte]
      }
    }
  }

  private static func key(_ node: Int32, _ byte: UInt8) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 8 | UInt64(byte)
  }

  private func edge(_ node: Int32, _ byte: UInt8) -> Int32 { edges.value(Self.key(node, byte)) }

  /// Tells every place where a phrase ends, in order of place, longer phrases first.
  ///
  /// - Parameter found: takes the phrase's number and the offset behind its last byte; false stops.
  func scan(_ text: Span<UInt8>, _ found: (_ phrase: Int, _ end: Int) -> Bool) {
    guard failures.count > 1 else { return }
    let folded = Self.fold
    var node: Int32 = 0
    for at in text.indices {
      node = successor(of: node, by: folded[Int(text[at])])
      var ending = first[Int(node)] >= 0 ? node : suffix[Int(node)]
      while ending >= 0 {
        var phrase = first[Int(ending)]
        while phrase >= 0 {
          guard found(Int(phrase), at + 1) else { return }
          phrase = next[Int(phrase)]
        }
        ending = suffix[Int(ending)]
      }
    }
  }

  private func successor(of node: Int32, by byte: UInt8) -> Int32 {
    var node = node
    while node >= denseNodes {
      let to = edge(node, byte)
      if to >= 0 { return to }
      node = failures[Int(node)]
    }
    return rows[Int(node) &* 256 &+ Int(byte)]
  }
}
