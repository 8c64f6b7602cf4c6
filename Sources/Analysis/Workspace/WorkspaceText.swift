/// What texts tell about the work at hand: commands that ran, packages that are installed, and code.
///
/// One pass over the lines of a text feeds the recognisers. Only what the person wrote and what tools of the
/// program answered is looked at; system prompts and descriptions of tools hold examples of their own.
enum WorkspaceText {
  /// What the texts of one message tell, each with the text that it stood in.
  static func findings(in texts: [Utterance]) -> [(finding: Finding, text: Utterance)] {
    var told: [(finding: Finding, text: Utterance)] = []
    for text in texts where text.place != .argument {
      for finding in findings(in: text.text.span, place: text.place) {
        told.append((finding, text))
      }
    }
    for (finding, text) in CalledCommand.findings(in: texts) { told.append((finding, text)) }
    return told
  }

  static func findings(in text: Span<UInt8>, place: Utterance.Place) -> [Finding] {
    var sink = FindingSink()
    guard place == .message else {
      read(text, place: place, isBlock: false, &sink)
      return sink.findings
    }
    var at = 0
    for block in ToolBlocks.ranges(in: text) {
      read(text.extracting(at..<block.lowerBound), place: place, isBlock: false, &sink)
      read(text.extracting(block), place: place, isBlock: true, &sink)
      at = block.upperBound
    }
    read(text.extracting(at..<text.count), place: place, isBlock: false, &sink)
    return sink.findings
  }

  /// - Parameter isBlock: whether the program put the text into a message of the person's.
  private static func read(
    _ text: Span<UInt8>, place: Utterance.Place, isBlock: Bool, _ sink: inout FindingSink
  ) {
    var lines = TextLines()
    var fence = Fence()
    var commands = CommandLine(place: place, isBlock: isBlock)
    var packages = DependencyList()
    var code = place == .unknown ? nil : SourceCode(place: place, isBlock: isBlock)
    while let line = lines.next(text) {
      let isEdge = fence.passes(line, in: text)
      packages.read(line, in: text, &sink)
      code?.read(line, in: text, fence: fence, isEdge: isEdge, &sink)
      if !isEdge { commands.read(line, in: text, fence: fence, &sink) }
    }
    packages.finish(&sink)
    code?.finish(&sink)
  }
}

/// Where a text stands in the fenced blocks of Markdown.
struct Fence {
  private(set) var isOpen = false
  /// The word behind the opening fence, in lower case; empty without.
  private(set) var language = ""
  private var mark: UInt8 = 0
  private var width = 0

  /// Takes a line; true when it opens or closes a block (CommonMark, section 4.5).
  mutating func passes(_ line: TextLine, in text: Span<UInt8>) -> Bool {
    guard !line.isBlank else { return false }
    let first = text[line.text]
    guard first == UInt8(ascii: "`") || first == UInt8(ascii: "~"), line.end - line.text >= 3 else {
      return false
    }
    let end = text.end(from: line.text, limit: 16) { $0 == first }
    guard end - line.text >= 3 else { return false }
    if isOpen {
      guard first == mark, end - line.text >= width, end >= line.end else { return false }
      isOpen = false
      language = ""
      return true
    }
    let word = text.end(from: end, limit: 24) {
      $0.isWord || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "-")
    }
    // A line such as ```` ```code``` ```` is no fence.
    for i in word..<max(word, line.end) where text[i] == UInt8(ascii: "`") { return false }
    isOpen = true
    mark = first
    width = end - line.text
    language = text.text(end..<word).lowercased()
    return true
  }
}
