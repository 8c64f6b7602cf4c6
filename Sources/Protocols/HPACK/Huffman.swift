import Wire

/// The Huffman code that HPACK and QPACK strings are written in (RFC 7541, section 5.2).
public enum Huffman {
  public enum Failure: Error, Hashable, Sendable {
    /// The end-of-string symbol stood in the text.
    case endOfStringSent
    /// The last bits were not a short run of ones.
    case badPadding
    /// The text is longer than `limit` bytes.
    case tooLong(limit: Int)
  }

  /// Decodes a string.
  ///
  /// - Parameters:
  ///   - bytes: the coded string, padding included.
  ///   - limit: bytes of text that may come out. The text is never longer than 8/5 of the input.
  public static func decode(_ bytes: RawSpan, limit: Int) throws(Failure) -> [UInt8] {
    let table = machine
    var text: [UInt8] = []
    text.reserveCapacity(min(limit, bytes.byteCount + bytes.byteCount / 2 + 1))
    var state = 0
    var mayEnd = true
    for i in 0..<bytes.byteCount {
      let byte = Int(bytes[i])
      for shift in stride(from: 4, through: 0, by: -4) {
        let step = table[state << 4 | byte >> shift & 0xf]
        guard step.isValid else { throw .endOfStringSent }
        if step.emits {
          guard text.count < limit else { throw .tooLong(limit: limit) }
          text.append(step.symbol)
        }
        state = step.next
        mayEnd = step.mayEnd
      }
    }
    guard mayEnd else { throw .badPadding }
    return text
  }

  /// What four bits of input do to the decoder.
  ///
  /// No code is shorter than five bits, so a nibble completes one symbol at most.
  private struct Step {
    /// 0–7 symbol, 8–15 next state, 16 emits, 17 may end, 18 valid.
    var packed: UInt32

    init(next: Int, symbol: UInt8?, mayEnd: Bool) {
      packed =
        UInt32(symbol ?? 0) | UInt32(next) << 8 | (symbol == nil ? 0 : 1 << 16)
        | (mayEnd ? 1 << 17 : 0) | 1 << 18
    }

    static let invalid = Step(packed: 0)
    private init(packed: UInt32) { self.packed = packed }

    var symbol: UInt8 { UInt8(truncatingIfNeeded: packed) }
    var next: Int { Int(packed >> 8 & 0xff) }
    var emits: Bool { packed & 1 << 16 != 0 }
    var mayEnd: Bool { packed & 1 << 17 != 0 }
    var isValid: Bool { packed & 1 << 18 != 0 }
  }

  /// One row of sixteen steps for each inner node of the code tree; the root is row 0.
  private static let machine: [Step] = {
    let tree = CodeTree(HuffmanTable.codeLengths)
    var steps: [Step] = []
    steps.reserveCapacity(tree.children.count * 16)
    for node in tree.children.indices {
      for nibble in 0..<16 { steps.append(step(of: tree, from: node, nibble)) }
    }
    return steps
  }()

  private static func step(of tree: CodeTree, from start: Int, _ nibble: Int) -> Step {
    var node = start
    var symbol: UInt8?
    for bit in [3, 2, 1, 0] {
      switch tree.children[node][nibble >> bit & 1] {
      case .node(let next):
        node = next
      case .symbol(let value):
        guard let octet = UInt8(exactly: value) else { return .invalid }
        symbol = octet
        node = 0
      case .none:
        return .invalid
      }
    }
    return Step(next: node, symbol: symbol, mayEnd: tree.isPadding[node])
  }
}

/// The binary tree of a canonical prefix code.
private struct CodeTree {
  enum Child {
    case none
    case node(Int)
    case symbol(Int)
  }

  private(set) var children: [[Child]] = [[.none, .none]]
  /// Whether the bits that lead to a node are fewer than eight ones, as padding is.
  private(set) var isPadding = [true]

  init(_ lengths: [UInt8]) {
    let order = lengths.indices.sorted { (lengths[$0], $0) < (lengths[$1], $1) }
    var code: UInt32 = 0
    var length: UInt8 = 0
    for symbol in order {
      code <<= UInt32(lengths[symbol] - length)
      length = lengths[symbol]
      insert(symbol, code, length)
      code += 1
    }
  }

  private mutating func insert(_ symbol: Int, _ code: UInt32, _ length: UInt8) {
    var node = 0
    for depth in 1...length {
      let bit = Int(code >> UInt32(length - depth) & 1)
      if depth == length {
        children[node][bit] = .symbol(symbol)
      } else if case .node(let next) = children[node][bit] {
        node = next
      } else {
        children.append([.none, .none])
        isPadding.append(isPadding[node] && bit == 1 && depth < 8)
        children[node][bit] = .node(children.count - 1)
        node = children.count - 1
      }
    }
  }
}
