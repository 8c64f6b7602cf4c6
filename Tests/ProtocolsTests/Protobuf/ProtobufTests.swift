import Protocols
import TestKit
import Testing

/// The events of a walk, one line each.
private func events(_ bytes: [UInt8]) -> (lines: [String], isWhole: Bool) {
  var lines: [String] = []
  let isWhole = Protobuf.walk(bytes.span) { event in
    switch event {
    case .beginMessage(let field, _): lines.append("\(field) {")
    case .endMessage(let field): lines.append("} \(field)")
    case .varint(let field, let value, _): lines.append("\(field) = \(value)")
    case .fixed32(let field, let bits, _): lines.append("\(field) = \(bits) (32)")
    case .fixed64(let field, let bits, _): lines.append("\(field) = \(bits) (64)")
    case .string(let field, let range):
      lines.append("\(field) '\(String(decoding: bytes[range], as: UTF8.self))'")
    case .bytes(let field, let range): lines.append("\(field) x\(hexText(bytes[range]))")
    }
    return true
  }
  return (lines, isWhole)
}

@Suite struct `Protobuf without a schema` {
  @Test(arguments: [
    ("089601", ["1 = 150"]),
    ("120774657374696e67", ["2 'testing'"]),
    ("1a03089601", ["3 {", "1 = 150", "} 3"]),
    ("3206038e029ea705", ["6 x038e029ea705"]),
    ("0d0000803f", ["1 = 1065353216 (32)"]),
    ("11000000000000f03f", ["2 = 4607182418800017408 (64)"]),
    ("08ffffffffffffffffff01", ["1 = 18446744073709551615"]),
    ("1200", ["2 ''"]),
    ("0b08011000 0c", ["1 {", "1 = 1", "2 = 0", "} 1"]),
  ])
  func `reads each wire type`(text: String, expected: [String]) {
    let (lines, isWhole) = events(hex(text))
    #expect(lines == expected)
    #expect(isWhole)
  }

  @Test func `takes a message whose only field is printable for a message`() {
    // 0a 20 is a line end and a space to a reader of text.
    let inner = [0x0a, 0x20] + [UInt8](repeating: 0x61, count: 32)
    let (lines, _) = events([0x0a, UInt8(inner.count)] + inner)
    #expect(lines == ["1 {", "1 '\(String(repeating: "a", count: 32))'", "} 1"])
  }

  @Test(arguments: ["HA", "8", "P1", "Hello\nworld", "\n", "日本語", "{\"a\": 1}"])
  func `takes text for text although it may be a message`(text: String) {
    let bytes = Array(text.utf8)
    #expect(events([0x0a, UInt8(bytes.count)] + bytes).lines == ["1 '\(text)'"])
  }

  @Test(arguments: [
    "08", "0880", "120a6162", "0f", "00", "08ffffffffffffffffff02", "0b0801", "0c", "0b14",
    "0d000000", "11000000000000",
  ])
  func `says that bytes are no message`(text: String) {
    #expect(!events(hex(text)).isWhole)
    let bytes = hex(text)
    let looksReal = Protobuf.looksLikeMessage(bytes.span)
    #expect(!looksReal)
  }

  @Test func `goes down no further than its depth`() {
    var message: [UInt8] = [0x08, 0x01]
    for _ in 0..<60 {
      let low = UInt8(message.count & 0x7f)
      let size = message.count < 128 ? [low] : [low | 0x80, UInt8(message.count >> 7)]
      message = [0x0a] + size + message
    }
    let depth = events(message).lines.filter { $0.hasSuffix("{") }.count
    #expect(depth == Protobuf.maximumDepth - 1)
  }

  @Test func `stops when it is told to`() {
    var seen = 0
    let bytes = hex("0801 1002 1803")
    let isWhole = Protobuf.walk(bytes.span) { _ in
      seen += 1
      return seen < 2
    }
    #expect(!isWhole)
    #expect(seen == 2)
  }

  @Test func `survives every prefix and mutation of a recorded export`() {
    let bytes = hex(RecordedTraceExport.text)
    let prefixes = stride(from: 0, to: bytes.count, by: 5).map { Array(bytes.prefix($0)) }
    for mutant in prefixes + mutations(of: bytes, count: 500, seed: 3) {
      #expect(events(mutant).lines.count <= mutant.count * 2)
    }
  }
}

@Suite struct `Protobuf leaves` {
  private func leaves(_ bytes: [UInt8]) -> [String: String] {
    var found: [String: String] = [:]
    Protobuf.leaves(of: bytes.span) { leaf in
      let text =
        switch leaf.value {
        case .varint(let value): String(value)
        case .fixed32(let bits): String(bits)
        case .fixed64(let bits): String(bits)
        case .string: String(decoding: bytes[leaf.range], as: UTF8.self)
        case .bytes: "x" + hexText(bytes[leaf.range])
        }
      if found[leaf.path] == nil { found[leaf.path] = text }
      return true
    }
    return found
  }

  @Test func `names the attributes of a recorded trace export by their keys`() {
    let found = leaves(hex(RecordedTraceExport.text))
    #expect(found["#1.2.2.9 key=crewai_version"] == "1.15.30")
    #expect(found["#1.1.1 key=service.name"] == "crewAI-telemetry")
    #expect(found.keys.contains { $0.hasPrefix("#1.2.2.5") })
  }

  @Test func `joins the keys of pairs within pairs`() {
    // a = { b: "c" } as kvlist, and a list of two strings.
    let inner = hex("0a01 62 1203 0a01 63")
    let list = [0x0a, UInt8(inner.count)] + inner
    let value = [0x32, UInt8(list.count)] + list
    let pair = hex("0a01 61") + [0x12, UInt8(value.count)] + value
    #expect(leaves([0x1a, UInt8(pair.count)] + pair) == ["#3 key=a.b": "c"])
    let array = hex("1a13 0a01 6c 120e 2a0c 0a04 0a02 7878 0a04 0a02 7979")
    #expect(leaves(array) == ["#3 key=l": "xx"])
  }

  @Test func `takes two strings for two strings`() {
    #expect(leaves(hex("1a08 0a02 6162 1202 6364")) == ["#3.1": "ab", "#3.2": "cd"])
  }

  @Test(arguments: [
    ("/v1/traces", OTLP.traces), ("/otlp/v1/logs?x=1", .logs),
    ("/opentelemetry.proto.collector.metrics.v1.MetricsService/Export", .metrics),
  ])
  func `knows an export by where it goes`(target: String, expected: OTLP) {
    #expect(OTLP(target: target) == expected)
    #expect(OTLP(target: "/v1/messages") == nil)
  }

  @Test func `spells paths in the words of the schema`() {
    #expect(
      OTLP.traces.name(of: "#1.2.2.9 key=duration_ms")
        == "resourceSpans.scopeSpans.spans.attributes")
    #expect(OTLP.logs.name(of: "#1.1.1 key=host.name") == "resourceLogs.resource.attributes")
    #expect(OTLP.metrics.name(of: "#9") == nil)
  }
}
