import Flows
import Model
import TestKit
import Testing
import Wire

@Suite struct `IP fragments` {
  static let whole = PacketBuilder().with { $0.payload = (0..<200).map { UInt8($0) } }

  /// The datagram's fragments of 64 bytes: offset in units of eight, more-flag, bytes.
  static var fragments: [(offset: UInt16, more: Bool, bytes: [UInt8])] {
    let body = whole.datagram
    return stride(from: 0, to: body.count, by: 64).map { start in
      (UInt16(start / 8), start + 64 < body.count, Array(body[start..<min(start + 64, body.count)]))
    }
  }

  /// Feeds fragments; returns the reassembled packet, if any, and why fragments were dropped.
  static func play(
    _ fragments: [(offset: UInt16, more: Bool, bytes: [UInt8])],
    into defragmenter: inout Defragmenter, id: UInt16 = 7, second: Int = 0
  ) -> (packet: [UInt8]?, reasons: [String]) {
    var result: [UInt8]?
    var reasons: [String] = []
    for (number, fragment) in fragments.enumerated() {
      let bytes = whole.ip(
        17, fragment.bytes, fragment: fragment.offset | (fragment.more ? 0x2000 : 0), id: id)
      var packet = Packet()
      PacketDecoder.decode(
        bytes.span.bytes, linkType: .raw, wireLength: bytes.count, into: &packet)
      let provenance = Provenance(
        FrameID(capture: 0, number: number + 1),
        Timestamp(nanoseconds: Int64(second) * 1_000_000_000))
      switch defragmenter.accept(packet, bytes.span.bytes, at: provenance) {
      case .waiting: break
      case .complete(let packet, _): result = packet
      case .dropped(let reason): reasons.append(reason)
      }
    }
    return (result, reasons)
  }

  @Test func `puts fragments together in any order`() throws {
    for order in [Self.fragments, Self.fragments.reversed(), Self.fragments + Self.fragments] {
      var defragmenter = Defragmenter(limits: FlowLimits())
      let packet = try #require(Self.play(order, into: &defragmenter).packet)
      #expect(Array(packet.dropFirst(20)) == Self.whole.datagram)
    }
  }

  @Test func `keeps what came first where IPv4 fragments overlap`() throws {
    var defragmenter = Defragmenter(limits: FlowLimits())
    var fragments = Self.fragments
    fragments.insert((0, true, Array(repeating: 0xee, count: 128)), at: 1)
    let packet = try #require(Self.play(fragments, into: &defragmenter).packet)
    #expect(Array(packet[20..<84]) == Array(Self.whole.datagram[0..<64]))
    #expect(Array(packet[84..<148]) == Array(repeating: 0xee, count: 64))
    #expect(
      defragmenter.takeTroubles() == [
        .conflict(
          offset: 0, kept: Array(Self.whole.datagram[0..<64]),
          dropped: Array(repeating: 0xee, count: 64)),
        .conflict(
          offset: 64, kept: Array(repeating: 0xee, count: 64),
          dropped: Array(Self.whole.datagram[64..<128])),
      ])
  }

  @Test func `refuses fragments that reach beyond the longest datagram`() {
    var defragmenter = Defragmenter(limits: FlowLimits())
    let wild: [(UInt16, Bool, [UInt8])] = [(0x1fff, true, Array(repeating: 0, count: 64))]
    #expect(Self.play(wild, into: &defragmenter).reasons == ["a fragment of impossible size"])
  }

  @Test func `lets the oldest datagram go when too many are incomplete`() {
    var limits = FlowLimits()
    limits.fragmentedDatagrams = 8
    var defragmenter = Defragmenter(limits: limits)
    var troubles: [Defragmenter.Trouble] = []
    for id in 0..<100 {
      _ = Self.play([Self.fragments[0]], into: &defragmenter, id: UInt16(id))
      troubles += defragmenter.takeTroubles()
    }
    #expect(troubles.count == 92)
    #expect(troubles.allSatisfy { if case .capReached = $0 { true } else { false } })
    // The latest is still there.
    let rest = Array(Self.fragments.dropFirst())
    #expect(Self.play(rest, into: &defragmenter, id: 99).packet != nil)
  }

  @Test func `forgets fragments that waited too long`() {
    var defragmenter = Defragmenter(limits: FlowLimits())
    _ = Self.play([Self.fragments[0]], into: &defragmenter, second: 0)
    let rest = Array(Self.fragments.dropFirst())
    #expect(Self.play(rest, into: &defragmenter, second: 100).packet == nil)
    let troubles = defragmenter.takeTroubles()
    #expect(troubles.count == 1)
    #expect(troubles.allSatisfy { if case .incomplete = $0 { true } else { false } })
  }
}
