import Model
import Protocols
import TestKit
import Testing

@Suite struct `HTTP/1 without its beginning` {
  private func detector(_ harness: LayerHarness, startsMidway: Bool = true) -> StreamDetector {
    StreamDetector(harness.context, startsMidway: startsMidway)
  }

  @Test func `is joined where a segment begins with a request`() {
    let harness = LayerHarness(serverPort: 80)
    let layer = detector(harness)
    // A keep-alive probe repeats the byte before the next one; the answer under way has no head.
    harness.play([0], from: .client, to: layer)
    harness.play(Array("tail of an image".utf8), from: .server, to: layer)
    harness.play(
      Array("GET /next HTTP/1.1\r\nHost: h\r\n\r\n".utf8), from: .client, to: layer)
    harness.play(
      Array("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".utf8), from: .server, to: layer)
    harness.finish(layer)
    #expect(harness.exchanges.map(\.line) == ["GET h /next 200"])
    #expect(harness.exchanges.first?.responseText == "ok")
  }

  @Test func `is not looked for for ever, nor where the beginning was seen`() {
    for (startsMidway, count) in [(true, 100), (false, 1)] {
      let harness = LayerHarness(serverPort: 80)
      let layer = detector(harness, startsMidway: startsMidway)
      for _ in 0..<count { harness.play([1, 2, 3], from: .client, to: layer) }
      harness.play(Array("GET /x HTTP/1.1\r\n\r\n".utf8), from: .client, to: layer)
      harness.finish(layer)
      #expect(harness.exchanges.isEmpty)
      #expect(harness.clues.count == 1)
    }
  }

  @Test(arguments: [
    ("GET /images/a.gif HTT", "GET - /images/a.gif 0"),
    ("POST /v1/messages?beta=true HTTP/1.1\r\nHost: api.exam", "POST - /v1/messages?beta=true 0"),
    ("POST /v1 HTTP/1.1\r\nHost: a.example\r\nX-K", "POST a.example /v1 0"),
  ])
  func `tells what a short snap length left of a request`(text: String, line: String) {
    for size in [Int.max, 5] {
      let harness = LayerHarness(serverPort: 80)
      let layer = detector(harness, startsMidway: false)
      harness.play(Array(text.utf8), from: .client, to: layer, size: size)
      layer.gap(466, from: .client, at: harness.nextFrame())
      harness.finish(layer)
      #expect(harness.exchanges.map(\.line) == [line])
      #expect(harness.exchanges.first?.request?.body.isComplete == false)
    }
  }

  @Test(arguments: ["GET /cut/in/the/pa", "GET", "OPTIONS rtsp://x/y RT", "\u{16}\u{3}\u{1}"])
  func `makes no request of less than that`(text: String) {
    let harness = LayerHarness(serverPort: 80)
    let layer = detector(harness, startsMidway: false)
    harness.play(Array(text.utf8), from: .client, to: layer)
    layer.gap(100, from: .client, at: harness.nextFrame())
    harness.finish(layer)
    #expect(harness.exchanges.isEmpty)
  }
}
