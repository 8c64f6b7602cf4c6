import Model
import TestKit
import Testing
import Wire

@Suite struct `Packet decoder` {
  static let base = PacketBuilder().with { $0.payload = Array("hello".utf8) }

  static func decode(
    _ frame: [UInt8], _ linkType: LinkType = .ethernet, wireLength: Int? = nil
  ) -> Packet {
    var packet = Packet()
    PacketDecoder.decode(
      frame.span.bytes, linkType: linkType, wireLength: wireLength ?? frame.count, into: &packet)
    return packet
  }

  /// Ways to wrap the same IPv4 packet, by name.
  static let wrappings: [(String, LinkType, [UInt8])] = {
    let packet = base.tcpPacket
    let frame = base.tcpFrame
    let addresses = PacketBuilder.ethernetAddresses
    let outer = PacketBuilder().with {
      $0.source = [192, 0, 2, 1]
      $0.destination = [192, 0, 2, 2]
    }
    let llc: [UInt8] = [0xaa, 0xaa, 3, 0, 0, 0, 8, 0]
    let toAccessPoint: [UInt8] = [8, 1, 0, 0] + Array(repeating: 2, count: 18) + [0, 0]
    let wireless = toAccessPoint + llc + packet
    let qos: [UInt8] = [0x88, 1, 0, 0] + Array(repeating: 2, count: 18) + [0, 0, 0, 0]
    func udp(_ port: UInt16, _ payload: [UInt8]) -> [UInt8] {
      outer.with {
        $0.destinationPort = port
        $0.payload = payload
      }.udpFrame
    }
    return [
      ("Ethernet", .ethernet, frame),
      ("802.1Q", .ethernet, addresses + [0x81, 0, 0, 7, 8, 0] + packet),
      ("QinQ", .ethernet, addresses + [0x88, 0xa8, 0, 7, 0x81, 0, 0, 8, 8, 0] + packet),
      ("MPLS", .ethernet, addresses + [0x88, 0x47, 0, 1, 0, 64, 0, 2, 1, 64] + packet),
      (
        "PPPoE", .ethernet,
        addresses + [0x88, 0x64, 0x11, 0, 0, 1, 0, UInt8(packet.count + 2), 0, 0x21] + packet
      ),
      ("LLC/SNAP", .ethernet, addresses + [0, 60, 0xaa, 0xaa, 3, 0, 0, 0, 8, 0] + packet),
      ("raw IP", .raw, packet),
      ("null, little-endian", .null, [2, 0, 0, 0] + packet),
      ("null, big-endian", .null, [0, 0, 0, 2] + packet),
      ("loop", .loop, [0, 0, 0, 2] + packet),
      (
        "Linux cooked", .linuxCooked,
        [0, 0, 0, 1, 0, 6, 2, 0, 0, 0, 0, 1, 0, 0, 8, 0] + packet
      ),
      (
        "Linux cooked v2", .linuxCookedV2,
        [8, 0, 0, 0, 0, 0, 0, 2, 0, 1, 0, 6, 2, 0, 0, 0, 0, 1, 0, 0] + packet
      ),
      ("PPP", .ppp, [0xff, 3, 0, 0x21] + packet),
      ("PPP without address", .ppp, [0, 0x21] + packet),
      ("IP in IP", .ethernet, PacketBuilder.ethernet(outer.ip(4, packet))),
      ("GRE", .ethernet, PacketBuilder.ethernet(outer.ip(47, [0, 0, 8, 0] + packet))),
      (
        "GRE with key and sequence", .ethernet,
        PacketBuilder.ethernet(
          outer.ip(47, [0x30, 0, 8, 0, 0, 0, 0, 1, 0, 0, 0, 2] + packet))
      ),
      (
        "ERSPAN II", .ethernet,
        PacketBuilder.ethernet(
          outer.ip(47, [0x10, 0, 0x88, 0xbe, 0, 0, 0, 1, 0x10, 1, 0, 1, 0, 0, 0, 0] + frame))
      ),
      ("VXLAN", .ethernet, udp(4789, [8, 0, 0, 0, 0, 0, 1, 0] + frame)),
      ("GENEVE", .ethernet, udp(6081, [0, 0, 0x65, 0x58, 0, 0, 1, 0] + frame)),
      (
        "GENEVE with options", .ethernet,
        udp(6081, [1, 0, 0x65, 0x58, 0, 0, 1, 0, 1, 2, 3, 4] + frame)
      ),
      ("GTP-U", .ethernet, udp(2152, [0x30, 0xff, 0, 0, 0, 0, 0, 1] + packet)),
      ("Teredo", .ethernet, udp(3544, [0, 0, 1, 2, 3, 4, 5, 6] + packet)),
      ("VXLAN-GPE with IP", .ethernet, udp(4790, [0x0c, 0, 0, 1, 0, 0, 1, 0] + packet)),
      (
        "NSH in VXLAN-GPE", .ethernet,
        udp(4790, [0x0c, 0, 0, 4, 0, 0, 1, 0] + [0, 2, 2, 1, 0, 0, 1, 255] + packet)
      ),
      ("L2TP", .ethernet, udp(1701, [0, 2, 0, 1, 0, 2] + [0xff, 3, 0, 0x21] + packet)),
      (
        "L2TP version 3 over IP", .ethernet,
        PacketBuilder.ethernet(outer.ip(115, [0, 0, 0, 5] + frame))
      ),
      (
        "CAPWAP with 802.3", .ethernet, udp(5247, [0, 0x10, 2, 0, 0, 0, 0, 0] + frame)
      ),
      (
        "CAPWAP with 802.11", .ethernet, udp(5247, [0, 0x10, 3, 0, 0, 0, 0, 0] + wireless)
      ),
      (
        "CAPWAP with a swapped frame control", .ethernet,
        udp(5247, [0, 0x10, 3, 0, 0, 0, 0, 0, 1, 8] + wireless[2...])
      ),
      ("802.11", .ieee80211, wireless),
      ("802.11 with QoS", .ieee80211, qos + llc + packet),
      ("802.11 with a padded QoS header", .ieee80211, qos + [0, 0] + llc + packet),
      (
        "802.11 with an aggregate", .ieee80211,
        Array(qos.dropLast(2)) + [0x80, 0] + addresses + PacketBuilder.big(UInt16(8 + packet.count))
          + llc
          + packet
      ),
      ("radiotap", .ieee80211Radiotap, [0, 0, 8, 0, 0, 0, 0, 0] + wireless),
      ("Prism", .ieee80211Prism, [0, 0, 0, 0x44, 12, 0, 0, 0, 0, 0, 0, 0] + wireless),
      ("AVS", .ieee80211AVS, [0x80, 0x21, 0x10, 1, 0, 0, 0, 8] + wireless),
      ("PPI", .perPacketInformation, [0, 0, 8, 0, 105, 0, 0, 0] + wireless),
      (
        "pktap", .pktap,
        [16, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0] + frame
      ),
      ("pflog", .pflog, [61] + Array(repeating: 0, count: 63) + packet),
      ("enc", .enc, [2, 0, 0, 0] + Array(repeating: 0, count: 8) + packet),
      ("PPP with direction", .pppWithDirection, [1, 0xff, 3, 0, 0x21] + packet),
      ("MPLS alone", .mpls, [0, 2, 1, 64] + packet),
      ("LLC alone", .llcSNAP, llc + packet),
      ("netANALYZER", .netAnalyzer, [0, 0, 0, 0] + frame),
      (
        "Cisco MetaData", .ethernet, addresses + [0x89, 9, 1, 1, 0, 1, 0, 2, 8, 0] + packet
      ),
      ("EtherIP", .ethernet, PacketBuilder.ethernet(outer.ip(97, [0x30, 0] + frame))),
      (
        "ERSPAN III", .ethernet,
        PacketBuilder.ethernet(
          outer.ip(
            47, [0x10, 0, 0x22, 0xeb, 0, 0, 0, 1, 0x20, 1] + Array(repeating: 0, count: 10) + frame)
        )
      ),
    ]
  }()

  @Test(arguments: wrappings.map(\.0))
  func `finds the innermost TCP segment in every wrapping`(name: String) throws {
    let (_, linkType, frame) = try #require(Self.wrappings.first { $0.0 == name })
    let packet = Self.decode(frame, linkType)
    #expect(packet.content == .tcp)
    #expect(packet.source.description == "10.0.0.1")
    #expect(packet.destination.description == "10.0.0.2")
    #expect(packet.sourcePort == 40_000)
    #expect(packet.destinationPort == 443)
    let payload = packet.payloadOffset..<packet.payloadOffset + packet.payloadCaptured
    #expect(String(decoding: frame[payload], as: UTF8.self) == "hello")
  }

  @Test func `finds every packet of an aggregate`() {
    let llc: [UInt8] = [0xaa, 0xaa, 3, 0, 0, 0, 8, 0]
    var frame: [UInt8] =
      [0x88, 1, 0, 0] + Array(repeating: 2, count: 18) + [0, 0, 0x80, 0]
    for port in [UInt16(1_001), 1_002, 1_003] {
      let packet = Self.base.with { $0.sourcePort = port }.tcpPacket
      frame += PacketBuilder.ethernetAddresses + PacketBuilder.big(UInt16(8 + packet.count))
      frame += llc + packet
      while !(frame.count - 26).isMultiple(of: 4) { frame.append(0) }
    }
    var packet = Self.decode(frame, .ieee80211)
    var ports = [packet.sourcePort]
    while packet.nextSubframe > 0 {
      PacketDecoder.decodeNextSubframe(frame.span.bytes, wireLength: frame.count, into: &packet)
      ports.append(packet.sourcePort)
      #expect(packet.payloadCaptured == 5)
    }
    #expect(ports == [1_001, 1_002, 1_003])
  }

  @Test func `passes over IPv6 extension headers`() {
    let v6 = Self.base.with {
      $0.source = [0x20, 1, 0xd, 0xb8] + Array(repeating: 0, count: 11) + [1]
      $0.destination = [0x20, 1, 0xd, 0xb8] + Array(repeating: 0, count: 11) + [2]
    }
    // Hop-by-hop, then destination options, then TCP.
    let extensions: [UInt8] = [60, 0, 1, 4, 0, 0, 0, 0, 6, 0, 1, 4, 0, 0, 0, 0]
    let packet = Self.decode(PacketBuilder.ethernet(v6.ip(0, extensions + v6.segment)))
    #expect(packet.content == .tcp)
    #expect(packet.source.description == "2001:db8::1")
    #expect(packet.payloadCaptured == 5)
  }

  @Test func `leaves the link's padding out of the payload`() {
    let bare = PacketBuilder().tcpFrame
    let packet = Self.decode(bare + Array(repeating: 0, count: 6))
    #expect(packet.payloadLength == 0)
  }

  @Test func `counts what a snaplen cut off`() {
    let whole = PacketBuilder().with { $0.payload = Array(repeating: 7, count: 100) }.tcpFrame
    let packet = Self.decode(Array(whole.prefix(54 + 30)), wireLength: whole.count)
    #expect(packet.payloadCaptured == 30)
    #expect(packet.payloadMissing == 70)
  }

  @Test func `takes an offloaded segment's zero length to mean the rest of the frame`() {
    var bytes = PacketBuilder().with { $0.payload = Array(repeating: 7, count: 60_000) }.tcpFrame
    bytes[16] = 0
    bytes[17] = 0
    let packet = Self.decode(bytes)
    #expect(packet.payloadCaptured == 60_000)
  }

  @Test func `stops at a depth that no honest network reaches`() {
    var packet = Self.base.tcpPacket
    for _ in 0..<80 { packet = PacketBuilder().ip(4, packet) }
    let decoded = Self.decode(packet, .raw)
    #expect(decoded.stop == .tooDeep)
    #expect(decoded.content != .tcp)
  }

  @Test func `survives every prefix and a thousand corruptions of every wrapping`() {
    for (index, (_, linkType, frame)) in Self.wrappings.enumerated() {
      for length in 0..<frame.count {
        let packet = Self.decode(Array(frame.prefix(length)), linkType, wireLength: frame.count)
        #expect(packet.payloadOffset + packet.payloadCaptured <= length)
      }
      for mutant in mutations(of: frame, count: 1_000, seed: UInt64(index)) {
        let packet = Self.decode(mutant, linkType)
        #expect(packet.payloadOffset + packet.payloadCaptured <= mutant.count)
        #expect(packet.payloadCaptured >= 0 && packet.payloadLength >= packet.payloadCaptured)
      }
    }
  }
}
