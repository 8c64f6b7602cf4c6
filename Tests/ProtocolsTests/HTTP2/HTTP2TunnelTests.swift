import Model
import Protocols
import TestKit
import Testing

private typealias Frames = HTTP2TestFrames

@Suite struct `HTTP 2 tunnels` {
  private func start(_ harness: LayerHarness) -> HTTP2Layer {
    let layer = HTTP2Layer(harness.context)
    harness.play(Frames.preface + Frames.settings, from: .client, to: layer)
    harness.play(Frames.settings, from: .server, to: layer)
    return layer
  }

  @Test func `opens a proxy tunnel with its credentials`() throws {
    let harness = LayerHarness()
    harness.plaintextSample = (byteCount: 5, all: false)
    let layer = start(harness)
    harness.play(
      Frames.headers(
        1,
        [
          (":method", "CONNECT"), (":authority", "api.example.com:443"),
          ("proxy-authorization", "Basic dTpw"),
        ], flags: Frames.endHeaders) + Frames.data(1, "first", ends: false), from: .client,
      to: layer)
    harness.play(
      Frames.headers(1, [(":status", "200")], flags: Frames.endHeaders)
        + Frames.data(1, "answer", ends: false), from: .server, to: layer)
    harness.finish(layer)
    let tunnels = harness.observations.compactMap {
      if case .proxy(let tunnel) = $0 { tunnel } else { nil }
    }
    let tunnel = try #require(tunnels.first)
    #expect(tunnel.kind == .httpConnect)
    #expect(tunnel.targetHost == "api.example.com")
    #expect(tunnel.targetPort == 443)
    #expect(tunnel.credentials == "Basic dTpw")
    let exchange = try #require(harness.exchanges.first)
    #expect(exchange.method == "CONNECT")
    #expect(exchange.target == "api.example.com:443")
    let samples = harness.observations.compactMap {
      if case .plaintext(let sample) = $0 { sample.bytes } else { nil }
    }
    #expect(samples == [Array("first".utf8), Array("answe".utf8)])
  }

  @Test func `reads WebSocket messages on a stream`() throws {
    let harness = LayerHarness()
    let layer = start(harness)
    harness.play(
      Frames.headers(
        1,
        [
          (":method", "CONNECT"), (":protocol", "websocket"), (":scheme", "https"),
          (":path", "/chat"), (":authority", "ws.example.com"),
        ], flags: Frames.endHeaders), from: .client, to: layer)
    harness.play(
      Frames.headers(1, [(":status", "200")], flags: Frames.endHeaders), from: .server, to: layer)
    let hello = hex("8185 37fa213d 7f9f4d5158")
    harness.play(
      Frames.frame(0, stream: 1, Array(hello.prefix(4)))
        + Frames.frame(0, stream: 1, Array(hello.dropFirst(4))), from: .client, to: layer)
    let messages = harness.observations.compactMap {
      if case .webSocket(let message) = $0 { message } else { nil }
    }
    let message = try #require(messages.first)
    #expect(message.payload == Array("Hello".utf8))
    #expect(message.target == "/chat")
    #expect(message.host == "ws.example.com")
    #expect(harness.exchanges.map(\.status) == [200])
  }

  @Test func `tells a refused tunnel as an exchange`() {
    let harness = LayerHarness()
    let layer = start(harness)
    harness.play(
      Frames.headers(1, [(":method", "CONNECT"), (":authority", "a.example:443")]),
      from: .client, to: layer)
    harness.play(
      Frames.headers(1, [(":status", "407")], flags: Frames.endHeaders) + Frames.data(1, "no"),
      from: .server, to: layer)
    #expect(harness.exchanges.map(\.status) == [407])
    #expect(harness.exchanges.first?.response?.body.bytes == Array("no".utf8))
  }
}
