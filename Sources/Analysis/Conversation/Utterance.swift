/// A text of a conversation, with what its surroundings say about it.
struct Utterance {
  /// Whose words they are, as far as a conversation with a model knows.
  enum Place: Equatable {
    /// The person's message, a prompt to complete, or a text to embed.
    case message
    /// What a tool of the program answered: files, listings, logs.
    case output
    /// An argument that the model gave a tool, which travels back with the history.
    case argument
    /// Nothing says: telemetry, log lines.
    case unknown
  }

  var text: [UInt8]
  var place: Place = .unknown
  /// Name of the member that holds the text.
  var key: ConversationKey
  /// The tool that was called, when the text is an argument.
  var tool: [UInt8] = []
  /// Serial number of the list that the text is an item of; 0 for none.
  var list = 0
  var path: [UInt8]
  var encodings: [String]
  var carrier: Range<Int>?
}

/// Names of members that give a conversation its shape, in the APIs of Anthropic, OpenAI, Google, Amazon, Cohere
/// and Ollama.
enum ConversationKey: UInt8 {
  case other
  /// A list of messages.
  case messages
  /// One message on its own, as in realtime sessions.
  case item
  /// A prompt to complete.
  case prompt
  case role
  case type
  case name
  /// Identifiers, signatures and data that no person reads.
  case opaque
  /// Holds a call of a tool.
  case call
  /// Holds what a tool answered.
  case output
  /// Command of a shell tool: one text, or a list of words.
  case command
  /// A list of commands.
  case commands

  init(_ name: Span<UInt8>) {
    self = .other
    switch name.count {
    case 2: if name.isText("id") { self = .opaque }
    case 3: if name.isText("cmd") { self = .command }
    case 4:
      if name.isText("role") {
        self = .role
      } else if name.isText("type") {
        self = .type
      } else if name.isText("name") {
        self = .name
      } else if name.isText("item") {
        self = .item
      } else if name.isText("data") {
        self = .opaque
      }
    case 5: if name.isText("input") { self = .messages }
    case 6:
      if name.isText("prompt") || name.isText("suffix") {
        self = .prompt
      } else if name.isText("script") {
        self = .command
      }
    case 7:
      if name.isText("history") {
        self = .messages
      } else if name.isText("command") {
        self = .command
      } else if name.isText("toolUse") {
        self = .call
      } else if name.isText("call_id") {
        self = .opaque
      }
    default: self = Self.long(name)
    }
  }

  private static func long(_ name: Span<UInt8>) -> Self {
    switch name.count {
    case 8:
      if name.isText("messages") || name.isText("contents") { return .messages }
      return name.isText("commands") ? .commands : .other
    case 9: return name.isText("signature") ? .opaque : .other
    case 10:
      if name.isText("tool_calls") { return .call }
      if name.isText("toolResult") { return .output }
    case 11:
      if name.isText("tool_use_id") { return .opaque }
      if name.isText("CommandLine") || name.isText("commandLine") { return .command }
    case 12:
      if name.isText("functionCall") || name.isText("tool_call_id") {
        return name.isText("functionCall") ? .call : .opaque
      }
      if name.isText("command_line") { return .command }
      return name.isText("chat_history") ? .messages : .other
    case 13: return name.isText("function_call") ? .call : .other
    case 16: return name.isText("functionResponse") ? .output : .other
    default: break
    }
    return .other
  }
}
