import Yams

/// Reads one mapping of a YAML file key by key; what is wrong is noted and reading goes on.
struct FieldReader {
  let file: String
  let line: Int
  private let mapping: Node.Mapping
  private var used: Set<String> = []
  private(set) var problems: [CatalogueProblem] = []
  /// Whether something that the entry cannot do without is missing or wrong.
  private(set) var isUnusable = false

  /// Nil when the node is no mapping.
  init?(_ node: Node, file: String) {
    guard case .mapping(let mapping) = node else { return nil }
    self.mapping = mapping
    self.file = file
    line = node.mark?.line ?? 0
  }

  mutating func note(_ key: String, _ message: String, line: Int? = nil) {
    problems.append(
      CatalogueProblem(
        file: file, line: line ?? self.line(of: key), key: key, message: message))
  }

  /// Notes a mistake that makes the entry unusable.
  mutating func refuse(_ key: String, _ message: String, line: Int? = nil) {
    note(key, message, line: line)
    isUnusable = true
  }

  mutating func absorb(_ other: [CatalogueProblem]) { problems += other }

  /// Line of a key, or of the mapping when it lacks the key.
  func line(of key: String) -> Int {
    for (name, _) in mapping where name.scalar?.string == key {
      return name.mark?.line ?? line
    }
    return line
  }

  mutating func node(_ key: String) -> Node? {
    used.insert(key)
    return mapping.first { $0.key.scalar?.string == key }?.value
  }

  /// Notes every key that was not asked for.
  mutating func refuseUnknownKeys() {
    let known = used.sorted().joined(separator: ", ")
    for (name, _) in mapping {
      let key = name.scalar?.string ?? ""
      if !used.contains(key) {
        note(key, "unknown key; known here are \(known)", line: name.mark?.line)
      }
    }
  }

  // MARK: Values

  /// One line of text; nil when absent.
  mutating func text(_ key: String) -> String? {
    guard let node = node(key) else { return nil }
    return line(of: node, key)
  }

  mutating func required(_ key: String) -> String {
    if let text = text(key), !text.isEmpty { return text }
    if node(key) == nil || node(key)?.scalar?.string.isEmpty == true {
      refuse(key, "is missing")
    }
    return ""
  }

  private mutating func line(of node: Node, _ key: String) -> String? {
    guard let scalar = node.scalar else {
      refuse(key, "must be a text", line: node.mark?.line)
      return nil
    }
    let text = scalar.string
    if text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7f }) {
      refuse(key, "must be one line without tabs", line: node.mark?.line)
      return nil
    }
    return text
  }

  /// A list of texts; a single text counts as a list of one.
  mutating func list(_ key: String, without separator: Character = ",") -> [String] {
    guard let node = node(key) else { return [] }
    var result: [String] = []
    let items: [Node]
    if let sequence = node.sequence { items = Array(sequence) } else { items = [node] }
    for item in items {
      guard let text = line(of: item, key) else { continue }
      if text.isEmpty {
        note(key, "an item is empty", line: item.mark?.line)
      } else if text.contains(separator) {
        refuse(key, "an item must not hold \"\(separator)\"", line: item.mark?.line)
      } else if result.contains(text) {
        note(key, "\(text) is listed twice", line: item.mark?.line)
      } else {
        result.append(text)
      }
    }
    return result
  }

  /// Sources may hold any character; every entry must have one.
  mutating func sources() -> [String] {
    let sources = list("sources", without: "\u{0}")
    if sources.isEmpty, !isUnusable {
      refuse("sources", "is missing: say where this is known from")
    }
    return sources
  }

  mutating func number(_ key: String, in range: ClosedRange<Double>, default: Double?) -> Double {
    guard let text = text(key) else {
      if `default` == nil { refuse(key, "is missing") }
      return `default` ?? range.lowerBound
    }
    guard let value = Double(text), range.contains(value) else {
      refuse(key, "must be a number from \(range.lowerBound) to \(range.upperBound)")
      return range.lowerBound
    }
    return value
  }

  mutating func flag(_ key: String) -> Bool? {
    guard let text = text(key) else { return nil }
    switch text {
    case "true": return true
    case "false": return false
    default:
      refuse(key, "must be true or false")
      return nil
    }
  }

  mutating func choice<Choice: RawRepresentable>(
    _ key: String, of known: [Choice], default: Choice?
  ) -> Choice? where Choice.RawValue == String {
    guard let text = text(key) else {
      if `default` == nil, node(key) == nil { refuse(key, "is missing") }
      return `default`
    }
    if let choice = Choice(rawValue: text) { return choice }
    let names = known.map(\.rawValue).joined(separator: ", ")
    refuse(key, "\"\(text)\" is none of \(names)")
    return nil
  }

  /// A pattern that compiles; nil when absent.
  mutating func pattern(_ key: String) -> String? {
    guard let text = text(key) else { return nil }
    if text.isEmpty {
      refuse(key, "an empty pattern; leave the key out to take everything")
      return nil
    }
    do {
      _ = try Pattern(text)
      return text
    } catch {
      refuse(key, "bad pattern: \(error.message), at offset \(error.offset) of \(text)")
      return nil
    }
  }

  /// An id in lower kebab case.
  mutating func identifier(allowingDots: Bool = false) -> String {
    let id = required("id")
    let isGood = id.utf8.allSatisfy {
      (ByteSet.words.contains($0) && $0 == $0.lowercasedASCII && $0 != UInt8(ascii: "_"))
        || $0 == UInt8(ascii: "-")
        || (allowingDots && ($0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_")))
    }
    if !isGood {
      refuse("id", "\"\(id)\" must be of small letters, digits and -\(allowingDots ? " . _" : "")")
    }
    return id
  }
}
