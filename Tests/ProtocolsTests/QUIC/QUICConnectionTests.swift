import Model
import Protocols
import TestKit
import Testing

@Suite struct `A QUIC connection with secrets` {
  func exchange(_ talk: QUICConversation, _ path: String, stream: UInt64) throws {
    try talk.send(stream, request("GET", path), from: .client, isFinal: true)
    try talk.send(stream, response(200), from: .server, isFinal: true)
  }

  @Test(arguments: [QUICAEAD.aes128GCM, .aes256GCM, .chaCha20Poly1305])
  func `is read under every AEAD`(aead: QUICAEAD) throws {
    let talk = QUICConversation(aead: aead)
    talk.learn()
    try talk.shakeHands()
    try exchange(talk, "/", stream: 0)
    #expect(talk.harness.exchanges.map(\.status) == [200])
    #expect(talk.harness.quicHandshakes.map(\.isDecrypted) == [true])
    #expect(talk.harness.state.isDecrypted)
  }

  @Test func `is read across key updates, even unseen ones`() throws {
    let talk = QUICConversation()
    talk.learn()
    try talk.shakeHands()
    let early = try talk.packet([0x01], from: .client)
    for (index, updates) in [0, 1, 1, 2, 5, 6].enumerated() {
      let stream = UInt64(index * 4)
      let frame = talk.frame(stream, request("GET", "/\(updates)"), from: .client, isFinal: true)
      talk.play(try talk.packet(frame, from: .client, updates: updates), from: .client)
      // A late packet of the first generation changes nothing.
      if index == 1 { talk.play(early, from: .client) }
    }
    talk.end()
    #expect(talk.harness.exchanges.map(\.target) == ["/0", "/1", "/1", "/2", "/5", "/6"])
    #expect(talk.harness.anomalies.isEmpty)
  }

  @Test func `is followed when the ids change`() throws {
    let talk = QUICConversation()
    talk.learn()
    try talk.shakeHands()
    let id = hex("ababababababababab")
    let offer = [0x18, 0x01, 0x00, UInt8(id.count)] + id + [UInt8](repeating: 7, count: 16)
    talk.play(try talk.packet(offer, from: .server), from: .server)
    let frame = talk.frame(0, request("GET", "/moved"), from: .client, isFinal: true)
    let moved = try talk.packet(frame, from: .client, to: id)
    let isOwned = talk.layer.owns(moved.span.bytes, from: .client)
    #expect(isOwned)
    talk.play(moved, from: .client)
    talk.end()
    #expect(talk.harness.exchanges.map(\.target) == ["/moved"])
  }

  @Test func `is followed to an id that was offered out of sight`() throws {
    let talk = QUICConversation()
    talk.learn()
    try talk.shakeHands()
    let frame = talk.frame(0, request("GET", "/moved"), from: .client, isFinal: true)
    talk.play(try talk.packet(frame, from: .client, to: hex("1122334455")), from: .client)
    talk.end()
    #expect(talk.harness.exchanges.map(\.target) == ["/moved"])
  }

  @Test func `waits for secrets that come late`() throws {
    let talk = QUICConversation()
    talk.harness.mayLearnSecrets = true
    try talk.shakeHands()
    try exchange(talk, "/early", stream: 0)
    #expect(talk.harness.observations.isEmpty)
    talk.learn()
    try exchange(talk, "/late", stream: 4)
    talk.end()
    #expect(talk.harness.exchanges.map(\.target) == ["/early", "/late"])
    #expect(talk.harness.quicHandshakes.map(\.isDecrypted) == [true])
    #expect(!talk.harness.state.hasUnreadCiphertext)
  }

  @Test func `holds no more than its cap`() throws {
    let talk = QUICConversation()
    talk.harness.mayLearnSecrets = true
    talk.harness.limits.heldCiphertextBytes = 100
    let layer = QUICConversation(harness: talk.harness)
    try layer.shakeHands()
    for id in 0..<10 { try layer.send(UInt64(id * 4), request("GET", "/\(id)"), from: .client) }
    #expect(talk.harness.state.clientBytesSeen > 0)
    layer.learn()
    layer.end()
    #expect(talk.harness.exchanges.count == 1)
  }

  @Test func `without secrets counts what it cannot read`() throws {
    let talk = QUICConversation()
    try talk.shakeHands()
    #expect(talk.harness.quicHandshakes.map(\.isDecrypted) == [false])
    try exchange(talk, "/", stream: 0)
    talk.end()
    #expect(talk.harness.exchanges.isEmpty)
    #expect(talk.harness.state.hasUnreadCiphertext)
    let frame = talk.frame(8, request("GET", "/"), from: .client, isFinal: true)
    let seen = talk.harness.state.clientBytesSeen
    #expect(seen > 0 && seen <= UInt64(frame.count + 16))
    #expect(talk.harness.state.clientBytesRead == 0)
  }

  @Test func `reads 0-RTT that overtook the ClientHello`() throws {
    let talk = QUICConversation()
    talk.learn()
    let frame = talk.frame(0, request("POST", "/zero"), from: .client, isFinal: true)
    talk.play(try talk.early(frame, number: 0), from: .client)
    try talk.shakeHands()
    try talk.send(0, response(200), from: .server, isFinal: true)
    #expect(talk.harness.exchanges.map(\.target) == ["/zero"])
  }

  @Test func `reads the first packets that overtook its hello, and counts the others`() throws {
    let talk = QUICConversation()
    talk.learn()
    for n in 0..<40 as Range<UInt64> {
      let frame = talk.frame(n * 4, request("POST", "/\(n)"), from: .client, isFinal: true)
      talk.play(try talk.early(frame, number: n), from: .client)
    }
    let counted = talk.harness.state.clientBytesSeen
    #expect(counted > 24 * 20 && talk.harness.state.hasUnreadCiphertext)
    #expect(talk.harness.anomalies.map(\.event) == ["cap_reached"])
    try talk.shakeHands()
    try exchange(talk, "/after", stream: 400)
    talk.end()
    let targets = talk.harness.exchanges.map(\.target)
    #expect(Set(targets) == Set((0..<16).map { "/\($0)" } + ["/after"]))
  }

  /// The client's hello in two Initial packets.
  private func helloInTwo(_ talk: QUICConversation) throws -> [[UInt8]] {
    let hello = talk.hello(host: "ai.example")
    let id = hex("8394c8f03e515708")
    let sealer = PacketSealer.initial(.client, to: id)
    return try [0..<40, 40..<hello.count].enumerated().map {
      try sealer.long(
        type: 0, destination: id, source: talk.clientID, number: UInt64($0.offset),
        payload: cryptoFrame(hello, $0.element), padTo: 1_200)
    }
  }

  @Test func `is read when a packet overtakes the hello`() throws {
    let talk = QUICConversation()
    talk.learn()
    let parts = try helloInTwo(talk)
    talk.play(parts[1], from: .client)
    try talk.answerHello()
    try exchange(talk, "/first", stream: 0)
    talk.play(parts[0], from: .client)
    talk.end()
    #expect(talk.harness.exchanges.map(\.target) == ["/first"])
  }

  @Test func `holds 64 KiB of packets that overtake the hello, and counts the others`() throws {
    let talk = QUICConversation()
    talk.learn()
    let parts = try helloInTwo(talk)
    talk.play(parts[1], from: .client)
    try talk.answerHello()
    let body = [0x00] + varint(900) + [UInt8](repeating: 0x61, count: 900)
    for n in 0..<100 as Range<UInt64> {
      try talk.send(n * 4, request("POST", "/\(n)") + body, from: .client, isFinal: true)
    }
    talk.play(parts[0], from: .client)
    talk.end()
    #expect((60...72).contains(talk.harness.exchanges.count))
    #expect(talk.harness.state.clientBytesSeen > talk.harness.state.clientBytesRead + 28 * 900)
  }

  @Test func `gives streams of other protocols to whoever reads them`() throws {
    let talk = QUICConversation()
    talk.harness.plaintextSample = (16, false)
    talk.learn()
    try talk.shakeHands(alpn: "doq")
    try talk.send(0, Array("\u{0}\u{5}query".utf8), from: .client, isFinal: true)
    talk.end()
    let samples = talk.harness.observations.compactMap {
      if case .plaintext(let sample) = $0 { sample.bytes } else { nil }
    }
    #expect(samples == [Array("\u{0}\u{5}query".utf8)])
  }

  @Test func `gives up a hole when too much waits behind it`() throws {
    let talk = QUICConversation()
    talk.harness.limits.streamReorderBytes = 3_000
    let other = QUICConversation(harness: talk.harness)
    other.learn()
    try other.shakeHands()
    try other.send(
      0, request("POST", "/x") + [0, 0x7f, 0xff], from: .client)
    _ = other.frame(0, [1, 2, 3], from: .client)
    for _ in 0..<10 {
      try other.send(0, [UInt8](repeating: 5, count: 1_000), from: .client)
    }
    #expect(talk.harness.anomalies.map(\.event) == ["gap"])
    other.end()
    #expect(talk.harness.exchanges.first?.request?.body.bytes.count == 10_000)
    #expect(talk.harness.exchanges.first?.request?.body.missing == 3)
  }

  @Test func `survives corrupted packets and frames`() throws {
    let talk = QUICConversation()
    talk.learn()
    try talk.shakeHands()
    let frames =
      talk.frame(0, request("GET", "/"), from: .client) + [0x02, 0x05, 0x01, 0x01, 0x01]
      + [0x18, 0x01, 0x00, 0x04, 1, 2, 3, 4] + [UInt8](repeating: 7, count: 16) + [
        0x31, 0x02, 1, 2,
      ]
    let packet = try talk.packet(frames, from: .client)
    for mutant in mutations(of: packet, count: 300, seed: 10) { talk.play(mutant, from: .client) }
    for mutant in mutations(of: frames, count: 500, seed: 11) {
      talk.play(try talk.packet(mutant, from: .client), from: .client)
    }
    talk.end()
    #expect(talk.harness.exchanges.count <= 200)
  }
}
