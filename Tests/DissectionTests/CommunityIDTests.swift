import Model
import TestKit
import Testing
import Wire

/// Community ID v1, as `tshark --enable-protocol communityid` (4.0.17) gives it for the same packets.
@Suite struct `Community ID` {
  static let v4 = PacketBuilder()
  static let v6 = PacketBuilder().with {
    $0.source = [0x20, 1, 0xd, 0xb8] + Array(repeating: 0, count: 11) + [1]
    $0.destination = [0x20, 1, 0xd, 0xb8] + Array(repeating: 0, count: 11) + [2]
  }

  static func back(_ builder: PacketBuilder) -> PacketBuilder {
    builder.with {
      swap(&$0.source, &$0.destination)
      swap(&$0.sourcePort, &$0.destinationPort)
    }
  }

  static func message(_ type: UInt8, _ code: UInt8) -> [UInt8] {
    [type, code] + Array(repeating: 0, count: 22)
  }

  static func identifier(_ packet: [UInt8]) -> String? {
    dissect([packet], linkType: .raw).map(\.communityID).first { !$0.isEmpty }
  }

  @Test func `is the same in both directions of TCP and UDP`() {
    let query = Self.v4.with { $0.destinationPort = 53 }
    let query6 = Self.v6.with { $0.destinationPort = 53 }
    for (packets, expected) in [
      ([Self.v4.tcpPacket, Self.back(Self.v4).tcpPacket], "1:UWHKJ/x6OQ1YiVv4rIl0t3yhjg8="),
      ([query.udpPacket, Self.back(query).udpPacket], "1:RXKURpyQITZU13SCYbIzaVPTxaQ="),
      ([Self.v6.tcpPacket, Self.back(Self.v6).tcpPacket], "1:RYG3Msb11GthNt1OYXJouPzmrvA="),
      ([query6.udpPacket, Self.back(query6).udpPacket], "1:eO0ltZ3MqOvc7QA+zuku3dNgCuE="),
    ] {
      for packet in packets { #expect(Self.identifier(packet) == expected) }
    }
  }

  @Test func `joins an ICMP request and its answer, and nothing else`() {
    for (type, code, there, back) in [
      (8, 0, "1:YcMyyWJfhc95EW1GfXt6jlZ3DiQ=", "1:E5tNYkCqpM09ZPfoLcq+JJj0QuQ="),
      (0, 0, "1:E5tNYkCqpM09ZPfoLcq+JJj0QuQ=", "1:YcMyyWJfhc95EW1GfXt6jlZ3DiQ="),
      (3, 1, "1:gkoOC4ouXvyYq0Ek/WqwbLoqcxM=", "1:JHjlyD5IJJjl3wHWOMj46lLWZag="),
    ] as [(UInt8, UInt8, String, String)] {
      #expect(Self.identifier(Self.v4.ip(1, Self.message(type, code))) == there)
      #expect(Self.identifier(Self.back(Self.v4).ip(1, Self.message(type, code))) == back)
    }
  }

  @Test func `joins an ICMPv6 request and its answer, and nothing else`() {
    for (type, code, there, back) in [
      (128, 0, "1:u2vMS3HiWth2lIMKHB1fjELshpQ=", "1:YDcnf7YthUKAbDNo6Cs3rX4jq4w="),
      (129, 0, "1:YDcnf7YthUKAbDNo6Cs3rX4jq4w=", "1:u2vMS3HiWth2lIMKHB1fjELshpQ="),
      (1, 3, "1:7yPtShFeMQfYkMXVGzTio+ezsK8=", "1:R/7STGRD8sPBsWVFLpjOBGt08QE="),
    ] as [(UInt8, UInt8, String, String)] {
      #expect(Self.identifier(Self.v6.ip(58, Self.message(type, code))) == there)
      #expect(Self.identifier(Self.back(Self.v6).ip(58, Self.message(type, code))) == back)
    }
    #expect(
      Self.identifier(Self.v6.ip(58, Self.message(135, 0))) == "1:R9HBIi387RnKhKUU53rFlnl803U=")
  }

  @Test func `takes an echo and its reply for one flow`() {
    let records = dissect(
      [Self.v4.ip(1, Self.message(8, 0)), Self.back(Self.v4).ip(1, Self.message(0, 0))],
      linkType: .raw)
    #expect(records.flows.count == 1)
    #expect(records.flows.first?.toClient.packets == 1)
  }
}
