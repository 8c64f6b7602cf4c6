import Model
import Protocols
import TestKit
import Testing

@Suite struct `Attention of the TLS layer` {
  @Test(arguments: ["curl-tls13-chacha", "curl-tls12-cbc"])
  func `says without keys that content went by unread`(name: String) throws {
    let fixture = try TLSFixture.named(name)
    let harness = fixture.harness(withKeys: false)
    _ = fixture.play(to: harness)
    let handshake = try #require(harness.handshakes.first)
    #expect(harness.handshakes.count == 1)
    #expect(!handshake.isDecrypted)
    #expect(handshake.undecryptedReason == "no keys for this connection")
    #expect(handshake.server != nil)
    #expect(!harness.state.isDecrypted)
    #expect(harness.state.hasUnreadCiphertext)
    #expect(harness.state.clientBytesRead == 0)
    let sent = UInt64(fixture.expected[.client]?.count ?? 0)
    #expect(harness.state.clientBytesSeen >= sent)
    #expect(harness.state.clientBytesSeen <= sent + 64)
    #expect(harness.anomalies.isEmpty)
  }

  @Test func `offers the server's name and whether it can be opened`() throws {
    let fixture = try TLSFixture.named("curl-tls13-chacha")
    for known in [true, false] {
      let harness = fixture.harness(withKeys: known)
      _ = fixture.play(to: harness)
      guard case .serverName(let name, let isOpenable) = try #require(harness.clues.first) else {
        Issue.record("another clue came first")
        return
      }
      #expect(name == "openrouter.ai")
      #expect(isOpenable == known)
    }
  }

  @Test func `stops after the ClientHello when the flow is only counted`() throws {
    let fixture = try TLSFixture.named("curl-tls13-chacha")
    let harness = fixture.harness()
    harness.verdict = .counted
    _ = fixture.play(to: harness)
    #expect(harness.clues.count == 1)
    #expect(harness.observations.isEmpty)
  }

  @Test func `reads only what is clear when the flow is observed`() throws {
    let fixture = try TLSFixture.named("curl-tls12-cbc")
    let harness = fixture.harness()
    harness.verdict = .observed
    _ = fixture.play(to: harness)
    #expect(harness.handshakes.count == 1)
    #expect(harness.handshakes.first?.isDecrypted == false)
    #expect(harness.handshakes.first?.certificate != nil)
    #expect(harness.content(from: .client).isEmpty)
    #expect(harness.state.clientBytesSeen > 0)
  }

  @Test(arguments: try TLSFixture.all())
  func `holds records for keys that come late`(fixture: TLSFixture) throws {
    let harness = fixture.harness(withKeys: false)
    harness.mayLearnSecrets = true
    let layer = TLSLayer(harness.context)
    let last = fixture.pieces.count - 1
    for (index, piece) in fixture.pieces.enumerated() {
      if index == last {
        #expect(harness.handshakes.isEmpty)
        for key in fixture.keys {
          harness.secrets.insert(key.secret, label: key.label, for: key.random)
        }
      }
      harness.play(piece.bytes, from: piece.side, to: layer)
    }
    harness.finish(layer)
    #expect(harness.handshakes.first?.isDecrypted == true)
    // The hello counts once, whenever the keys come.
    #expect(harness.clues.count { if case .serverName = $0 { true } else { false } } == 1)
    for side in Side.allCases {
      #expect(digest(harness.content(from: side)) == fixture.expected[side]?.digest)
    }
    #expect(harness.state.clientBytesSeen == harness.state.clientBytesRead)
  }

  @Test func `holds no more than its limit`() throws {
    let fixture = try TLSFixture.named("curl-tls13-chacha")
    let harness = fixture.harness(withKeys: false)
    harness.mayLearnSecrets = true
    harness.limits.heldCiphertextBytes = 300
    _ = fixture.play(to: harness)
    #expect(harness.anomalies.map(\.event) == ["cap_reached"])
    #expect(harness.handshakes.first?.isDecrypted == false)
    #expect(harness.handshakes.count == 1)
    #expect(harness.state.clientBytesSeen > 0)
  }

  @Test func `says that the handshake is missing when a capture begins too late`() throws {
    var fixture = try TLSFixture.named("curl-tls13-chacha")
    fixture.pieces.removeFirst(2)
    let harness = fixture.harness()
    _ = fixture.play(to: harness)
    #expect(harness.handshakes.count == 1)
    #expect(harness.handshakes.first?.hello == nil)
    #expect(harness.handshakes.first?.isDecrypted == false)
    #expect(
      harness.handshakes.first?.undecryptedReason == "the handshake is not in the capture")
    #expect(harness.state.hasUnreadCiphertext)
  }

  @Test func `names the suite that it does not open`() throws {
    let fixture = try TLSFixture.named("curl-tls12-cbc")
    var changed = fixture
    let hello = fixture.pieces[1].bytes
    let suite = try #require(hello.indices.first { hello[$0...].starts(with: [0xc0, 0x23]) })
    changed.pieces[1].bytes[suite] = 0x00
    changed.pieces[1].bytes[suite + 1] = 0x05
    let harness = changed.harness()
    _ = changed.play(to: harness)
    #expect(
      harness.handshakes.first?.undecryptedReason
        == "not decrypted: suite TLS_RSA_WITH_RC4_128_SHA")
  }
}
