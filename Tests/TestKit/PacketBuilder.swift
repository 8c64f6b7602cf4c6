/// Builds frames for tests, with the fields that tests speak of.
public struct PacketBuilder: Sendable {
  public var source: [UInt8] = [10, 0, 0, 1]
  public var destination: [UInt8] = [10, 0, 0, 2]
  public var sourcePort: UInt16 = 40_000
  public var destinationPort: UInt16 = 443
  public var sequence: UInt32 = 1_000
  public var acknowledgment: UInt32 = 0
  public var flags: UInt8 = 0x10
  public var window: UInt16 = 0xffff
  public var payload: [UInt8] = []

  public init() {}

  public static func big(_ value: UInt16) -> [UInt8] {
    [UInt8(value >> 8), UInt8(truncatingIfNeeded: value)]
  }

  public static func big(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * UInt32($0))) }
  }

  /// The TCP segment: header without options, then the payload.
  public var segment: [UInt8] {
    Self.big(sourcePort) + Self.big(destinationPort) + Self.big(sequence)
      + Self.big(acknowledgment) + [0x50, flags] + Self.big(window) + [0, 0, 0, 0] + payload
  }

  /// The UDP datagram.
  public var datagram: [UInt8] {
    Self.big(sourcePort) + Self.big(destinationPort) + Self.big(UInt16(8 + payload.count))
      + [0, 0] + payload
  }

  /// An IPv4 or IPv6 packet, by the length of the addresses.
  public func ip(
    _ transport: UInt8, _ body: [UInt8], fragment: UInt16 = 0, id: UInt16 = 1
  )
    -> [UInt8]
  {
    if source.count == 16 {
      return [0x60, 0, 0, 0] + Self.big(UInt16(truncatingIfNeeded: body.count)) + [transport, 64]
        + source
        + destination + body
    }
    return [0x45, 0] + Self.big(UInt16(truncatingIfNeeded: 20 + body.count)) + Self.big(id)
      + Self.big(fragment)
      + [64, transport, 0, 0] + source + destination + body
  }

  public var tcpPacket: [UInt8] { ip(6, segment) }
  public var udpPacket: [UInt8] { ip(17, datagram) }

  public static let ethernetAddresses: [UInt8] = [2, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 1]

  /// An Ethernet frame around an IP packet.
  public static func ethernet(_ packet: [UInt8]) -> [UInt8] {
    ethernetAddresses + (packet[0] >> 4 == 6 ? [0x86, 0xdd] : [0x08, 0x00]) + packet
  }

  public var tcpFrame: [UInt8] { Self.ethernet(tcpPacket) }
  public var udpFrame: [UInt8] { Self.ethernet(udpPacket) }

  /// The builder with some fields changed.
  public func with(_ change: (inout PacketBuilder) -> Void) -> PacketBuilder {
    var copy = self
    change(&copy)
    return copy
  }
}
