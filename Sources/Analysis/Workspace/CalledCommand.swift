import Model

/// Commands that a model had a tool run: the call travels back to the vendor with the history of the conversation.
enum CalledCommand {
  private static let shells = [
    "bash", "shell", "terminal", "exec", "powershell", "command", "console", "process", "zsh",
  ]
  /// Words of tools that edit files, which take them as a `command`.
  private static let edits: Set<String> = [
    "view", "create", "str_replace", "insert", "undo_edit", "delete", "rename",
  ]

  static func findings(in texts: [Utterance]) -> [(finding: Finding, text: Utterance)] {
    var told: [(finding: Finding, text: Utterance)] = []
    var at = 0
    while at < texts.count, told.count < WorkspaceLimits.commands {
      let first = texts[at]
      var words = [first.text]
      at += 1
      guard first.place == .argument, first.key == .command || first.key == .commands else {
        continue
      }
      if first.key == .command, first.list != 0 {
        while at < texts.count, texts[at].list == first.list {
          words.append(texts[at].text)
          at += 1
        }
      }
      guard let command = command(words, of: first) else { continue }
      let finding = Finding(
        "workspace.command_line", command, source: CommandLine.id, confidence: 0.85,
        note: "a tool's call that went back with the conversation")
      told.append((finding, first))
    }
    return told
  }

  /// The command that words stand for; nil when they are none.
  private static func command(_ words: [[UInt8]], of call: Utterance) -> [UInt8]? {
    let text = joined(words)
    guard let first = text.first(where: { $0 > 0x20 }) else { return nil }
    if words.count == 1 {
      let tool = String(decoding: call.tool, as: UTF8.self).lowercased()
      // Commands of the program itself begin with a slash and are no paths.
      guard !tool.contains("slash"), !edits.contains(String(decoding: text, as: UTF8.self)) else {
        return nil
      }
      let isShell = tool.isEmpty || shells.contains { tool.contains($0) }
      guard isShell || CommandShape.isCommand(text.span, 0..<text.count) else { return nil }
    }
    guard first.isWord || first < 0x80 else { return nil }
    return Array(text.prefix(WorkspaceLimits.commandBytes))
  }

  /// The words as one line; of `bash -lc '…'` only what the shell is to run.
  private static func joined(_ words: [[UInt8]]) -> [UInt8] {
    guard words.count > 1 else { return words[0] }
    if words.count == 3, words[1].first == UInt8(ascii: "-"), words[1].last == UInt8(ascii: "c"),
      words[0].suffix(2).elementsEqual("sh".utf8)
    {
      return words[2]
    }
    var line: [UInt8] = []
    for word in words {
      if !line.isEmpty { line.append(0x20) }
      let isPlain = word.allSatisfy { $0 > 0x20 && $0 != 0x22 && $0 != 0x27 }
      line += isPlain && !word.isEmpty ? word : [0x27] + word + [0x27]
      if line.count > WorkspaceLimits.commandBytes { break }
    }
    return line
  }
}
