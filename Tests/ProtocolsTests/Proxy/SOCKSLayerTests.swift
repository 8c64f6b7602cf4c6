import Model
import Protocols
import TestKit
import Testing
import Wire

@Suite struct `SOCKS layer` {
  private func tunnels(_ harness: LayerHarness) -> [ProxyTunnel] {
    harness.observations.compactMap { if case .proxy(let tunnel) = $0 { tunnel } else { nil } }
  }

  private func samples(_ harness: LayerHarness) -> [String] {
    harness.observations.compactMap {
      if case .plaintext(let sample) = $0 {
        "\(sample.sender) \(String(decoding: sample.bytes, as: UTF8.self))"
      } else {
        nil
      }
    }
  }

  private func probe(_ client: [UInt8], _ server: [UInt8] = []) -> Probe {
    client.withRawSpan { client in
      server.withRawSpan { server in
        SOCKSLayer.probe(client: client, server: server, hints: ProbeHints(serverPort: 1_080))
      }
    }
  }

  /// Greeting, choice, credentials, answer, request, reply, and first bytes of each side.
  private let version5: [(Side, String)] = [
    (.client, "05020002"), (.server, "0502"), (.client, "01 03 616461 06 736573616d65"),
    (.server, "0100"), (.client, "05010003 0f 6170692e6578616d706c652e636f6d 01bb"),
    (.server, "05000001 00000000 0000 6869"), (.client, "68656c6c6f"),
  ]

  @Test(arguments: lawfulPieceSizes)
  func `opens a tunnel of version 5 with user and password`(size: Int) {
    let harness = LayerHarness()
    harness.plaintextSample = (byteCount: 2, all: false)
    let layer = SOCKSLayer(harness.context)
    for (side, text) in version5 { harness.play(hex(text), from: side, to: layer, size: size) }
    harness.finish(layer)
    let tunnel = tunnels(harness).first
    #expect(tunnels(harness).count == 1)
    #expect(tunnel?.kind == .socks5)
    #expect(tunnel?.targetHost == "api.example.com")
    #expect(tunnel?.targetPort == 443)
    #expect(tunnel?.isAuthenticated == true)
    #expect(tunnel?.credentials == "ada:sesame")
    #expect(samples(harness).sorted() == ["client he", "server hi"])
    #expect(harness.state.clientBytesSeen == 4 + 12 + 22)
    #expect(harness.state.clientBytesRead == harness.state.clientBytesSeen)
  }

  @Test(arguments: [
    ("05010001 c0000201 0050", "192.0.2.1", UInt16(80)),
    ("05010004 20010db8000000000000000000000001 01bb", "2001:db8::1", 443),
  ])
  func `reads numeric targets`(request: String, host: String, port: UInt16) {
    let harness = LayerHarness()
    let layer = SOCKSLayer(harness.context)
    harness.play(hex("050100"), from: .client, to: layer)
    harness.play(hex("0500"), from: .server, to: layer)
    harness.play(hex(request), from: .client, to: layer)
    harness.play(hex("05000001 00000000 0000"), from: .server, to: layer)
    #expect(tunnels(harness).map(\.targetHost) == [host])
    #expect(tunnels(harness).map(\.targetPort) == [port])
    #expect(tunnels(harness).map(\.isAuthenticated) == [false])
  }

  @Test(
    arguments: [
      ("0401 0050 c0000201 00", "192.0.2.1", nil),
      ("0401 0050 00000001 616461 00 6578616d706c652e636f6d 00", "example.com", "ada"),
    ] as [(String, String, String?)])
  func `opens tunnels of version 4 and 4a`(request: String, host: String, user: String?) {
    let harness = LayerHarness()
    let layer = SOCKSLayer(harness.context)
    #expect(probe(hex(request)) == .match)
    harness.play(hex(request), from: .client, to: layer, size: 2)
    harness.play(hex("005a 0000 00000000"), from: .server, to: layer)
    #expect(tunnels(harness).map(\.kind) == [.socks4])
    #expect(tunnels(harness).map(\.targetHost) == [host])
    #expect(tunnels(harness).map(\.credentials) == [user])
  }

  @Test func `tells no tunnel that the proxy refused`() {
    let harness = LayerHarness()
    let layer = SOCKSLayer(harness.context)
    for (side, text) in version5.prefix(5) { harness.play(hex(text), from: side, to: layer) }
    harness.play(hex("05050001 00000000 0000"), from: .server, to: layer)
    #expect(tunnels(harness).isEmpty)
  }

  @Test(arguments: [
    ([(Side.client, "050101"), (.server, "0501"), (.client, "0101")], "unreadable"),
    ([(.client, "050100"), (.server, "0600")], "parse_failed"),
    ([(.client, "050100"), (.server, "0500"), (.client, "0501000900")], "parse_failed"),
    (
      [
        (.client, "050100"), (.server, "0500"), (.client, "05030001 00000000 0000"),
        (.server, "05000001 00000000 0000"),
      ], "unreadable"
    ),
    ([(.client, "0401 0050 c0000201 00"), (.server, "0163 0000 00000000")], "parse_failed"),
  ])
  func `leaves unread what it cannot read`(turns: [(Side, String)], event: String) {
    let harness = LayerHarness()
    let layer = SOCKSLayer(harness.context)
    for (side, text) in turns { harness.play(hex(text), from: side, to: layer) }
    #expect(harness.anomalies.map(\.event) == [event])
    #expect(tunnels(harness).isEmpty)
  }

  @Test func `gives up when the negotiation has a hole`() {
    let harness = LayerHarness()
    let layer = SOCKSLayer(harness.context)
    harness.play(hex("050100"), from: .client, to: layer)
    layer.gap(2, from: .server, at: harness.nextFrame())
    #expect(harness.anomalies.map(\.event) == ["gap"])
  }

  @Test func `knows SOCKS by its first bytes and nothing else`() {
    #expect(probe(hex("050100")) == .match)
    #expect(probe(hex("05020002"), hex("0502")) == .match)
    #expect(probe(hex("0502")) == .needsMore)
    #expect(probe(hex("050100"), hex("1603")) == .mismatch)
    #expect(probe(hex("0502aaaa")) == .mismatch)
    #expect(probe(hex("1603010200")) == .mismatch)
    #expect(probe(hex("0401005000000000ff00")) == .mismatch)
    #expect(probe([], hex("0500")) == .mismatch)
  }

  @Test func `survives every prefix and mutation`() {
    for turn in version5.indices {
      let bytes = hex(version5[turn].1)
      let prefixes = (0...bytes.count).map { Array(bytes.prefix($0)) }
      for mutant in prefixes + mutations(of: bytes, count: 200, seed: 1_928) {
        let harness = LayerHarness()
        let layer = SOCKSLayer(harness.context)
        for (other, (side, text)) in version5.enumerated() {
          harness.play(other == turn ? mutant : hex(text), from: side, to: layer)
        }
        harness.finish(layer)
        #expect(tunnels(harness).count <= 1)
      }
    }
  }
}
