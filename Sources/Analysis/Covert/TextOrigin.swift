import Model

/// Who wrote a text of a request, as far as its structure says so.
enum TextOrigin: Equatable, Sendable {
  /// The program: system prompts, instructions, blocks of context that it puts into messages.
  case tool
  /// The person who uses it.
  case person
  /// A tool that the program called: files, listings, logs, and blocks that the program adds to them.
  case answer
  /// The model, in an earlier turn.
  case model
  /// Nothing says.
  case unknown

  /// Who is told as the author; nil where nothing says.
  var author: Author? {
    switch self {
    case .tool: .program
    case .person: .person
    case .model: .model
    case .answer, .unknown: nil
    }
  }

  /// What a message's role means (the APIs of Anthropic, OpenAI and Google use one vocabulary).
  init(role: Span<UInt8>) {
    if role.isText("system") || role.isText("developer") {
      self = .tool
    } else if role.isText("user") || role.isText("human") {
      self = .person
    } else if role.isText("assistant") || role.isText("model") {
      self = .model
    } else if role.isText("tool") || role.isText("function") {
      self = .answer
    } else {
      self = .unknown
    }
  }

  /// Whether the type of a part of a message says that a tool answered, whoever's role the message has.
  static func isAnswer(_ type: Span<UInt8>) -> Bool {
    type.isText("tool_result") || type.isText("function_call_output")
      || type.isText("custom_tool_call_output")
  }

  /// Whether a member at the top of a body holds what the program says to the model.
  static func isInstruction(_ name: Span<UInt8>) -> Bool {
    name.isText("system") || name.isText("instructions") || name.isText("systemInstruction")
      || name.isText("system_instruction")
  }
}

/// Blocks that programs put into a person's message: `<system-reminder>…</system-reminder>`.
enum ToolBlocks {
  private static let limit = 64
  private static let names: Set<String> = [
    "system-reminder", "system_reminder", "environment_context", "environment_details", "env",
    "session_context", "environment_info", "workspace_info", "context", "additional_context",
    "user_info", "current_datetime", "editor_context", "project_layout", "reminderinstructions",
    "system_information", "git_status", "user_instructions",
  ]

  /// Ranges between the tags of such blocks, in order of place; a block within a block counts to the outer.
  static func ranges(in text: Span<UInt8>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var at = 0
    while at < text.count, ranges.count < limit {
      guard text[at] == UInt8(ascii: "<"), let next = text.byte(at + 1), next.isLetter else {
        at += 1
        continue
      }
      let end = text.end(from: at + 1, limit: 32) {
        $0.isWord || $0 == UInt8(ascii: "-")
      }
      guard text.byte(end) == UInt8(ascii: ">"),
        names.contains(text.text((at + 1)..<end).lowercased()),
        let close = closing(text, of: (at + 1)..<end, from: end + 1)
      else {
        at = end
        continue
      }
      ranges.append((end + 1)..<close)
      at = close
    }
    return ranges
  }

  private static func closing(_ text: Span<UInt8>, of name: Range<Int>, from start: Int) -> Int? {
    var at = start
    while at + name.count + 3 <= text.count {
      if text[at] == UInt8(ascii: "<"), text[at + 1] == UInt8(ascii: "/"),
        text[at + 2 + name.count] == UInt8(ascii: ">")
      {
        var fits = true
        for i in 0..<name.count where text[at + 2 + i] != text[name.lowerBound + i] {
          fits = false
          break
        }
        if fits { return at }
      }
      at += 1
    }
    return nil
  }
}
