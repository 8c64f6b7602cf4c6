import Model
import Protocols
import TestKit
import Testing
import Wire

@Suite struct `Protocols that are recognised but not read` {
  private func name(
    ofStream turns: [(Side, [UInt8])], size: Int = .max
  ) -> String? {
    let harness = LayerHarness()
    let detector = StreamDetector(harness.context)
    for (side, bytes) in turns { harness.play(bytes, from: side, to: detector, size: size) }
    return harness.state.applicationProtocol
  }

  private func name(
    ofDatagram bytes: [UInt8], from side: Side = .client, serverPort: UInt16 = 40_000
  ) -> String? {
    Registry.datagramLayers.first { layer in
      bytes.withRawSpan {
        layer.probe($0, from: side, hints: ProbeHints(serverPort: serverPort)) == .match
      }
    }?.name
  }

  @Test(arguments: lawfulPieceSizes)
  func `are told by the first bytes of a stream`(size: Int) {
    let openSSH = Array("SSH-2.0-OpenSSH_9.7\r\n".utf8)
    #expect(name(ofStream: [(.server, openSSH)], size: size) == "ssh")
    #expect(name(ofStream: [(.client, openSSH)], size: size) == "ssh")
    #expect(name(ofStream: [(.server, Array("RFB 003.008\n".utf8))], size: size) == "rfb")
    #expect(
      name(ofStream: [(.client, hex("000e 38 1122334455667788 00 00000000"))], size: size)
        == "openvpn")
    #expect(
      name(
        ofStream: [(.client, hex("0003 0000 2112a442 000102030405060708090a0b"))], size: size)
        == "stun")
  }

  @Test func `have a name of their own each`() {
    let names = Registry.layers.map { $0.name } + Registry.datagramLayers.map { $0.name }
    #expect(Registry.opaqueNames.isSubset(of: names))
    #expect(Registry.opaqueNames.isSuperset(of: ["ssh", "wireguard", "openvpn", "ike", "dtls"]))
    #expect(Registry.opaqueNames.isDisjoint(with: ["tls", "http", "quic", "dns", "socks"]))
  }

  /// RFC 5769, section 2.1.
  private static let stunRequest = hex(
    """
    00010058 2112a442 b7e7a701bc34d686fa87dfae 80220010 5354554e207465737420636c69656e74
    00240004 6e0001ff 80290008 932ff9b151263b36 00060009 6576746a3a68367659202020
    00080014 9aeaa70cbfd8cb56781ef2b5b2d3f249c1b571a2 80280004 e57a3bcf
    """)

  /// Datagrams as tshark 4 names them, too.
  private static let datagrams: [(name: String, bytes: [UInt8])] = [
    ("stun", stunRequest),
    ("dtls", hex("16 fefd 0000 000000000000 0010 01000004 0000 000000000004 fefd0000")),
    ("wireguard", hex("01000000") + [UInt8](repeating: 0x5a, count: 144)),
    ("wireguard", hex("04000000 a1b2c3d4 0100000000000000") + [UInt8](repeating: 7, count: 16)),
    ("openvpn", hex("38 1122334455667788 00 00000000")),
    (
      "openvpn",
      hex("38 1122334455667788") + [UInt8](repeating: 9, count: 20)
        + hex("00000001 65000000 00 00000000")
    ),
    (
      "ike",
      hex("1122334455667788 0000000000000000 21 20 22 08 00000000 00000020 00000004")
    ),
    (
      "ike",
      hex("00000000 1122334455667788 8877665544332211 2e 20 23 08 00000001 00000020 00000004")
    ),
  ]

  @Test(arguments: datagrams.indices)
  func `are told by a datagram, and never by a part of it`(index: Int) {
    let (expected, bytes) = Self.datagrams[index]
    #expect(name(ofDatagram: bytes) == expected)
    for count in 0..<bytes.count { _ = name(ofDatagram: Array(bytes.prefix(count))) }
    for mutant in mutations(of: bytes, count: 500, seed: 5_769) { _ = name(ofDatagram: mutant) }
    // Each has its length in it, or has a length that is fixed.
    #expect(name(ofDatagram: bytes + [1]) != expected || expected == "dtls")
  }

  @Test func `of which ESP needs the help of its port`() {
    let esp = hex("c1c2c3c4 00000001") + [UInt8](repeating: 3, count: 80)
    #expect(name(ofDatagram: esp) == nil)
    #expect(name(ofDatagram: esp, serverPort: 4_500) == "esp")
  }

  @Test func `are hardly ever seen in noise`() {
    var random = SeededRandom(seed: 8)
    var found: [String: Int] = [:]
    for _ in 0..<20_000 {
      let noise = (0..<Int.random(in: 1...200, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      if let name = name(ofDatagram: noise) { found[name, default: 0] += 1 }
      if let name = name(ofStream: [(.client, noise)]) { found[name, default: 0] += 1 }
    }
    #expect(found.filter { Registry.opaqueNames.contains($0.key) } == [:])
  }
}
