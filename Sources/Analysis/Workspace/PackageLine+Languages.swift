/// Lines of the manifests and lock files of programming languages.
extension PackageLine {
  private static let gradleWords: Set<String> = [
    "implementation", "api", "compileOnly", "runtimeOnly", "testImplementation", "testRuntimeOnly",
    "testCompileOnly", "androidTestImplementation", "debugImplementation", "kapt", "ksp",
    "annotationProcessor", "classpath", "compile", "testCompile", "commonMainImplementation",
  ]

  /// `github.com/acme/core v1.2.3`, with `require` before it and `// indirect` or a checksum behind.
  static func goModule(_ line: TextLine, _ text: Span<UInt8>) -> Entry? {
    let start = text.has("require ", at: line.text) ? line.text + 8 : line.text
    let words = fields(text, start..<line.end, limit: 3)
    guard words.count >= 2, text[words[1].lowerBound] == UInt8(ascii: "v"),
      text.byte(words[1].lowerBound + 1)?.isDigit == true
    else { return nil }
    let path = text.text(words[0])
    guard let slash = path.firstIndex(of: "/"), path[..<slash].contains("."),
      text.text(words[1]).contains(".")
    else { return nil }
    if words.count == 3 {
      let rest = text.text(words[2])
      guard rest == "//" || rest.hasPrefix("h1:") else { return nil }
    }
    return Entry(kind: .go, range: words[0].lowerBound..<words[1].upperBound)
  }

  /// Lines with quotes: `gem 'rails', '~> 7.0'`, `pod "Alamofire"`, `implementation("org.acme:core:1.2")`.
  static func quoted(_ line: TextLine, _ text: Span<UInt8>) -> Entry? {
    let word = text.end(from: line.text, limit: 32) { $0.isLetter }
    guard word > line.text + 2, word < line.end else { return nil }
    let open = text.end(from: word, limit: 2) { $0 == 0x20 || $0 == UInt8(ascii: "(") }
    guard open > word, let quote = text.byte(open), quote == 0x22 || quote == 0x27 else {
      return nil
    }
    let end = text.end(from: open + 1, limit: 200) { $0 != quote && $0 > 0x20 }
    guard text.byte(end) == quote else { return nil }
    let name = text.text(line.text..<word)
    if name == "gem" || name == "pod" {
      return Entry(kind: .ruby, range: (open + 1)..<line.end)
    }
    guard gradleWords.contains(name), isCoordinates(text, (open + 1)..<end) else { return nil }
    return Entry(kind: .gradle, range: (open + 1)..<end)
  }

  /// `rails (7.0.4)` of `gem list` and of `Gemfile.lock`; with `- ` before it of `Podfile.lock`.
  static func gem(_ line: TextLine, _ text: Span<UInt8>) -> Entry? {
    let name = text.end(from: line.text, limit: 80) { isNameByte($0) }
    guard text.has(" (", at: name), text[line.end - 1] == UInt8(ascii: ")"),
      text.byte(name + 2)?.isDigit == true
    else { return nil }
    var dots = 0
    for i in (name + 2)..<(line.end - 1) {
      guard isNameByte(text[i]) || text[i] == UInt8(ascii: ",") || text[i] == 0x20 else {
        return nil
      }
      if text[i] == UInt8(ascii: ".") { dots += 1 }
    }
    return dots >= 1 ? Entry(kind: .ruby, range: line.text..<line.end) : nil
  }

  /// `.package(url: "https://…", from: "1.0.0")`.
  static func swiftPackage(_ line: TextLine, _ text: Span<UInt8>) -> Entry? {
    guard
      text.has(".package(url: \"", at: line.text) || text.has(".package(name: \"", at: line.text)
    else { return nil }
    return Entry(kind: .swift, range: (line.text + 9)..<line.end)
  }

  /// `<PackageReference Include="Serilog" Version="3.1.1" />`.
  static func reference(_ line: TextLine, _ text: Span<UInt8>) -> Entry? {
    guard
      text.has("<PackageReference Include=\"", at: line.text)
        || text.has("<PackageVersion Include=\"", at: line.text)
    else { return nil }
    let start = text.end(from: line.text, limit: 40) { $0 != 0x22 } + 1
    let end = text.end(from: start, limit: 160) { $0 != UInt8(ascii: ">") && $0 != 0x0a }
    return Entry(kind: .dotnet, range: start..<min(end, line.end))
  }

  /// `"@acme/core@^1.2":`, `lodash@^4.17.21:` of `yarn.lock`.
  static func lockKey(_ line: TextLine, _ text: Span<UInt8>) -> Entry? {
    guard text[line.end - 1] == UInt8(ascii: ":") else { return nil }
    let start = text[line.text] == 0x22 ? line.text + 1 : line.text
    let end = text.end(from: start + 1, limit: 120) { isNameByte($0) || $0 == UInt8(ascii: "/") }
    guard text.byte(end) == UInt8(ascii: "@") else { return nil }
    let value = text.has("npm:", at: end + 1) ? end + 5 : end + 1
    let stop = text.end(from: value, limit: 60) {
      $0 > 0x20 && $0 != 0x22 && $0 != 0x2c && $0 != 0x3a
    }
    guard isRange(text, value..<stop) else { return nil }
    return Entry(kind: .lock, range: start..<stop)
  }

  // MARK: Lines of sections

  /// `serde = "1.0"`, `core = { version = "1.2", features = [] }`, `core.workspace = true`.
  static func assignment(_ line: TextLine, in text: Span<UInt8>) -> Range<Int>? {
    let name = text.end(from: line.text, limit: 100) { isNameByte($0) || $0 == 0x22 }
    let equals = text.end(from: name, limit: 4) { $0 == 0x20 }
    guard name > line.text, text.byte(equals) == UInt8(ascii: "=") else { return nil }
    let value = text.end(from: equals + 1, limit: 4) { $0 == 0x20 }
    guard value < line.end else { return nil }
    let range = line.text..<line.end
    switch text[value] {
    case UInt8(ascii: "{"): return range
    case 0x22:
      let end = text.end(from: value + 1, limit: 100) { $0 != 0x22 && $0 != 0x0a }
      return isRange(text, (value + 1)..<end) ? range : nil
    default:
      return text.has("true", at: value) && text.has(".workspace", at: name - 10) ? range : nil
    }
  }

  /// `  http: ^1.2.0` of a pubspec, `  - numpy=1.26` of a conda environment.
  static func yaml(_ line: TextLine, in text: Span<UInt8>) -> Range<Int>? {
    let isItem = text.has("- ", at: line.text)
    let start = isItem ? line.text + 2 : line.text
    let name = text.end(from: start, limit: 100) { isNameByte($0) }
    guard name > start, name < line.end else { return nil }
    let version: Int
    if isItem {
      version = text.end(from: name, limit: 3) {
        $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "<")
      }
      guard version > name else { return nil }
    } else {
      guard text[name] == UInt8(ascii: ":") else { return nil }
      version = text.end(from: name + 1, limit: 4) { $0 == 0x20 || $0 == 0x22 || $0 == 0x27 }
    }
    return version < line.end && isRange(text, version..<line.end) ? start..<line.end : nil
  }

  /// `numpy   1.26.4` of `pip list`.
  static func row(_ line: TextLine, in text: Span<UInt8>) -> Range<Int>? {
    let words = fields(text, line.text..<line.end, limit: 2)
    guard words.count == 2, text[words[0].lowerBound].isLetter || text[words[0].lowerBound] == 0x5f,
      text[words[1].lowerBound].isDigit
    else { return nil }
    return words[0].lowerBound..<words[1].upperBound
  }

  /// `<artifactId>core</artifactId>`.
  static func element(_ name: StaticString, _ line: TextLine, in text: Span<UInt8>) -> Range<Int>? {
    let start = line.text + name.utf8CodeUnitCount + 2
    guard text[line.text] == UInt8(ascii: "<"), text.has(name, at: line.text + 1),
      text.byte(start - 1) == UInt8(ascii: ">")
    else { return nil }
    let end = text.end(from: start, limit: 120) { $0 != UInt8(ascii: "<") && $0 != 0x0a }
    return text.has("</", at: end) ? start..<end : nil
  }
}
