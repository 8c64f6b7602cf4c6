/// The syntax tree of a pattern.
indirect enum PatternNode {
  case empty
  case byte(UInt8)
  case set(ByteSet)
  case start
  case end
  case sequence([PatternNode])
  case alternatives([PatternNode])
  /// `maximum` nil means without end; `offset` is where the count stands.
  case repetition(PatternNode, minimum: Int, maximum: Int?, offset: Int)
  /// The first capturing group; later ones are plain groups.
  case capture(PatternNode)
}

/// Reads the text of a pattern into its syntax tree, by recursive descent of bounded depth.
struct PatternParser {
  private let text: [UInt8]
  private var position = 0
  private var ignoringCase: Bool
  private var hasCapture = false

  init(_ source: String, ignoringCase: Bool) {
    text = Array(source.utf8)
    self.ignoringCase = ignoringCase
  }

  mutating func parse() throws(PatternError) -> PatternNode {
    if text.starts(with: "(?i)".utf8) {
      ignoringCase = true
      position = 4
    }
    let node = try alternatives(depth: 0)
    if position < text.count { throw error("a ) without its (") }
    return node
  }

  private func error(_ message: String, at offset: Int? = nil) -> PatternError {
    PatternError(message: message, offset: offset ?? position)
  }

  private var next: UInt8? { position < text.count ? text[position] : nil }

  private mutating func take(_ byte: Character) -> Bool {
    guard let next, next == byte.asciiValue else { return false }
    position += 1
    return true
  }

  private mutating func alternatives(depth: Int) throws(PatternError) -> PatternNode {
    guard depth <= Pattern.maximumDepth else {
      throw error("groups nest deeper than \(Pattern.maximumDepth)")
    }
    var branches = [try sequence(depth: depth)]
    while take("|") { branches.append(try sequence(depth: depth)) }
    return branches.count == 1 ? branches[0] : .alternatives(branches)
  }

  private mutating func sequence(depth: Int) throws(PatternError) -> PatternNode {
    var items: [PatternNode] = []
    while let byte = next, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
      let atom = try atom(depth: depth)
      items.append(try repeated(atom))
    }
    return items.count == 1 ? items[0] : items.isEmpty ? .empty : .sequence(items)
  }

  private mutating func repeated(_ atom: PatternNode) throws(PatternError) -> PatternNode {
    let offset = position
    let node: PatternNode
    if take("*") {
      node = .repetition(atom, minimum: 0, maximum: nil, offset: offset)
    } else if take("+") {
      node = .repetition(atom, minimum: 1, maximum: nil, offset: offset)
    } else if take("?") {
      node = .repetition(atom, minimum: 0, maximum: 1, offset: offset)
    } else if take("{") {
      let (minimum, maximum) = try counts()
      node = .repetition(atom, minimum: minimum, maximum: maximum, offset: offset)
    } else {
      return atom
    }
    switch atom {
    case .start, .end: throw error("an anchor cannot be repeated", at: offset)
    default: break
    }
    if let next, "*+?{".utf8.contains(next) {
      throw error("two repetitions in a row; put the first into a group")
    }
    return node
  }

  private mutating func counts() throws(PatternError) -> (Int, Int?) {
    let offset = position
    let minimum = try count()
    var maximum: Int? = minimum
    if take(",") {
      maximum = next == UInt8(ascii: "}") ? nil : try count()
    }
    guard take("}") else { throw error("a count without its closing }") }
    if let maximum, maximum < minimum {
      throw error("a count that runs downwards", at: offset)
    }
    return (minimum, maximum)
  }

  private mutating func count() throws(PatternError) -> Int {
    let offset = position
    var value = 0
    while let byte = next, ByteSet.digits.contains(byte) {
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
      position += 1
      guard value <= Pattern.maximumRepetition else {
        throw error("a count above \(Pattern.maximumRepetition)", at: offset)
      }
    }
    guard position > offset else { throw error("a number is wanted here; write \\{ for a brace") }
    return value
  }

  private mutating func atom(depth: Int) throws(PatternError) -> PatternNode {
    let offset = position
    let byte = text[position]
    position += 1
    switch byte {
    case UInt8(ascii: "("): return try group(depth: depth, offset: offset)
    case UInt8(ascii: "["): return try characterClass(offset: offset)
    case UInt8(ascii: "."): return .set(.notLineFeed)
    case UInt8(ascii: "^"): return .start
    case UInt8(ascii: "$"): return .end
    case UInt8(ascii: "\\"): return node(for: try escape(offset: offset))
    case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"), UInt8(ascii: "{"):
      throw error("nothing stands before this to repeat", at: offset)
    case 0x80...:
      return character(first: byte)
    default:
      return node(for: ByteSet(byte))
    }
  }

  /// A character outside ASCII: the bytes of its UTF-8 as one atom.
  private mutating func character(first: UInt8) -> PatternNode {
    var bytes: [PatternNode] = [.byte(first)]
    while let byte = next, byte & 0xC0 == 0x80 {
      bytes.append(.byte(byte))
      position += 1
    }
    return .sequence(bytes)
  }

  private mutating func group(depth: Int, offset: Int) throws(PatternError) -> PatternNode {
    var captures = true
    if take("?") {
      guard take(":") else { throw error("only (?: and a leading (?i) are known", at: offset) }
      captures = false
    }
    let isFirst = captures && !hasCapture
    if captures { hasCapture = true }
    let node = try alternatives(depth: depth + 1)
    guard take(")") else { throw error("a ( without its )", at: offset) }
    return isFirst ? .capture(node) : node
  }

  private mutating func characterClass(offset: Int) throws(PatternError) -> PatternNode {
    let isInverted = take("^")
    var members = CharacterClass()
    var isFirst = true
    while let byte = next {
      if byte == UInt8(ascii: "]"), !isFirst {
        position += 1
        return members.node(isInverted: isInverted, ignoringCase: ignoringCase)
      }
      isFirst = false
      let low = try classItem()
      guard let lower = low.single, next == UInt8(ascii: "-"), position + 1 < text.count,
        text[position + 1] != UInt8(ascii: "]")
      else {
        if let single = low.single { members.insert(single...single) }
        members.insert(low.set)
        continue
      }
      position += 1
      guard let upper = try classItem().single, lower <= upper else {
        throw error("a range that runs downwards")
      }
      members.insert(lower...upper)
    }
    throw error("a [ without its ]", at: offset)
  }

  /// One member of a class: a code point, which may begin a range, or an escape for several bytes.
  private mutating func classItem() throws(PatternError) -> (set: ByteSet, single: UInt32?) {
    let offset = position
    guard let byte = next else { throw error("a [ without its ]") }
    if byte >= 0x80 { return (ByteSet(), try codePoint()) }
    position += 1
    guard byte == UInt8(ascii: "\\") else { return (ByteSet(), UInt32(byte)) }
    let set = try escape(offset: offset)
    guard let member = set.onlyMember, member < 0x80 else { return (set, nil) }
    return (ByteSet(), UInt32(member))
  }

  /// A character outside ASCII; the text came out of a String, so its UTF-8 is whole.
  private mutating func codePoint() throws(PatternError) -> UInt32 {
    let end = text[(position + 1)...].firstIndex { $0 & 0xC0 != 0x80 } ?? text.count
    let character = String(decoding: text[position..<end], as: UTF8.self)
    guard let scalar = character.unicodeScalars.first else { throw error("a broken character") }
    position = end
    return scalar.value
  }

  private mutating func escape(offset: Int) throws(PatternError) -> ByteSet {
    guard let byte = next else { throw error("a \\ at the end", at: offset) }
    position += 1
    switch byte {
    case UInt8(ascii: "d"): return .digits
    case UInt8(ascii: "D"): return ByteSet.digits.inverted
    case UInt8(ascii: "w"): return .words
    case UInt8(ascii: "W"): return ByteSet.words.inverted
    case UInt8(ascii: "s"): return .spaces
    case UInt8(ascii: "S"): return ByteSet.spaces.inverted
    case UInt8(ascii: "t"): return ByteSet(9)
    case UInt8(ascii: "n"): return ByteSet(10)
    case UInt8(ascii: "r"): return ByteSet(13)
    case UInt8(ascii: "x"): return ByteSet(try hexByte(offset: offset))
    case let other where other < 0x80 && !ByteSet.words.contains(other): return ByteSet(other)
    default: throw error("an escape that is not known", at: offset)
    }
  }

  private mutating func hexByte(offset: Int) throws(PatternError) -> UInt8 {
    let digits = String(decoding: text[position...].prefix(2), as: UTF8.self)
    guard digits.utf8.count == 2, let value = UInt8(digits, radix: 16) else {
      throw error("\\x wants two hexadecimal digits", at: offset)
    }
    position += 2
    return value
  }

  private func node(for set: ByteSet) -> PatternNode {
    let members = ignoringCase ? set.foldingCase : set
    return members.onlyMember.map(PatternNode.byte) ?? .set(members)
  }
}
