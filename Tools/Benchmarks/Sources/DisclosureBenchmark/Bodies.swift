/// Bodies as agents send them, of any size, the same in every run.
enum Bodies {
  /// A request to a model: a system prompt, then a conversation of prose, paths and tool results.
  static func prompt(bytes size: Int) -> [UInt8] {
    var random = Generator(state: 7)
    var body = Array(#"{"model":"m-1","max_tokens":4096,"system":[{"type":"text","text":""#.utf8)
    prose(min(size / 4, 50_000), &random, &body)
    body += Array(#"\nToday's date is 2026-11-22.\nPlatform: linux"}],"messages":["#.utf8)
    var turn = 0
    while body.count < size - 3_000 {
      if turn > 0 { body.append(UInt8(ascii: ",")) }
      turn += 1
      let file = "/home/mira/src/orchard/Sources/Tree/Branch\(random.next() % 400).swift"
      body += Array(#"{"role":"user","content":[{"type":"tool_result","tool_use_id":"toolu_"#.utf8)
      body += Array(String(random.next(), radix: 16).utf8)
      body += Array(#"","content":"\#(file)\n"#.utf8)
      prose(900, &random, &body)
      body += Array(#""},{"type":"text","text":""#.utf8)
      prose(900, &random, &body)
      body += Array(#""}]}"#.utf8)
    }
    body += Array("]}".utf8)
    return body
  }

  /// A batch of events: many small values under few names.
  static func telemetry(bytes size: Int) -> [UInt8] {
    var random = Generator(state: 11)
    var body = Array(#"{"events":["#.utf8)
    var number = 0
    while body.count < size - 600 {
      if number > 0 { body.append(UInt8(ascii: ",")) }
      number += 1
      let id = String(random.next(), radix: 16) + String(random.next(), radix: 16)
      body += Array(
        (#"{"event":"agent_event_\#(number % 24)","uuid":"\#(id)","ts":\#(1_795_384_620_000 + number),"#
          + #""props":{"platform":"linux","arch":"x64","version":"1.4.0","duration_ms":"#
          + #"\#(random.next() % 900),"cached":\#(number % 3 == 0),"shell":"/bin/bash","#
          + #""cwd":"/home/mira/src/orchard","tz":"Asia/Tokyo","rss":\#(random.next() % 9_000_000)}}"#)
          .utf8)
    }
    body += Array("]}".utf8)
    return body
  }

  private static let words = [
    "the", "of", "to", "and", "in", "is", "that", "for", "on", "with", "as", "file", "use", "when",
    "you", "tool", "read", "write", "edit", "search", "path", "line", "code", "test", "build",
    "error", "value", "list", "return", "call", "user", "input", "change", "check", "command",
    "project", "message", "response", "context", "must", "never", "always", "before", "after",
  ].map { Array($0.utf8) }

  private static func prose(_ size: Int, _ random: inout Generator, _ text: inout [UInt8]) {
    let end = text.count + size
    var count = 0
    while text.count < end {
      count += 1
      text += words[Int(random.next() % UInt64(words.count))]
      text += count.isMultiple(of: 12) ? Array(#".\n"#.utf8) : [0x20]
    }
  }

  /// SplitMix64.
  private struct Generator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9e37_79b9_7f4a_7c15
      var z = state
      z = (z ^ z >> 30) &* 0xbf58_476d_1ce4_e5b9
      z = (z ^ z >> 27) &* 0x94d0_49bb_1331_11eb
      return z ^ z >> 31
    }
  }
}
