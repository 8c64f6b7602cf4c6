import Model
import Protocols
import TestKit
import Testing

/// Caps on how far streams are looked into.
@Suite struct `Caps on detection` {
  /// The beginning of 384 bytes of DNS on a port of its own, which only the whole message can prove.
  private static let undecided =
    hex("0180 1234 0100 0001 0000 0000 0000 3f") + [UInt8](repeating: 0x61, count: 300)

  @Test func `holds so many first bytes and then calls the stream unknown`() {
    for (probeBytes, isUnknown) in [(64, true), (4_096, false)] {
      let harness = LayerHarness(serverPort: 9_999)
      harness.limits.probeBytes = probeBytes
      let detector = StreamDetector(harness.context)
      harness.play(Array(Self.undecided.prefix(200)), from: .client, to: detector, size: 10)
      let clues = harness.clues.filter { if case .unknownProtocol = $0 { true } else { false } }
      #expect(clues.isEmpty != isUnknown)
    }
  }

  @Test(arguments: [(3, true), (11, true), (12, true), (13, false), (40, false)])
  func `looks into streams within streams so deep`(tunnels: Int, isRead: Bool) {
    let harness = LayerHarness(serverPort: 3128)
    let detector = StreamDetector(harness.context)
    for number in 0..<tunnels {
      let host = "p\(number).example:443"
      harness.play(
        Array("CONNECT \(host) HTTP/1.1\r\nHost: \(host)\r\n\r\n".utf8), from: .client,
        to: detector)
      harness.play(Array("HTTP/1.1 200 OK\r\n\r\n".utf8), from: .server, to: detector)
    }
    harness.play(
      Array("GET /inner HTTP/1.1\r\nHost: a.example\r\n\r\n".utf8), from: .client, to: detector)
    harness.play(
      Array("HTTP/1.1 204 No Content\r\n\r\n".utf8), from: .server, to: detector)
    harness.finish(detector)
    #expect(harness.exchanges.contains { $0.target == "/inner" } == isRead)
    #expect(harness.exchanges.count { $0.method == "CONNECT" } == min(tunnels, 13))
  }
}
