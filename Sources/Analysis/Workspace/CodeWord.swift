/// Languages that are told apart, some of them in families.
enum CodeLanguage: String, CaseIterable {
  case python = "Python"
  case script = "JavaScript or TypeScript"
  case c = "C or C++"
  case managed = "Java, Kotlin or C#"
  case go = "Go"
  case rust = "Rust"
  case swift = "Swift"
  case ruby = "Ruby"
  case php = "PHP"
  case shell = "shell"
  case perl = "Perl"
  case sql = "SQL"
}

/// What the first word of a line says, with the shape of the rest: a keyword alone begins sentences, too.
struct CodeWord {
  /// The language whose declarations look like this.
  private(set) var declares: CodeLanguage?
  /// Whether it branches, loops or returns.
  private(set) var controls = false

  /// Bytes of a line that the shape is judged by.
  private static let reach = 200

  private static let keywords: Set<String> = [
    "def", "class", "import", "from", "func", "fn", "fun", "function", "const", "let", "var", "val",
    "using", "namespace", "package", "public", "private", "protected", "static", "final",
    "internal",
    "override", "abstract", "export", "async", "struct", "enum", "interface", "trait", "impl",
    "protocol",
    "extension", "type", "mod", "use", "pub", "require", "module", "void", "int", "char", "bool",
    "double", "float", "long", "unsigned", "size_t", "typedef", "template", "SELECT", "INSERT",
    "UPDATE", "CREATE", "ALTER", "DELETE", "if", "for", "while", "switch", "elif", "else", "try",
    "except", "catch", "match", "return", "guard", "with", "end", "fi", "done", "esac", "raise",
    "throw",
    "yield", "await", "defer", "case", "do", "unless", "foreach", "assert", "package", "data",
    "sealed",
    "record", "open", "fileprivate", "mutating", "echo", "begin", "local", "elsif", "finally",
    "print",
    "break", "continue", "pass", "sub", "my",
  ]

  /// Words of C's preprocessor.
  private static let directives: Set<String> = [
    "include", "define", "ifdef", "ifndef", "pragma", "endif", "undef", "elif",
  ]

  init(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
    switch text[start] {
    case UInt8(ascii: "#"):
      let name = text.end(from: start + 1, limit: 4) { $0 == 0x20 }
      let stop = text.end(from: name, limit: 8) { $0.isLetter }
      if Self.directives.contains(text.text(name..<stop)), name == start + 1 || stop < end {
        declares = .c
      } else if text.has("#!/", at: start) {
        declares = .shell
      } else if text.has("#[", at: start) {
        declares = .rust
      }
      return
    case UInt8(ascii: "<"):
      if text.has("<?php", at: start) { declares = .php }
      return
    case UInt8(ascii: "$"):
      // A variable of PHP, at the beginning of a statement.
      if text.byte(start + 1)?.isLetter == true, text[end - 1] == UInt8(ascii: ";") {
        declares = .php
      }
      return
    case UInt8(ascii: "}"):
      controls = text.has("} else", at: start) || text.has("} catch", at: start)
      return
    default: break
    }
    let word = text.end(from: start, limit: 40) { $0.isLetter || $0 == UInt8(ascii: "_") }
    guard word - start >= 2 else { return }
    if Self.isShell(text, word, end) {
      declares = .shell
      return
    }
    guard word - start <= 11 else { return }
    let name = text.text(start..<word)
    guard Self.keywords.contains(name) else { return }
    let line = Line(text.copy(start..<min(end, start + Self.reach)))
    declares = Self.declaration(name, line)
    if declares == nil { controls = Self.isControl(name, line) }
  }

  /// `name() {`, `name="$1"`, `NAME=$(date)`: what other languages write with spaces or otherwise.
  private static func isShell(_ text: Span<UInt8>, _ word: Int, _ end: Int) -> Bool {
    if text.has("() {", at: word) { return word + 4 == end }
    guard text.byte(word) == UInt8(ascii: "="), word + 2 < end else { return false }
    let last = text[end - 1]
    return last != UInt8(ascii: ",") && last != UInt8(ascii: ";")
      && (text.has("\"$", at: word + 1) || text.has("$", at: word + 1))
  }

  /// A line as it ends and what occurs in it.
  private struct Line {
    private let bytes: [UInt8]
    let words: Int

    init(_ bytes: [UInt8]) {
      self.bytes = bytes
      words = bytes.reduce(1) { $0 + ($1 == 0x20 ? 1 : 0) }
    }

    func ends(_ suffix: StaticString) -> Bool {
      bytes.span.has(suffix, at: bytes.count - suffix.utf8CodeUnitCount)
    }

    func has(_ part: StaticString) -> Bool {
      guard let first = part.withUTF8Buffer({ $0.first }) else { return true }
      let span = bytes.span
      for i in span.indices where span[i] == first && span.has(part, at: i) { return true }
      return false
    }

    var hasCall: Bool { bytes.contains(UInt8(ascii: "(")) }
    var isBlock: Bool { bytes.last == UInt8(ascii: "{") || bytes.last == UInt8(ascii: "}") }
    var isStatement: Bool { bytes.last == UInt8(ascii: ";") || isBlock }
  }

  // MARK: Declarations

  private static func declaration(_ word: String, _ line: Line) -> CodeLanguage? {
    switch word {
    case "def": line.ends(":") ? .python : line.words <= 8 && !line.ends(".") ? .ruby : nil
    case "class": declaredClass(line)
    case "sub": line.isBlock && line.words <= 3 ? .perl : nil
    case "my":
      line.ends(";")
        && (line.has("my $") || line.has("my @") || line.has("my (") || line.has("my %"))
        ? .perl : nil
    case "import", "from", "export", "require", "use", "using", "package", "module", "namespace":
      imported(word, line)
    case "func":
      !line.hasCall ? nil : line.has(" -> ") || line.has(": ") || line.has("_ ") ? .swift : .go
    case "fn", "impl", "trait", "mod", "pub":
      line.hasCall || line.isStatement ? .rust : nil
    case "fun", "val", "data", "sealed", "record", "internal", "abstract", "override", "final":
      line.hasCall || line.isStatement || line.has(" = ") ? .managed : nil
    case "function", "const", "async": line.hasCall || line.has(" = ") ? .script : nil
    case "let", "var": variable(line)
    case "public", "private", "protected", "static", "open": member(line)
    case "fileprivate", "mutating", "protocol", "extension", "guard":
      line.isBlock ? .swift : nil
    case "struct", "enum", "interface", "type":
      !line.isBlock
        ? nil
        : line.has(" struct {") || line.has(" interface {")
          ? .go
          : word == "struct" || word == "enum" ? .rust : .script
    case "void", "int", "char", "bool", "double", "float", "long", "unsigned", "size_t", "typedef",
      "template":
      line.isStatement || (line.hasCall && line.ends(")")) || line.ends(">") ? .c : nil
    case "SELECT", "INSERT", "UPDATE", "CREATE", "ALTER", "DELETE": statement(word, line)
    default: nil
    }
  }

  private static func declaredClass(_ line: Line) -> CodeLanguage? {
    if line.ends(":") { return line.words <= 6 || line.hasCall ? .python : nil }
    if line.isBlock { return line.has(": ") ? .swift : line.has(" extends ") ? .script : .managed }
    return line.words <= 4 && line.has(" < ") ? .ruby : nil
  }

  private static func imported(_ word: String, _ line: Line) -> CodeLanguage? {
    let isQuoted = line.has("'") || line.has("\"")
    switch word {
    case "from": return line.has(" import ") && line.words <= 16 ? .python : nil
    case "import":
      if isQuoted {
        return line.has(" from ") || line.ends(";") ? .script : line.words <= 3 ? .go : nil
      }
      if line.ends("(") { return .go }
      if line.has("{") { return .script }
      if line.ends(";") { return .managed }
      return line.words <= 2 || (line.words == 4 && line.has(" as ")) ? .python : nil
    case "export": return line.isStatement || line.hasCall ? .script : nil
    case "require": return isQuoted && line.words == 2 ? .ruby : nil
    case "use": return line.ends(";") ? (line.has("\\") ? .php : .rust) : nil
    case "using":
      return line.ends(";") ? (line.has("::") || line.has(" namespace ") ? .c : .managed) : nil
    case "package": return line.words == 2 ? (line.ends(";") ? .managed : .go) : nil
    case "module": return line.words == 2 ? .ruby : nil
    default: return line.isStatement ? (line.has("\\") ? .php : .managed) : nil
    }
  }

  private static func variable(_ line: Line) -> CodeLanguage? {
    guard line.has(" = ") || line.ends(";") || (line.has(": ") && line.words <= 5) else {
      return nil
    }
    if line.ends(";") { return line.has("let mut ") || line.has("::") ? .rust : .script }
    return line.has(" = ") && line.words > 12 && line.ends(".") ? nil : .swift
  }

  private static func member(_ line: Line) -> CodeLanguage? {
    guard line.isStatement || line.hasCall || line.has(" = ") else { return nil }
    return line.has(" func ") || line.has(" let ") || line.has(" var ") || line.has(" struct ")
      ? .swift : line.has("function ") ? .php : .managed
  }

  private static func statement(_ word: String, _ line: Line) -> CodeLanguage? {
    let isStatement =
      switch word {
      case "SELECT": line.has(" FROM ") || line.has(",") || line.has("*")
      case "INSERT": line.has("INTO ")
      case "UPDATE": line.has(" SET")
      case "DELETE": line.has("FROM ")
      default: line.has(" TABLE") || line.has(" INDEX") || line.has(" VIEW")
      }
    return isStatement ? .sql : nil
  }

  // MARK: Flow of control

  private static func isControl(_ word: String, _ line: Line) -> Bool {
    switch word {
    case "if", "for", "while", "switch", "elif", "elsif", "match", "catch", "except", "foreach",
      "with",
      "unless", "try", "else", "do", "finally", "case", "defer":
      line.isBlock || (line.ends(":") && line.words <= 12) || line.ends("; then")
        || line.ends("; do")
        || (word == "case" && line.ends(" in")) || (word == "else" && line.words == 1)
        || (line.has("(") && line.ends(")"))
    case "return", "throw", "raise", "yield", "await", "assert", "print", "local", "echo":
      line.words <= 12 && !line.ends(".") && (line.words > 1 || line.ends(";"))
    case "fi", "done", "esac", "end", "break", "continue", "pass", "sub", "my", "begin":
      line.words == 1
    default: false
    }
  }
}
