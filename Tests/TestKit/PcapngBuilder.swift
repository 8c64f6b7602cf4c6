/// Blocks of draft-ietf-opsawg-pcapng, in either byte order.
public struct PcapngBuilder {
  public var isBig = true
  public private(set) var bytes: [UInt8] = []

  public init() {}

  public func u32(_ value: UInt32) -> [UInt8] {
    PacketBuilder.big(isBig ? value : value.byteSwapped)
  }
  public func u16(_ value: UInt16) -> [UInt8] {
    PacketBuilder.big(isBig ? value : value.byteSwapped)
  }

  public mutating func block(_ type: UInt32, _ body: [UInt8]) {
    let padded = body + Array(repeating: 0, count: -body.count & 3)
    let length = u32(UInt32(padded.count + 12))
    bytes += u32(type) + length + padded + length
  }

  public mutating func section(isBig: Bool) {
    self.isBig = isBig
    block(0x0a0d_0d0a, u32(0x1a2b_3c4d) + u16(1) + u16(0) + Array(repeating: 0xff, count: 8))
  }

  public mutating func interface(
    _ linkType: UInt16 = 1, snapLength: UInt32 = 0, options: [UInt8] = []
  ) {
    block(1, u16(linkType) + u16(0) + u32(snapLength) + options)
  }

  public func option(_ code: UInt16, _ value: [UInt8]) -> [UInt8] {
    u16(code) + u16(UInt16(value.count)) + value + Array(repeating: 0, count: -value.count & 3)
  }

  public mutating func packet(
    _ frame: [UInt8], interface: UInt32 = 0, ticks: UInt64, wire: Int? = nil
  ) {
    block(
      6,
      u32(interface) + u32(UInt32(ticks >> 32)) + u32(UInt32(truncatingIfNeeded: ticks))
        + u32(UInt32(frame.count)) + u32(UInt32(wire ?? frame.count)) + frame)
  }

  public mutating func obsoletePacket(_ frame: [UInt8], interface: UInt16, ticks: UInt64) {
    block(
      2,
      u16(interface) + u16(3) + u32(UInt32(ticks >> 32)) + u32(UInt32(truncatingIfNeeded: ticks))
        + u32(UInt32(frame.count)) + u32(UInt32(frame.count)) + frame)
  }

  public mutating func simplePacket(_ frame: [UInt8], wire: Int) {
    block(3, u32(UInt32(wire)) + frame)
  }

  public mutating func raw(_ more: [UInt8]) { bytes += more }
}
