import Model
import Protocols
import TestKit
import Testing

/// Encrypted Client Hello (RFC 9849), opened with `ECH_SECRET` and `ECH_CONFIG` of a key log
/// (RFC 9850). The ClientHellos are NSS's; the answers were computed by another implementation.
@Suite struct `Encrypted Client Hello` {
  private func handshake(
    _ name: String, without labels: Set<SecretLabel> = []
  ) throws -> (TLSHandshake, LayerHarness) {
    var fixture = try TLSFixture.named(name)
    fixture.keys.removeAll { labels.contains($0.label) }
    let harness = fixture.harness()
    _ = fixture.play(to: harness)
    return (try #require(harness.handshakes.first), harness)
  }

  @Test(arguments: ["tls13-ech-accepted", "tls13-ech-hrr"])
  func `is accepted when the server confirms the inner hello`(name: String) throws {
    let (handshake, harness) = try handshake(name)
    #expect(handshake.encryptedClientHello == .accepted)
    #expect(handshake.innerHello?.serverName == "inner.orchard.example")
    #expect(handshake.hello?.serverName == "public.example")
    #expect(handshake.serverName == "inner.orchard.example")
    #expect(handshake.isDecrypted)
    #expect(harness.content(from: .client) == Array("hello orchard\n".utf8))
  }

  @Test func `is rejected when the server does not`() throws {
    let (handshake, harness) = try handshake("tls13-ech-rejected")
    #expect(handshake.encryptedClientHello == .rejected)
    #expect(handshake.innerHello?.serverName == "inner.orchard.example")
    #expect(handshake.serverName == "public.example")
    #expect(harness.content(from: .client) == Array("hello orchard\n".utf8))
  }

  @Test func `is rejected when the server offers other configurations`() throws {
    let (handshake, _) = try handshake("tls13-ech-rejected", without: [.ech, .echConfig])
    #expect(handshake.encryptedClientHello == .rejected)
    #expect(handshake.innerHello == nil)
  }

  @Test(arguments: ["tls13-ech-accepted", "tls13-ech-hrr"])
  func `is no more than present without its keys`(name: String) throws {
    for label in [SecretLabel.ech, .echConfig] {
      let (handshake, _) = try handshake(name, without: [label])
      #expect(handshake.encryptedClientHello == .present)
      #expect(handshake.innerHello == nil)
      #expect(handshake.serverName == "public.example")
    }
  }

  @Test func `is absent where nothing offers it`() throws {
    #expect(try handshake("curl-tls13-chacha").0.encryptedClientHello == .absent)
  }

  @Test func `survives every corruption of the hello`() throws {
    let fixture = try TLSFixture.named("tls13-ech-accepted")
    for mutant in mutations(of: fixture.pieces[0].bytes, count: 400, seed: 9_849) {
      var changed = fixture
      changed.pieces[0].bytes = mutant
      let harness = changed.harness()
      _ = changed.play(to: harness)
      // What is authentic is told, nothing else.
      for handshake in harness.handshakes where handshake.innerHello != nil {
        #expect(handshake.innerHello?.serverName == "inner.orchard.example")
      }
    }
  }
}
