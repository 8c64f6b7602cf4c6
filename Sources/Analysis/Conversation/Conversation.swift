import Protocols

/// Follows the walk through a JSON body and tells the texts of each message once it is known who wrote them.
///
/// Roles and types may stand behind the texts that they are about, so texts wait until their message
/// ends. Texts of system prompts, of descriptions of tools and of the model itself are dropped; of the
/// model's, the arguments of calls stay.
struct Conversation {
  /// Shortest text that can tell anything.
  private static let shortest = 2

  private enum Speaker {
    case program
    case person
    case model
    case tool
  }

  private enum Kind {
    case call
    case output
    /// Words.
    case plain
    case other
  }

  private struct Frame {
    var isArray: Bool
    /// Name that the container stands under; for a list's items, that of the list.
    var name: ConversationKey
    var serial: Int
    /// How many texts waited when it began.
    var start: Int
    /// Name of the value to come.
    var key: ConversationKey = .other
    var speaker: Speaker?
    var kind: Kind?
    var tool: [UInt8] = []
  }

  private struct Waiting {
    var utterance: Utterance
    var speaker: Speaker?
    var kind: Kind?

    /// Takes in what a container says that the text stands in.
    mutating func learn(_ frame: Frame) {
      speaker = speaker ?? frame.speaker
      switch kind {
      case .call, .output: break
      case .plain, .other, nil:
        // Arguments may have a `name` of their own, within.
        if !frame.tool.isEmpty { utterance.tool = frame.tool }
        kind = frame.kind ?? kind
      }
    }

    /// The text with its place; nil when it is neither the person's nor a tool's.
    var finished: Utterance? {
      var told = utterance
      switch (kind, speaker) {
      case (.call, _): told.place = .argument
      case (.output, _), (_, .tool): told.place = .output
      case (_, .person), (nil, nil), (.plain, nil): told.place = .message
      case (_, .program), (_, .model), (.other, nil): return nil
      }
      return told
    }
  }

  private var frames: [Frame] = []
  private var waiting: [Waiting] = []
  private var waitingBytes = 0
  private var serial = 0
  /// Number of frames around the message that is open.
  private var message: Int?
  /// Whether the walk is through JSON within a text; texts there are not opened in turn.
  private var isInner = false

  /// Whether the walk is within a message.
  var isOpen: Bool { message != nil }
  var depth: Int { frames.count }

  mutating func begin(array: Bool) {
    serial += 1
    let parent = frames.last
    let name = parent?.key ?? .other
    if message == nil, !array, let parent,
      parent.isArray ? parent.name == .messages : parent.key == .item
    {
      message = frames.count
    }
    var frame = Frame(isArray: array, name: name, serial: serial, start: waiting.count)
    if array { frame.key = name }
    switch name {
    case .call: frame.kind = .call
    case .output: frame.kind = .output
    default: break
    }
    frames.append(frame)
  }

  mutating func member(_ name: Span<UInt8>) {
    guard let last = frames.indices.last else { return }
    frames[last].key = ConversationKey(name)
  }

  /// Ends a container.
  ///
  /// - Returns: the texts of the message that ended with it.
  mutating func end() -> [Utterance] {
    guard let frame = frames.popLast() else { return [] }
    guard let message else { return [] }
    if frame.speaker != nil || frame.kind != nil || !frame.tool.isEmpty {
      for i in frame.start..<waiting.count { waiting[i].learn(frame) }
    }
    guard frames.count <= message else { return [] }
    self.message = nil
    defer {
      waiting.removeAll(keepingCapacity: true)
      waitingBytes = 0
    }
    return waiting.compactMap(\.finished)
  }

  /// Leaves containers that a damaged text never closed.
  mutating func unwind(to depth: Int) -> [Utterance] {
    var told: [Utterance] = []
    while frames.count > depth { told += end() }
    return told
  }

  /// Takes a text.
  ///
  /// - Returns: the text, when its place is known at once; nil when it waits or is nobody's words.
  mutating func take(
    _ text: [UInt8], path: [UInt8], encodings: [String], carrier: Range<Int>?
  ) -> Utterance? {
    guard let last = frames.indices.last else { return nil }
    let frame = frames[last]
    if message != nil {
      switch frame.isArray ? .other : frame.key {
      case .role: frames[last].speaker = Self.speaker(text)
      case .type: frames[last].kind = Self.kind(text) ?? frame.kind
      case .name: frames[last].tool = Array(text.prefix(64))
      default: break
      }
      if frame.key == .opaque || frame.key == .role || frame.key == .type { return nil }
    } else if frames.count > 2 || (frame.key != .prompt && frame.key != .messages)
      || (frames.count == 2 && !frame.isArray)
    {
      return nil
    }
    guard text.count >= Self.shortest else { return nil }
    var utterance = Utterance(
      text: text, key: frame.key, path: path, encodings: encodings, carrier: carrier)
    utterance.list = frame.isArray ? frame.serial : 0
    if message == nil {
      utterance.place = .message
      return utterance
    }
    guard waiting.count < WorkspaceLimits.texts,
      waitingBytes + text.count <= WorkspaceLimits.textBytes
    else {
      return nil
    }
    waitingBytes += text.count
    waiting.append(Waiting(utterance: utterance))
    openText(utterance)
    return nil
  }

  /// Looks into a text that is JSON itself, as the arguments of calls and the answers of tools often are.
  private mutating func openText(_ outer: Utterance) {
    guard outer.text[0] == UInt8(ascii: "{"), !isInner,
      JSON.walk(outer.text.span, { _ in true }) == nil
    else { return }
    isInner = true
    defer { isInner = false }
    let depth = frames.count
    var path = outer.path
    _ = JSON.walk(outer.text.span) { event in
      switch event {
      case .beginObject, .beginArray: begin(array: event == .beginArray)
      case .endObject, .endArray: if frames.count > depth { _ = end() }
      case .key(let range):
        member(outer.text.span.extracting(range))
        path = outer.path + "/$.".utf8 + outer.text[range.prefix(96)]
      case .string(let range):
        _ = take(
          JSON.unescape(outer.text.span.extracting(range)), path: path,
          encodings: outer.encodings + ["json"], carrier: outer.carrier)
      case .number, .literal: break
      }
      return true
    }
  }

  // MARK: Words of the APIs

  private static func speaker(_ role: [UInt8]) -> Speaker? {
    switch String(decoding: role.prefix(16), as: UTF8.self).lowercased() {
    case "system", "developer": .program
    case "user", "human": .person
    case "assistant", "model", "ai", "chatbot": .model
    case "tool", "function": .tool
    default: nil
    }
  }

  private static func kind(_ type: [UInt8]) -> Kind? {
    switch String(decoding: type.prefix(32), as: UTF8.self) {
    case "tool_use", "function", "function_call", "custom_tool_call", "local_shell_call",
      "shell_call", "mcp_call":
      .call
    case "tool_result", "function_call_output", "custom_tool_call_output",
      "local_shell_call_output",
      "shell_call_output":
      .output
    case "message", "text", "input_text", "output_text": .plain
    default: .other
    }
  }
}
