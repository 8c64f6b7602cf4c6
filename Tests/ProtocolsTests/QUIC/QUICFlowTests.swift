import Dissection
import Flows
import Model
import Protocols
import TestKit
import Testing

/// QUIC connections in flows: they move between them, and follow one another in one.
@Suite struct `A UDP flow with QUIC` {
  /// A connection whose datagrams go into a house.
  func talk(
    in house: DatagramHouse, original: String = "8394c8f03e515708", client: String = "c1c1c1c1",
    server: String = "5e5e5e5e5e", port: UInt16 = 40_000
  ) -> QUICConversation {
    let talk = QUICConversation(original: original, client: client, server: server)
    talk.learn()
    talk.divert = { house.play($0, from: $1, clientPort: port) }
    return talk
  }

  func exchange(_ talk: QUICConversation, _ path: String, stream: UInt64) throws {
    try talk.send(stream, request("GET", path), from: .client, isFinal: true)
    try talk.send(stream, response(200), from: .server, isFinal: true)
  }

  @Test func `goes on where its client has another port`() throws {
    let house = DatagramHouse()
    let talk = talk(in: house)
    house.learn(talk)
    try talk.shakeHands()
    try exchange(talk, "/before", stream: 0)
    talk.divert = { house.play($0, from: $1, clientPort: 51_000) }
    try exchange(talk, "/after", stream: 4)
    talk.divert = { house.play($0, from: $1, clientPort: 52_000) }
    try exchange(talk, "/again", stream: 8)
    house.finish()
    #expect(house.exchanges.map(\.target) == ["/before", "/after", "/again"])
    #expect(house.anomalies.isEmpty)
    #expect(house.flows.map(\.summary.applicationProtocol) == ["quic", "quic", "quic"])
    #expect(house.flows.allSatisfy { $0.summary.isDecrypted })
  }

  @Test func `goes on under a new id when its client moves`() throws {
    let house = DatagramHouse()
    let talk = talk(in: house)
    house.learn(talk)
    try talk.shakeHands()
    let id = hex("abababababababab")
    let offer = [0x18, 0x01, 0x00, UInt8(id.count)] + id + [UInt8](repeating: 7, count: 16)
    talk.play(try talk.packet(offer, from: .server), from: .server)
    let frame = talk.frame(0, request("GET", "/moved"), from: .client, isFinal: true)
    house.play(try talk.packet(frame, from: .client, to: id), from: .client, clientPort: 51_000)
    house.finish()
    #expect(house.exchanges.map(\.target) == ["/moved"])
  }

  @Test func `goes on under the last sixty-four ids that its server offered`() throws {
    let house = DatagramHouse()
    let talk = talk(in: house)
    house.learn(talk)
    try talk.shakeHands()
    let ids = (0..<200).map { [0xab, 0xcd, UInt8($0), 1, 2, 3, 4, 5] as [UInt8] }
    for (number, id) in ids.enumerated() {
      let offer =
        [0x18] + varint(UInt64(number + 1)) + [0, UInt8(id.count)] + id
        + [UInt8](repeating: 7, count: 16)
      talk.play(try talk.packet(offer, from: .server), from: .server)
    }
    for (stream, number) in [100, 199, 150].enumerated() {
      let frame = talk.frame(
        UInt64(stream * 4), request("GET", "/\(number)"), from: .client, isFinal: true)
      house.play(
        try talk.packet(frame, from: .client, to: ids[number]), from: .client,
        clientPort: UInt16(51_000 + number))
    }
    house.finish()
    #expect(house.exchanges.map(\.target) == ["/199", "/150"])
  }

  @Test func `is not taken for a moved one when its id is another`() throws {
    let house = DatagramHouse()
    let talk = talk(in: house)
    house.learn(talk)
    try talk.shakeHands()
    let frame = talk.frame(0, request("GET", "/other"), from: .client, isFinal: true)
    house.play(
      try talk.packet(frame, from: .client, to: hex("0f0f0f0f0f")), from: .client,
      clientPort: 51_000)
    house.finish()
    #expect(house.exchanges.isEmpty)
  }

  @Test func `outlives the flow that it began in`() throws {
    let house = DatagramHouse()
    let talk = talk(in: house)
    house.learn(talk)
    try talk.shakeHands()
    try talk.send(0, request("GET", "/"), from: .client, isFinal: true)
    talk.divert = { house.play($0, from: $1, clientPort: 51_000) }
    // The first flow is silent for longer than flows live.
    for _ in 0..<5 {
      house.time += 60_000_000_000
      talk.play(try talk.packet([0x01], from: .client), from: .client)
    }
    try talk.send(0, response(200), from: .server, isFinal: true)
    house.finish()
    #expect(house.exchanges.map(\.status) == [200])
  }

  @Test func `that is only counted is looked at again when another connection begins`() throws {
    let house = DatagramHouse(policy: DatagramHouse.OnlyAI())
    let first = talk(in: house)
    house.learn(first)
    try first.shakeHands(host: "shop.example")
    try exchange(first, "/counted", stream: 0)
    // The client goes on under the server's id: that is no other connection.
    house.play(
      try PacketSealer.initial(.client, to: hex("8394c8f03e515708")).long(
        type: 0, destination: first.serverID, source: first.clientID, number: 1,
        payload: [0x02, 0, 0, 0, 0], padTo: 1_200), from: .client)
    #expect(house.records.isEmpty)
    let second = talk(
      in: house, original: "0102030405060708", client: "c2c2c2c2", server: "6e6e6e6e6e")
    try second.shakeHands(host: "llm.ai")
    try exchange(second, "/read", stream: 0)
    house.finish()
    #expect(house.serverNames == ["llm.ai"])
    #expect(house.exchanges.map(\.target) == ["/read"])
    #expect(house.anomalies.isEmpty)
  }

  /// What was counted in the first flow of two is remembered; the table has no room for the second's.
  @Test func `that is only counted stays so when too many are remembered`() throws {
    var options = DissectionOptions()
    options.flows.rememberedFlows = 1
    let house = DatagramHouse(policy: DatagramHouse.OnlyAI(), options: options)
    let talks = [UInt16(40_000), 40_001].map { port in
      (
        talk(in: house, port: port),
        talk(
          in: house, original: "01020304050607\(port % 100 + 10)", client: "c2c2c2c2",
          server: "6e6e6e6e6e", port: port)
      )
    }
    for (counted, _) in talks { try counted.shakeHands(host: "shop.example") }
    for (_, read) in talks { try read.shakeHands(host: "llm.ai") }
    house.finish()
    #expect(house.serverNames == ["llm.ai"])
  }

  @Test(arguments: [(2, ["/first"]), (1, [])])
  func `that moved is looked for among so many of its server's`(
    candidates: Int, found: [String]
  ) throws {
    var options = DissectionOptions()
    options.flows.movedCandidates = candidates
    let house = DatagramHouse(options: options)
    let first = talk(in: house)
    house.learn(first)
    try first.shakeHands()
    let second = talk(
      in: house, original: "0102030405060708", client: "c2c2c2c2", server: "6e6e6e6e6e",
      port: 40_001)
    try second.shakeHands(host: "other.example")
    first.divert = { house.play($0, from: $1, clientPort: 51_000) }
    try exchange(first, "/first", stream: 0)
    house.finish()
    #expect(house.exchanges.map(\.target) == found)
  }

  @Test func `that is only counted stays so when an id went by unseen`() throws {
    let house = DatagramHouse(policy: DatagramHouse.OnlyAI())
    let first = talk(in: house)
    house.learn(first)
    try first.sendHello(host: "shop.example")
    // The server's answer, which names its id, is not in the capture.
    house.play(
      try PacketSealer.initial(.client, to: hex("8394c8f03e515708")).long(
        type: 0, destination: first.serverID, source: first.clientID, number: 1,
        payload: [0x02, 0, 0, 0, 0], padTo: 1_200), from: .client)
    try exchange(first, "/counted", stream: 0)
    house.finish()
    #expect(house.records.isEmpty)
  }

  @Test func `reads two connections at once whose ids have no bytes`() throws {
    let house = DatagramHouse()
    let first = talk(in: house, client: "")
    house.learn(first)
    try first.shakeHands()
    let second = talk(
      in: house, original: "0102030405060708", client: "", server: "6e6e6e6e6e")
    second.random[0] = 0x43
    second.learn()
    house.learn(first, second)
    try second.shakeHands(host: "other.example")
    try first.send(0, request("GET", "/first"), from: .client, isFinal: true)
    try second.send(0, request("GET", "/second"), from: .client, isFinal: true)
    try first.send(0, response(201), from: .server, isFinal: true)
    try second.send(0, response(202), from: .server, isFinal: true)
    house.finish()
    #expect(house.exchanges.map(\.target) == ["/first", "/second"])
    #expect(house.anomalies.isEmpty)
  }

  @Test(arguments: [
    // The beginning of a v1 Initial that a snap length cut.
    "c300000001088394c8f03e5157080000449e7b9aec34d1b1c98dd7689fb8ec11",
    // A Handshake packet of a connection that began earlier.
    "e00000000104aaaaaaaa04bbbbbbbb4020" + String(repeating: "5a", count: 32),
  ])
  func `whose beginning cannot be read is told by its version`(text: String) {
    let house = DatagramHouse()
    house.play(hex(text), from: .client)
    house.finish()
    #expect(house.serverNames == [nil])
    #expect(house.flows.map(\.summary.applicationProtocol) == ["quic"])
  }
}
