import Model
import Protocols
import TestKit
import Testing

private typealias Frames = WebSocketTestFrames

@Suite struct `WebSocket after lost bytes` {
  private func layer(_ harness: LayerHarness, _ extensions: String? = nil) -> WebSocketLayer {
    WebSocketLayer(
      harness.context, after: Frames.handshake(extensions, at: harness.nextFrame()))
  }

  @Test func `goes on behind a hole within a message`() {
    let harness = LayerHarness()
    let layer = layer(harness)
    let frame = Frames.masked(1, Array("0123456789".utf8))
    harness.play(Array(frame.prefix(10)), from: .client, to: layer)
    layer.gap(3, from: .client, at: harness.nextFrame())
    harness.play(Array(frame.dropFirst(13)) + Frames.masked(1, [0x61]), from: .client, to: layer)
    #expect(harness.messages.map(\.payload) == [Array("0123".utf8), [0x61]])
    #expect(harness.messages.map(\.isTruncated) == [true, false])
    #expect(harness.messages.map(\.transferredLength) == [10, 1])
  }

  @Test func `finds the next frame of a client by the text in it`() {
    let harness = LayerHarness()
    let layer = layer(harness)
    harness.play(Frames.masked(1, Array("before".utf8)), from: .client, to: layer)
    layer.gap(100, from: .client, at: harness.nextFrame())
    harness.play(
      hex("00112233445566") + Frames.masked(1, Array("after the hole".utf8)), from: .client,
      to: layer)
    harness.play(Frames.masked(1, Array("and on".utf8)), from: .client, to: layer)
    harness.finish(layer)
    #expect(
      harness.messages.map { String(decoding: $0.payload, as: UTF8.self) }
        == ["before", "after the hole", "and on"])
  }

  @Test func `never inflates what leans on a lost message`() {
    let harness = LayerHarness()
    let layer = layer(harness, "permessage-deflate")
    harness.play(hex("c107 f248cdc9c90700"), from: .server, to: layer)
    layer.gap(9, from: .server, at: harness.nextFrame())
    // The same bytes as before mean another thing now, as would the window.
    let plain = Frames.plain(1, Array("in the clear".utf8))
    harness.play(hex("c105 f200110000") + plain + plain, from: .server, to: layer)
    harness.play(hex("c107 f248cdc9c90700"), from: .server, to: layer)
    harness.finish(layer)
    let texts = harness.messages.map { String(decoding: $0.payload, as: UTF8.self) }
    #expect(texts.first == "Hello")
    #expect(texts.filter { $0 == "in the clear" }.count == 2)
    #expect(texts.last == "Hello")
    #expect(!texts.dropFirst().dropLast().contains("Hello"))
    #expect(harness.anomalies.map(\.event) == ["gap", "context_lost"])
  }
}
