/// One line of a text, with what a single pass over its bytes shows.
struct TextLine {
  /// Kinds of bytes that occur in a line.
  struct Marks: OptionSet {
    var rawValue: UInt16
    static let equals = Marks(rawValue: 1)
    static let bracket = Marks(rawValue: 2)
    static let brace = Marks(rawValue: 4)
    static let semicolon = Marks(rawValue: 8)
    static let colon = Marks(rawValue: 16)
    static let at = Marks(rawValue: 32)
    static let prompt = Marks(rawValue: 64)
    static let quote = Marks(rawValue: 128)
    static let slash = Marks(rawValue: 256)
    static let angle = Marks(rawValue: 512)
    static let digit = Marks(rawValue: 1024)

    fileprivate static let table: [UInt16] = {
      var table = [UInt16](repeating: 0, count: 256)
      func mark(_ bytes: String, _ mark: Marks) {
        for byte in bytes.utf8 { table[Int(byte)] |= mark.rawValue }
      }
      mark("=", .equals)
      mark("()[]", .bracket)
      mark("{}", .brace)
      mark(";", .semicolon)
      mark(":", .colon)
      mark("@", .at)
      mark("$#%>", .prompt)
      mark("\"'", .quote)
      mark("/", .slash)
      mark("<>", .angle)
      mark("0123456789", .digit)
      return table
    }()
  }

  /// Where the line begins, behind a number that a listing put before it.
  var start: Int
  /// First byte that is no white space; ``end`` in an empty line.
  var text: Int
  /// Behind the last byte that is no white space.
  var end: Int
  var marks: Marks
  /// The number that a listing put before the line (`cat -n`, `grep -n`); nil without.
  var number: Int?

  var isBlank: Bool { text == end }
  /// Columns of indentation, a tab counted as four.
  func indentation(in bytes: Span<UInt8>) -> Int {
    var columns = 0
    for i in start..<text { columns += bytes[i] == 0x09 ? 4 : 1 }
    return columns
  }
}

/// Cuts a text into lines.
struct TextLines {
  private var at = 0

  /// The next line; nil at the end.
  mutating func next(_ bytes: Span<UInt8>) -> TextLine? {
    guard at < bytes.count else { return nil }
    let start = at
    var marks: UInt16 = 0
    while at < bytes.count, bytes[at] != 0x0a {
      marks |= TextLine.Marks.table[Int(bytes[at])]
      at &+= 1
    }
    var end = min(at, start + WorkspaceLimits.lineBytes)
    at += 1
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    var line = TextLine(
      start: start, text: start, end: end, marks: TextLine.Marks(rawValue: marks), number: nil)
    if line.marks.contains(.digit), let (number, content) = Self.number(bytes, start..<end) {
      line.number = number
      line.start = content
      line.text = min(content, end)
    }
    while line.text < end, bytes[line.text] <= 0x20 { line.text += 1 }
    return line
  }

  /// The number before a line of a listing, and where the line itself begins: `  12→`, `12\t`, `12: ` and
  /// `12 | `, as readers of files write them, and `src/a.c:12:` of `grep -n`.
  private static func number(_ bytes: Span<UInt8>, _ line: Range<Int>) -> (Int, Int)? {
    let first = bytes.end(from: line.lowerBound, limit: 8) { $0 == 0x20 }
    let isListed = bytes.byte(first)?.isDigit == true
    guard let digits = isListed ? first : pathEnd(bytes, line).map({ $0 + 1 }) else { return nil }
    var at = digits
    var number = 0
    while at < line.upperBound, at - digits < 7, bytes[at].isDigit {
      number = number * 10 + Int(bytes[at] - 0x30)
      at += 1
    }
    guard at > digits else { return nil }
    guard isListed else { return bytes.byte(at) == UInt8(ascii: ":") ? (number, at + 1) : nil }
    if bytes.has("\u{2192}", at: at) || bytes.has(" | ", at: at) { return (number, at + 3) }
    if bytes.has(" |", at: at), at + 2 >= line.upperBound { return (number, at + 2) }
    if bytes.has(": ", at: at) { return (number, at + 2) }
    return bytes.byte(at) == 0x09 ? (number, at + 1) : nil
  }

  /// The colon behind a file name with an extension, before the line's number.
  private static func pathEnd(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    let end = bytes.end(from: line.lowerBound, limit: 256) {
      $0.isWord || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/")
    }
    guard end < line.upperBound, bytes[end] == UInt8(ascii: ":"),
      bytes.byte(end + 1)?.isDigit == true
    else { return nil }
    let suffix = bytes.start(before: end, limit: 6) { $0.isLetter || $0.isDigit }
    guard suffix > line.lowerBound + 1, suffix < end, bytes[suffix - 1] == UInt8(ascii: "."),
      bytes[suffix].isLetter
    else { return nil }
    return end
  }
}
