/// What one line shows of being code, or of being something else.
struct CodeLine {
  enum Nature {
    case code
    case comment
    /// A sentence.
    case prose
    /// A member of a data file, a row of a list.
    case data
    /// A comment of Python, Ruby or a shell, or a heading of Markdown.
    case hash
    /// A line of a log.
    case log
    /// An element of a markup language.
    case markup
    case other
  }

  var nature = Nature.other
  /// The language whose declarations look like this line; nil when it declares nothing.
  var declares: CodeLanguage?
  /// Whether it branches, loops or returns as programs do.
  var controls = false
  /// Whether it ends as statements do.
  var endsStatement = false
  /// Whether the next line belongs inside.
  var opens = false
  /// Whether it calls, assigns or compares.
  var expresses = false

  /// Whether the line may stand in a program as it is.
  var isProgram: Bool { nature == .code || nature == .comment || nature == .hash }

  /// - Parameter start: first byte that is no white space.
  init(_ text: Span<UInt8>, _ start: Int, _ end: Int, _ marks: TextLine.Marks) {
    let first = text[start]
    let last = text[end - 1]
    if Self.isComment(text, start, end) {
      nature = .comment
      return
    }
    opens =
      last == UInt8(ascii: "{") || last == UInt8(ascii: "(") || last == UInt8(ascii: "[")
      || last == UInt8(ascii: ":")
    endsStatement =
      last == UInt8(ascii: ";") || last == UInt8(ascii: "{") || last == UInt8(ascii: "}")
      || (last == UInt8(ascii: ")") && marks.contains(.bracket))
    let isTag = first == UInt8(ascii: "<") && text.byte(start + 1) != UInt8(ascii: "?")
    if (isTag && last == UInt8(ascii: ">")) || text.has("><", at: start) {
      nature = .markup
      return
    }
    if Self.isLog(text, start, end) {
      nature = .log
      return
    }
    if first == UInt8(ascii: "#"), text.has("# ", at: start) || text.has("##", at: start) {
      let word = CodeWord(text, start, end)
      declares = word.declares
      nature = word.declares == nil ? .hash : .code
      return
    }
    if Self.isData(text, start, end, marks) {
      nature = .data
      return
    }
    let word = CodeWord(text, start, end)
    declares = word.declares
    controls = word.controls
    // Ruby's blocks open and end with words.
    if declares == .ruby || text.has(" do", at: end - 3) { opens = true }
    if controls, end - start == 3, text.has("end", at: start) { endsStatement = true }
    if marks.contains(.bracket) || marks.contains(.equals) || marks.contains(.colon)
      || marks.contains(.prompt)
    {
      expresses = Self.expresses(text, start, end)
    }
    if declares != nil || controls || (expresses && !Self.isProse(text, start, end, sure: true)) {
      nature = .code
    } else if Self.isProse(text, start, end, sure: false) {
      nature = .prose
      endsStatement = false
      opens = false
    } else if endsStatement {
      nature = .code
    }
  }

  private static func isComment(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    switch text[start] {
    case UInt8(ascii: "/"): text.has("//", at: start) || text.has("/*", at: start)
    case UInt8(ascii: "*"):
      // A line inside a block comment; in Markdown the same begins an item.
      text.has("*/", at: start) || (text.has("* ", at: start) && text.byte(start - 1) == 0x20)
    case UInt8(ascii: "\""): text.has("\"\"\"", at: start)
    case UInt8(ascii: "-"): text.has("-- ", at: start)
    default: false
    }
  }

  /// Time stamps and levels at the beginning of a line.
  private static func isLog(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let at = text[start] == UInt8(ascii: "[") ? start + 1 : start
    if text.byte(at)?.isDigit == true {
      // 2026-11-22…, 21:57:03…
      return (text.byte(at + 4) == UInt8(ascii: "-") && text.byte(at + 7) == UInt8(ascii: "-"))
        || (text.byte(at + 2) == UInt8(ascii: ":") && text.byte(at + 5) == UInt8(ascii: ":"))
    }
    switch text.byte(at) {
    case UInt8(ascii: "I"): return text.has("INFO", at: at)
    case UInt8(ascii: "W"): return text.has("WARN", at: at)
    case UInt8(ascii: "E"): return text.has("ERROR", at: at)
    case UInt8(ascii: "D"): return text.has("DEBUG", at: at)
    case UInt8(ascii: "T"): return text.has("TRACE", at: at)
    case UInt8(ascii: "e"): return text.has("error:", at: at)
    case UInt8(ascii: "w"): return text.has("warning:", at: at)
    case UInt8(ascii: "n"): return text.has("npm ", at: at)
    default: return false
    }
  }

  /// `"name": …`, `- item`, `1. item`, `| cell |`, `name: value`.
  private static func isData(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ marks: TextLine.Marks
  ) -> Bool {
    switch text[start] {
    case 0x22:
      let close = text.end(from: start + 1, limit: 200) { $0 != 0x22 }
      return text.byte(close + 1) == UInt8(ascii: ":") || text.has(" :", at: close + 1)
        || close + 2 >= end
    case UInt8(ascii: "-"), UInt8(ascii: "*"): return text.byte(start + 1) == 0x20
    case UInt8(ascii: "|"): return text[end - 1] == UInt8(ascii: "|")
    case 0x30...0x39:
      let digits = text.end(from: start, limit: 4) { $0.isDigit }
      return text.has(". ", at: digits) || text.has(") ", at: digits)
    default:
      guard marks.contains(.colon), !marks.contains(.bracket), !marks.contains(.semicolon) else {
        return false
      }
      let name = text.end(from: start, limit: 60) { $0.isWord || $0 == UInt8(ascii: "-") }
      return name > start && text.has(": ", at: name) && text[end - 1] != UInt8(ascii: ",")
        && text[end - 1] != UInt8(ascii: "{") && !marks.contains(.equals)
    }
  }

  /// A call, an assignment, a comparison, an arrow.
  private static func expresses(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var at = start + 1
    let stop = min(end, start + 240)
    while at < stop {
      switch text[at] {
      case UInt8(ascii: "("), UInt8(ascii: "["):
        if text[at - 1].isWord { return true }
      case UInt8(ascii: "="):
        let next = text.byte(at + 1)
        let before = text[at - 1]
        if before == 0x20, next == 0x20 || next == UInt8(ascii: "=") || next == UInt8(ascii: ">") {
          return true
        }
        if before == UInt8(ascii: ":") || before == UInt8(ascii: "+") || before == UInt8(ascii: "!")
        {
          return true
        }
      case UInt8(ascii: ">"):
        if text[at - 1] == UInt8(ascii: "-"), at - 2 > start { return true }
      case UInt8(ascii: ":"):
        if text[at - 1] == UInt8(ascii: ":"), text.byte(at + 1)?.isWord == true { return true }
      default: break
      }
      at += 1
    }
    return false
  }

  /// Whether a line reads as a sentence: words with single spaces between them, and little else.
  ///
  /// - Parameter sure: whether the line has marks of code, too, so that more words are wanted.
  private static func isProse(_ text: Span<UInt8>, _ start: Int, _ end: Int, sure: Bool) -> Bool {
    var words = 0
    var strange = 0
    var isInWord = false
    let stop = min(end, start + 240)
    for i in start..<stop {
      let byte = text[i]
      if byte.isLetter || byte >= 0x80 || byte == 0x27 {
        isInWord = true
      } else {
        if isInWord, byte == 0x20 || byte == 0x2c || byte == 0x2e { words += 1 }
        isInWord = false
        if byte != 0x20, byte != 0x2c, byte != 0x2e, byte != UInt8(ascii: "-"), !byte.isDigit {
          strange += 1
        }
      }
    }
    if isInWord { words += 1 }
    return words >= (sure ? 9 : 5) && strange * (sure ? 6 : 3) <= words
  }
}
