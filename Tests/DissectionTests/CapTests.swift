import Flows
import Model
import TestKit
import Testing
import Wire

/// Each cap of docs/Limits.md that packets alone can reach: a small cap, a hostile input, and a TLS
/// connection beside it that must be read all the same.
@Suite struct `Caps on hostile packets` {
  static let hello = PostQuantumHello.record

  /// A connection whose ClientHello has to be read.
  static let honest: [[UInt8]] = {
    let talk = Conversation(clientPort: 50_123)
    return talk.handshake
      + PostQuantumHello.pieces(700).map { talk.segment($0.offset, $0.bytes) }
  }()

  /// The hostile packets, with the honest connection in the midst of them.
  static func mixed(_ hostile: [[UInt8]]) -> [[UInt8]] {
    (hostile.prefix(hostile.count / 2) + honest + hostile.suffix(from: hostile.count / 2))
      .map(PacketBuilder.ethernet)
  }

  static func expectCap(_ records: [Record], layer: String, says words: String) {
    let caps = records.anomalies.filter { $0.event == "cap_reached" && $0.layer == layer }
    #expect(!caps.isEmpty)
    #expect(caps.allSatisfy { $0.detail.contains(words) })
    #expect(records.serverNames.contains(PostQuantumHello.name))
  }

  /// Segments behind a hole that is never filled.
  static func hole(_ count: Int, size: Int, port: UInt16 = 41_000) -> [[UInt8]] {
    let talk = Conversation(clientPort: port)
    return talk.handshake
      + [talk.segment(0, Array("GET / HTTP/1.1\r\n".utf8))]
      + (0..<count).map {
        talk.segment(100 + $0 * (size + 1), Array(repeating: 65, count: size))
      }
  }

  @Test func `a full flow table lets attempts go before connections`() {
    var limits = FlowLimits()
    limits.flows = 16
    let attempts = (0..<400).map { Conversation(clientPort: UInt16(10_000 + $0)).handshake[0] }
    let records = dissect(Self.mixed(attempts), limits: limits)
    Self.expectCap(records, layer: "flow", says: "(16)")
    #expect(records.anomalies.filter { $0.event == "cap_reached" }.count == 1)
    #expect(records.flows.count == 401)
    #expect(records.flows.filter { $0.reason == .evicted }.count > 380)
  }

  @Test func `a flow holds so many bytes and then goes on behind the hole`() {
    var limits = FlowLimits()
    limits.heldBytesPerFlow = 10_000
    let records = dissect(Self.mixed(Self.hole(40, size: 1_000)), limits: limits)
    Self.expectCap(records, layer: "tcp", says: "10000 bytes of the flow")
    #expect(records.anomalies.contains { $0.event == "gap" && $0.detail.hasPrefix("84 bytes") })
  }

  @Test func `a side holds so many segments`() {
    var limits = FlowLimits()
    limits.heldSegments = 20
    let records = dissect(Self.mixed(Self.hole(200, size: 3)), limits: limits)
    Self.expectCap(records, layer: "tcp", says: "20 segments of the client")
  }

  @Test func `all flows together hold so many bytes`() {
    var limits = FlowLimits()
    limits.heldBytes = 20_000
    let hostile = (0..<10).flatMap { Self.hole(8, size: 1_000, port: UInt16(42_000 + $0)) }
    let records = dissect(Self.mixed(hostile), limits: limits)
    Self.expectCap(records, layer: "tcp", says: "20000 bytes of all flows")
  }

  /// First fragments whose rest never comes.
  static func openFragments(_ count: Int, size: Int) -> [[UInt8]] {
    (0..<count).map {
      PacketBuilder().ip(
        17, Array(repeating: 0, count: size), fragment: 0x2000, id: UInt16(1_000 + $0))
    }
  }

  @Test func `so many incomplete datagrams are held`() {
    var limits = FlowLimits()
    limits.fragmentedDatagrams = 8
    let records = dissect(Self.mixed(Self.openFragments(100, size: 64)), limits: limits)
    Self.expectCap(records, layer: "ip", says: "gave way")
    #expect(records.anomalies.contains { $0.event == "fragments_incomplete" })
  }

  @Test func `so many bytes of fragments are held`() {
    var limits = FlowLimits()
    limits.fragmentBytes = 8_000
    let records = dissect(Self.mixed(Self.openFragments(50, size: 1_000)), limits: limits)
    Self.expectCap(records, layer: "ip", says: "gave way")
  }

  @Test func `a datagram has so many fragments`() {
    let crumbs = (0..<1_200).map {
      PacketBuilder().ip(17, Array(repeating: 1, count: 8), fragment: 0x2000 | UInt16($0 * 2))
    }
    let records = dissect(Self.mixed(crumbs))
    #expect(
      records.anomalies.contains {
        $0.event == "fragment_dropped" && $0.detail.contains("1024 fragments")
      })
    #expect(records.serverNames == [PostQuantumHello.name])
  }

  @Test func `headers inside headers are followed so deep`() {
    var deep = PacketBuilder().tcpPacket
    for _ in 0..<80 { deep = PacketBuilder().ip(4, deep) }
    let records = dissect(Self.mixed([deep, deep]))
    Self.expectCap(records, layer: "packet", says: "128 headers")
  }

  @Test func `kinds of ICMP errors are told once a flow`() {
    let talk = Conversation(clientPort: 43_000)
    let syn = talk.handshake[0]
    let router = PacketBuilder().with {
      $0.source = [192, 0, 2, 99]
      $0.destination = $0.destination
    }
    let errors = (0..<300).map { index in
      router.ip(1, [3, UInt8(index % 40), 0, 0, 0, 0, 0, 0] + syn.prefix(28))
    }
    let records = dissect(Self.mixed([syn] + errors))
    #expect(records.anomalies.filter { $0.event == "icmp_error" }.count == 16)
    #expect(records.serverNames == [PostQuantumHello.name])
  }
}
