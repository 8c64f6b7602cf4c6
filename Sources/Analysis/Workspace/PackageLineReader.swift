/// Reads lines that name packages: those that say so by themselves, and those of a section that was opened before.
struct PackageLineReader {
  /// What an open section holds.
  private enum Section: Equatable {
    /// `[dependencies]` of TOML.
    case toml
    /// `[[package]]` of a lock file.
    case lock
    /// A member such as `"dependencies": {` of JSON.
    case json
    /// `dependencies = [` of Python.
    case array
    /// `dependencies:` of YAML, with its indentation.
    case yaml(Int)
    /// A table of name and version.
    case table
    /// `<dependency>` of Maven.
    case maven
  }

  /// Lines that a section may go on for without an entry.
  private static let patience = 40

  private var section: Section?
  private var silent = 0

  /// Adds the entries of a line.
  mutating func read(
    _ line: TextLine, in text: Span<UInt8>, _ entries: inout [PackageLine.Entry]
  ) {
    if let entry = PackageLine.entry(line, in: text) {
      entries.append(entry)
      silent = 0
      return
    }
    if open(line, text, &entries) { return }
    guard let section else { return }
    silent += 1
    if silent > Self.patience || isEnd(of: section, line, text) {
      self.section = nil
      return
    }
    switch section {
    case .json: _ = pairs(line.text..<line.end, text, &entries)
    case .array: strings(line.text..<line.end, text, &entries)
    default:
      guard let entry = entry(of: section, line, text) else {
        if section == .table, text[line.text] != UInt8(ascii: "-") { self.section = nil }
        return
      }
      silent = 0
      entries.append(PackageLine.Entry(kind: kind(section), range: entry))
    }
  }

  private func kind(_ section: Section) -> PackageLine.Kind {
    switch section {
    case .toml: .manifest
    case .lock: .lock
    case .json: .json
    case .array: .requirements
    case .yaml: .yaml
    case .table: .table
    case .maven: .maven
    }
  }

  // MARK: Sections

  /// Whether the line opens a section.
  private mutating func open(
    _ line: TextLine, _ text: Span<UInt8>, _ entries: inout [PackageLine.Entry]
  ) -> Bool {
    silent = section == nil ? 0 : silent
    switch text[line.text] {
    case UInt8(ascii: "["):
      section = Self.tomlSection(text, line)
      return true
    case UInt8(ascii: "<"):
      guard text.has("<dependency>", at: line.text) else { return false }
      section = .maven
      return true
    case UInt8(ascii: "P"):
      // pip list: a header, and a line of dashes below it.
      let gap = text.end(from: line.text + 7, limit: 80) { $0 == 0x20 }
      guard text.has("Package ", at: line.text), text.has("Version", at: gap) else { return false }
      section = .table
      return true
    case UInt8(ascii: "#"):
      guard text.has("# Name ", at: line.text) else { return false }
      section = .table
      return true
    default: break
    }
    if line.marks.contains([.quote, .brace, .colon]) {
      var from = line.text
      while let body = Self.jsonSection(text, from..<line.end) {
        section = .json
        silent = 0
        from = pairs(body..<line.end, text, &entries)
        if from < line.end { section = nil }
      }
      if from > line.text { return true }
    }
    let word = text.end(from: line.text, limit: 24) { $0.isWord || $0 == UInt8(ascii: "-") }
    guard word - line.text >= 8, word < line.end else { return false }
    if text[word] == UInt8(ascii: ":"), word + 1 == line.end {
      guard Self.yamlNames.contains(text.text(line.text..<word)) else { return false }
      section = .yaml(line.indentation(in: text))
      return true
    }
    let mark = text.end(from: word, limit: 3) { $0 == 0x20 || $0 == UInt8(ascii: "=") }
    guard mark > word, text.byte(mark) == UInt8(ascii: "["),
      Self.arrayNames.contains(text.text(line.text..<word))
    else { return false }
    section = text[line.end - 1] == UInt8(ascii: "]") ? nil : .array
    strings((mark + 1)..<line.end, text, &entries)
    return true
  }

  private static let yamlNames: Set<String> = [
    "dependencies", "dev_dependencies", "dependency_overrides",
  ]
  private static let arrayNames: Set<String> = [
    "dependencies", "install_requires", "tests_require", "requires",
  ]

  private static func tomlSection(_ text: Span<UInt8>, _ line: TextLine) -> Section? {
    guard text[line.end - 1] == UInt8(ascii: "]"), line.end - line.text <= 120 else { return nil }
    let name = text.text(line.text..<line.end)
    if name == "[[package]]" { return .lock }
    return name.hasSuffix("dependencies]") ? .toml : nil
  }

  /// Where the pairs of `"dependencies": {` begin in a part of a line; nil without any.
  private static func jsonSection(_ text: Span<UInt8>, _ range: Range<Int>) -> Int? {
    for i in range where text[i] == UInt8(ascii: "{") {
      var at = i
      while at > range.lowerBound, text[at - 1] == 0x20 || text[at - 1] == UInt8(ascii: ":") {
        at -= 1
      }
      guard at > range.lowerBound, text[at - 1] == 0x22 else { continue }
      if text.has("ependencies", at: at - 12) || text.has("\"require", at: at - 9)
        || text.has("\"require-dev", at: at - 13)
      {
        return i + 1
      }
    }
    return nil
  }

  private func isEnd(of section: Section, _ line: TextLine, _ text: Span<UInt8>) -> Bool {
    let first = text[line.text]
    switch section {
    case .json: return first == UInt8(ascii: "}")
    case .array: return first == UInt8(ascii: "]")
    case .yaml(let outer): return line.indentation(in: text) <= outer && first != UInt8(ascii: "-")
    case .maven: return text.has("</dependencies>", at: line.text)
    case .table, .toml, .lock: return false
    }
  }

  private func entry(of section: Section, _ line: TextLine, _ text: Span<UInt8>) -> Range<Int>? {
    switch section {
    case .toml: PackageLine.assignment(line, in: text)
    case .lock:
      text.has("name = \"", at: line.text) && text[line.end - 1] == 0x22
        ? (line.text + 8)..<(line.end - 1) : nil
    case .yaml: PackageLine.yaml(line, in: text)
    case .table: PackageLine.row(line, in: text)
    case .maven: PackageLine.element("artifactId", line, in: text)
    case .json, .array: nil
    }
  }

  // MARK: Lines of several entries

  /// `"name": "^1.2"` of JSON, once or more.
  ///
  /// - Returns: where the brace stands that ends them, or the end of the range.
  private mutating func pairs(
    _ range: Range<Int>, _ text: Span<UInt8>, _ entries: inout [PackageLine.Entry]
  ) -> Int {
    var at = range.lowerBound
    while at < range.upperBound {
      guard text[at] == 0x22 else {
        if text[at] == UInt8(ascii: "}") { return at }
        at += 1
        continue
      }
      let name = text.end(from: at + 1, limit: 200) { $0 != 0x22 && $0 > 0x20 }
      let value = text.end(from: name + 1, limit: 4) { $0 == 0x20 || $0 == UInt8(ascii: ":") }
      guard text.byte(name) == 0x22, text.byte(value) == 0x22, value > name + 1 else {
        return at + 1
      }
      let end = text.end(from: value + 1, limit: 200) { $0 != 0x22 && $0 != 0x0a }
      guard end < range.upperBound, PackageLine.isRange(text, (value + 1)..<end) else {
        return at + 1
      }
      silent = 0
      entries.append(PackageLine.Entry(kind: .json, range: (at + 1)..<end))
      at = end + 1
    }
    return range.upperBound
  }

  /// `"name>=1.2"` of Python, once or more.
  private mutating func strings(
    _ range: Range<Int>, _ text: Span<UInt8>, _ entries: inout [PackageLine.Entry]
  ) {
    var at = range.lowerBound
    while at < range.upperBound {
      let quote = text[at]
      at += 1
      guard quote == 0x22 || quote == 0x27 else {
        if quote == UInt8(ascii: "]") { section = nil }
        continue
      }
      let end = text.end(from: at, limit: 200) { $0 != quote && $0 != 0x0a }
      guard end < range.upperBound, text[at].isLetter else { return }
      silent = 0
      entries.append(
        PackageLine.Entry(
          kind: .requirements, range: at..<end,
          isSure: PackageLine.requirement(text, at..<end) != nil))
      at = end + 1
    }
  }
}
