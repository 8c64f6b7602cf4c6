import Model
import Protocols
import TestKit
import Testing

/// One ClientHello in every arrangement that clients are seen to send, and some that they may.
@Suite struct `A ClientHello over QUIC` {
  static let id = hex("8394c8f03e515708")
  static let message = Array(`QUIC packet protection`.clientHello[4..<245])
  static let ack: [UInt8] = [0x02, 0x00, 0x00, 0x00, 0x00]
  static let ping: [UInt8] = [0x01]

  static func packet(
    _ sealer: PacketSealer, _ number: UInt64, _ frames: [[UInt8]], to id: [UInt8] = id,
    source: [UInt8] = hex("c0ffee"), token: [UInt8] = [], padTo: Int = 1_200
  ) throws -> [UInt8] {
    try sealer.long(
      type: 0, destination: id, source: source, token: token, number: number,
      payload: frames.flatMap { $0 }, padTo: padTo)
  }

  static func part(_ range: Range<Int>) -> [UInt8] { cryptoFrame(message, range) }

  static let sealer = PacketSealer.initial(.client, to: id)

  /// Every arrangement under its name.
  static func arrangements() throws -> [(name: String, datagrams: [[UInt8]])] {
    let whole = part(0..<241)
    let retried = hex("f067a5502a4262b5")
    let afterRetry = PacketSealer.initial(.client, to: retried)
    let second = PacketSealer.initial(.client, to: id, version: 0x6b33_43cf)
    let draft = PacketSealer.initial(.client, to: id, version: 0xff00_001d)
    let draft23 = PacketSealer.initial(.client, to: id, version: 0xff00_0017)
    let facebook = PacketSealer.initial(.client, to: id, version: 0xface_b002)
    let small = try packet(sealer, 0, [part(0..<120)], padTo: 0)
    let three = [
      try packet(sealer, 0, [part(0..<80)]), try packet(sealer, 1, [part(80..<160)]),
      try packet(sealer, 2, [part(160..<241)]),
    ]
    return [
      ("whole", [try packet(sealer, 0, [whole])]),
      (
        "reordered CRYPTO frames",
        [try packet(sealer, 0, [part(200..<241), part(50..<200), part(0..<50)])]
      ),
      (
        "across two datagrams",
        try [0..<100, 100..<241].enumerated().map {
          try packet(sealer, UInt64($0.offset), [part($0.element)])
        }
      ),
      ("across three, last first", three.reversed()),
      (
        "across four with PING, PADDING and ACK between",
        try [0..<60, 180..<241, 60..<120, 120..<180].enumerated().map {
          try packet(
            sealer, UInt64($0.offset), [ping, part($0.element), [0, 0, 0], ack, ping])
        }
      ),
      ("version 2", [try packet(second, 0, [whole])]),
      ("draft 29", [try packet(draft, 0, [whole])]),
      ("draft 23", [try packet(draft23, 0, [whole])]),
      ("mvfst", [try packet(facebook, 0, [whole])]),
      (
        "after a Retry that was not seen",
        [try packet(afterRetry, 1, [whole], to: retried, token: hex("746f6b656e"))]
      ),
      (
        "coalesced",
        [small + (try packet(sealer, 1, [part(120..<241)], padTo: 1_100))]
      ),
      ("one datagram lost and sent again", [three[0], three[2], three[1]]),
      ("duplicated", [three[0], three[0], three[1], three[1], three[2], three[2]]),
      (
        "overlapping frames",
        [try packet(sealer, 0, [part(30..<150), part(0..<100), part(90..<241), part(10..<20)])]
      ),
      (
        "after a version that no server has",
        [hex("c01a2a3a4a088394c8f03e51570803c0ffee00") + [UInt8](repeating: 7, count: 1_100)]
          + [try packet(sealer, 0, [whole])]
      ),
      ("no source id", [try packet(sealer, 0, [whole], source: [])]),
      (
        "bytes one by one, backwards",
        [try packet(sealer, 0, (0..<241).reversed().map { part($0..<$0 + 1) })]
      ),
      (
        "padding behind the packet",
        [small + [0, 0, 0, 0], try packet(sealer, 1, [part(120..<241)])]
      ),
    ]
  }

  @Test(arguments: try arrangements().map(\.name))
  func `names the server in every arrangement`(name: String) throws {
    let arrangement = try Self.arrangements().first { $0.name == name }
    let datagrams = try #require(arrangement).datagrams
    let harness = LayerHarness()
    let seen = harness.handshakes(datagrams)
    #expect(seen.map(\.hello?.serverName) == ["example.com"], "\(name)")
    let hello = try #require(seen.first?.hello)
    #expect(hello.ja4.hasPrefix("q13d0211an_"), "\(name)")
    #expect(hello.alpn == ["alpn"])
    #expect(hello.byteCount == 241)
    #expect(seen.first?.isDecrypted == false)
  }

  @Test(arguments: [
    (UInt32(1), "1"), (0x6b33_43cf, "2"), (0xff00_001d, "draft-29"),
    (0xface_b002, "mvfst-draft-27"),
  ])
  func `names the version`(number: UInt32, name: String) throws {
    let sealer = PacketSealer.initial(.client, to: Self.id, version: number)
    let seen = LayerHarness().handshakes([try Self.packet(sealer, 0, [Self.part(0..<241)])])
    #expect(seen.map(\.version) == [name])
  }

  @Test func `is told once when a Retry makes the client say it again`() throws {
    let harness = LayerHarness()
    let layer = QUICLayer(harness.context)
    let whole = Self.part(0..<241)
    harness.play(try Self.packet(Self.sealer, 0, [whole], source: []), from: .client, to: layer)
    // RFC 9001, A.4 answers this very connection id.
    harness.play(
      hex("ff000000010008f067a5502a4262b5746f6b656e04a265ba2eff4d829058fb3f0f2496ba"),
      from: .server, to: layer)
    let retried = hex("f067a5502a4262b5")
    harness.play(
      try Self.packet(
        .initial(.client, to: retried), 1, [whole], to: retried, source: [],
        token: hex("746f6b656e")), from: .client, to: layer)
    harness.play(
      try PacketSealer.initial(.server, to: retried).long(
        type: 0, destination: [], source: hex("aabb"), number: 0,
        payload: `QUIC packet protection`.serverHello), from: .server, to: layer)
    layer.end(at: harness.nextFrame())
    #expect(harness.serverNames == ["example.com"])
    #expect(harness.anomalies.isEmpty)
  }

  @Test func `of a second connection in the same flow is a second handshake`() throws {
    var other = Self.message
    other[10] ^= 0xff
    let id = hex("0102030405060708")
    let second = try Self.packet(
      .initial(.client, to: id), 0, [cryptoFrame(other, 0..<241)], to: id, source: [])
    let first = try Self.packet(Self.sealer, 0, [Self.part(0..<241)], source: [])
    let harness = LayerHarness()
    _ = harness.handshakes([first, second, first, second])
    #expect(harness.serverNames == ["example.com", "example.com"])
  }

  @Test func `is found when the capture has the flow the wrong way round`() throws {
    let harness = LayerHarness()
    let layer = QUICLayer(harness.context)
    harness.play(
      try Self.packet(Self.sealer, 0, [Self.part(0..<241)]), from: .server, to: layer)
    layer.end(at: harness.nextFrame())
    #expect(harness.serverNames == ["example.com"])
  }

  @Test func `asks what the flow deserves as soon as it names the server`() throws {
    let harness = LayerHarness()
    harness.verdict = .counted
    let layer = QUICLayer(harness.context)
    harness.play(
      try Self.packet(Self.sealer, 0, [Self.part(0..<241)]), from: .client, to: layer)
    // A flow that is only counted gets no record of its own.
    #expect(harness.serverNames.isEmpty)
    guard case .serverName("example.com", isOpenable: false) = harness.clues.first else {
      Issue.record("no clue")
      return
    }
  }

  @Test func `survives every cut and corruption of its datagram`() throws {
    let packet = try Self.packet(Self.sealer, 0, [Self.part(0..<241)])
    for count in 0..<packet.count {
      let seen = LayerHarness().handshakes([Array(packet.prefix(count))])
      #expect(seen.allSatisfy { $0.version == "1" && $0.hello == nil })
    }
    for mutant in mutations(of: packet, count: 500, seed: 5) {
      let seen = LayerHarness().handshakes([mutant])
      #expect(seen.filter { $0.hello != nil }.count <= 1)
    }
  }

  @Test func `survives any frames inside a sound packet`() throws {
    let frames = Self.part(0..<100) + Self.ack + streamFrame(0, [1, 2, 3]) + Self.part(100..<241)
    for mutant in mutations(of: frames, count: 500, seed: 6) {
      let harness = LayerHarness()
      _ = harness.handshakes([try Self.packet(Self.sealer, 0, [mutant])])
      #expect(harness.quicHandshakes.count <= 1)
    }
  }

  /// Keys are kept of eight versions; those of the first are derived anew.
  @Test func `is found although forged packets name more versions than keys are kept of`() throws {
    let versions =
      Array(0xff00_0016...0xff00_0022 as ClosedRange<UInt32>) + [0x6b33_43cf, 0xface_b002]
    let other = hex("0102030405060708")
    let forged = try versions.map {
      try Self.packet(.initial(.client, to: other, version: $0), 1, [Self.part(120..<241)])
    }
    let first = try Self.packet(Self.sealer, 0, [Self.part(0..<120)])
    let last = try Self.packet(Self.sealer, 2, [Self.part(120..<241)])
    let harness = LayerHarness()
    #expect(
      harness.handshakes([first] + forged + [last]).map(\.hello?.serverName) == ["example.com"])
    #expect(LayerHarness().handshakes([first] + forged).map(\.hello?.serverName) == [nil])
  }

  @Test func `beyond the cap is given up`() throws {
    let harness = LayerHarness()
    harness.limits.handshakeBytes = 200
    let packet = try Self.packet(Self.sealer, 0, [Self.part(0..<241)])
    #expect(harness.handshakes([packet]).map(\.hello) == [nil])
    #expect(harness.anomalies.map(\.event) == ["incomplete_hello"])
  }
}
