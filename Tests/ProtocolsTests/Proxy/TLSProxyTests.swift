import Foundation
import Model
import Protocols
import TestKit
import Testing

/// TLS to a proxy, and through it TLS to the target.
@Suite struct `TLS inside TLS to a proxy` {
  private static func fixture() throws -> TLSFixture {
    try TLSFixture(TLSFixture.folder.appending(path: "nested/https-proxy.txt"))
  }

  @Test(arguments: lawfulPieceSizes)
  func `is read on both levels`(size: Int) throws {
    let fixture = try Self.fixture()
    let harness = fixture.harness()
    _ = fixture.play(to: harness, size: size)
    #expect(harness.handshakes.map(\.hello?.serverName) == ["localhost", "api.openai.com"])
    #expect(harness.handshakes.map(\.isDecrypted) == [true, true])
    #expect(harness.exchanges.map(\.method) == ["CONNECT", "POST"])
    let request = try #require(harness.exchanges.last)
    #expect(request.target == "/v1/chat/completions")
    #expect(request.request?.body.bytes == Array(#"{"a":1}"#.utf8))
    let tunnels = harness.observations.compactMap { observation -> ProxyTunnel? in
      if case .proxy(let tunnel) = observation { tunnel } else { nil }
    }
    #expect(tunnels.map(\.targetHost) == ["api.openai.com"])
    #expect(tunnels.map(\.isAuthenticated) == [true])
    #expect(harness.anomalies.isEmpty)
    #expect(harness.state.clientBytesSeen == harness.state.clientBytesRead)
  }

  @Test func `tells the target even when only the proxy's keys are known`() throws {
    var fixture = try Self.fixture()
    let outer = try #require(fixture.keys.first).random
    fixture.keys.removeAll { $0.random != outer }
    let harness = fixture.harness()
    _ = fixture.play(to: harness)
    #expect(harness.handshakes.map(\.hello?.serverName) == ["localhost", "api.openai.com"])
    #expect(harness.handshakes.map(\.isDecrypted) == [true, false])
    #expect(harness.exchanges.map(\.method) == ["CONNECT"])
    #expect(harness.state.clientBytesRead < harness.state.clientBytesSeen)
    #expect(harness.state.hasUnreadCiphertext)
  }

  @Test func `survives the loss of any piece`() throws {
    let fixture = try Self.fixture()
    for lost in fixture.pieces.indices {
      let harness = fixture.harness()
      let layer = TLSLayer(harness.context)
      for (index, piece) in fixture.pieces.enumerated() {
        if index == lost {
          layer.gap(piece.bytes.count, from: piece.side, at: harness.nextFrame())
        } else {
          harness.play(piece.bytes, from: piece.side, to: layer)
        }
      }
      harness.finish(layer)
      for exchange in harness.exchanges {
        #expect(["CONNECT", "POST", ""].contains(exchange.method), "\(lost)")
      }
    }
  }
}
