import Model

/// Frames of stack traces with paths from the root: `at run (/srv/app/cli.js:4:2)`, `File "/srv/app/a.py", line 4`.
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

  /// JavaScript's and others' form, by the colon in front of the line number.
  static func inspectColon(_ text: Span<UInt8>, colon: Int, _ sink: inout FindingSink) {
    guard text.byte(colon + 1)?.isDigit == true, text.byte(colon - 1)?.isLetter == true else {
      return
    }
    let start = text.start(before: colon, limit: 400) {
      $0 != 0x0a && $0 != UInt8(ascii: "(") && $0 != 0x20
    }
    guard isRooted(text, start) || text.has("file:///", at: start) else { return }
    let line = text.start(before: start, limit: 200) { $0 != 0x0a }
    let words = text.end(from: line, limit: 40) { $0 == 0x20 || $0 == 0x09 }
    guard text.has("at ", at: words) else { return }
    let end = text.end(from: colon, limit: 16) { $0.isDigit || $0 == UInt8(ascii: ":") }
    report(text, words..<end, &sink)
  }

  private static func isRooted(_ text: Span<UInt8>, _ at: Int) -> Bool {
    guard let first = text.byte(at) else { return false }
    return first == UInt8(ascii: "/") || (first.isLetter && text.byte(at + 1) == UInt8(ascii: ":"))
  }

  private static func report(_ text: Span<UInt8>, _ range: Range<Int>, _ sink: inout FindingSink) {
    sink.add(Finding("workspace.stack_trace", text.copy(range), source: id, confidence: 0.8))
  }
}
