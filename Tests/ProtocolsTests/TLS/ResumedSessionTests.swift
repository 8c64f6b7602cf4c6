import Foundation
import Model
import Protocols
import TestKit
import Testing

/// A key log names a TLS 1.2 session by the connection that made it; those that resume it may be
/// missing there.
@Suite struct `A resumed session of TLS 1_2` {
  private func fixture(_ name: String) throws -> TLSFixture {
    try TLSFixture(TLSFixture.folder.appending(path: "resumed/\(name).txt"))
  }

  /// Plays two connections in one house whose key log knows the first.
  private func play(
    _ name: String, size: Int = .max, isFirstSeen: Bool = true
  ) throws -> (harness: LayerHarness, handshake: TLSHandshake?) {
    let first = try fixture(name + "-first")
    let second = try fixture(name + "-second")
    let house = first.harness()
    if isFirstSeen { _ = first.play(to: house, size: size) }
    // Another flow of the same house.
    let harness = first.harness()
    harness.sessions = house.sessions
    _ = second.play(to: harness, size: size)
    return (harness, harness.handshakes.first)
  }

  @Test(arguments: ["session-id", "ticket"], lawfulPieceSizes)
  func `opens with the master secret of the first connection`(name: String, size: Int) throws {
    let (harness, handshake) = try play(name, size: size)
    #expect(handshake?.isResumed == true)
    #expect(handshake?.isDecrypted == true)
    #expect(harness.content(from: .client) == Array("GET /two HTTP/1.0\r\nHost: a\r\n\r\n".utf8))
    #expect(harness.content(from: .server).starts(with: Array("HTTP/1.0 200 ok".utf8)))
    #expect(harness.anomalies.isEmpty)
  }

  @Test(arguments: ["session-id", "ticket"])
  func `stays closed when the first connection was not seen`(name: String) throws {
    let (harness, handshake) = try play(name, isFirstSeen: false)
    #expect(handshake?.isResumed == true)
    #expect(handshake?.isDecrypted == false)
    #expect(handshake?.undecryptedReason == "no keys for this connection")
    #expect(harness.anomalies.isEmpty)
  }

  @Test func `that the server refuses is no reason to try the old secret`() throws {
    let (harness, handshake) = try play("refused")
    #expect(handshake?.isResumed == false)
    #expect(handshake?.isDecrypted == false)
    #expect(handshake?.undecryptedReason == "no keys for this connection")
    #expect(harness.anomalies.isEmpty)
  }

  @Test func `gives way to newer ones`() throws {
    let house = LayerHarness()
    house.sessions = ResumableSessions(capacity: 1)
    for name in ["session-id-first", "ticket-first"] {
      let fixture = try fixture(name)
      for key in fixture.keys {
        house.secrets.insert(key.secret, label: key.label, for: key.random)
      }
      _ = fixture.play(to: house)
    }
    for (name, isKept) in [("session-id-second", false), ("ticket-second", true)] {
      let harness = LayerHarness()
      (harness.secrets, harness.sessions) = (house.secrets, house.sessions)
      _ = try fixture(name).play(to: harness)
      #expect(harness.handshakes.first?.isDecrypted == isKept, "\(name)")
    }
  }
}
