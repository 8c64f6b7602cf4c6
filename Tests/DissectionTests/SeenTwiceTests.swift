import Model
import TestKit
import Testing
import Wire

/// Packets that a capture holds twice, because two of its interfaces saw them (a bridge and its port, both
/// ends of a veth, `any`).
@Suite struct `Packets seen by two interfaces` {
  /// How a second interface shows a packet.
  enum Interface: String, CaseIterable {
    case ethernet, raw, cooked, vlan

    func frame(_ packet: [UInt8]) -> (bytes: [UInt8], linkType: LinkType) {
      switch self {
      case .ethernet: (PacketBuilder.ethernet(packet), .ethernet)
      case .raw: (packet, .raw)
      case .cooked:
        // Sent by us (4), Ethernet (1), six bytes of address, EtherType (pcap-linktype(7), LINUX_SLL).
        (
          [0, 4, 0, 1, 0, 6, 2, 0, 0, 0, 0, 1, 0, 0, 8, 0] + packet, .linuxCooked
        )
      case .vlan:
        (
          PacketBuilder.ethernet(packet).prefix(12) + [0x81, 0, 0, 7]
            + PacketBuilder.ethernet(packet).dropFirst(12), .ethernet
        )
      }
    }
  }

  static let request = Array("GET /models HTTP/1.1\r\nHost: gateway.example\r\n\r\n".utf8)
  static let answer = Array("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".utf8)

  /// A connection from its SYN to its last FIN.
  static let packets: [[UInt8]] = {
    let talk = Conversation()
    func reply(_ bytes: [UInt8], flags: UInt8) -> [UInt8] {
      talk.server.with {
        $0.sequence = talk.serverISN &+ 1
        $0.acknowledgment = talk.clientISN &+ 1 &+ UInt32(request.count)
        $0.flags = flags
        $0.payload = bytes
      }.tcpPacket
    }
    return talk.handshake + [
      talk.segment(0, Array(request.prefix(20))),
      talk.segment(20, Array(request.dropFirst(20))),
      reply(answer, flags: 0x19),
      talk.segment(request.count, [], flags: 0x11),
    ]
  }()

  static func check(_ records: [Record]) {
    #expect(records.anomalies.isEmpty)
    #expect(records.flows.count == 1)
    #expect(records.flows.first?.state == .closed)
    let streams = records.flows.first?.streams
    #expect(streams?.client.length == UInt64(request.count))
    #expect(streams?.server.length == UInt64(answer.count))
    let exchanges = records.filter { if case .http = $0.observation { true } else { false } }
    #expect(exchanges.count == 1)
  }

  @Test(arguments: Interface.allCases)
  func `give their content once`(second: Interface) {
    Self.check(dissect(Self.packets.flatMap { [Interface.ethernet.frame($0), second.frame($0)] }))
  }

  @Test(arguments: Interface.allCases)
  func `give their content once when the second interface lags behind`(second: Interface) {
    let first = Self.packets.map { Interface.ethernet.frame($0) }
    let late = Self.packets.map { second.frame($0) }
    Self.check(dissect(Array(first[..<4]) + Array(late[..<3]) + first[4...] + late[3...]))
  }

  @Test func `give a post-quantum hello once`() {
    let talk = Conversation()
    let packets =
      talk.handshake + PostQuantumHello.pieces(600).map { talk.segment($0.offset, $0.bytes) }
    let records = dissect(
      packets.flatMap { [Interface.ethernet.frame($0), Interface.cooked.frame($0)] })
    #expect(records.serverNames == [PostQuantumHello.name])
    #expect(records.anomalies.isEmpty)
  }
}

/// RFC 9293, section 3.8.6.1: a receiver without room is probed, often with a byte beyond its window.
@Suite struct `Zero windows` {
  static let talk = Conversation()

  static func closed(_ count: Int) -> [UInt8] {
    talk.server.with {
      $0.sequence = talk.serverISN &+ 1
      $0.acknowledgment = talk.clientISN &+ 1 &+ UInt32(count)
      $0.flags = 0x10
      $0.window = 0
    }.tcpPacket
  }

  static func client(_ packets: [[UInt8]]) -> (FlowSummary.StreamDigest?, [Anomaly]) {
    let records = dissect((talk.handshake + packets).map(PacketBuilder.ethernet))
    return (records.flows.first?.streams?.client, records.anomalies)
  }

  @Test func `and probes with the next byte lose and double nothing`() {
    let (stream, anomalies) = Self.client([
      Self.talk.segment(0, [1, 2, 3, 4]), Self.closed(4),
      // The probe is refused twice, then taken; the byte comes again with those behind it.
      Self.talk.segment(4, [5]), Self.closed(4), Self.talk.segment(4, [5]), Self.closed(4),
      Self.talk.acknowledgment(4), Self.talk.segment(4, [5, 6, 7, 8]),
      Self.talk.acknowledgment(8),
    ])
    #expect(stream?.length == 8)
    #expect(stream?.gaps.isEmpty == true)
    #expect(anomalies.isEmpty)
  }

  @Test func `and probes with the byte before lose and double nothing`() {
    let (stream, anomalies) = Self.client([
      Self.talk.segment(0, [1, 2, 3, 4]), Self.closed(4),
      // A keep-alive's byte may have any value (section 3.8.4).
      Self.talk.segment(3, [0], flags: 0x10), Self.closed(4), Self.talk.acknowledgment(4),
      Self.talk.segment(4, [5, 6]), Self.talk.acknowledgment(6),
    ])
    #expect(stream?.length == 6)
    #expect(anomalies.isEmpty)
  }
}
