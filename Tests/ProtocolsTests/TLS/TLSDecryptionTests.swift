import Foundation
import Model
import Protocols
import TestKit
import Testing

@Suite struct `Decryption of recorded connections` {
  @Test(arguments: try TLSFixture.all())
  func `gives the content that the peers exchanged`(fixture: TLSFixture) {
    let harness = fixture.harness()
    _ = fixture.play(to: harness)
    for side in Side.allCases {
      let content = harness.content(from: side)
      #expect(content.count == fixture.expected[side]?.count, "\(side)")
      #expect(digest(content) == fixture.expected[side]?.digest, "\(side)")
    }
    let anomalies = fixture.name == "tls13-early-data-refused" ? ["early_data_rejected"] : []
    #expect(harness.anomalies.map(\.event) == anomalies)
    let count = fixture.name.hasSuffix("renegotiated") ? 2 : 1
    #expect(harness.handshakes.map(\.isDecrypted) == Array(repeating: true, count: count))
    #expect(harness.state.isDecrypted)
    #expect(!harness.state.hasUnreadCiphertext)
    #expect(harness.state.clientBytesSeen == harness.state.clientBytesRead)
  }

  @Test(arguments: try TLSFixture.all(), lawfulPieceSizes)
  func `gives the same however the bytes are cut`(fixture: TLSFixture, size: Int) {
    let whole = fixture.harness()
    _ = fixture.play(to: whole)
    let cut = fixture.harness()
    _ = fixture.play(to: cut, size: size)
    for side in Side.allCases { #expect(cut.content(from: side) == whole.content(from: side)) }
    #expect(cut.anomalies == whole.anomalies)
    #expect(cut.handshakes.map(\.server) == whole.handshakes.map(\.server))
    #expect(cut.handshakes.map(\.certificate) == whole.handshakes.map(\.certificate))
  }

  @Test(arguments: try TLSFixture.all())
  func `survives every prefix and many corruptions`(fixture: TLSFixture) {
    let whole = fixture.harness()
    _ = fixture.play(to: whole)
    for count in 0..<fixture.pieces.count {
      var shorter = fixture
      shorter.pieces = Array(fixture.pieces.prefix(count + 1))
      shorter.pieces[count].bytes.removeLast(shorter.pieces[count].bytes.count / 2)
      let harness = shorter.harness()
      _ = shorter.play(to: harness)
      // Without an answer from the server, 0-RTT data counts as taken.
      for side in Side.allCases where !fixture.name.contains("refused") {
        #expect(whole.content(from: side).starts(with: harness.content(from: side)))
      }
    }
    for (index, piece) in fixture.pieces.enumerated() {
      for mutant in mutations(of: piece.bytes, count: 12, seed: UInt64(index)) {
        var broken = fixture
        broken.pieces[index].bytes = mutant
        let harness = broken.harness()
        _ = broken.play(to: harness)
        #expect(harness.handshakes.count <= 2)
      }
    }
  }

  @Test func `reads the handshake's facts`() throws {
    let fixture = try TLSFixture.named("tls13-client-certificate")
    let harness = fixture.harness()
    _ = fixture.play(to: harness)
    let handshake = try #require(harness.handshakes.first)
    #expect(handshake.hello?.serverName == "orchard.example")
    #expect(handshake.server?.version == 0x0304)
    #expect(handshake.server?.cipherName == "TLS_AES_256_GCM_SHA384")
    #expect(handshake.certificate?.subject == "C=DE, O=Orchard Ledger, CN=orchard.example")
    #expect(handshake.certificate?.issuer == "C=DE, O=Orchard Ledger, CN=orchard.example")
    #expect(
      handshake.certificate?.alternativeNames == ["orchard.example", "*.orchard.example"])
    #expect(handshake.clientCertificate?.subject == "O=Client, CN=picker")
    #expect(handshake.isResumed == false)
    #expect(handshake.encryptedClientHello == .absent)
    #expect(handshake.undecryptedReason == nil)
  }

  @Test(arguments: [
    ("tls12-gcm-ticket", true), ("python-tls13-resumed", true), ("tls13-early-data", true),
    ("tls13-hello-retry", false), ("curl-tls12-cbc", false),
  ])
  func `tells resumed sessions from new ones`(name: String, isResumed: Bool) throws {
    let fixture = try TLSFixture.named(name)
    let harness = fixture.harness()
    _ = fixture.play(to: harness)
    #expect(harness.handshakes.first?.isResumed == isResumed)
  }

  @Test func `takes the protocol that the server chose from the encrypted extensions`() throws {
    let fixture = try TLSFixture.named("curl-tls13-chacha")
    let harness = fixture.harness()
    _ = fixture.play(to: harness)
    #expect(harness.handshakes.first?.hello?.alpn == ["h2", "http/1.1"])
    #expect(harness.handshakes.first?.server?.alpn == "h2")
  }
}
