import Model
import TestKit
import Testing
import Wire

@Suite struct `Context of flows` {
  static let packet = PacketBuilder().with { $0.payload = Array("hello".utf8) }.tcpPacket
  static let outer = PacketBuilder().with {
    $0.source = [192, 0, 2, 1]
    $0.destination = [192, 0, 2, 2]
  }

  static func context(_ frame: [UInt8]) -> OuterHeaders? { dissect([frame]).flows.first?.outer }

  @Test func `keeps VLANs, outermost first`() {
    let frame =
      PacketBuilder.ethernetAddresses + [0x88, 0xa8, 0x20, 7, 0x81, 0, 0, 8, 8, 0] + Self.packet
    #expect(Self.context(frame) == OuterHeaders(vlans: [7, 8]))
  }

  @Test func `keeps the ends, kind and identifier of a tunnel`() {
    let frame = Self.outer.with {
      $0.destinationPort = 4_789
      $0.payload = [8, 0, 0, 0, 0, 1, 2, 0] + PacketBuilder.ethernet(Self.packet)
    }.udpFrame
    let tunnel = Self.context(frame)?.tunnel
    #expect(tunnel?.kind == "vxlan")
    #expect(tunnel?.id == 0x102)
    #expect(tunnel?.source?.description == "192.0.2.1")
    #expect(tunnel?.destination?.description == "192.0.2.2")
    #expect(tunnel?.depth == 1)
  }

  @Test func `counts tunnels within tunnels and names the outermost ends`() {
    let inner = PacketBuilder().with { $0.source = [198, 51, 100, 1] }.ip(4, Self.packet)
    let frame = PacketBuilder.ethernet(Self.outer.ip(47, [0x20, 0, 8, 0, 0, 0, 0, 9] + inner))
    let tunnel = Self.context(frame)?.tunnel
    #expect(tunnel?.depth == 2)
    #expect(tunnel?.kind == "ip")
    #expect(tunnel?.source?.description == "192.0.2.1")
  }

  @Test func `keeps the context of packets that came in fragments`() {
    let body = Array(Self.packet[20...])
    func vlan(_ packet: [UInt8]) -> [UInt8] {
      PacketBuilder.ethernetAddresses + [0x81, 0, 0, 9, 8, 0] + packet
    }
    let records = dissect([
      vlan(PacketBuilder().ip(6, Array(body[..<16]), fragment: 0x2000)),
      vlan(PacketBuilder().ip(6, Array(body[16...]), fragment: 2)),
    ])
    #expect(records.flows.first?.outer == OuterHeaders(vlans: [9]))
  }

  @Test func `has none for a flow that was not wrapped`() {
    #expect(Self.context(PacketBuilder.ethernet(Self.packet)) == nil)
  }

  @Test func `counts the tunnel's own flow when what it carries belongs to none`() {
    let arp: [UInt8] = PacketBuilder.ethernetAddresses + [8, 6] + Array(repeating: 0, count: 28)
    let frame = Self.outer.with {
      $0.destinationPort = 4_789
      $0.payload = [8, 0, 0, 0, 0, 0, 1, 0] + arp
    }.udpFrame
    let records = dissect([frame])
    #expect(records.compactMap(\.flow?.server.port) == [4_789])
  }
}

@Suite struct `ICMP errors` {
  static let router = PacketBuilder().with { $0.source = [192, 0, 2, 99] }

  @Test func `are tied to the flow whose packet they quote`() throws {
    let request = PacketBuilder().with {
      $0.destinationPort = 9_999
      $0.payload = [1, 2, 3]
    }.udpPacket
    let error = Self.router.ip(1, [3, 3, 0, 0, 0, 0, 0, 0] + request.prefix(28))
    let records = dissect([request, error].map(PacketBuilder.ethernet))
    let record = try #require(
      records.first {
        if case .anomaly(let anomaly) = $0.observation {
          anomaly.event == "icmp_error"
        } else {
          false
        }
      })
    #expect(record.flow?.id == 1)
    #expect(record.flow?.server.port == 9_999)
    #expect(
      records.anomalies.first?.detail
        == "destination unreachable (type 3, code 3) from 192.0.2.99 about a packet of the client")
  }

  @Test func `about unknown flows are left alone`() {
    let request = PacketBuilder().with { $0.destinationPort = 9_999 }.udpPacket
    let error = Self.router.ip(1, [11, 0, 0, 0, 0, 0, 0, 0] + request.prefix(28))
    #expect(dissect([PacketBuilder.ethernet(error)]).anomalies.isEmpty)
  }

  @Test func `that are cut short quote nothing`() {
    let request = PacketBuilder().with { $0.destinationPort = 9_999 }.udpPacket
    let error = PacketBuilder.ethernet(
      Self.router.ip(1, [3, 3, 0, 0, 0, 0, 0, 0] + request.prefix(28)))
    for length in 0..<error.count {
      _ = dissect([PacketBuilder.ethernet(request), Array(error.prefix(length))])
    }
  }
}
