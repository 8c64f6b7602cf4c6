import Model
import Protocols
import TestKit
import Testing

@Suite struct `Recognition of TLS` {
  private func probe(_ client: [UInt8], _ server: [UInt8] = [], port: UInt16 = 4_000) -> Probe {
    TLSLayer.probe(
      client: client.span.bytes, server: server.span.bytes, hints: ProbeHints(serverPort: port))
  }

  @Test func `takes a ClientHello once its first six bytes are there`() throws {
    let bytes = try TLSFixture.named("curl-tls13-chacha").pieces[0].bytes
    #expect(probe([]) == .needsMore)
    for count in 1...5 { #expect(probe(Array(bytes.prefix(count))) == .needsMore) }
    for count in 6...100 { #expect(probe(Array(bytes.prefix(count))) == .match) }
  }

  @Test func `takes a ServerHello when the client was not seen`() throws {
    let bytes = try TLSFixture.named("curl-tls13-chacha").pieces[1].bytes
    #expect(probe([], bytes) == .match)
  }

  @Test(arguments: [
    "GET / HTTP/1.1\r\nHost: a\r\n\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "SSH-2.0-OpenSSH_9\r\n",
  ])
  func `leaves text to others`(text: String) {
    #expect(probe(Array(text.utf8)) == .mismatch)
    #expect(probe(Array(text.utf8), port: 443) == .mismatch)
  }

  @Test(arguments: [
    "16 03 01 00 05 02 00 00 01 00", "17 07 03 00 30 00", "16 03 09 00 30 01", "17 03 03 ff ff 00",
    "05 01 00", "80 2e 01 00 02 00",
  ])
  func `leaves what only resembles a record`(bytes: String) {
    #expect(probe(hex(bytes)) == .mismatch)
  }

  @Test func `takes records in a row when the beginning is missing`() {
    let record = hex("17 03 03 00 30") + [UInt8](repeating: 0x9c, count: 48)
    #expect(probe(record + record) == .match)
    #expect(probe(record + [0x41]) == .mismatch)
    let middle = [UInt8](repeating: 0xc3, count: 70)
    #expect(probe(middle + record + record) == .match)
    #expect(probe(middle) == .mismatch)
    #expect(probe(middle, port: 443) == .needsMore)
  }

  @Test func `reads the hello of SSL 2 and goes on`() throws {
    let suites = "00 00 05 00 00 04 00 00 0a 01 00 80 07 00 c0 03 00 80 00 00 2f"
    let hello =
      hex("80 2e 01 03 01 00 15 00 00 00 10" + suites) + [UInt8](repeating: 5, count: 16)
    #expect(probe(hello) == .match)
    for size in lawfulPieceSizes {
      let harness = LayerHarness()
      let layer = TLSLayer(harness.context)
      harness.play(hello, from: .client, to: layer, size: size)
      harness.finish(layer)
      #expect(harness.anomalies.map(\.event) == ["sslv2_hello"])
      #expect(harness.handshakes.first?.hello?.version == 0x0301)
    }
  }
}
