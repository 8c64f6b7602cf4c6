import Model

/// Frames of stack traces: with paths from the root, `at run (/srv/app/cli.js:4:2)`,
/// `File "/srv/app/a.py", line 4`, or as the JVM and Rust write them.
enum StackFrame {
  static let id = "recogniser.stack-frame"

  /// Python's form, by its comma.
  static func inspectComma(_ text: Span<UInt8>, comma: Int, _ sink: inout FindingSink) {
    guard text.has("\", line ", at: comma - 1), text.byte(comma + 7)?.isDigit == true else {
      return
    }
    let start = text.start(before: comma - 1, limit: 400) { $0 != 0x22 && $0 != 0x0a }
    guard text.has("File \"", at: start - 6), isRooted(text, start) else { return }
    let end = text.end(from: comma, limit: 160) { $0 != 0x0a }
    report(text, (start - 6)..<end, &sink)
  }

  /// The forms of other languages, by the colon in front of the line number.
  static func inspectColon(_ text: Span<UInt8>, colon: Int, _ sink: inout FindingSink) {
    guard text.byte(colon - 1)?.isLetter == true else { return }
    let number = text.has(":line ", at: colon) ? colon + 6 : colon + 1
    guard text.byte(number)?.isDigit == true else { return }
    let start = text.start(before: colon, limit: 400) {
      $0 != 0x0a && $0 != 0x09 && $0 != UInt8(ascii: "(") && $0 != 0x20
    }
    let line = text.start(before: start, limit: 300) { $0 != 0x0a }
    let words = text.end(from: line, limit: 40) { $0 == 0x20 || $0 == 0x09 }
    let digits = text.end(from: number, limit: 12) { $0.isDigit }
    let end: Int?
    if isRooted(text, start) || text.has("file:///", at: start) {
      end = endOfRooted(text, words: words, start: start, number: number, digits: digits)
    } else {
      end = endOfNamed(text, words: words, start: start, colon: colon, digits: digits)
    }
    if let end { report(text, words..<end, &sink) }
  }

  /// Where a frame with a path from the root ends; nil when it is none.
  private static func endOfRooted(
    _ text: Span<UInt8>, words: Int, start: Int, number: Int, digits: Int
  ) -> Int? {
    if text.has("at ", at: words) {
      // JavaScript: at run (/srv/app/cli.js:4:2); .NET: at A.B() in C:\src\B.cs:line 12
      let end = text.end(from: digits, limit: 12) { $0.isDigit || $0 == UInt8(ascii: ":") }
      let isInBrackets = text.byte(start - 1) == UInt8(ascii: "(")
      return isInBrackets && text.byte(end) == UInt8(ascii: ")") ? end + 1 : end
    }
    // Ruby: from /srv/app/a.rb:12:in 'call'
    if words == start || text.has("from ", at: words), text.has(":in ", at: digits),
      text.byte(digits + 4) == UInt8(ascii: "'") || text.byte(digits + 4) == UInt8(ascii: "`")
    {
      return text.end(from: digits, limit: 160) { $0 != 0x0a }
    }
    guard words == start else { return nil }
    // Go: /srv/app/main.go:12 +0x1d; Swift: /srv/app/main.swift:12: Fatal error: …
    if text.has(" +0x", at: digits) { return text.end(from: digits + 4, limit: 16) { $0.isHex } }
    return text.has(": Fatal error", at: digits)
      ? text.end(from: digits, limit: 160) { $0 != 0x0a } : nil
  }

  /// Where a frame that names its file without a path ends; nil when it is none.
  private static func endOfNamed(
    _ text: Span<UInt8>, words: Int, start: Int, colon: Int, digits: Int
  ) -> Int? {
    guard text.has("at ", at: words) else { return nil }
    // Rust: at ./src/main.rs:4:5
    if start == words + 3, text.has("./", at: start), text.has(".rs", at: colon - 3) {
      return text.end(from: digits, limit: 12) { $0.isDigit || $0 == UInt8(ascii: ":") }
    }
    // The JVM's: at org.acme.App.main(App.java:12)
    let isSource =
      text.has(".java", at: colon - 5) || text.has(".kt", at: colon - 3)
      || text.has(".scala", at: colon - 6) || text.has(".groovy", at: colon - 7)
    guard isSource, text.byte(start - 1) == UInt8(ascii: "("),
      text.byte(digits) == UInt8(ascii: ")")
    else { return nil }
    let name = text.start(before: start - 1, limit: 300) { $0 > 0x20 }
    return name == words + 3 && name < start - 1 ? digits + 1 : nil
  }

  private static func isRooted(_ text: Span<UInt8>, _ at: Int) -> Bool {
    guard let first = text.byte(at) else { return false }
    if first == UInt8(ascii: "/") { return true }
    let isSeparated =
      text.byte(at + 2) == UInt8(ascii: "\\") || text.byte(at + 2) == UInt8(ascii: "/")
    return first.isLetter && text.byte(at + 1) == UInt8(ascii: ":") && isSeparated
  }

  private static func report(_ text: Span<UInt8>, _ range: Range<Int>, _ sink: inout FindingSink) {
    sink.add(Finding("workspace.stack_trace", text.copy(range), source: id, confidence: 0.8))
  }
}
