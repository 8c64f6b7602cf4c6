import Foundation
import Model
import Protocols
import TestKit
import Testing

/// Connections of a real client and server with their keys: see `Fixtures/README.md`.
@Suite struct `QUIC of aioquic` {
  private func play(_ name: String) throws -> LayerHarness {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/aioquic-\(name).pcapng")
    let capture = UDPCapture([UInt8](try Data(contentsOf: file)))
    let harness = LayerHarness()
    harness.learn(keyLog: capture.keyLog)
    capture.play(to: harness)
    return harness
  }

  @Test func `is read when the client makes another hello after a Retry`() throws {
    let harness = try play("retry")
    #expect(harness.quicHandshakes.map(\.isDecrypted) == [true])
    #expect(harness.exchanges.map(\.target) == ["/v1/models"])
    #expect(harness.exchanges.map(\.status) == [200])
    #expect(harness.anomalies.isEmpty)
  }

  @Test func `is told by the version that was negotiated`() throws {
    let harness = try play("version-negotiation")
    #expect(harness.quicHandshakes.map(\.version) == ["2"])
    #expect(harness.exchanges.map(\.target) == ["/v1/models"])
    #expect(harness.anomalies.isEmpty)
  }

  @Test func `is read from its 0-RTT data on`() throws {
    let harness = try play("early-data")
    #expect(harness.exchanges.map(\.target).sorted() == ["/v1/early", "/v1/models"])
    #expect(harness.anomalies.isEmpty)
  }

  @Test func `carries WebSockets`() throws {
    let messages = try play("websocket").observations.compactMap { observation in
      if case .webSocket(let message) = observation { message } else { nil }
    }
    #expect(messages.map(\.target) == ["/v1/realtime", "/v1/realtime", "/v1/realtime"])
    #expect(messages.map(\.sender) == [.server, .client, .client])
  }

  @Test func `carries DNS`() throws {
    let messages = try play("doq").observations.compactMap { observation in
      if case .dns(let message) = observation { message } else { nil }
    }
    #expect(messages.flatMap(\.questions).map(\.name) == ["api.anthropic.com"])
  }
}
