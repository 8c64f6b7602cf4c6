/// Lines that name a package by themselves, each in the grammar of its package manager.
enum PackageLine {
  enum Kind: String {
    case requirements = "Python requirements"
    case debian = "installed Debian packages"
    case rpm = "installed RPM packages"
    case tree = "a tree of packages"
    case go = "Go modules"
    case ruby = "Ruby gems or pods"
    case swift = "Swift packages"
    case gradle = "Gradle dependencies"
    case maven = "Maven dependencies"
    case dotnet = ".NET packages"
    case manifest = "a TOML manifest"
    case lock = "a lock file"
    case json = "a JSON manifest"
    case yaml = "a YAML manifest"
    case table = "a table of packages"
  }

  struct Entry {
    var kind: Kind
    var range: Range<Int>
    /// Whether its version leaves no doubt that it is a package.
    var isSure = true
  }

  static func entry(_ line: TextLine, in text: Span<UInt8>) -> Entry? {
    let first = text[line.text]
    if first == 0xe2 || first == UInt8(ascii: "+") || first == UInt8(ascii: "\\")
      || first == UInt8(ascii: "|") || first == UInt8(ascii: "[")
    {
      return branch(line, text)
    }
    if line.marks.contains(.quote),
      text.has("gem ", at: line.text) || text.has("pod ", at: line.text)
    {
      return quoted(line, text)
    }
    guard line.marks.contains(.digit) else { return nil }
    if first == UInt8(ascii: "<") { return reference(line, text) }
    if first == UInt8(ascii: ".") { return swiftPackage(line, text) }
    if first == 0x22 { return lockKey(line, text) }
    guard first.isLetter || first == UInt8(ascii: "@") else { return nil }
    if line.marks.contains(.equals), let sure = requirement(text, line.text..<line.end) {
      return Entry(kind: .requirements, range: line.text..<line.end, isSure: sure)
    }
    if line.marks.contains(.quote) { return quoted(line, text) }
    if line.marks.contains(.slash) { return goModule(line, text) ?? aptEntry(line, text) }
    if line.marks.contains(.bracket) { return gem(line, text) }
    return dpkgEntry(line, text) ?? rpmEntry(line, text)
      ?? (line.marks.contains(.at) ? lockKey(line, text) : nil)
  }

  // MARK: Python

  /// Whether a line is a requirement (PEP 508) and its version sure; nil when it is none.
  static func requirement(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool? {
    var at = text.end(from: line.lowerBound, limit: 100) { isNameByte($0) }
    guard at > line.lowerBound else { return nil }
    if text.byte(at) == UInt8(ascii: "[") {
      at = text.end(from: at, limit: 80) { $0 != UInt8(ascii: "]") && $0 != 0x0a } + 1
    }
    let spaced = text.end(from: at, limit: 2) { $0 == 0x20 }
    guard let version = versionStart(text, spaced) else { return nil }
    let end = text.end(from: version, limit: 60) {
      $0.isWord || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "+")
        || $0 == UInt8(ascii: "-")
    }
    guard text.byte(version)?.isDigit == true else { return nil }
    // What may follow: further bounds, a marker, a hash, a comment.
    let rest = text.end(from: end, limit: 4) { $0 == 0x20 }
    if rest < line.upperBound {
      let next = text[rest]
      guard
        next == UInt8(ascii: ",") || next == UInt8(ascii: ";") && rest + 1 < line.upperBound
          || next == UInt8(ascii: "#") || next == UInt8(ascii: "\\") || text.has("--hash", at: rest)
      else { return nil }
    }
    for i in version..<end where text[i] == UInt8(ascii: ".") { return true }
    return false
  }

  /// Behind `==`, `>=`, `~=` and their kin.
  private static func versionStart(_ text: Span<UInt8>, _ at: Int) -> Int? {
    guard let first = text.byte(at), text.byte(at + 1) == UInt8(ascii: "="),
      first == UInt8(ascii: "=") || first == UInt8(ascii: ">") || first == UInt8(ascii: "<")
        || first == UInt8(ascii: "~")
    else { return nil }
    let third = text.byte(at + 2) == UInt8(ascii: "=") ? 3 : 2
    return text.end(from: at + third, limit: 2) { $0 == 0x20 }
  }

  // MARK: Systems

  private static let debianArchitectures: Set = [
    "amd64", "all", "arm64", "i386", "armhf", "riscv64",
  ]

  /// `ii  name  1.2-3  amd64  …` of `dpkg -l`.
  private static func dpkgEntry(_ line: TextLine, _ text: Span<UInt8>) -> Entry? {
    guard text.has("ii  ", at: line.text) || text.has("rc  ", at: line.text) else { return nil }
    let words = fields(text, (line.text + 4)..<line.end, limit: 3)
    guard words.count == 3, text[words[1].lowerBound].isDigit,
      debianArchitectures.contains(text.text(words[2]))
    else { return nil }
    return Entry(kind: .debian, range: words[0].lowerBound..<words[1].upperBound)
  }

  /// `name/stable,now 1.2-3 amd64 [installed]` of `apt list`.
  private static func aptEntry(_ line: TextLine, _ text: Span<UInt8>) -> Entry? {
    let words = fields(text, line.text..<line.end, limit: 3)
    guard words.count == 3, text[words[1].lowerBound].isDigit,
      debianArchitectures.contains(text.text(words[2])),
      text.text(words[0]).split(separator: "/").count == 2
    else { return nil }
    return Entry(kind: .debian, range: words[0].lowerBound..<words[1].upperBound)
  }

  /// `bash-5.1.8-6.el9.x86_64` of `rpm -qa`.
  private static func rpmEntry(_ line: TextLine, _ text: Span<UInt8>) -> Entry? {
    guard
      text.has(".x86_64", at: line.end - 7) || text.has(".noarch", at: line.end - 7)
        || text.has(".aarch64", at: line.end - 8)
    else { return nil }
    for i in line.text..<line.end {
      if text[i] <= 0x20 { return nil }
    }
    return Entry(kind: .rpm, range: line.text..<line.end)
  }

  // MARK: Trees

  /// `├── express@4.18.2`, `+--- org.acme:core:1.2`, `├── serde v1.0.1`, `[INFO] +- org.acme:core:jar:1.2:compile`.
  private static func branch(_ line: TextLine, _ text: Span<UInt8>) -> Entry? {
    var at = text.has("[INFO] ", at: line.text) ? line.text + 7 : line.text
    let start = at
    while let byte = text.byte(at), at < line.end {
      if byte == 0xe2, text.byte(at + 1) == 0x94 {
        at += 3
      } else if byte == 0x20 || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: "|") || byte == UInt8(ascii: "\\")
      {
        at += 1
      } else {
        break
      }
    }
    guard at > start, at < line.end else { return nil }
    let end = min(text.end(from: at, limit: 200) { $0 > 0x20 }, line.end)
    guard end > at, text[at].isLetter || text[at] == UInt8(ascii: "@") else { return nil }
    for i in (at + 1)..<end {
      if text[i] == UInt8(ascii: "@"), text.byte(i + 1)?.isDigit == true {
        return Entry(kind: .tree, range: at..<end)
      }
    }
    if isCoordinates(text, at..<end) { return Entry(kind: .tree, range: at..<end) }
    let next = text.end(from: end, limit: 2) { $0 == 0x20 }
    guard text.byte(next) == UInt8(ascii: "v"), text.byte(next + 1)?.isDigit == true,
      next < line.end
    else { return nil }
    let version = text.end(from: next, limit: 40) { $0 > 0x20 }
    return Entry(kind: .tree, range: at..<version)
  }

  /// `group:artifact:1.2`, with packaging and scope or without.
  static func isCoordinates(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var colons = 0
    var isVersioned = false
    for i in range {
      guard text[i] == UInt8(ascii: ":") else {
        guard isNameByte(text[i]) || text[i] == UInt8(ascii: "+") else { return false }
        continue
      }
      colons += 1
      isVersioned = isVersioned || (colons >= 2 && text.byte(i + 1)?.isDigit == true)
    }
    return isVersioned && colons <= 5
  }

  // MARK: Pieces

  /// Words of a line, a few of them.
  static func fields(_ text: Span<UInt8>, _ range: Range<Int>, limit: Int) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var at = range.lowerBound
    while at < range.upperBound, words.count < limit {
      at = text.end(from: at, limit: 200) { $0 == 0x20 || $0 == 0x09 }
      let end = min(text.end(from: at, limit: 300) { $0 > 0x20 }, range.upperBound)
      guard end > at else { break }
      words.append(at..<end)
      at = end
    }
    return words
  }

  /// Whether a text is a version or a range of versions, as npm and Cargo write them.
  static func isRange(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard let first = text.byte(range.lowerBound), range.count <= 120, !range.isEmpty else {
      return false
    }
    if range.count == 1, first == UInt8(ascii: "*") { return true }
    for prefix in ["workspace:", "file:", "git+", "npm:", "link:", "catalog:"]
    where text.text(range.lowerBound..<min(range.upperBound, range.lowerBound + 10)).hasPrefix(
      prefix)
    {
      return true
    }
    let at = text.end(from: range.lowerBound, limit: 4) {
      $0 == UInt8(ascii: "^") || $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: ">")
        || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "=") || $0 == 0x20
        || $0 == UInt8(ascii: "v")
    }
    guard let digit = text.byte(at), at < range.upperBound, digit.isDigit else { return false }
    // A date, a size or a sentence is no version.
    for i in at..<range.upperBound
    where !text[i].isWord && text[i] != UInt8(ascii: ".") && text[i] != UInt8(ascii: "-")
      && text[i] != UInt8(ascii: "+") && text[i] != UInt8(ascii: "*") && text[i] != 0x20
      && text[i] != UInt8(ascii: "<") && text[i] != UInt8(ascii: ">")
      && text[i] != UInt8(ascii: "=")
      && text[i] != UInt8(ascii: "|") && text[i] != UInt8(ascii: "^")
      && text[i] != UInt8(ascii: ",")
      && text[i] != UInt8(ascii: "~")
    {
      return false
    }
    return true
  }

  static func isNameByte(_ byte: UInt8) -> Bool {
    byte.isWord || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }
}
