import Flows
import Model
import TestKit
import Testing
import Wire

/// Cases of RFC 9293 that a capture shows, by what becomes of the flows and their bytes.
@Suite struct `Connections` {
  static let talk = Conversation()

  static func flows(_ packets: [[UInt8]], millisecondsApart: Int64 = 1) -> [FlowSummary] {
    dissect(packets.map(PacketBuilder.ethernet), millisecondsApart: millisecondsApart).flows
  }

  static func answer(_ offset: Int, _ bytes: [UInt8], flags: UInt8 = 0x18) -> [UInt8] {
    talk.server.with {
      $0.sequence = talk.serverISN &+ 1 &+ UInt32(offset)
      $0.acknowledgment = talk.clientISN &+ 1
      $0.flags = flags
      $0.payload = bytes
    }.tcpPacket
  }

  @Test func `carry data in their SYN`() throws {
    let syn = Self.talk.client.with {
      $0.sequence = Self.talk.clientISN
      $0.flags = 0x02
      $0.payload = Array("early".utf8)
    }.tcpPacket
    let streams = try #require(
      Self.flows([syn, Self.talk.handshake[1], Self.talk.segment(5, [33])]).first?.streams)
    #expect(streams.client.length == 6)
    #expect(streams.client.gaps.isEmpty)
  }

  @Test func `may be opened by both sides at once`() throws {
    let crossed = Self.talk.server.with {
      $0.sequence = Self.talk.serverISN
      $0.flags = 0x02
    }.tcpPacket
    let answer = Self.talk.client.with {
      $0.sequence = Self.talk.clientISN
      $0.acknowledgment = Self.talk.serverISN &+ 1
      $0.flags = 0x12
    }.tcpPacket
    let flows = Self.flows([
      Self.talk.handshake[0], crossed, Self.talk.handshake[1], answer,
      Self.talk.segment(0, [1, 2, 3]), Self.answer(0, [4, 5]),
    ])
    #expect(flows.count == 1)
    let streams = try #require(flows.first?.streams)
    #expect(streams.client.length == 3 && streams.server.length == 2)
  }

  @Test func `go on in the other direction when one side has finished`() throws {
    let flows = Self.flows(
      Self.talk.handshake + [
        Self.talk.segment(0, [1], flags: 0x19), Self.answer(0, [2, 3]), Self.answer(2, [4]),
      ])
    let streams = try #require(flows.first?.streams)
    #expect(streams.server.length == 3 && streams.server.gaps.isEmpty)
    #expect(flows.first?.state == .established)
  }

  @Test func `end where a new SYN stands, even without a FIN`() {
    var again = Self.talk
    again.clientISN = 700_000
    let flows = Self.flows(
      Self.talk.handshake + [Self.talk.segment(0, [1])] + again.handshake + [
        again.segment(0, [2, 3])
      ])
    #expect(flows.map(\.reason) == [.reused, .shutdown])
    #expect(flows.compactMap(\.streams?.client.length) == [1, 2])
  }

  @Test func `end where the answer to a SYN outside the capture stands`() {
    var again = Self.talk
    again.clientISN = 700_000
    again.serverISN = 800_000
    let reply = again.server.with {
      $0.sequence = again.serverISN &+ 1
      $0.payload = [7, 8]
    }.tcpPacket
    let flows = Self.flows([
      Self.talk.handshake[1], Self.answer(0, [1]), again.handshake[1], reply,
    ])
    #expect(flows.map(\.reason) == [.reused, .shutdown])
    #expect(flows.compactMap(\.streams?.server.length) == [1, 2])
  }

  @Test func `read the answer that the client took of several`() throws {
    var other = Self.talk
    other.serverISN = 0xdead_0000
    let flows = Self.flows([
      Self.talk.handshake[0], Self.talk.handshake[1], other.handshake[1], Self.talk.handshake[2],
      Self.talk.segment(0, [1]), Self.answer(0, [2, 3, 4]),
    ])
    let streams = try #require(flows.first?.streams)
    #expect(streams.server.length == 3 && streams.server.gaps.isEmpty)
  }

  @Test func `are read from the middle on, out of order too`() throws {
    let flows = Self.flows([
      Self.talk.segment(500, []), Self.talk.segment(503, [4, 5]),
      Self.talk.segment(500, [1, 2, 3]),
    ])
    let streams = try #require(flows.first?.streams)
    #expect(streams.client.length == 5 && streams.client.gaps.isEmpty)
  }

  @Test func `are read when only one side is in the capture, over long silences`() throws {
    let flows = Self.flows(
      [Self.talk.segment(0, [1]), Self.talk.segment(1, [2]), Self.talk.segment(2, [3])],
      millisecondsApart: 250_000)
    #expect(flows.count == 1)
    #expect(flows.first?.streams?.client.length == 3)
  }

  @Test func `keep a FIN that is sent again`() {
    let fin = Self.talk.segment(1, [], flags: 0x11)
    let flows = Self.flows(
      Self.talk.handshake + [
        Self.talk.segment(0, [1]), Self.answer(0, [], flags: 0x11), fin, fin, fin,
      ],
      millisecondsApart: 28_000)
    #expect(flows.count == 1)
  }

  @Test func `do not mistake keep-alives for other bytes`() {
    let records = dissect(
      (Self.talk.handshake + [
        Self.talk.segment(0, [1, 2, 3]), Self.talk.segment(2, [0]), Self.talk.segment(2, []),
        Self.talk.segment(3, [4]),
      ]).map(PacketBuilder.ethernet))
    #expect(records.anomalies.isEmpty)
    #expect(records.flows.first?.streams?.client.length == 4)
  }

  @Test func `tell when a retransmission says something else, with both digests`() throws {
    let records = dissect(
      (Self.talk.handshake + [
        Self.talk.segment(0, Array("hello".utf8)), Self.talk.segment(0, Array("jello".utf8)),
      ]).map(PacketBuilder.ethernet))
    let conflict = try #require(records.anomalies.first)
    #expect(conflict.event == "overlap_conflict")
    // sha256sum of the two words.
    #expect(
      conflict.detail.contains("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"))
    #expect(
      conflict.detail.contains("187c9bceeb919e1b3e6d20fa50ecabf7d9d50b5343e8f9a3d912abb13929102e"))
    #expect(records.flows.first?.streams?.client.length == 5)
  }

  @Test func `take frames above 64 KiB whose length field is zero`() throws {
    var frame = PacketBuilder.ethernet(
      Self.talk.segment(0, Array(repeating: 7, count: 70_000)))
    frame[16] = 0
    frame[17] = 0
    let records = dissect(Self.talk.handshake.map(PacketBuilder.ethernet) + [frame])
    #expect(records.flows.first?.streams?.client.length == 70_000)
  }

  @Test func `are not ended by one frame with a wild time`() {
    let frames = (Self.talk.handshake + [Self.talk.segment(0, [1]), Self.talk.segment(1, [2])])
      .map(PacketBuilder.ethernet)
    #expect(dissect(frames, seconds: [0, 1_472_003_999, 0, 1, 2]).flows.count == 1)
  }
}
