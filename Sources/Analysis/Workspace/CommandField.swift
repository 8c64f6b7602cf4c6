/// Commands behind a label at the beginning of a line, in a field of a log, or between the tags that agents put
/// around them.
enum CommandField {
  private static let labels: Set<String> = [
    "command", "command line", "cmd", "running", "running command", "executing",
    "executing command", "executed", "ran", "run", "exec", "$ command", "shell command",
    "process command line",
  ]
  private static let fields: Set<String> = [
    "cmd", "command", "cmdline", "command_line", "argv", "exec", "execve", "proctitle",
  ]
  private static let tags: Set<String> = ["bash-input", "command", "cmd", "shell_command"]

  /// Where the command of a line stands; nil without one.
  static func range(in text: Span<UInt8>, _ line: TextLine) -> Range<Int>? {
    if text[line.text] == UInt8(ascii: "<") { return tagged(text, line) }
    if line.marks.contains(.colon), let range = labelled(text, line) { return range }
    return line.marks.contains(.equals) ? assigned(text, line) : nil
  }

  /// `Command: git push`.
  private static func labelled(_ text: Span<UInt8>, _ line: TextLine) -> Range<Int>? {
    let colon = text.end(from: line.text, limit: 24) { $0.isLetter || $0 == 0x20 }
    guard text.byte(colon) == UInt8(ascii: ":"), text.byte(colon + 1) == 0x20,
      labels.contains(text.text(line.text..<colon).lowercased())
    else { return nil }
    let rest = text.end(from: colon + 1, limit: 8) { $0 == 0x20 }..<line.end
    let range = unquoted(text, rest)
    return CommandShape.isCommand(text, range, inProse: range == rest) ? range : nil
  }

  /// `<bash-input>git push</bash-input>`.
  private static func tagged(_ text: Span<UInt8>, _ line: TextLine) -> Range<Int>? {
    let name = text.end(from: line.text + 1, limit: 16) {
      $0.isLetter || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
    }
    guard text.byte(name) == UInt8(ascii: ">"), tags.contains(text.text((line.text + 1)..<name))
    else { return nil }
    let end = text.end(from: name + 1, limit: 1024) { $0 != UInt8(ascii: "<") && $0 != 0x0a }
    guard text.has("</", at: end) || end >= line.end else { return nil }
    let range = (name + 1)..<max(min(end, line.end), name + 1)
    return CommandShape.isCommand(text, range) ? range : nil
  }

  /// `cmd="git push"`, `COMMAND=/usr/bin/apt update`.
  private static func assigned(_ text: Span<UInt8>, _ line: TextLine) -> Range<Int>? {
    for equals in line.text..<line.end where text[equals] == UInt8(ascii: "=") {
      let start = text.start(before: equals, limit: 16) { $0.isWord }
      guard start < equals, equals + 1 < line.end,
        text.byte(start - 1).map({ $0 <= 0x20 || $0 == 0x2c || $0 == 0x3b }) ?? true
          || start == line.text,
        fields.contains(text.text(start..<equals).lowercased())
      else { continue }
      let first = text[equals + 1]
      var range = (equals + 1)..<line.end
      if first == 0x22 || first == 0x27 {
        range = unquoted(text, range)
      } else if text[start].isUppercase == false {
        // Fields without quotes end at the next one.
        let end = text.end(from: equals + 1, limit: 512) { $0 > 0x20 }
        range = (equals + 1)..<min(end, line.end)
        guard text[equals + 1] == UInt8(ascii: "/") || range.upperBound == line.end else {
          continue
        }
      }
      if CommandShape.isCommand(text, range, inProse: true) { return range }
    }
    return nil
  }

  /// Without the quotes around it.
  private static func unquoted(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    guard range.count >= 2 else { return range }
    let first = text[range.lowerBound]
    guard first == 0x22 || first == 0x27 || first == UInt8(ascii: "`") else { return range }
    var at = range.lowerBound + 1
    while at < range.upperBound, text[at] != first {
      at += text[at] == UInt8(ascii: "\\") ? 2 : 1
    }
    return (range.lowerBound + 1)..<min(at, range.upperBound)
  }
}
