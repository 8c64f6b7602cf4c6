import Model
import Protocols
import TestKit
import Testing

/// A conversation in clear that turns into TLS.
struct UpgradeCase: CustomTestStringConvertible {
  var name: String
  /// What either side says before TLS begins: text, or hexadecimal digits.
  var turns: [(side: Side, bytes: [UInt8])]

  var testDescription: String { name }

  init(_ name: String, _ turns: [(Side, String)]) {
    self.name = name
    self.turns = turns.map { ($0.0, Array($0.1.utf8)) }
  }

  init(_ name: String, hexadecimal turns: [(Side, String)]) {
    self.name = name
    self.turns = turns.map { ($0.0, hex($0.1)) }
  }

  static let all: [UpgradeCase] = [
    UpgradeCase(
      "smtp",
      [
        (.server, "220 mail.example.org ESMTP ready\r\n"), (.client, "EHLO orchard\r\n"),
        (.server, "250-mail.example.org\r\n250 STARTTLS\r\n"), (.client, "STARTTLS\r\n"),
        (.server, "220 2.0.0 go ahead\r\n"),
      ]),
    UpgradeCase(
      "ftp",
      [
        (.server, "220 ready\r\n"), (.client, "AUTH TLS\r\n"), (.server, "234 proceed\r\n"),
      ]),
    UpgradeCase(
      "imap",
      [
        (.server, "* OK IMAP4rev2 ready\r\n"), (.client, "a1 CAPABILITY\r\n"),
        (.server, "* CAPABILITY STARTTLS\r\na1 OK done\r\n"), (.client, "a2 starttls\r\n"),
        (.server, "a2 OK begin\r\n"),
      ]),
    UpgradeCase(
      "pop3",
      [(.server, "+OK POP3 ready\r\n"), (.client, "STLS\r\n"), (.server, "+OK begin TLS\r\n")]),
    UpgradeCase(
      "nntp",
      [
        (.server, "200 news.example.org NNTP service ready\r\n"), (.client, "STARTTLS\r\n"),
        (.server, "382 continue\r\n"),
      ]),
    UpgradeCase(
      "xmpp",
      [
        (.client, "<?xml version='1.0'?><stream:stream to='im.example.com' version='1.0'>"),
        (.server, "<?xml version='1.0'?><stream:stream from='im.example.com' id='t7'>"),
        (.client, "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>"),
        (.server, "<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>"),
      ]),
    // RFC 4511, section 4.14: an extended request with the OID 1.3.6.1.4.1.1466.20037.
    UpgradeCase(
      "ldap",
      hexadecimal: [
        (.client, "301d 020101 7718 8016 312e332e362e312e342e312e313436362e3230303337"),
        (.server, "300c 020101 7807 0a0100 0400 0400"),
      ]),
    UpgradeCase(
      "pgsql",
      hexadecimal: [
        (.client, "00000008 04d21630"), (.server, "4e"), (.client, "00000008 04d2162f"),
        (.server, "53"),
      ]),
    // A greeting of version 8.0.36, and an SSL request with CLIENT_SSL among its flags.
    UpgradeCase(
      "mysql",
      hexadecimal: [
        (
          .server,
          """
          4a000000 0a 382e302e333600 0b000000 5a3c1e2f0a4b7c11 00 ffff ff 0200 ffdf 15
          00000000000000000000 6a1b2c3d4e5f60718293a4b5 00 63616368696e675f736861325f70617373776f726400
          """
        ),
        (.client, "20000001 85ae3f19 00000001 ff" + String(repeating: "00", count: 23)),
      ]),
    // [MS-RDPBCGR], section 4.1: a connection request and confirm with negotiation of TLS.
    UpgradeCase(
      "rdp",
      hexadecimal: [
        (.client, "03000013 0e e0 0000 0000 00 01000800 03000000"),
        (.server, "03000013 0e d0 0000 1234 00 02000800 01000000"),
      ]),
    // A connection message, then STLS of the device and of its client.
    UpgradeCase(
      "adb",
      hexadecimal: [
        (
          .client,
          "434e584e 01000001 00000400 07000000 32020000 bcb1a7b1 686f73743a3a00"
        ),
        (.server, "53544c53 00000001 00000000 00000000 00000000 acabb3ac"),
        (.client, "53544c53 00000001 00000000 00000000 00000000 acabb3ac"),
      ]),
  ]
}

@Suite struct `Upgrades to TLS` {
  private func play(
    _ upgrade: UpgradeCase, then fixture: TLSFixture, size: Int
  ) -> LayerHarness {
    let harness = fixture.harness()
    let detector = StreamDetector(harness.context)
    for turn in upgrade.turns {
      harness.play(turn.bytes, from: turn.side, to: detector, size: size)
    }
    for piece in fixture.pieces {
      harness.play(piece.bytes, from: piece.side, to: detector, size: max(size, 7))
    }
    harness.finish(detector)
    return harness
  }

  @Test(arguments: UpgradeCase.all, lawfulPieceSizes)
  func `are noticed, and the TLS behind them is read`(upgrade: UpgradeCase, size: Int) throws {
    let fixture = try TLSFixture.named("curl-tls13-chacha")
    let harness = play(upgrade, then: fixture, size: size)
    #expect(harness.state.applicationProtocol == upgrade.name)
    #expect(harness.handshakes.map(\.isDecrypted) == [true])
    let direct = fixture.harness()
    _ = fixture.play(to: direct)
    #expect(harness.handshakes.first?.hello == direct.handshakes.first?.hello)
    #expect(harness.exchanges.count == 1)
    #expect(harness.state.isDecrypted)
  }

  @Test(arguments: UpgradeCase.all)
  func `survive every prefix and corruption of the words before`(upgrade: UpgradeCase) throws {
    let fixture = try TLSFixture.named("curl-tls13-chacha")
    for turn in upgrade.turns.indices {
      let bytes = upgrade.turns[turn].bytes
      let prefixes = stride(from: 0, to: bytes.count, by: 3).map { Array(bytes.prefix($0)) }
      for mutant in prefixes + mutations(of: bytes, count: 20, seed: 3_207) {
        var changed = upgrade
        changed.turns[turn].bytes = mutant
        let harness = play(changed, then: fixture, size: .max)
        #expect(harness.handshakes.count <= 1)
      }
    }
  }

  @Test(arguments: UpgradeCase.all)
  func `are given up once too much has gone by in clear`(upgrade: UpgradeCase) throws {
    let harness = LayerHarness()
    harness.verdict = .counted
    let detector = StreamDetector(harness.context)
    let first = upgrade.turns.prefix(2)
    for turn in first { harness.play(turn.bytes, from: turn.side, to: detector) }
    // Lines, elements and messages without end, as far as each protocol goes.
    let filler = [UInt8](repeating: 0x61, count: 40_000)
    for side in Side.allCases { harness.play(filler, from: side, to: detector, size: 1_000) }
    #expect(harness.state.attention == .counted)
    harness.finish(detector)
    #expect(harness.handshakes.isEmpty)
  }

  @Test func `leave alone what begins like one`() {
    let harness = LayerHarness()
    let detector = StreamDetector(harness.context)
    harness.play(Array("220 not mail\r\n".utf8), from: .server, to: detector)
    harness.play(Array("NONSENSE\r\n".utf8), from: .client, to: detector)
    harness.finish(detector)
    #expect(harness.state.applicationProtocol == nil)
  }

  @Test func `refused by the server leave the rest in clear`() {
    let harness = LayerHarness()
    harness.plaintextSample = (64, false)
    let detector = StreamDetector(harness.context)
    harness.play(hex("00000008 04d2162f"), from: .client, to: detector)
    harness.play(Array("N".utf8), from: .server, to: detector)
    harness.play(hex("00000011 00030000 7573657200 61646100 00"), from: .client, to: detector)
    harness.finish(detector)
    #expect(harness.handshakes.isEmpty)
    #expect(harness.content(from: .server) == Array("N".utf8))
    #expect(harness.clues.count == 1)
  }
}
