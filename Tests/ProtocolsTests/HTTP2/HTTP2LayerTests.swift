import Model
import Protocols
import TestKit
import Testing

private typealias Frames = HTTP2TestFrames

@Suite struct `HTTP 2 layer` {
  private func start(_ harness: LayerHarness) -> HTTP2Layer {
    let layer = HTTP2Layer(harness.context)
    harness.play(Frames.preface + Frames.settings, from: .client, to: layer)
    harness.play(Frames.settings, from: .server, to: layer)
    return layer
  }

  private func playRecorded(_ harness: LayerHarness, size: Int) {
    let layer = HTTP2Layer(harness.context)
    for (side, text) in RecordedHTTP2.conversation {
      harness.play(hex(text), from: side, to: layer, size: size)
    }
    harness.finish(layer)
  }

  @Test func `reads recorded streams that share a connection`() throws {
    let harness = LayerHarness()
    playRecorded(harness, size: .max)
    #expect(harness.exchanges.map(\.stream).sorted() == [1, 3, 5, 7])
    #expect(harness.anomalies.isEmpty)
    let first = try #require(harness.exchanges.first { $0.stream == 1 })
    #expect(first.method == "POST")
    #expect(first.host == "api.openai.com")
    #expect(first.target == "/v1/chat/completions")
    #expect(first.status == 200)
    let request = try #require(first.request)
    #expect(
      request.fields.map(\.name) == [
        ":method", ":authority", ":scheme", ":path", "accept-encoding", "authorization", "accept",
        "content-type", "user-agent", "x-stainless-lang", "x-stainless-package-version",
        "x-stainless-os", "x-stainless-arch", "x-stainless-runtime", "x-stainless-runtime-version",
        "x-stainless-async", "x-stainless-retry-count", "x-stainless-read-timeout",
        "content-length",
      ])
    #expect(request["user-agent"] == "AsyncOpenAI/Python 3.54.0")
    #expect(
      String(decoding: request.body.bytes, as: UTF8.self)
        == #"{"model":"gpt-4o-mini","messages":[{"role":"user","content":"parallel 0"}]}"#)
    #expect(request.body.isComplete)
    #expect(harness.clues.count == 4)
  }

  @Test(arguments: lawfulPieceSizes)
  func `means the same however it is cut`(size: Int) {
    let whole = LayerHarness()
    playRecorded(whole, size: .max)
    let cut = LayerHarness()
    playRecorded(cut, size: size)
    #expect(meaning(cut.exchanges) == meaning(whole.exchanges))
    #expect(cut.anomalies.isEmpty)
  }

  @Test func `survives every prefix and mutation of recorded bytes`() {
    for (turn, (side, text)) in RecordedHTTP2.conversation.enumerated() {
      let bytes = hex(text)
      let prefixes = stride(from: 0, to: bytes.count, by: 3).map { Array(bytes.prefix($0)) }
      for mutant in prefixes + mutations(of: bytes, count: 500, seed: UInt64(turn)) {
        let harness = LayerHarness()
        let layer = HTTP2Layer(harness.context)
        for (other, (otherSide, otherText)) in RecordedHTTP2.conversation.enumerated() {
          let piece = other == turn ? mutant : hex(otherText)
          harness.play(piece, from: other == turn ? side : otherSide, to: layer)
        }
        harness.finish(layer)
        #expect(harness.exchanges.count <= 64)
      }
    }
  }

  @Test func `passes over padding and priority, and joins continuations`() throws {
    let harness = LayerHarness()
    let layer = start(harness)
    let block = Frames.block(Frames.request("POST", "/v1") + [("x-a", "b")])
    let padded = [3, 0, 0, 0, 0, 16] + block.prefix(10) + [0, 0, 0]
    let bytes =
      Frames.frame(1, flags: 0x28, stream: 1, padded)
      + Frames.frame(9, stream: 1, Array(block[10..<30]))
      + Frames.frame(9, flags: Frames.endHeaders, stream: 1, Array(block[30...]))
      + Frames.frame(0, flags: 0x08, stream: 1, [2] + Array("half ".utf8) + [0, 0])
      + Frames.frame(8, stream: 1, [0, 0, 1, 0]) + Frames.frame(0xbe, stream: 1, [1, 2, 3])
      + Frames.data(1, "and half")
    harness.play(bytes, from: .client, to: layer, size: 7)
    harness.play(
      Frames.headers(1, [(":status", "200")], flags: Frames.endHeaders)
        + Frames.data(1, "ok", ends: false) + Frames.headers(1, [("grpc-status", "0")]),
      from: .server, to: layer)
    let exchange = try #require(harness.exchanges.first)
    #expect(exchange.request?["x-a"] == "b")
    #expect(exchange.request?.body.bytes == Array("half and half".utf8))
    #expect(exchange.response?.body.bytes == Array("ok".utf8))
    #expect(exchange.response?.trailers == [HTTPField("grpc-status", "0")])
    #expect(harness.anomalies.isEmpty)
  }

  @Test func `passes over interim responses`() throws {
    let harness = LayerHarness()
    let layer = start(harness)
    harness.play(Frames.headers(1, Frames.request("GET", "/")), from: .client, to: layer)
    harness.play(
      Frames.headers(1, [(":status", "103"), ("link", "x")], flags: Frames.endHeaders)
        + Frames.headers(1, [(":status", "204")]), from: .server, to: layer)
    let exchange = try #require(harness.exchanges.first)
    #expect(exchange.status == 204)
    #expect(exchange.response?.fields.count == 1)
  }

  @Test func `tells a reset stream as far as it came`() throws {
    let harness = LayerHarness()
    let layer = start(harness)
    harness.play(
      Frames.headers(1, Frames.request("POST", "/"), flags: Frames.endHeaders)
        + Frames.data(1, "cut", ends: false) + Frames.frame(3, stream: 1, [0, 0, 0, 8])
        + Frames.data(1, "late"), from: .client, to: layer)
    let exchange = try #require(harness.exchanges.first)
    #expect(exchange.request?.body.bytes == Array("cut".utf8))
    #expect(exchange.request?.body.isComplete == false)
    #expect(exchange.response == nil)
    #expect(harness.exchanges.count == 1)
    #expect(harness.anomalies.isEmpty)
  }

  @Test func `says why a peer gave up, but not when it only changed its mind`() {
    let harness = LayerHarness()
    let layer = start(harness)
    harness.play(Frames.headers(1, Frames.request("POST", "/a")), from: .client, to: layer)
    harness.play(Frames.frame(3, stream: 1, [0, 0, 0, 9]), from: .server, to: layer)
    harness.play(Frames.frame(3, stream: 3, [0, 0, 0, 8]), from: .client, to: layer)
    harness.play(
      Frames.frame(7, [0, 0, 0, 1, 0, 0, 0, 11] + Array("too much".utf8))
        + Frames.frame(7, [0, 0, 0, 1, 0, 0, 0, 0]), from: .server, to: layer)
    #expect(harness.exchanges.map(\.target) == ["/a"])
    #expect(
      harness.anomalies.map(\.detail) == [
        "the server ended stream 1 with COMPRESSION_ERROR",
        "the server ended the connection with ENHANCE_YOUR_CALM",
      ])
  }

  @Test func `reads what a server pushes`() throws {
    let harness = LayerHarness()
    let layer = start(harness)
    harness.play(Frames.headers(1, Frames.request("GET", "/")), from: .client, to: layer)
    harness.play(
      Frames.frame(
        5, flags: Frames.endHeaders, stream: 1,
        [0, 0, 0, 2] + Frames.block(Frames.request("GET", "/style.css")))
        + Frames.headers(2, [(":status", "200")], flags: Frames.endHeaders) + Frames.data(2, "css"),
      from: .server, to: layer)
    let exchange = try #require(harness.exchanges.first)
    #expect(exchange.stream == 2)
    #expect(exchange.target == "/style.css")
    #expect(exchange.response?.body.bytes == Array("css".utf8))
  }

  @Test func `keeps a port that the scheme does not imply`() {
    let harness = LayerHarness()
    let layer = start(harness)
    for (stream, authority) in [(UInt32(1), "a.example:443"), (3, "a.example:8443")] {
      harness.play(
        Frames.headers(
          stream,
          [
            (":method", "GET"), (":authority", authority), (":scheme", "https"), (":path", "/"),
          ]), from: .client, to: layer)
    }
    harness.finish(layer)
    #expect(harness.exchanges.map(\.host) == ["a.example", "a.example:8443"])
  }

  @Test func `goes on with the request that asked for an upgrade`() throws {
    let harness = LayerHarness()
    let at = harness.nextFrame()
    let request = HTTPMessage(
      fields: [HTTPField("Host", "a.example"), HTTPField("HTTP2-Settings", "AAMAAABkAAQAAP__")],
      provenance: at)
    let layer = HTTP2Layer(
      harness.context,
      after: HTTPExchange(
        version: .http11, method: "GET", host: "a.example", target: "/up", request: request,
        response: nil, status: 101, isEncrypted: false, serverName: nil, tunnels: [],
        isProxied: false, stream: 1))
    harness.play(Frames.preface + Frames.settings, from: .client, to: layer)
    harness.play(
      Frames.settings + Frames.headers(1, [(":status", "200")], flags: Frames.endHeaders)
        + Frames.data(1, "hello"), from: .server, to: layer)
    let exchange = try #require(harness.exchanges.first)
    #expect(exchange.target == "/up")
    #expect(exchange.version == .http2)
    #expect(exchange.response?.body.bytes == Array("hello".utf8))
  }

  @Test func `lets the oldest stream give way when there are too many`() {
    let harness = LayerHarness()
    harness.limits.streams = 4
    let layer = start(harness)
    for stream in 0..<10 {
      harness.play(
        Frames.headers(UInt32(stream * 2 + 1), Frames.request("GET", "/\(stream)")),
        from: .client, to: layer)
    }
    #expect(harness.exchanges.map(\.stream) == [1, 3, 5, 7, 9, 11])
    #expect(harness.anomalies.allSatisfy { $0.event == "cap_reached" })
  }

  @Test func `drops a header block beyond its limit and says that fields are lost`() {
    let harness = LayerHarness()
    harness.limits.headBytes = 1_000
    let layer = start(harness)
    let part = [UInt8](repeating: 0x82, count: 600)
    harness.play(
      Frames.frame(1, stream: 1, part) + Frames.frame(9, stream: 1, part), from: .client, to: layer)
    #expect(harness.anomalies.map(\.event) == ["cap_reached"])
  }

  @Test func `counts the client's clear bytes and no encrypted ones`() {
    let harness = LayerHarness()
    _ = start(harness)
    #expect(harness.state.clientBytesSeen == UInt64(Frames.preface.count + Frames.settings.count))
    #expect(harness.state.clientBytesRead == harness.state.clientBytesSeen)
    let encrypted = LayerHarness()
    let layer = HTTP2Layer(encrypted.context.inner { $0.isEncrypted = true })
    encrypted.play(Frames.preface, from: .client, to: layer)
    #expect(encrypted.state.clientBytesSeen == 0)
  }

  @Test func `bounds the anomalies of one connection`() {
    let harness = LayerHarness()
    let layer = start(harness)
    for _ in 0..<1_000 { harness.play(Frames.data(9, "x"), from: .client, to: layer) }
    #expect(harness.anomalies.count == 64)
  }
}
