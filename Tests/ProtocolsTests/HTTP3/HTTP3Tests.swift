import Model
import Protocols
import TestKit
import Testing

@Suite struct `HTTP/3` {
  static let settings: [UInt8] = [0x00] + http3Frame(4, [0x01, 0x40, 0xdc, 0x21, 0x05])

  func conversation(alpn: String = "h3") throws -> QUICConversation {
    let conversation = QUICConversation()
    conversation.learn()
    try conversation.shakeHands(alpn: alpn)
    return conversation
  }

  @Test(arguments: lawfulPieceSizes)
  func `gives an exchange however its streams are cut`(size: Int) throws {
    let talk = try conversation()
    let question =
      request("POST", "/v1/messages", [("content-type", "text/plain")])
      + http3Frame(0x21, [1, 2, 3]) + http3Frame(0, Array("hello ".utf8))
      + http3Frame(0, Array("world".utf8))
    let answer =
      response(103) + response(200, [("server", "test")])
      + http3Frame(0, Array("fine".utf8)) + http3Frame(1, fieldSection([("x-sum", "7")]))
    try talk.send(2, Self.settings, from: .client)
    for (bytes, side) in [(question, Side.client), (answer, .server)] {
      let parts = pieces(of: bytes, size: size)
      for (index, part) in parts.enumerated() {
        try talk.send(0, part, from: side, isFinal: index == parts.count - 1)
      }
    }
    let exchange = try #require(talk.harness.exchanges.first)
    #expect(exchange.version == .http3)
    #expect(exchange.method == "POST")
    #expect(exchange.host == "ai.example")
    #expect(exchange.target == "/v1/messages")
    #expect(exchange.serverName == "ai.example")
    #expect(exchange.isEncrypted)
    #expect(exchange.status == 200)
    #expect(
      exchange.request?.fields.map(\.name)
        == [":method", ":scheme", ":authority", ":path", "content-type"])
    #expect(exchange.request?.body.bytes == Array("hello world".utf8))
    #expect(exchange.request?.body.isComplete == true)
    #expect(exchange.response?.body.bytes == Array("fine".utf8))
    #expect(exchange.response?.trailers == [HTTPField("x-sum", "7")])
    talk.end()
    #expect(talk.harness.exchanges.count == 1)
    #expect(talk.harness.anomalies.isEmpty)
    #expect(talk.harness.quicHandshakes.map(\.userAgent) == ["Test/1.0"])
    #expect(talk.harness.state.clientBytesRead == talk.harness.state.clientBytesSeen)
    #expect(talk.harness.state.clientBytesRead == UInt64(question.count + Self.settings.count))
  }

  @Test func `lets other streams go on when one lost a datagram`() throws {
    let talk = try conversation()
    let body = [UInt8](repeating: 0x61, count: 300)
    let first = request("POST", "/lost") + http3Frame(0, body)
    try talk.send(0, Array(first.prefix(150)), from: .client)
    // Sent, but not captured.
    _ = talk.frame(0, Array(first[150..<250]), from: .client)
    try talk.send(0, Array(first[250...]), from: .client, isFinal: true)
    try talk.send(4, request("GET", "/whole"), from: .client, isFinal: true)
    try talk.send(4, response(204), from: .server, isFinal: true)
    #expect(talk.harness.exchanges.map(\.target) == ["/whole"])
    talk.end()
    let lost = try #require(talk.harness.exchanges.last)
    #expect(lost.target == "/lost")
    #expect(lost.request?.body.missing == 100)
    #expect(lost.request?.body.bytes.count == 200)
    #expect(lost.request?.body.isComplete == false)
    #expect(talk.harness.anomalies.map(\.event) == ["gap"])
    #expect(talk.harness.state.missingBytes == 100)
  }

  @Test func `waits for the encoder stream`() throws {
    let talk = try conversation()
    try talk.send(3, Self.settings, from: .server)
    // RFC 9204, B.2: both fields are in the dynamic table.
    try talk.send(
      0, http3Frame(1, hex("0381 10 11 d1 d7")) + http3Frame(0, [1, 2]), from: .client,
      isFinal: true)
    try talk.send(0, response(200), from: .server, isFinal: true)
    #expect(talk.harness.exchanges.isEmpty)
    try talk.send(6, [0x02] + hex(`QPACK`.b2), from: .client)
    let exchange = try #require(talk.harness.exchanges.first)
    #expect(exchange.target == "/sample/path")
    #expect(exchange.host == "www.example.com")
    #expect(exchange.request?.body.bytes == [1, 2])
    #expect(exchange.request?.body.isComplete == true)
  }

  @Test func `names fields that a lost encoder stream defined with a question mark`() throws {
    let talk = try conversation()
    try talk.send(3, Self.settings, from: .server)
    try talk.send(6, [0x02], from: .client)
    _ = talk.frame(6, hex(`QPACK`.b2), from: .client)
    try talk.send(6, hex(`QPACK`.b3), from: .client)
    try talk.send(0, http3Frame(1, hex("0381 10 11 d1 d7")), from: .client, isFinal: true)
    talk.end()
    let exchange = try #require(talk.harness.exchanges.first)
    #expect(exchange.request?.fields.map(\.name) == ["?", "?", ":method", ":scheme"])
    #expect(exchange.method == "GET")
    #expect(talk.harness.anomalies.map(\.event).sorted() == ["fields_unknown", "gap"])
  }

  @Test func `tells an exchange that was reset`() throws {
    let talk = try conversation()
    try talk.send(0, request("POST", "/stopped") + [0, 0x40, 0xff, 1, 2], from: .client)
    talk.play(
      try talk.packet([0x04, 0x00, 0x07, 0x40, 0xff], from: .client), from: .client)
    try talk.send(0, response(499), from: .server, isFinal: true)
    let exchange = try #require(talk.harness.exchanges.first)
    #expect(exchange.request?.body.bytes == [1, 2])
    #expect(exchange.request?.body.isComplete == false)
  }

  @Test func `tells what is unfinished when the flow ends`() throws {
    let talk = try conversation()
    try talk.send(0, request("GET", "/slow"), from: .client, isFinal: true)
    try talk.send(0, response(200) + http3Frame(0, [1]), from: .server)
    #expect(talk.harness.exchanges.isEmpty)
    talk.end()
    let exchange = try #require(talk.harness.exchanges.first)
    #expect(exchange.status == 200)
    #expect(exchange.response?.body.isComplete == false)
    #expect(exchange.request?.body.isComplete == true)
  }

  @Test func `joins a push with its promise`() throws {
    let talk = try conversation()
    try talk.send(0, request("GET", "/"), from: .client, isFinal: true)
    let promised = fieldSection([
      (":method", "GET"), (":scheme", "https"), (":authority", "ai.example"), (":path", "/pushed"),
    ])
    try talk.send(0, http3Frame(5, [0x02] + promised) + response(200), from: .server, isFinal: true)
    try talk.send(
      3, [0x01, 0x02] + response(200) + http3Frame(0, [9]), from: .server, isFinal: true)
    #expect(talk.harness.exchanges.map(\.target) == ["/", "/pushed"])
    #expect(talk.harness.exchanges.last?.response?.body.bytes == [9])
  }

  @Test func `goes on inside a CONNECT tunnel`() throws {
    let talk = try conversation()
    let fields = [(":method", "CONNECT"), (":authority", "inner.example:8443")]
    try talk.send(0, http3Frame(1, fieldSection(fields)), from: .client)
    try talk.send(0, response(200), from: .server)
    let exchange = try #require(talk.harness.exchanges.first)
    #expect(exchange.method == "CONNECT")
    #expect(exchange.target == "inner.example:8443")
    let tunnels = talk.harness.observations.compactMap {
      if case .proxy(let tunnel) = $0 { tunnel } else { nil }
    }
    #expect(tunnels.map(\.targetHost) == ["inner.example"])
    #expect(tunnels.map(\.targetPort) == [8_443])
    try talk.send(0, http3Frame(0, [1, 2, 3]), from: .client)
    talk.end()
    #expect(talk.harness.exchanges.count == 1)
  }

  @Test func `reads WebSocket messages on a stream, as RFC 9220 has them`() throws {
    let talk = try conversation()
    let fields = [
      (":method", "CONNECT"), (":protocol", "websocket"), (":scheme", "https"), (":path", "/chat"),
      (":authority", "ws.example"), ("sec-websocket-version", "13"),
    ]
    // RFC 6455, section 5.7: a masked "Hello", here in two DATA frames, and before the answer.
    let hello = hex("8185 37fa213d 7f9f4d5158")
    try talk.send(0, http3Frame(1, fieldSection(fields)), from: .client)
    try talk.send(
      0, http3Frame(0, Array(hello.prefix(4))) + http3Frame(0, Array(hello.dropFirst(4))),
      from: .client)
    try talk.send(0, response(200) + http3Frame(0, hex("8103 414243")), from: .server)
    talk.end()
    let messages = talk.harness.observations.compactMap {
      if case .webSocket(let message) = $0 { message } else { nil }
    }
    #expect(messages.map(\.payload) == [Array("Hello".utf8), Array("ABC".utf8)])
    #expect(messages.map(\.sender) == [.client, .server])
    #expect(messages.first?.target == "/chat")
    #expect(messages.first?.host == "ws.example")
    #expect(talk.harness.exchanges.map(\.status) == [200])
  }

  @Test func `gives up a hole that stays open, and lets what waits for it go on`() throws {
    let talk = try conversation()
    try talk.send(3, Self.settings, from: .server)
    try talk.send(6, [0x02], from: .client)
    _ = talk.frame(6, hex(`QPACK`.b2), from: .client)
    try talk.send(6, hex(`QPACK`.b3), from: .client)
    try talk.send(0, http3Frame(1, hex("0381 10 11 d1 d7")), from: .client, isFinal: true)
    try talk.send(0, response(200), from: .server, isFinal: true)
    #expect(talk.harness.exchanges.isEmpty)
    talk.harness.skip(seconds: 9)
    try talk.send(4, request("GET", "/soon"), from: .client, isFinal: true)
    try talk.send(4, response(200), from: .server, isFinal: true)
    #expect(talk.harness.exchanges.map(\.target) == ["/soon"])
    talk.harness.skip(seconds: 2)
    try talk.send(8, request("GET", "/late"), from: .client)
    #expect(talk.harness.exchanges.count == 2)
    #expect(talk.harness.anomalies.map(\.event).sorted() == ["fields_unknown", "gap"])
  }

  @Test func `stops reading a flow that deserves no work`() throws {
    let talk = try conversation()
    talk.harness.verdict = .counted
    try talk.send(0, request("GET", "/"), from: .client, isFinal: true)
    try talk.send(0, response(200), from: .server, isFinal: true)
    talk.end()
    #expect(talk.harness.exchanges.isEmpty)
  }

  @Test func `bounds concurrent streams`() throws {
    let talk = try conversation()
    talk.harness.limits.streams = 4
    let other = QUICConversation(harness: talk.harness)
    try other.shakeHands()
    for id in 0..<20 {
      try other.send(UInt64(id) * 4, request("GET", "/\(id)"), from: .client)
    }
    #expect(talk.harness.exchanges.count >= 15)
    other.end()
    #expect(talk.harness.exchanges.map(\.target) == (0..<20).map { "/\($0)" })
  }

  @Test func `survives corrupted streams`() throws {
    let bytes = request("POST", "/x") + http3Frame(0, [1, 2, 3]) + response(200)
    for mutant in mutations(of: bytes, count: 300, seed: 9) {
      let talk = try conversation()
      try talk.send(2, mutant, from: .client)
      try talk.send(6, [0x02] + mutant, from: .client)
      try talk.send(0, mutant, from: .client, isFinal: true)
      try talk.send(0, mutant, from: .server, isFinal: true)
      talk.end()
      #expect(talk.harness.exchanges.count <= 1)
    }
  }
}
