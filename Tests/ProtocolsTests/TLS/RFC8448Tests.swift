import Model
import Protocols
import TestKit
import Testing

/// The traces of RFC 8448, as printed there.
@Suite struct `Example traces of RFC 8448` {
  private static let clientHello = hex(
    """
    16030100c4010000c00303cb34ecb1e78163ba1c38c6dacb196a6dffa21a8d9912ec18a2ef6283024dece7000006
    130113031302010000910000000b0009000006736572766572ff01000100000a00140012001d0017001800190100
    010101020103010400230000003300260024001d002099381de560e4bd43d23d8e435a7dbafeb3c06e51c13cae4d
    5413691e529aaf2c002b0003020304000d0020001e04030503060302030804080508060401050106010201040205
    0206020202002d00020101001c00024001
    """)
  private static let serverHello = hex(
    """
    160303005a020000560303a6af06a4121860dc5e6e60249cd34c95930c8ac5cb1434dac155772ed3e26928001301
    00002e00330024001d0020c9828876112095fe66762bdbf7c672e156d6cc253b833df1dd69b1b04e751f0f002b00
    020304
    """)
  private static let clientFinished = hex(
    """
    170303003575ec4dc238cce60b298044a71e219c56cc77b0517fe9b93c7a4bfc44d87f38f80338ac98fc46deb384
    bd1caeacab6867d726c40546
    """)
  private static let clientData = hex(
    """
    1703030043a23f7054b62c94d0affafe8228ba55cbefacea42f914aa66bcab3f2b9819a8a5b46b395bd54a9a2044
    1e2b62974e1f5a6292a2977014bd1e3deae63aeebb21694915e4
    """)
  private static let clientAlert = hex("1703030013c9872760655666b74d7ff1153efd6db6d0b0e3")
  private static let clientHandshakeSecret = hex(
    "b3eddb126e067f35a780b3abf45e2d8f3b1a950738f52e9600746a0e27a55a21")
  private static let clientSecret = hex(
    "9e40646ce79a7f9dc05af8889bce6552875afa0b06df0087f792ebb7c17504a5")

  @Test func `keys and IVs come from the traffic secrets`() {
    let key = KeySchedule.expandLabel(.sha256, secret: Self.clientSecret, label: "key", count: 16)
    let iv = KeySchedule.expandLabel(.sha256, secret: Self.clientSecret, label: "iv", count: 12)
    #expect(key == hex("17422dda596ed5d9acd890e3c63f5051"))
    #expect(iv == hex("5b78923dee08579033e523d9"))
    let early = KeySchedule.extract(
      .sha256, salt: [], input: [UInt8](repeating: 0, count: 32))
    #expect(early == hex("33ad0a1c607ec03b09e6cd9893680ce210adf300aa1f2660e1b22e10f170f92a"))
  }

  @Test(arguments: [true, false], lawfulPieceSizes)
  func `are read with and without the handshake secret`(knowsHandshake: Bool, size: Int) throws {
    let harness = LayerHarness()
    harness.plaintextSample = (1_000, true)
    let random = try #require(ClientRandom(Array(Self.clientHello[11..<43])))
    harness.secrets.insert(Self.clientSecret, label: .clientTraffic0, for: random)
    if knowsHandshake {
      harness.secrets.insert(Self.clientHandshakeSecret, label: .clientHandshake, for: random)
    }
    let layer = TLSLayer(harness.context)
    harness.play(Self.clientHello, from: .client, to: layer, size: size)
    harness.play(Self.serverHello, from: .server, to: layer, size: size)
    let rest = Self.clientFinished + Self.clientData + Self.clientAlert
    harness.play(rest, from: .client, to: layer, size: size)
    harness.finish(layer)
    #expect(harness.content(from: .client) == Array(0..<50))
    let handshake = try #require(harness.handshakes.first)
    #expect(handshake.hello?.serverName == "server")
    #expect(handshake.server?.cipherName == "TLS_AES_128_GCM_SHA256")
    #expect(handshake.isDecrypted)
    #expect(harness.state.clientBytesSeen == 50)
  }

  @Test func `says when only one direction has keys`() throws {
    let harness = LayerHarness()
    let random = try #require(ClientRandom(Array(Self.clientHello[11..<43])))
    harness.secrets.insert(Self.clientHandshakeSecret, label: .clientHandshake, for: random)
    let layer = TLSLayer(harness.context)
    harness.play(Self.clientHello, from: .client, to: layer)
    harness.play(Self.serverHello, from: .server, to: layer)
    harness.play(Self.clientFinished + Self.clientData, from: .client, to: layer)
    harness.finish(layer)
    #expect(harness.handshakes.first?.isDecrypted == false)
    #expect(harness.anomalies.map(\.event) == ["decrypt_failed"])
    #expect(harness.state.clientBytesSeen == 50)
    #expect(harness.state.clientBytesRead == 0)
    #expect(harness.state.hasUnreadCiphertext)
  }

  @Test func `a second ClientHello after HelloRetryRequest is the same handshake`() throws {
    let fixture = try TLSFixture.named("tls13-hello-retry")
    let harness = fixture.harness()
    _ = fixture.play(to: harness)
    #expect(harness.handshakes.count == 1)
    #expect(harness.handshakes.first?.server?.version == 0x0304)
    #expect(harness.handshakes.first?.provenance.first.number == 1)
    #expect(harness.clues.count { if case .serverName = $0 { true } else { false } } == 1)
  }
}
