import Model
import Protocols
import TestKit
import Testing
import Wire

@Suite struct `PROXY protocol layer` {
  private let version1 = Array("PROXY TCP4 192.0.2.1 198.51.100.1 56324 443\r\n".utf8)
  private let version2 = hex(
    "0d0a0d0a000d0a515549540a 21 11 000c c0000201 c6336401 dc04 01bb")

  private func probe(_ client: [UInt8]) -> Probe {
    client.withRawSpan { client in
      ProxyProtocolLayer.probe(
        client: client, server: client.extracting(first: 0), hints: ProbeHints(serverPort: 443))
    }
  }

  private func behind(_ header: [UInt8], size: Int) -> [String] {
    let harness = LayerHarness()
    harness.plaintextSample = (byteCount: 5, all: false)
    let layer = ProxyProtocolLayer(harness.context)
    harness.play(header + Array("hello".utf8), from: .client, to: layer, size: size)
    harness.finish(layer)
    return harness.observations.compactMap {
      if case .plaintext(let sample) = $0 {
        String(decoding: sample.bytes, as: UTF8.self)
      } else {
        nil
      }
    }
  }

  @Test(arguments: lawfulPieceSizes)
  func `passes over both versions however they are cut`(size: Int) {
    #expect(behind(version1, size: size) == ["hello"])
    #expect(behind(version2, size: size) == ["hello"])
  }

  @Test func `knows both versions by their signature`() {
    #expect(probe(version1) == .match)
    #expect(probe(version2) == .match)
    #expect(probe(Array("PRO".utf8)) == .needsMore)
    #expect(probe(Array(version2.prefix(12))) == .needsMore)
    #expect(probe(Array(version2.prefix(12)) + [0x31, 0x11]) == .mismatch)
    #expect(probe(Array("POST / HTTP/1.1".utf8)) == .mismatch)
  }

  @Test func `reads on as it is when the line has no end`() {
    let harness = LayerHarness()
    let layer = ProxyProtocolLayer(harness.context)
    harness.play(
      Array("PROXY ".utf8) + [UInt8](repeating: 0x41, count: 200), from: .client, to: layer)
    #expect(harness.anomalies.map(\.event) == ["parse_failed"])
  }
}
