import Model
import TestKit
import Testing
import Wire

@Suite struct `Packet glance` {
  static let v4 = PacketBuilder().with { $0.payload = Array("hello".utf8) }
  static let v6 = v4.with {
    $0.source = [0x20, 1, 0x0d, 0xb8] + Array(repeating: 0, count: 11) + [1]
    $0.destination = [0x20, 1, 0x0d, 0xb8] + Array(repeating: 0, count: 11) + [2]
  }

  static let families = [v4, v6]

  /// What a glance says, beside what the decoder says.
  static func isTrue(_ frame: [UInt8], _ linkType: LinkType, wireLength: Int) -> Bool? {
    guard
      let glance = PacketGlance(
        frame.span.bytes, linkType: linkType, wireLength: wireLength)
    else { return nil }
    var packet = Packet()
    PacketDecoder.decode(
      frame.span.bytes, linkType: linkType, wireLength: wireLength, into: &packet)
    let whole = Segment(packet, frame.span.bytes)
    let segment = glance.segment
    return packet.content == (segment.isTCP ? .tcp : .udp) && packet.nextSubframe == 0
      && packet.tunnelDepth == 0
      && glance.source == packet.source && glance.destination == packet.destination
      && glance.sourcePort == packet.sourcePort
      && glance.destinationPort == packet.destinationPort
      && glance.protocolNumber == packet.protocolNumber && segment.isTCP == whole.isTCP
      && segment.flags == whole.flags && segment.sequence == whole.sequence
      && segment.acknowledgment == whole.acknowledgment
      && segment.networkLength == whole.networkLength
      && segment.payloadLength == whole.payloadLength
      && segment.payloadCaptured == whole.payloadCaptured
      && segment.payloadOffset == whole.payloadOffset && segment.firstByte == whole.firstByte
  }

  @Test(arguments: families)
  func `tells TCP and UDP in Ethernet as the decoder does`(_ builder: PacketBuilder) {
    for frame in [builder.tcpFrame, builder.udpFrame] {
      #expect(Self.isTrue(frame, .ethernet, wireLength: frame.count) == true)
    }
  }

  @Test func `leaves tags, tunnels, fragments and other links to the decoder`() {
    let tunnel = Self.v4.with { $0.destinationPort = 4789 }
    let fragment = PacketBuilder.ethernet(Self.v4.ip(17, Self.v4.datagram, fragment: 0x2000))
    let tagged =
      PacketBuilder.ethernetAddresses + [0x81, 0, 0, 7, 8, 0] + Self.v4.tcpPacket
    for frame in [tunnel.udpFrame, fragment, tagged] {
      #expect(Self.isTrue(frame, .ethernet, wireLength: frame.count) == nil)
    }
    #expect(Self.isTrue(Self.v4.tcpFrame, .ppp, wireLength: 100) == nil)
  }

  /// Options in both headers, zero lengths of offloaded segments, padding, cut frames, and damage.
  @Test(arguments: families)
  func `never says anything else than the decoder, whatever the bytes`(_ builder: PacketBuilder) {
    var options = builder.tcpFrame
    let header = builder.source.count == 4 ? 34 : 54
    options[header + 12] = 0x60
    var frames = [builder.tcpFrame, builder.udpFrame, options, builder.tcpFrame + [0, 0, 0, 0]]
    for frame in [builder.tcpFrame, builder.udpFrame] {
      var offloaded = frame
      let length = builder.source.count == 4 ? 16 : 18
      offloaded[length] = 0
      offloaded[length + 1] = 0
      frames.append(offloaded)
    }
    for (seed, frame) in frames.enumerated() {
      var told = 0
      for mutant in mutations(of: frame, count: 3_000, seed: UInt64(seed)) {
        for wireLength in [mutant.count, mutant.count + 40, 0] {
          guard let isTrue = Self.isTrue(mutant, .ethernet, wireLength: wireLength)
          else { continue }
          told += 1
          #expect(isTrue, "\(hexText(mutant)) of \(wireLength) bytes")
        }
      }
      #expect(told > 1_000)
    }
  }
}
