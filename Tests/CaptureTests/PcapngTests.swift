import Capture
import Foundation
import Model
import TestKit
import Testing
import Wire

@Suite struct `pcapng` {
  static let frame: [UInt8] = PacketBuilder().tcpFrame

  static func read(
    _ builder: PcapngBuilder
  ) throws -> (
    frames: [(FrameBatch.Descriptor, [UInt8])], damage: [CaptureSummary.Damage], drops: Int
  ) {
    var result: ([(FrameBatch.Descriptor, [UInt8])], [CaptureSummary.Damage], Int) = ([], [], 0)
    try `Capture reader`.read(builder.bytes) { reader in
      result.0 = `Capture reader`.allFrames(&reader)
      result.1 = reader.damage
      result.2 = reader.notedDrops
    }
    return result
  }

  @Test(arguments: [true, false])
  func `reads enhanced, simple and obsolete packets in both byte orders`(isBig: Bool) throws {
    var builder = PcapngBuilder()
    builder.section(isBig: isBig)
    builder.interface(snapLength: 40)
    builder.packet(Self.frame, ticks: 5_000_000, wire: 900)
    builder.simplePacket(Array(Self.frame.prefix(40)), wire: 1_500)
    builder.obsoletePacket(Self.frame, interface: 0, ticks: 7_000_000)
    let (frames, damage, _) = try Self.read(builder)
    #expect(damage.isEmpty)
    #expect(frames.map(\.1) == [Self.frame, Array(Self.frame.prefix(40)), Self.frame])
    #expect(frames.map(\.0.wireLength) == [900, 1_500, Self.frame.count])
    // A simple packet has no time of its own.
    #expect(frames.map { $0.0.time.nanoseconds / 1_000_000_000 } == [5, 5, 7])
  }

  @Test func `keeps link type, resolution and offset of every interface apart`() throws {
    var builder = PcapngBuilder()
    builder.section(isBig: false)
    builder.interface()
    builder.interface(101, options: builder.option(9, [9]))
    builder.interface(276, options: builder.option(9, [0x80 | 10]))
    builder.interface(
      113,
      options: builder.option(14, Array([0, 0, 0, 0, 0, 0, 0x03, 0xe8].reversed()))
        + builder.option(9, [3]))
    for (interface, ticks) in [(0, 2_000_000), (1, 2_000_000_007), (2, 2_048), (3, 2_500)] {
      builder.packet(Self.frame, interface: UInt32(interface), ticks: UInt64(ticks))
    }
    let (frames, damage, _) = try Self.read(builder)
    #expect(damage.isEmpty)
    #expect(frames.map(\.0.linkType.rawValue) == [1, 101, 276, 113])
    #expect(
      frames.map(\.0.time.nanoseconds)
        == [2_000_000_000, 2_000_000_007, 2_000_000_000, 1_002_500_000_000])
  }

  @Test func `begins anew with each section, whatever its byte order`() throws {
    var builder = PcapngBuilder()
    for (isBig, linkType) in [(true, UInt16(1)), (false, 101), (true, 113)] {
      builder.section(isBig: isBig)
      builder.interface(linkType)
      builder.packet(Self.frame, ticks: 1)
    }
    let (frames, damage, _) = try Self.read(builder)
    #expect(damage.isEmpty)
    #expect(frames.map(\.0.linkType.rawValue) == [1, 101, 113])
    #expect(frames.map(\.0.number) == [1, 2, 3])
  }

  @Test func `passes over names, comments, custom and unknown blocks and counts noted drops`()
    throws
  {
    var builder = PcapngBuilder()
    builder.section(isBig: false)
    builder.interface(options: builder.option(1, Array("a comment".utf8)))
    builder.block(4, [1, 0, 6, 0, 10, 0, 0, 1, 97, 0])
    builder.block(0xbad, [0, 0, 0x30, 0x39, 1, 2, 3, 4])
    builder.block(0x4000_0bad, [0, 0, 0x30, 0x39])
    builder.block(0x7777, [1, 2, 3, 4, 5])
    builder.packet(Self.frame, ticks: 1)
    builder.block(
      5,
      builder.u32(0) + Array(repeating: 0, count: 8)
        + builder.option(5, [9, 0, 0, 0, 0, 0, 0, 0]))
    let (frames, damage, drops) = try Self.read(builder)
    #expect(frames.count == 1)
    #expect(damage.isEmpty)
    #expect(drops == 9)
  }

  @Test(arguments: [
    (UInt32(65 << 20), "impossible length"), (13, "impossible length"), (4, "impossible length"),
  ])
  func `finds its way back after a block of impossible length`(
    length: UInt32, words: String
  ) throws {
    var builder = PcapngBuilder()
    builder.section(isBig: false)
    builder.interface()
    builder.packet(Self.frame, ticks: 1)
    let place = builder.bytes.count
    builder.raw(builder.u32(6) + builder.u32(length) + [1, 2, 3, 4, 5, 6, 7])
    for tick in 2..<10 { builder.packet(Self.frame, ticks: UInt64(tick)) }
    let (frames, damage, _) = try Self.read(builder)
    #expect(frames.count == 9)
    #expect(damage.count == 1)
    #expect(damage.first?.offset == place)
    #expect(damage.first?.cause.contains(words) == true)
  }

  @Test func `finds a section in the other byte order behind damage`() throws {
    var builder = PcapngBuilder()
    builder.section(isBig: false)
    builder.interface()
    builder.packet(Self.frame, ticks: 1)
    builder.raw(Array(repeating: 0xff, count: 77))
    builder.section(isBig: true)
    builder.interface(101)
    builder.packet(Self.frame, ticks: 2)
    let (frames, damage, _) = try Self.read(builder)
    #expect(frames.map(\.0.linkType.rawValue) == [1, 101])
    #expect(damage.count == 1)
  }

  @Test func `reads all before garbage at the end, and says where that begins`() throws {
    var builder = PcapngBuilder()
    builder.section(isBig: false)
    builder.interface()
    for tick in 1..<4 { builder.packet(Self.frame, ticks: UInt64(tick)) }
    let place = builder.bytes.count
    builder.raw(Array(repeating: 0xa5, count: 500))
    let (frames, damage, _) = try Self.read(builder)
    #expect(frames.count == 3)
    #expect(damage.map(\.offset) == [place])
  }

  @Test func `tells of packets that no interface describes and of those longer than their block`()
    throws
  {
    var builder = PcapngBuilder()
    builder.section(isBig: true)
    builder.interface()
    builder.packet(Self.frame, interface: 4, ticks: 1)
    builder.packet(Self.frame, ticks: 2)
    builder.block(
      6, builder.u32(0) + Array(repeating: 0, count: 8) + builder.u32(500) + builder.u32(500))
    builder.packet(Self.frame, ticks: 3)
    let (frames, damage, _) = try Self.read(builder)
    #expect(frames.count == 2)
    #expect(damage.count >= 1)
    #expect(damage.first?.cause == "a packet of an interface that is not described")
  }
}
