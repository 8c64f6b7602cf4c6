import Flows
import Model
import TestKit
import Testing
import Wire

/// A ClientHello must be read however the network delivers it.
@Suite struct `Delivery of a post-quantum ClientHello` {
  static let record = PostQuantumHello.record
  static let talk = Conversation()

  static func framed(_ packets: [[UInt8]]) -> [[UInt8]] { packets.map(PacketBuilder.ethernet) }

  static func segments(_ size: Int) -> [[UInt8]] {
    PostQuantumHello.pieces(size).map { talk.segment($0.offset, $0.bytes) }
  }

  /// An IPv4 packet in fragments of `size` bytes.
  static func fragments(_ packet: [UInt8], _ size: Int, id: UInt16) -> [[UInt8]] {
    let body = Array(packet[20...])
    return stride(from: 0, to: body.count, by: size).map { start in
      let isLast = start + size >= body.count
      return talk.client.ip(
        6, Array(body[start..<min(start + size, body.count)]),
        fragment: UInt16(start / 8) | (isLast ? 0 : 0x2000), id: id)
    }
  }

  static let deliveries: [(String, [[UInt8]])] = {
    let start = talk.handshake
    let usual = segments(600)
    let middle = record.count / 2
    var wrapping = talk
    wrapping.clientISN = UInt32.max - 700
    let forged = talk.acknowledgment(600, sequence: talk.serverISN &+ 0x4000_0000, flags: 0x14)
    let believable = talk.acknowledgment(600, flags: 0x14)
    let tunnel = PacketBuilder().with {
      $0.source = [192, 0, 2, 1]
      $0.destination = [192, 0, 2, 2]
      $0.destinationPort = 4_789
    }
    return [
      ("in order", framed(start + usual)),
      ("reversed", framed(start + usual.reversed())),
      (
        "overlapped",
        framed(
          start + [
            talk.segment(0, Array(record[..<900])), talk.segment(300, Array(record[300..<1_200])),
            talk.segment(middle, Array(record[middle...])),
            talk.segment(100, Array(record[100...])),
          ])
      ),
      ("duplicated", framed((start + usual).flatMap { [$0, $0] })),
      (
        "with a lost and retransmitted middle",
        framed(
          start + [
            usual[0], usual[2], talk.acknowledgment(600), talk.acknowledgment(600), usual[1],
          ])
      ),
      ("in byte-sized segments", framed(start + segments(1))),
      (
        "split over IP fragments",
        framed(
          start
            + segments(900).enumerated().flatMap {
              fragments($1, 160, id: UInt16(70 + $0)).reversed()
            })
      ),
      (
        "inside VXLAN",
        (start + usual).map { packet in
          tunnel.with {
            $0.payload = [8, 0, 0, 0, 0, 0, 42, 0] + PacketBuilder.ethernet(packet)
          }.udpFrame
        }
      ),
      (
        "with sequence numbers that wrap around",
        framed(
          wrapping.handshake
            + PostQuantumHello.pieces(600).map { wrapping.segment($0.offset, $0.bytes) })
      ),
      ("with a stray RST", framed(start + [usual[0], forged, usual[1], usual[2]])),
      (
        "with a forged RST inside the window", framed(start + [usual[0], believable] + usual[1...])
      ),
    ]
  }()

  @Test(arguments: deliveries.map(\.0))
  func `gives the server name`(delivery: String) throws {
    let frames = try #require(Self.deliveries.first { $0.0 == delivery }).1
    #expect(Self.record.count > 1_460)
    let records = dissect(frames)
    #expect(records.serverNames == [PostQuantumHello.name])
    #expect(!records.anomalies.contains { $0.event == "gap" || $0.event == "overlap_conflict" })
  }

  @Test(arguments: deliveries.map(\.0))
  func `gives the same bytes`(delivery: String) throws {
    let frames = try #require(Self.deliveries.first { $0.0 == delivery }).1
    let usual = try #require(dissect(Self.deliveries[0].1).flows.first?.streams)
    let streams = try #require(dissect(frames).flows.first?.streams)
    #expect(streams.client == usual.client)
    #expect(streams.client.length == UInt64(Self.record.count))
  }

  @Test func `tells of a stray RST and leaves it out`() throws {
    let frames = try #require(Self.deliveries.first { $0.0 == "with a stray RST" }).1
    let records = dissect(frames)
    #expect(records.anomalies.map(\.event) == ["stray_reset"])
    #expect(records.flows.first?.state == .established)
  }
}
