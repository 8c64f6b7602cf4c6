import Model

/// Command lines in texts: behind the prompt of a shell, a label or a field, in fenced blocks that the person
/// wrote, and in listings of processes.
struct CommandLine {
  static let id = "recogniser.command-line"

  private let place: Utterance.Place
  private let isBlock: Bool
  private var count = 0
  /// Fields before the command in a listing of processes.
  private var processFields: Int?
  /// Whether the line before goes on in this one.
  private var isContinued = false

  init(place: Utterance.Place, isBlock: Bool) {
    self.place = place
    self.isBlock = isBlock
  }

  private static let shells: Set<String> = [
    "bash", "sh", "shell", "zsh", "console", "powershell", "ps1", "fish", "terminal",
    "shellsession",
    "cmd", "bat", "pwsh",
  ]

  mutating func read(
    _ line: TextLine, in text: Span<UInt8>, fence: Fence, _ sink: inout FindingSink
  ) {
    guard count < WorkspaceLimits.commands, !line.isBlank else {
      processFields = nil
      return
    }
    let wasContinued = isContinued
    isContinued = text[line.end - 1] == UInt8(ascii: "\\")
    if let fields = processFields {
      if let start = Self.process(text, line, fields: fields) {
        // The kernel's own stand in brackets.
        guard text[start] != UInt8(ascii: "[") else { return }
        return tell(text, start..<line.end, 0.8, "in a list of processes", &sink)
      }
      processFields = nil
    }
    // Documents that a tool reads show commands for everybody.
    guard !fence.isOpen || (place == .message && !isBlock) else { return }
    if line.marks.contains(.prompt), let start = ShellPrompt.end(in: text, line) {
      tell(text, start..<line.end, 0.8, "behind the prompt of a shell", &sink)
    } else if fence.isOpen {
      guard !wasContinued, Self.shells.contains(fence.language),
        CommandShape.isCommand(text, line.text..<line.end)
      else { return }
      tell(text, line.text..<line.end, 0.7, "in a message of the user's", &sink)
    } else if let range = CommandField.range(in: text, line) {
      tell(text, range, 0.75, nil, &sink)
    } else if text[line.text].isUppercase, let fields = Self.processHeader(text, line) {
      processFields = fields
    }
  }

  private mutating func tell(
    _ text: Span<UInt8>, _ range: Range<Int>, _ confidence: Double, _ note: String?,
    _ sink: inout FindingSink
  ) {
    count += 1
    let end = min(range.upperBound, range.lowerBound + WorkspaceLimits.commandBytes)
    sink.add(
      Finding(
        "workspace.command_line", text.copy(range.lowerBound..<end), source: Self.id,
        confidence: confidence, note: note))
  }

  // MARK: Processes

  /// Fields before the last of a header such as `USER PID %CPU … COMMAND` (POSIX `ps`); nil for other lines.
  private static func processHeader(_ text: Span<UInt8>, _ line: TextLine) -> Int? {
    guard line.end - line.text <= 160,
      text.has("CMD", at: line.end - 3) || text.has("COMMAND", at: line.end - 7)
    else { return nil }
    let words = text.text(line.text..<line.end).split(
      separator: " ", omittingEmptySubsequences: true)
    guard let last = words.last, last == "CMD" || last == "COMMAND", words.contains("PID"),
      words.count >= 3
    else { return nil }
    return words.count - 1
  }

  /// Where the command of a process begins; nil when the line is no process.
  private static func process(_ text: Span<UInt8>, _ line: TextLine, fields: Int) -> Int? {
    var at = line.text
    var hasNumber = false
    for _ in 0..<fields {
      let end = text.end(from: at, limit: 64) { $0 > 0x20 }
      hasNumber = hasNumber || (text[at].isDigit && text[end - 1].isDigit)
      at = text.end(from: end, limit: 64) { $0 == 0x20 || $0 == 0x09 }
      guard at < line.end else { return nil }
    }
    return hasNumber ? at : nil
  }
}

/// The prompts of shells, and where the command behind one begins.
enum ShellPrompt {
  /// - Returns: the command's first byte; nil when the line begins with no prompt, or with one that nobody typed at.
  static func end(in text: Span<UInt8>, _ line: TextLine) -> Int? {
    if text[line.text] == UInt8(ascii: "$") {
      // A bare dollar sign begins prices and variables, too.
      guard text.byte(line.text + 1) == 0x20 else { return nil }
      let start = text.end(from: line.text + 1, limit: 8) { $0 == 0x20 }
      return CommandShape.isCommand(text, start..<line.end) ? start : nil
    }
    if let start = windows(text, line) { return start < line.end ? start : nil }
    guard line.marks.contains(.at), let start = account(text, line) else { return nil }
    return start < line.end ? start : nil
  }

  /// `user@host:~/src$ `, `[user@host src]# `, `user@host src % `.
  private static func account(_ text: Span<UInt8>, _ line: TextLine) -> Int? {
    var at = line.text
    // The name of an environment may stand before.
    if text[at] == UInt8(ascii: "("), let close = close(text, at, line, UInt8(ascii: ")")) {
      at = text.end(from: close + 1, limit: 2) { $0 == 0x20 }
    }
    let isBracketed = text.byte(at) == UInt8(ascii: "[")
    if isBracketed { at += 1 }
    let sign = text.end(from: at, limit: 32, while: isNameByte)
    guard sign > at, text.byte(sign) == UInt8(ascii: "@") else { return nil }
    let host = text.end(from: sign + 1, limit: 64, while: isNameByte)
    guard host > sign + 1, let next = text.byte(host) else { return nil }
    guard next == UInt8(ascii: ":") || next == 0x20 || next == UInt8(ascii: "$") else { return nil }
    // The directory, and the sign that ends the prompt.
    var end = host
    while end < min(line.end, host + 200) {
      switch text[end] {
      case UInt8(ascii: "$"), UInt8(ascii: "#"), UInt8(ascii: "%"):
        guard text.byte(end + 1) == 0x20 else { return nil }
        return text.end(from: end + 1, limit: 8) { $0 == 0x20 }
      case 0x20 where next == UInt8(ascii: ":"): return nil
      case UInt8(ascii: "<"), UInt8(ascii: ","), UInt8(ascii: ";"): return nil
      default: end += 1
      }
    }
    return nil
  }

  /// `PS C:\src> `, `C:\src> `.
  private static func windows(_ text: Span<UInt8>, _ line: TextLine) -> Int? {
    let drive = text.has("PS ", at: line.text) ? line.text + 3 : line.text
    guard text.byte(drive)?.isLetter == true,
      text.has(":\\", at: drive + 1) || (drive > line.text && text.has(":/", at: drive + 1)),
      let sign = close(text, drive, line, UInt8(ascii: ">"))
    else { return nil }
    let start = text.end(from: sign + 1, limit: 8) { $0 == 0x20 }
    return start < line.end && text[start].isWord ? start : nil
  }

  private static func close(
    _ text: Span<UInt8>, _ start: Int, _ line: TextLine, _ mark: UInt8
  ) -> Int? {
    let end = text.end(from: start, limit: 200) { $0 != mark && $0 != 0x0a }
    return end < line.end && text[end] == mark ? end : nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte.isWord || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }
}

extension UInt8 {
  @inline(__always) var isUppercase: Bool { self >= 0x41 && self <= 0x5a }
}
