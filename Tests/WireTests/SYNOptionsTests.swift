import Model
import TestKit
import Testing
import Wire

@Suite struct `Options of a SYN` {
  /// An IPv4 packet with a SYN in it, as raw IP.
  private func packet(options: [UInt8], headerLength: UInt8? = nil) -> [UInt8] {
    let length = headerLength ?? UInt8(20 + options.count)
    let ports: [UInt8] = [0x9c, 0x40, 0x01, 0xbb]
    let tcp =
      ports + [0, 0, 0, 7, 0, 0, 0, 0, (length / 4) << 4, 2, 0xfa, 0xf0, 0, 0, 0, 0] + options
    let ip: [UInt8] = [0x45, 0, 0, UInt8(20 + tcp.count), 0, 1, 0x40, 0, 64, 6, 0, 0]
    return ip + [10, 77, 1, 23, 203, 0, 113, 9] + tcp
  }

  private func read(_ bytes: [UInt8]) -> SYNOptions? {
    var packet = Packet()
    PacketDecoder.decode(bytes.span.bytes, whole: .packet, into: &packet)
    return SYNOptions(packet, bytes.span.bytes)
  }

  /// As recorded of Linux 6.
  private let linux: [UInt8] = [
    2, 4, 5, 0xb4, 4, 2, 8, 10, 1, 2, 3, 4, 0, 0, 0, 0, 1, 3, 3, 10,
  ]
  /// As recorded of macOS.
  private let mac: [UInt8] = [
    2, 4, 5, 0xb4, 1, 3, 3, 6, 1, 1, 8, 10, 1, 2, 3, 4, 0, 0, 0, 0, 4, 2, 0, 0,
  ]

  @Test func `keep their order`() {
    let options = read(packet(options: linux))
    #expect(options?.names == ["mss", "sok", "ts", "nop", "ws"])
    #expect(options?.segmentSize == 1460)
    #expect(options?.windowScale == 10)
  }

  @Test func `end where they say so`() {
    #expect(
      read(packet(options: mac))?.names == ["mss", "nop", "ws", "nop", "nop", "ts", "sok", "eol+1"])
  }

  @Test func `may be none`() {
    #expect(read(packet(options: []))?.names == [])
  }

  @Test func `name what they do not know by number`() {
    #expect(read(packet(options: [34, 4, 0, 0]))?.names == ["?34"])
  }

  @Test(
    arguments: [[2, 1, 5, 0xb4], [2, 0, 5, 0xb4], [8, 40, 1, 1], [1, 1, 1, 2]] as [[UInt8]])
  func `that make no sense are not read`(options: [UInt8]) {
    #expect(read(packet(options: options)) == nil)
  }

  @Test func `of every length are read within the frame`() {
    for count in stride(from: 0, through: 40, by: 4) {
      for kind in UInt8.min...UInt8.max {
        let options = [UInt8](repeating: kind, count: count)
        if let read = read(packet(options: options)) { #expect(read.names.count <= 16) }
      }
    }
  }

  @Test func `of a header that a snaplen cut are not read`() {
    let whole = PacketBuilder.ethernetAddresses + [8, 0] + packet(options: linux)
    for count in 0...whole.count {
      let frame = Array(whole.prefix(count))
      var packet = Packet()
      PacketDecoder.decode(
        frame.span.bytes, linkType: .ethernet, wireLength: whole.count, into: &packet)
      #expect((SYNOptions(packet, frame.span.bytes) != nil) == (count == whole.count))
    }
  }
}
