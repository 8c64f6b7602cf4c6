import Flows
import Model
import TestKit
import Testing

/// Frames that CAPWAP carries in pieces (RFC 5415, section 3.4).
@Suite struct `Frames in pieces` {
  private static let tunnel = PacketBuilder().with {
    $0.source = [10, 9, 0, 1]
    $0.destination = [10, 9, 0, 2]
    $0.sourcePort = 32_000
    $0.destinationPort = 5_247
  }

  /// An 802.11 data frame to the access point, with the bytes of its frame control exchanged as some send
  /// them, around an IP packet.
  private static func wireless(_ packet: [UInt8]) -> [UInt8] {
    [0x01, 0x08, 0, 0] + [2, 0, 0, 0, 0, 9] + PacketBuilder.ethernetAddresses.suffix(6)
      + [2, 0, 0, 0, 0, 2, 0, 0] + [0xaa, 0xaa, 3, 0, 0, 0, 8, 0] + packet
  }

  /// The pieces of a frame, in CAPWAP over UDP; the header of the first has an option that the others lack.
  private static func pieces(
    of frame: [UInt8], id: UInt16, size: Int, isNative: Bool, tunnel: PacketBuilder = tunnel
  ) -> [[UInt8]] {
    stride(from: 0, to: frame.count, by: size).map { start in
      let isLast = start + size >= frame.count
      let header: [UInt8] =
        start == 0
        ? [0, 0x20, isNative ? 3 : 2, isLast ? 0xd0 : 0x90]
        : [0, 0x10, isNative ? 3 : 2, isLast ? 0xc0 : 0x80]
      let option: [UInt8] =
        start == 0 ? [6, 2, 0, 0, 0, 0, 9, 0].map { $0 } : []
      return PacketBuilder.ethernet(
        tunnel.with {
          $0.payload =
            header + PacketBuilder.big(id) + PacketBuilder.big(UInt16(start)) + option
            + frame[start..<min(start + size, frame.count)]
        }.udpPacket)
    }
  }

  /// A connection's packets, each in a frame of its own.
  private static func frames(isNative: Bool) -> [[UInt8]] {
    let talk = Conversation()
    return
      (talk.handshake + PostQuantumHello.pieces(1_300).map { talk.segment($0.offset, $0.bytes) })
      .map { isNative ? wireless($0) : PacketBuilder.ethernet($0) }
  }

  @Test(arguments: [(false, 1_200), (true, 1_200), (false, 64), (true, 64), (true, 8)])
  func `are put together`(isNative: Bool, size: Int) throws {
    let records = dissect(
      Self.frames(isNative: isNative).enumerated().flatMap { index, frame in
        Self.pieces(of: frame, id: UInt16(index), size: size, isNative: isNative)
      })
    #expect(records.serverNames == [PostQuantumHello.name])
    #expect(records.anomalies.isEmpty)
    let tunnel = try #require(records.flows.first?.outer?.tunnel)
    #expect(tunnel.kind == "capwap")
    #expect(tunnel.source?.description == "10.9.0.1")
  }

  @Test func `are put together in any order, among those of others`() {
    let frames = Self.frames(isNative: false)
    var packets: [[UInt8]] = []
    for (index, frame) in frames.enumerated() {
      let own = Self.pieces(of: frame, id: UInt16(index), size: 400, isNative: false)
      // Another access point's, under the same id.
      let other = Self.pieces(
        of: Array(repeating: 0x55, count: 1_000), id: UInt16(index), size: 400, isNative: false,
        tunnel: Self.tunnel.with { $0.source = [10, 9, 0, 7] })
      packets += own.reversed() + other.prefix(2)
    }
    let records = dissect(packets)
    #expect(records.serverNames == [PostQuantumHello.name])
    #expect(records.anomalies.map(\.event) == frames.map { _ in "fragments_incomplete" })
  }

  @Test func `may hold IP fragments`() {
    let talk = Conversation()
    let hello = talk.segment(0, PostQuantumHello.record)
    let body = Array(hello.dropFirst(20))
    let halves = [
      talk.client.ip(6, Array(body.prefix(800)), fragment: 0x2000, id: 7),
      talk.client.ip(6, Array(body.dropFirst(800)), fragment: 100, id: 7),
    ]
    let records = dissect(
      (talk.handshake + halves).enumerated().flatMap { index, packet in
        Self.pieces(
          of: PacketBuilder.ethernet(packet), id: UInt16(index), size: 200, isNative: false)
      })
    #expect(records.serverNames == [PostQuantumHello.name])
  }

  @Test func `are told when one is missing`() {
    let pieces = Self.frames(isNative: false).enumerated().flatMap { index, frame in
      Self.pieces(of: frame, id: UInt16(index), size: 100, isNative: false)
    }
    let records = dissect(Array(pieces.dropLast()))
    #expect(records.serverNames.isEmpty)
    #expect(records.anomalies.contains { $0.event == "fragments_incomplete" })
  }

  @Test func `share the caps of IP fragments`() {
    var limits = FlowLimits()
    limits.fragmentedDatagrams = 4
    let open = (0..<50).flatMap {
      Self.pieces(
        of: Array(repeating: 0x55, count: 1_000), id: UInt16(1_000 + $0), size: 400,
        isNative: false
      ).prefix(1)
    }
    let honest = Self.frames(isNative: true).enumerated().flatMap { index, frame in
      Self.pieces(of: frame, id: UInt16(index), size: 400, isNative: true)
    }
    let records = dissect(open + honest, limits: limits)
    #expect(records.anomalies.contains { $0.event == "cap_reached" && $0.layer == "ip" })
    #expect(records.serverNames == [PostQuantumHello.name])
  }
}
