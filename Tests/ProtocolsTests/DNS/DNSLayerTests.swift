import Model
import Protocols
import TestKit
import Testing

private func framed(_ message: [UInt8]) -> [UInt8] {
  [UInt8(message.count >> 8), UInt8(message.count & 0xff)] + message
}

extension LayerHarness {
  fileprivate var nameMessages: [DNSMessage] {
    observations.compactMap { if case .dns(let message) = $0 { message } else { nil } }
  }
}

@Suite struct `DNS layer` {
  private static let queries =
    framed(DNSBytes.query("a.example")) + framed(DNSBytes.query("b.example"))

  @Test(arguments: lawfulPieceSizes)
  func `reads framed messages however they are cut`(size: Int) {
    let harness = LayerHarness(serverPort: 53)
    let layer = DNSLayer(harness.context)
    harness.play(Self.queries, from: .client, to: layer, size: size)
    harness.play(
      framed(DNSBytes.response(1, [192, 0, 2, 1])), from: .server, to: layer, size: size)
    harness.finish(layer)
    #expect(
      harness.nameMessages.map { $0.questions.first?.name } == [
        "a.example", "b.example", "example.com",
      ])
    #expect(harness.nameMessages.map(\.isResponse) == [false, false, true])
    #expect(harness.state.clientBytesRead == UInt64(Self.queries.count))
    #expect(harness.anomalies.isEmpty)
  }

  @Test func `finds the next message behind lost bytes`() {
    let harness = LayerHarness(serverPort: 53)
    let layer = DNSLayer(harness.context)
    harness.play(Array(Self.queries.prefix(10)), from: .client, to: layer)
    layer.gap(20, from: .client, at: harness.nextFrame())
    harness.play(Array(repeating: 0x61, count: 40), from: .client, to: layer)
    harness.play(Self.queries, from: .client, to: layer)
    #expect(harness.nameMessages.map { $0.questions.first?.name } == ["a.example", "b.example"])
    #expect(harness.anomalies.map(\.event) == ["gap"])
  }

  @Test func `tells messages that cannot be read or end early`() {
    let harness = LayerHarness(serverPort: 53)
    let layer = DNSLayer(harness.context)
    harness.play(framed(DNSBytes.response(1, [1])), from: .server, to: layer)
    harness.play(Array(Self.queries.prefix(7)), from: .client, to: layer)
    harness.finish(layer)
    #expect(harness.anomalies.map(\.event) == ["parse_failed", "truncated"])
    #expect(harness.nameMessages.count == 1)
  }

  private func probe(_ bytes: [UInt8], port: UInt16, alpn: String? = nil) -> Probe {
    let none: [UInt8] = []
    return DNSLayer.probe(
      client: bytes.span.bytes, server: none.span.bytes,
      hints: ProbeHints(alpn: alpn, serverPort: port))
  }

  @Test func `is recognised strictly`() {
    let query = framed(DNSBytes.query("a.example"))
    #expect(probe(query, port: 53) == .match)
    #expect(probe(query, port: 443, alpn: "dot") == .match)
    #expect(probe(query, port: 5_000) == .match)
    #expect(probe(Array(query.prefix(14)), port: 53) == .match)
    #expect(probe(Array(query.prefix(14)), port: 5_000) == .needsMore)
    #expect(probe(framed(DNSBytes.response(1, [1, 2, 3, 4])), port: 53) == .mismatch)
    #expect(probe(Array("GET / HTTP/1.1\r\nHost: a\r\n".utf8), port: 53) == .mismatch)
    #expect(probe(hex("1603010200010001fc0303aabbccdd"), port: 5_000) == .mismatch)
    #expect(probe([0], port: 5_000) == .needsMore)
  }
}
