import Model
import Protocols
import TestKit
import Testing

private typealias Frames = HTTP2TestFrames

@Suite struct `HTTP 2 after lost bytes` {
  private func start(_ harness: LayerHarness) -> HTTP2Layer {
    let layer = HTTP2Layer(harness.context)
    harness.play(Frames.preface + Frames.settings, from: .client, to: layer)
    harness.play(Frames.settings, from: .server, to: layer)
    return layer
  }

  private func indexed(_ stream: UInt32, _ fields: [(String, String)]) -> [UInt8] {
    Frames.frame(1, flags: Frames.both, stream: stream, Frames.indexedBlock(fields))
  }

  @Test func `skips exactly what is missing of a body`() throws {
    let harness = LayerHarness()
    let layer = start(harness)
    let body = Frames.data(1, String(repeating: "x", count: 100))
    harness.play(
      Frames.headers(1, Frames.request("POST", "/"), flags: Frames.endHeaders) + body.prefix(29),
      from: .client, to: layer)
    layer.gap(50, from: .client, at: harness.nextFrame())
    harness.play(Array(body.suffix(30)), from: .client, to: layer)
    harness.play(Frames.headers(3, Frames.request("GET", "/next")), from: .client, to: layer)
    harness.finish(layer)
    let first = try #require(harness.exchanges.first)
    #expect(first.request?.body.missing == 50)
    #expect(first.request?.body.transferredLength == 50)
    #expect(first.request?.body.isComplete == false)
    #expect(harness.exchanges.map(\.target) == ["/", "/next"])
    #expect(harness.exchanges.last?.request?.body.isComplete == true)
  }

  @Test func `finds the next frame and names lost fields by a question mark`() throws {
    let harness = LayerHarness()
    let layer = start(harness)
    let known = Frames.request("GET", "/first") + [("x-secret", "one")]
    harness.play(indexed(1, known), from: .client, to: layer)
    let lost = indexed(3, [("x-lost", "two")])
    layer.gap(lost.count, from: .client, at: harness.nextFrame())
    // The tail of a frame that was cut, then whole frames: indexes 62 to 66 mean lost entries.
    let later = Frames.frame(
      1, flags: Frames.both, stream: 5,
      [0x82, 0x87, 0xbe] + Frames.indexedBlock([(":path", "/later")]) + [0xbe])
    harness.play(
      Array("tail of something".utf8) + later + Frames.frame(8, stream: 0, [0, 0, 1, 0])
        + Frames.headers(7, Frames.request("GET", "/last")), from: .client, to: layer, size: 5)
    harness.finish(layer)
    let exchange = try #require(harness.exchanges.first { $0.stream == 5 })
    #expect(
      exchange.request?.fields == [
        HTTPField(":method", "GET"), HTTPField(":scheme", "https"), HTTPField("?", "?"),
        HTTPField(":path", "/later"), HTTPField(":path", "/later"),
      ])
    #expect(harness.exchanges.map(\.stream) == [1, 5, 7])
    #expect(Set(harness.anomalies.map(\.event)) == ["gap", "fields_unknown"])
  }

  @Test func `trusts the announced length of a body that may have lost bytes`() throws {
    let harness = LayerHarness()
    let layer = start(harness)
    let fields = Frames.request("POST", "/")
    for (stream, length) in [(UInt32(1), "4"), (3, "9")] {
      harness.play(
        Frames.headers(stream, fields + [("content-length", length)], flags: Frames.endHeaders),
        from: .client, to: layer)
    }
    layer.gap(14, from: .client, at: harness.nextFrame())
    harness.play(Frames.data(1, "full") + Frames.data(3, "half"), from: .client, to: layer)
    harness.finish(layer)
    let bodies = harness.exchanges.compactMap { $0.request?.body }
    #expect(bodies.map(\.missing) == [0, 5])
    #expect(bodies.map(\.isComplete) == [true, false])
  }

  @Test func `starts within a connection`() throws {
    let harness = LayerHarness()
    let layer = HTTP2Layer(harness.context)
    harness.play(
      [0x61, 0x62, 0x63] + Frames.frame(8, stream: 9, [0, 0, 0, 1])
        + Frames.headers(11, Frames.request("GET", "/mid")), from: .client, to: layer, size: 4)
    harness.play(
      Frames.headers(11, [(":status", "200")], flags: Frames.endHeaders) + Frames.data(11, "yes"),
      from: .server, to: layer)
    harness.finish(layer)
    let exchange = try #require(harness.exchanges.first)
    #expect(exchange.target == "/mid")
    #expect(exchange.response?.body.bytes == Array("yes".utf8))
  }

  @Test func `gives up a side that never becomes frames again`() {
    let harness = LayerHarness()
    let layer = start(harness)
    layer.gap(10, from: .client, at: harness.nextFrame())
    let noise = [UInt8](repeating: 0x41, count: 1 << 20)
    for _ in 0..<4 { harness.play(noise, from: .client, to: layer) }
    #expect(harness.anomalies.map(\.event) == ["gap", "parse_failed"])
    #expect(harness.state.clientBytesRead < 100)
  }

  @Test func `never invents content when any one segment is lost`() throws {
    let turns = RecordedHTTP2.conversation.map { ($0.side, hex($0.text)) }
    let whole = LayerHarness()
    let layer = HTTP2Layer(whole.context)
    for (side, bytes) in turns { whole.play(bytes, from: side, to: layer) }
    whole.finish(layer)
    let known = Set(
      whole.exchanges.flatMap { ($0.request?.fields ?? []) + ($0.response?.fields ?? []) })
    for size in [40, 90, 300] {
      let count = turns.reduce(0) { $0 + pieces(of: $1.1, size: size).count }
      for lost in 0..<count {
        let harness = LayerHarness()
        let layer = HTTP2Layer(harness.context)
        var index = 0
        for (side, bytes) in turns {
          for piece in pieces(of: bytes, size: size) {
            if index == lost {
              layer.gap(piece.count, from: side, at: harness.nextFrame())
            } else {
              harness.play(piece, from: side, to: layer)
            }
            index += 1
          }
        }
        harness.finish(layer)
        let told = harness.exchanges.flatMap {
          ($0.request?.fields ?? []) + ($0.response?.fields ?? [])
        }
        let invented = told.filter { !known.contains($0) && $0.name != "?" && $0.value != "?" }
        #expect(invented.isEmpty, "piece \(lost) of \(size) bytes")
        #expect(!harness.anomalies.isEmpty)
      }
    }
  }
}
