import Model

/// Code in what the person wrote and in what tools answered: files with line numbers, hits of a search, fenced
/// blocks, patches, and whole files.
///
/// Pieces are judged by ``CodeScore``; the more the surroundings say that a piece is code, the fewer points it needs.
struct SourceCode {
  static let id = "recogniser.source-code"
  /// Sentences in a row that end a piece.
  private static let patience = 2

  private enum Form: Equatable {
    case plain
    case fenced(isNamed: Bool)
    case numbered
    case patch

    /// Points and lines that a piece needs.
    var needs: (points: Int, lines: Int) {
      switch self {
      case .plain: (6, 5)
      case .fenced(let isNamed): isNamed ? (2, 2) : (5, 3)
      case .numbered: (5, 3)
      case .patch: (3, 2)
      }
    }
  }

  private let place: Utterance.Place
  private let isBlock: Bool
  private var form = Form.plain
  private var score = CodeScore()
  private var excerpt: [UInt8] = []
  private var excerptLines = 0
  private var sentences = 0
  private var told = 0
  private var isInPatch = false

  init(place: Utterance.Place, isBlock: Bool) {
    self.place = place
    self.isBlock = isBlock
  }

  private static let languages: Set<String> = [
    "py", "python", "python3", "js", "javascript", "jsx", "ts", "typescript", "tsx", "java",
    "kotlin", "kt",
    "scala", "c", "h", "cpp", "c++", "cc", "hpp", "cs", "csharp", "c#", "go", "golang", "rust",
    "rs",
    "swift", "ruby", "rb", "php", "lua", "perl", "pl", "r", "julia", "haskell", "hs", "elixir",
    "ex",
    "dart", "sql", "zig", "objc", "objective-c", "m", "vue", "svelte", "groovy", "clojure",
    "fsharp",
    "solidity", "nim", "ocaml", "ml", "asm", "wgsl", "glsl", "cuda",
  ]

  mutating func read(
    _ line: TextLine, in text: Span<UInt8>, fence: Fence, isEdge: Bool, _ sink: inout FindingSink
  ) {
    guard told < WorkspaceLimits.pieces else { return }
    if isEdge {
      finish(&sink)
      form = fence.isOpen ? .fenced(isNamed: Self.languages.contains(fence.language)) : .plain
      isInPatch = fence.isOpen && (fence.language == "diff" || fence.language == "patch")
      return
    }
    guard !line.isBlank else { return }
    if patch(line, text, &sink) { return }
    let current = form(of: line, fence)
    if current != form {
      finish(&sink)
      form = current
    }
    var start = line.text
    if form == .patch {
      start = text.end(from: line.start + 1, limit: 200) { $0 == 0x20 || $0 == 0x09 }
      guard start < line.end else { return }
    }
    add(line, from: start, in: text, &sink)
  }

  private func form(of line: TextLine, _ fence: Fence) -> Form {
    if isInPatch { return .patch }
    if line.number != nil { return .numbered }
    if fence.isOpen, case .fenced = form { return form }
    return fence.isOpen ? .fenced(isNamed: Self.languages.contains(fence.language)) : .plain
  }

  /// Follows the frame of a patch: `diff --git`, `@@ -1,2 +1,3 @@`, `*** Update File: a.py`.
  private mutating func patch(
    _ line: TextLine, _ text: Span<UInt8>, _ sink: inout FindingSink
  ) -> Bool {
    let at = line.text
    switch text[at] {
    case UInt8(ascii: "d") where text.has("diff --git ", at: at),
      UInt8(ascii: "*")
    where text.has("*** Update File: ", at: at) || text.has("*** Add File: ", at: at):
      finish(&sink)
      isInPatch = true
      return true
    case UInt8(ascii: "@") where text.has("@@", at: at):
      if !isInPatch { finish(&sink) }
      isInPatch = true
      return true
    case UInt8(ascii: "-") where text.has("--- ", at: at),
      UInt8(ascii: "+") where text.has("+++ ", at: at):
      return isInPatch
    case UInt8(ascii: "i") where isInPatch && text.has("index ", at: at): return true
    default: break
    }
    guard isInPatch else { return false }
    let first = text[line.start]
    if first != UInt8(ascii: "+"), first != UInt8(ascii: "-"), first != 0x20, first != 0x09 {
      finish(&sink)
      isInPatch = false
    }
    return false
  }

  private mutating func add(
    _ line: TextLine, from start: Int, in text: Span<UInt8>, _ sink: inout FindingSink
  ) {
    let code = CodeLine(text, start, line.end, line.marks)
    if form == .plain {
      sentences = code.nature == .prose ? sentences + 1 : 0
      // A piece begins with code, and ends where sentences go on.
      if sentences >= Self.patience || (score.lines == 0 && !code.isProgram) {
        finish(&sink)
        return
      }
    }
    var lead = start
    while lead > line.start, text[lead - 1] == 0x20 || text[lead - 1] == 0x09 { lead -= 1 }
    var columns = 0
    for i in lead..<start { columns += text[i] == 0x09 ? 4 : 1 }
    score.add(code, indentation: columns)
    guard excerptLines < WorkspaceLimits.pieceLines, excerpt.count < WorkspaceLimits.pieceBytes,
      !excerpt.isEmpty || code.isProgram
    else { return }
    if !excerpt.isEmpty { excerpt.append(0x0a) }
    excerpt += text.copy(
      lead..<min(
        line.end, lead + WorkspaceLimits.pieceBytes - min(excerpt.count, WorkspaceLimits.pieceBytes)
      ))
    excerptLines += 1
  }

  /// Judges the piece that is open.
  mutating func finish(_ sink: inout FindingSink) {
    defer {
      score = CodeScore()
      excerpt.removeAll(keepingCapacity: true)
      excerptLines = 0
      sentences = 0
    }
    // In what programs add to a message, only files and patches are the person's own.
    if isBlock, form != .numbered, form != .patch { return }
    guard score.lines >= form.needs.lines, score.points >= form.needs.points else { return }
    told += 1
    let language = score.language.map { $0.rawValue + ", " } ?? ""
    let origin = place == .output ? "in a tool's answer" : "in a message of the user's"
    sink.add(
      Finding(
        "workspace.source_code", excerpt, source: Self.id,
        confidence: form == .plain ? 0.75 : 0.85,
        note: "\(language)\(score.lines) lines, \(origin)"))
  }
}
