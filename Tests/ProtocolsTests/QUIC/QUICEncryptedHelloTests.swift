import Model
import Protocols
import TestKit
import Testing

/// Encrypted Client Hello in QUIC's CRYPTO frames. The handshake messages are those recorded over TCP
/// (NSS's hellos; answers computed by another implementation), under real Initial protection.
@Suite struct `Encrypted Client Hello over QUIC` {
  static let original = hex("8394c8f03e515708")
  static let clientID = hex("c1c1c1c1")
  static let serverID = hex("5e5e5e5e5e")

  /// A recorded connection whose messages and keys go over QUIC.
  struct Play {
    let harness = LayerHarness()
    let layer: QUICLayer
    let fixture: TLSFixture

    init(_ name: String) throws {
      fixture = try TLSFixture.named(name)
      layer = QUICLayer(harness.context)
    }

    func learn(without labels: Set<SecretLabel> = []) {
      for key in fixture.keys where !labels.contains(key.label) {
        harness.secrets.insert(key.secret, label: key.label, for: key.random)
      }
    }

    /// The clear handshake messages of the record layer, which QUIC does without.
    var hellos: [(side: Side, message: [UInt8])] {
      var list: [(side: Side, message: [UInt8])] = []
      for side in Side.allCases {
        let bytes = fixture.pieces.filter { $0.side == side }.flatMap(\.bytes)
        var at = 0
        while at + 5 <= bytes.count {
          let end = at + 5 + Int(bytes[at + 3]) << 8 + Int(bytes[at + 4])
          if bytes[at] == 22 { list.append((side, Array(bytes[at + 5..<end]))) }
          at = end
        }
      }
      // Hello, answer, and with a request for another hello both once more.
      let clients = list.filter { $0.side == .client }
      let servers = list.filter { $0.side == .server }
      return zip(clients, servers).flatMap { [$0, $1] }
    }

    func shakeHands() throws {
      var offsets = [0, 0]
      var numbers: [UInt64] = [0, 0]
      for (side, message) in hellos {
        let index = Int(side.rawValue)
        let frame =
          [0x06] + varint(UInt64(offsets[index])) + varint(UInt64(message.count)) + message
        let packet = try PacketSealer.initial(side, to: original).long(
          type: 0,
          destination: side == .server ? clientID : numbers[0] == 0 ? original : serverID,
          source: side == .server ? serverID : clientID, number: numbers[index], payload: frame,
          padTo: 1_200)
        offsets[index] += message.count
        numbers[index] += 1
        harness.play(packet, from: side, to: layer)
      }
    }

    /// A request in 1-RTT packets, under the secret that the key log has.
    func request() throws {
      let secret = try #require(fixture.keys.first { $0.label == .clientTraffic0 }).secret
      let sealer = PacketSealer(
        secret: secret, aead: secret.count == 48 ? .aes256GCM : .aes128GCM)
      let frame = streamFrame(0, ProtocolsTests.request("GET", "/hidden"), isFinal: true)
      harness.play(
        try sealer.short(destination: serverID, number: 0, payload: frame), from: .client,
        to: layer)
    }

    func finish() throws -> QUICHandshake {
      layer.end(at: harness.nextFrame())
      #expect(harness.quicHandshakes.count == 1)
      return try #require(harness.quicHandshakes.first)
    }
  }

  @Test(arguments: ["tls13-ech-accepted", "tls13-ech-hrr"])
  func `is accepted when the server confirms the inner hello`(name: String) throws {
    let play = try Play(name)
    play.learn()
    try play.shakeHands()
    try play.request()
    let handshake = try play.finish()
    #expect(handshake.encryptedClientHello == .accepted)
    #expect(handshake.hello?.serverName == "public.example")
    #expect(handshake.innerHello?.serverName == "inner.orchard.example")
    #expect(handshake.innerHello?.ja4.hasPrefix("q") == true)
    #expect(handshake.serverName == "inner.orchard.example")
    #expect(handshake.isDecrypted)
    #expect(play.harness.exchanges.map(\.target) == ["/hidden"])
    #expect(play.harness.exchanges.map(\.serverName) == ["inner.orchard.example"])
  }

  @Test func `is rejected when the server does not`() throws {
    let play = try Play("tls13-ech-rejected")
    play.learn()
    try play.shakeHands()
    let handshake = try play.finish()
    #expect(handshake.encryptedClientHello == .rejected)
    #expect(handshake.innerHello?.serverName == "inner.orchard.example")
    #expect(handshake.serverName == "public.example")
  }

  @Test func `tells the inner name when only its own secret is known`() throws {
    let play = try Play("tls13-ech-accepted")
    play.learn(without: [.clientHandshake, .serverHandshake, .clientTraffic0, .serverTraffic0])
    try play.shakeHands()
    try play.request()
    let handshake = try play.finish()
    #expect(handshake.encryptedClientHello == .accepted)
    #expect(handshake.serverName == "inner.orchard.example")
    #expect(!handshake.isDecrypted)
    #expect(play.harness.exchanges.isEmpty)
  }

  @Test func `is no more than present without its keys`() throws {
    for label in [SecretLabel.ech, .echConfig] {
      let play = try Play("tls13-ech-accepted")
      play.learn(without: [label])
      try play.shakeHands()
      let handshake = try play.finish()
      #expect(handshake.encryptedClientHello == .present)
      #expect(handshake.innerHello == nil)
      #expect(handshake.hidesName)
    }
  }

  @Test func `is opened by keys that come late`() throws {
    let play = try Play("tls13-ech-accepted")
    play.harness.mayLearnSecrets = true
    try play.shakeHands()
    try play.request()
    play.learn()
    let handshake = try play.finish()
    #expect(handshake.encryptedClientHello == .accepted)
    #expect(play.harness.exchanges.map(\.serverName) == ["inner.orchard.example"])
  }
}
