import Model
import Protocols
import TestKit
import Testing

private typealias Frames = WebSocketTestFrames

@Suite struct `WebSocket layer` {
  private let deflate = "permessage-deflate; client_max_window_bits=15"

  private func layer(_ harness: LayerHarness, _ extensions: String? = nil) -> WebSocketLayer {
    WebSocketLayer(
      harness.context, after: Frames.handshake(extensions, at: harness.nextFrame()))
  }

  private func playRecorded(_ harness: LayerHarness, size: Int = .max) {
    let layer = layer(harness, deflate)
    for (side, text) in RecordedWebSocket.conversation {
      harness.play(hex(text), from: side, to: layer, size: size)
    }
    harness.finish(layer)
  }

  @Test func `reads a recorded session with compressed messages`() throws {
    let harness = LayerHarness()
    playRecorded(harness)
    let sent = harness.messages.filter { $0.sender == .client && $0.opcode == 1 }
    #expect(sent.map(\.payload.count) == [150, 410, 27])
    let first = try #require(sent.first)
    #expect(
      String(decoding: first.payload, as: UTF8.self).hasPrefix(
        #"{"type": "session.update", "session": {"instructions""#))
    #expect(first.isDeflated && first.isFinal && !first.isTruncated)
    #expect(first.host == "ws.example.com")
    #expect(first.target == "/chat")
    #expect(harness.messages.filter { $0.opcode == 8 }.map(\.sender) == [.client, .server])
    #expect(harness.anomalies.isEmpty)
  }

  @Test(arguments: lawfulPieceSizes)
  func `means the same however it is cut`(size: Int) {
    let whole = LayerHarness()
    playRecorded(whole)
    let cut = LayerHarness()
    playRecorded(cut, size: size)
    #expect(cut.messageMeaning == whole.messageMeaning)
  }

  @Test func `reads the examples of RFC 6455`() {
    let harness = LayerHarness()
    let layer = layer(harness)
    harness.play(hex("8105 48656c6c6f 0103 48656c 8002 6c6f"), from: .server, to: layer)
    harness.play(hex("8185 37fa213d 7f9f4d5158 8a85 37fa213d 7f9f4d5158"), from: .client, to: layer)
    harness.play(hex("8905 48656c6c6f"), from: .server, to: layer)
    #expect(harness.messages.map(\.opcode) == [1, 1, 1, 10, 9])
    #expect(harness.messages.allSatisfy { $0.payload == Array("Hello".utf8) })
  }

  @Test func `remembers which frames carried which part of a message`() throws {
    let harness = LayerHarness()
    let layer = layer(harness)
    let text = Array("Hello, orchard ledger".utf8)
    let bytes =
      Frames.masked(1, Array(text[..<10]), final: false) + Frames.masked(0, Array(text[10...]))
    harness.play(bytes, from: .client, to: layer, size: 8)
    let message = try #require(harness.messages.first)
    #expect(message.payload == text)
    #expect(message.segments.map(\.offset) == [0, 2, 10, 12, 20])
    let first = message.provenance.first.number
    #expect(message.segments.map { $0.first.number - first } == [0, 1, 2, 3, 4])
  }

  @Test func `inflates the examples of RFC 7692 with context takeover`() {
    let harness = LayerHarness()
    let layer = layer(harness, "permessage-deflate")
    harness.play(
      hex("c107 f248cdc9c90700 c105 f200110000 4103 f248cd 8004 c9c90700"), from: .server,
      to: layer)
    // A stored block, a final block, and two blocks.
    harness.play(hex("c10b 000500faff48656c6c6f00"), from: .server, to: layer)
    harness.play(hex("c108 f348cdc9c9070000"), from: .server, to: layer)
    harness.play(hex("c10d f248050000 00ffffcac9c90700"), from: .server, to: layer)
    #expect(
      harness.messages.map { String(decoding: $0.payload, as: UTF8.self) }
        == [String](repeating: "Hello", count: 6))
    #expect(harness.anomalies.isEmpty)
  }

  @Test func `does not look back where no context is taken over`() {
    let harness = LayerHarness()
    let layer = layer(harness, "permessage-deflate; server_no_context_takeover")
    harness.play(hex("c107 f248cdc9c90700 c105 f200110000"), from: .server, to: layer)
    #expect(harness.messages.map(\.isTruncated) == [false, true])
    #expect(harness.anomalies.map(\.event) == ["parse_failed"])
  }

  @Test func `joins fragments around a control frame`() {
    let harness = LayerHarness()
    let layer = layer(harness)
    harness.play(
      Frames.masked(1, Array("one ".utf8), final: false) + Frames.masked(9, [1, 2])
        + Frames.masked(0, Array("two".utf8)), from: .client, to: layer, size: 3)
    #expect(harness.messages.map(\.opcode) == [9, 1])
    #expect(harness.messages.last?.payload == Array("one two".utf8))
    #expect(harness.anomalies.isEmpty)
  }

  @Test func `reads lengths of sixteen and of sixty-four bits`() {
    let harness = LayerHarness()
    let layer = layer(harness)
    for count in [125, 126, 65_535, 65_536] {
      harness.play(
        Frames.masked(2, [UInt8](repeating: 7, count: count)), from: .client, to: layer, size: 1_448
      )
    }
    #expect(harness.messages.map(\.payload.count) == [125, 126, 65_535, 65_536])
  }

  @Test func `keeps the beginning of a message beyond the cap`() {
    let harness = LayerHarness()
    harness.limits.bodyBytes = 10
    let layer = layer(harness)
    harness.play(
      Frames.plain(2, [UInt8](repeating: 7, count: 30)) + Frames.plain(1, [0x61]), from: .server,
      to: layer)
    #expect(harness.messages.map(\.payload.count) == [10, 1])
    #expect(harness.messages.map(\.isTruncated) == [true, false])
    #expect(harness.messages.first?.transferredLength == 30)
  }

  @Test func `stops a message that inflates without end`() {
    let harness = LayerHarness()
    harness.limits.bodyBytes = 100
    let layer = layer(harness, deflate)
    // A thousand times the letter a.
    harness.play(
      Frames.plain(1, hex("4a4c1c05a360140c770000"), rsv1: true), from: .server, to: layer)
    #expect(harness.messages.map(\.payload) == [[UInt8](repeating: 0x61, count: 100)])
    #expect(harness.messages.map(\.isTruncated) == [true])
    #expect(harness.anomalies.map(\.event) == ["cap_reached", "context_lost"])
  }

  @Test func `tells a message that the end cut short`() {
    let harness = LayerHarness()
    let layer = layer(harness)
    harness.play(
      Array(Frames.masked(1, Array("unfinished".utf8)).dropLast(4)), from: .client, to: layer)
    harness.finish(layer, isClean: false)
    #expect(harness.messages.map(\.payload) == [Array("unfini".utf8)])
    #expect(harness.messages.map(\.isFinal) == [false])
    #expect(harness.messages.map(\.isTruncated) == [true])
  }

  @Test(arguments: ["8f00", "0900", "897e0080", "b100", "827fffffffffffffffff"])
  func `gives up after bytes that cannot be frames`(text: String) {
    let harness = LayerHarness()
    let layer = layer(harness)
    harness.play(hex(text), from: .server, to: layer)
    harness.finish(layer)
    #expect(harness.anomalies.map(\.event) == ["gap"])
    #expect(harness.messages.isEmpty)
  }

  @Test func `survives every prefix and mutation of recorded frames`() {
    for (side, text) in RecordedWebSocket.conversation {
      let bytes = hex(text)
      let prefixes = (0...bytes.count).map { Array(bytes.prefix($0)) }
      for mutant in prefixes + mutations(of: bytes, count: 500, seed: 6_455) {
        let harness = LayerHarness()
        let layer = layer(harness, deflate)
        harness.play(mutant, from: side, to: layer)
        harness.finish(layer)
        #expect(harness.messages.count <= mutant.count)
      }
    }
  }
}
