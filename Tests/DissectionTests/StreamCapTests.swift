import Flows
import Model
import Protocols
import TestKit
import Testing

/// Caps of docs/Limits.md on the streams of connections: what gives way, and what is read all the same.
@Suite struct `Caps on streams` {
  static let talk = Conversation()

  /// A connection that says hello when another one is at its cap.
  static let honest: [[UInt8]] = {
    let talk = Conversation(clientPort: 50_321)
    return talk.handshake + PostQuantumHello.pieces(700).map { talk.segment($0.offset, $0.bytes) }
  }()

  private func read(
    _ packets: [[UInt8]], _ limits: FlowLimits = FlowLimits(), layers: Limits = Limits()
  ) -> [Record] {
    dissect((packets + Self.honest).map(PacketBuilder.ethernet), limits: limits, layers: layers)
  }

  /// The last 8 KiB of a side are kept to compare retransmissions with.
  @Test(arguments: [(4_000, true), (60_000, false)])
  func `remember so much to tell conflicting retransmissions by`(after: Int, isTold: Bool) {
    let size = 1_000
    let rest = (0..<after / size).map {
      Self.talk.segment(5 + $0 * size, Array(repeating: 65, count: size))
    }
    let records = read(
      Self.talk.handshake + [Self.talk.segment(0, Array("hello".utf8))] + rest
        + [Self.talk.segment(0, Array("jello".utf8))])
    #expect(records.anomalies.contains { $0.event == "overlap_conflict" } == isTold)
    #expect(records.serverNames == [PostQuantumHello.name])
  }

  @Test func `list so many gaps and count the rest`() throws {
    var limits = FlowLimits()
    limits.heldSegments = 1
    let holes = 5_000
    let records = read(
      Self.talk.handshake + (0..<holes).map { Self.talk.segment(1 + 2 * $0, [65]) }, limits)
    let stream = try #require(
      records.flows.first { $0.streams?.client.gaps.isEmpty == false }?.streams?.client)
    #expect(stream.gaps.count == 4_096)
    #expect(stream.length == UInt64(2 * holes))
    #expect(records.serverNames == [PostQuantumHello.name])
  }

  @Test func `give up a handshake message beyond its cap`() {
    var layers = Limits()
    layers.handshakeBytes = PostQuantumHello.record.count + 10
    // A ClientHello whose session tickets fill a whole record.
    let body = [3, 3] + Array(repeating: 7, count: 32) + [0, 0, 2, 0x13, 1, 1, 0] as [UInt8]
    let length = 16_380
    let long =
      [22, 3, 1, 0x40, 0, 1, 0] + PacketBuilder.big(UInt16(length)) + body
      + PacketBuilder.big(UInt16(length - body.count - 2)) + [0, 35]
      + PacketBuilder.big(UInt16(length - body.count - 6))
      + Array(repeating: 0, count: length - body.count - 6)
    let records = read(
      Self.talk.handshake
        + stride(from: 0, to: long.count, by: 1_400).map {
          Self.talk.segment($0, Array(long[$0..<min($0 + 1_400, long.count)]))
        }, layers: layers)
    #expect(records.anomalies.contains { $0.event == "cap_reached" && $0.layer == "tls" })
    #expect(records.serverNames == [PostQuantumHello.name])
  }

  /// Silence in seconds, and how many flows it makes of one connection.
  @Test(arguments: [
    ("open", 3_500, 1), ("open", 3_700, 2), ("unanswered", 110, 1), ("unanswered", 130, 2),
    ("one-sided", 590, 1), ("one-sided", 620, 2), ("closed", 10, 1), ("closed", 30, 2),
    ("datagrams", 170, 1), ("datagrams", 200, 2),
  ])
  func `end after a silence that depends on their state`(
    state: String, silence: Int64, flows: Int
  ) {
    let talk = Self.talk
    let ack = talk.acknowledgment(1)
    var before: [[UInt8]]
    var after = talk.segment(1, [66])
    switch state {
    case "open": before = talk.handshake + [talk.segment(0, [65]), ack]
    case "unanswered":
      before = [talk.handshake[0]]
      after = talk.handshake[0]
    case "one-sided": before = [talk.segment(0, [65])]
    case "closed":
      before =
        talk.handshake + [
          talk.segment(0, [65]), talk.segment(1, [], flags: 0x11),
          talk.acknowledgment(2, flags: 0x11),
          talk.client.with {
            $0.sequence = talk.clientISN &+ 3
            $0.acknowledgment = talk.serverISN &+ 2
          }.tcpPacket,
        ]
      after = talk.acknowledgment(2, flags: 0x11)
    default:
      before = [PacketBuilder().with { $0.payload = [1, 2, 3] }.udpPacket]
      after = before[0]
    }
    let count = before.count
    // Somebody else's packets keep the clock going, and expiry with it.
    let others = (1...40).map { Conversation(clientPort: UInt16(60_000 + $0)).handshake[0] }
    let times =
      before.map { _ in Int64(1) } + (1...40).map { 1 + silence * Int64($0) / 41 } + [1 + silence]
    before += others + [after]
    let records = dissect(before.map(PacketBuilder.ethernet), seconds: times)
    let own = zip(records, records.map(\.flow)).filter { record, flow in
      if case .flow = record.observation { (flow?.client.port ?? 0) < 60_000 } else { false }
    }
    #expect(count > 0 && own.count == flows)
  }
}
