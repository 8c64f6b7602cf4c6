import Model
import Protocols
import TestKit
import Testing

extension LayerHarness {
  fileprivate var nameMessages: [DNSMessage] {
    observations.compactMap { if case .dns(let message) = $0 { message } else { nil } }
  }
}

@Suite struct `DNS in other places` {
  /// The query of RFC 8484, section 4.1.1: `www.example.com`, type A.
  private static let query = "AAABAAABAAAAAAAAA3d3dwdleGFtcGxlA2NvbQAAAQAB"

  @Test func `is read out of a GET of DNS over HTTPS`() {
    let harness = Conversation(
      .client(
        "GET /dns-query?ct&dns=\(Self.query) HTTP/1.1\r\nHost: d\r\n"
          + "Accept: application/dns-message\r\n\r\n")
    ).played()
    #expect(harness.nameMessages.map { $0.questions.first?.name } == ["www.example.com"])
    #expect(harness.exchanges.count == 1)
  }

  @Test func `is read out of a POST and its answer, however they are cut`() {
    for size in lawfulPieceSizes {
      let harness = LayerHarness()
      let layer = HTTP1Layer(harness.context)
      let head = "Content-Type: application/dns-message\r\nContent-Length: "
      let query = DNSBytes.query("a.example", 65)
      let answer = DNSBytes.response(1, [192, 0, 2, 1])
      harness.play(
        Array("POST /q HTTP/1.1\r\nHost: d\r\n\(head)\(query.count)\r\n\r\n".utf8) + query,
        from: .client, to: layer, size: size)
      harness.play(
        Array("HTTP/1.1 200 OK\r\n\(head)\(answer.count)\r\n\r\n".utf8) + answer, from: .server,
        to: layer, size: size)
      #expect(harness.nameMessages.map(\.isResponse) == [false, true])
      #expect(harness.nameMessages.first?.questions.first?.type == "HTTPS")
      #expect(harness.nameMessages.last?.answers.first?.data == "192.0.2.1")
    }
  }

  @Test(arguments: [
    "GET /x?dns=AAABAAABAAAAAAAAA3d3dwdleGFtcGxlA2NvbQAAAQAB HTTP/1.1\r\nHost: d\r\n\r\n",
    "POST /x HTTP/1.1\r\nContent-Type: application/dns-message\r\nContent-Length: 3\r\n\r\nabc",
    "GET /x?dns=!!! HTTP/1.1\r\nAccept: application/dns-message\r\n\r\n",
  ])
  func `is not made out of other exchanges`(request: String) {
    let harness = Conversation(.client(request)).played()
    #expect(harness.nameMessages.isEmpty)
    #expect(harness.exchanges.count == 1)
  }

  @Test func `is recognised on any UDP port, by whole messages alone`() {
    func probe(_ bytes: [UInt8], _ side: Side = .client) -> Probe {
      DNSDatagramLayer.probe(bytes.span.bytes, from: side, hints: ProbeHints(serverPort: 32_021))
    }
    let query = DNSBytes.query("localhost")
    #expect(probe(query) == .match)
    #expect(probe(DNSBytes.response(1, [192, 0, 2, 1]), .server) == .match)
    #expect(probe(query, .server) == .match)
    #expect(probe(query + [0]) == .mismatch)
    #expect(probe(DNSBytes.query("localhost", 9_999)) == .mismatch)
    for count in query.indices { #expect(probe(Array(query[..<count])) == .mismatch) }
    let chance = mutations(of: [UInt8](repeating: 0x5a, count: 60), count: 2_000, seed: 5)
    #expect(chance.allSatisfy { probe($0) == .mismatch })
    let harness = LayerHarness(serverPort: 32_021)
    DNSDatagramLayer(harness.context)
      .receive(query.span.bytes, from: .client, at: harness.nextFrame())
    #expect(harness.nameMessages.map { $0.questions.first?.name } == ["localhost"])
  }
}

@Suite struct `NetBIOS names` {
  /// Sixteen bytes, the name padded with spaces.
  private func entry(_ text: String, kind: UInt8) -> [UInt8] {
    let bytes = Array(text.utf8)
    return bytes + [UInt8](repeating: 0x20, count: 15 - bytes.count) + [kind]
  }

  private func name(_ text: String, kind: UInt8) -> [UInt8] {
    var label: [UInt8] = [32]
    for byte in entry(text, kind: kind) {
      label.append(0x41 + (byte >> 4))
      label.append(0x41 + (byte & 0x0f))
    }
    return label + [0]
  }

  private func read(_ bytes: [UInt8]) -> DNSMessage? {
    let harness = LayerHarness(serverPort: 137)
    NBNSLayer(harness.context).receive(bytes.span.bytes, from: .client, at: harness.nextFrame())
    return harness.nameMessages.first
  }

  private func header(_ flags: UInt16, _ counts: [UInt8]) -> [UInt8] {
    let head: [UInt8] = [0x12, 0x34, UInt8(flags >> 8), UInt8(flags & 0xff)]
    return head + counts.flatMap { [0, $0] }
  }

  private func query() -> [UInt8] {
    header(0x0110, [1, 0, 0, 0]) + name("WPAD", kind: 0) + hex("0020 0001")
  }

  @Test func `are decoded in queries`() {
    #expect(read(query())?.questions == [.init(name: "WPAD<00>", type: "NB")])
    #expect(read(query())?.isResponse == false)
  }

  @Test func `are decoded in registrations, with the address`() {
    var packet = header(0x2910, [1, 0, 0, 1])
    packet += name("BUILD-FALCON-07", kind: 0x20)
    packet += hex("0020 0001 c00c 0020 0001 000493e0 0006 0000 0a4d0117")
    #expect(read(packet)?.questions.map(\.name) == ["BUILD-FALCON-07<20>"])
    #expect(read(packet)?.answers.map(\.data) == ["10.77.1.23"])
  }

  @Test func `are listed in the status of a node`() {
    var packet = header(0x8400, [0, 1, 0, 0])
    packet += name("*", kind: 0)
    packet += hex("0021 0001 00000000 002b 02")
    packet += entry("BUILD-FALCON-07", kind: 0) + [4, 0]
    packet += entry("QUIETHARBOR", kind: 0x1e) + [0x84, 0] + hex("020000000001")
    #expect(read(packet)?.answers.map(\.data) == ["BUILD-FALCON-07<00> QUIETHARBOR<1e>"])
  }

  @Test func `are survived in any state`() {
    let packet = query()
    for count in packet.indices { #expect(read(Array(packet[..<count])) == nil) }
    for mutant in mutations(of: packet, count: 1_000, seed: 137) {
      #expect((read(mutant)?.questions.count ?? 0) <= 1)
    }
  }
}
