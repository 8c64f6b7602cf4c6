import Model

/// Paths below a home directory: they name the account, and often the project.
///
/// `/home/ada/src/plan`, `/Users/ada`, `C:\Users\ada\plan`, `/mnt/c/Users/ada`. Placeholders of manuals
/// (`/home/user`, `/Users/<name>`) are not reported.
enum HomePath {
  static let id = "recogniser.home-path"

  private static let placeholders: Set<String> = [
    "user", "username", "user_name", "your_user", "your-user", "youruser", "yourname", "your_name",
    "your-username", "yourusername", "you", "me", "name", "example", "foo", "bar", "xxx", "someone",
    "somebody", "shared", "public", "default", "path", "usr", "home", "test",
  ]

  static func inspect(_ text: Span<UInt8>, slash: Int, _ sink: inout FindingSink) {
    let prefix: Int
    if text.has("/home/", at: slash) {
      prefix = 6
    } else if text.has("/Users/", at: slash) {
      prefix = 7
    } else {
      return
    }
    // In the middle of a longer path only the drive of WSL may precede.
    var start = slash
    if let before = text.byte(slash - 1),
      before.isWord || before == UInt8(ascii: "/")
        || before == UInt8(ascii: ".") || before == UInt8(ascii: "-")
    {
      guard slash >= 6, text.has("/mnt/", at: slash - 6), before.isLetter else { return }
      start = slash - 6
    }
    let nameEnd = text.end(from: slash + prefix, limit: 64, while: isNameByte)
    report(
      text, home: start..<nameEnd, name: (slash + prefix)..<nameEnd, separator: UInt8(ascii: "/"),
      &sink)
  }

  static func inspectWindows(_ text: Span<UInt8>, backslash: Int, _ sink: inout FindingSink) {
    if text.has("\\\\wsl", at: backslash) { inspectShare(text, start: backslash, &sink) }
    guard backslash >= 2, text[backslash - 1] == UInt8(ascii: ":"), text[backslash - 2].isLetter,
      text.byte(backslash - 3).map({ !$0.isWord }) ?? true
    else { return }
    // Text that was escaped twice doubles the separator.
    let width = text.byte(backslash + 1) == UInt8(ascii: "\\") ? 2 : 1
    guard text.has("Users", at: backslash + width),
      text.byte(backslash + width + 5) == UInt8(ascii: "\\")
    else { return }
    let nameStart = backslash + width + 5 + width
    let nameEnd = text.end(from: nameStart, limit: 64) { isNameByte($0) || $0 == 0x20 }
    report(
      text, home: (backslash - 2)..<nameEnd, name: nameStart..<nameEnd,
      separator: UInt8(ascii: "\\"), &sink)
  }

  /// `\\\\wsl$\\Ubuntu\\home\\ada`, `\\\\wsl.localhost\\Debian\\home\\ada`: a Linux home as Windows sees it.
  private static func inspectShare(_ text: Span<UInt8>, start: Int, _ sink: inout FindingSink) {
    let server = text.end(from: start + 5, limit: 12) { $0.isLetter || $0 == 0x2e || $0 == 0x24 }
    let share = text.end(from: server + 1, limit: 40) { isNameByte($0) }
    guard text.byte(server) == UInt8(ascii: "\\"), text.has("\\home\\", at: share) else { return }
    let name = share + 6
    let end = text.end(from: name, limit: 64, while: isNameByte)
    sink.add(Finding("machine.wsl", text.copy(start..<share), source: id, confidence: 0.9))
    report(text, home: start..<end, name: name..<end, separator: UInt8(ascii: "\\"), &sink)
  }

  private static func report(
    _ text: Span<UInt8>, home: Range<Int>, name: Range<Int>, separator: UInt8,
    _ sink: inout FindingSink
  ) {
    var nameEnd = name.upperBound
    if text.byte(nameEnd) != separator {
      while nameEnd > name.lowerBound, text[nameEnd - 1] == UInt8(ascii: ".") { nameEnd -= 1 }
    }
    guard nameEnd > name.lowerBound else { return }
    let user = text.text(name.lowerBound..<nameEnd)
    guard !placeholders.contains(user.lowercased()), user.contains(where: \.isLetter) else {
      return
    }
    let homeRange = home.lowerBound..<nameEnd
    sink.add(Finding("identity.home_path", text.copy(homeRange), source: id, confidence: 0.95))
    sink.add(Finding("identity.username", Array(user.utf8), source: id, confidence: 0.9))
    guard text.byte(nameEnd) == separator else { return }
    var end = text.end(from: nameEnd, limit: 512) { isPathByte($0) || $0 == separator }
    while end > nameEnd, isTrailing(text[end - 1]) { end -= 1 }
    guard end > nameEnd + 1 else { return }
    let rest = text.text((nameEnd + 1)..<end)
    let attribute = isProject(rest, separator) ? "workspace.path" : "workspace.file_path"
    sink.add(
      Finding(attribute, text.copy(home.lowerBound..<end), source: id, confidence: 0.7))
  }

  /// A folder that is not a tool's own (`.config`) and holds no file name.
  private static func isProject(_ rest: String, _ separator: UInt8) -> Bool {
    let parts = rest.split(separator: Character(UnicodeScalar(separator)))
    guard let last = parts.last, !parts.contains(where: { $0.hasPrefix(".") }),
      parts.first.map({ $0 != "AppData" && $0 != "Library" }) ?? false
    else { return false }
    guard let dot = last.lastIndex(of: ".") else { return true }
    let suffix = last[last.index(after: dot)...]
    return suffix.isEmpty || suffix.utf8.count > 6 || !suffix.contains(where: \.isLetter)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte.isWord || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte >= 0x80
  }

  private static func isPathByte(_ byte: UInt8) -> Bool {
    isNameByte(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "@")
      || byte == UInt8(ascii: "~") || byte == UInt8(ascii: "=")
  }

  private static func isTrailing(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
      || byte == UInt8(ascii: "-")
  }
}
