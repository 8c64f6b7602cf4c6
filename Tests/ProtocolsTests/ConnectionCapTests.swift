import Crypto
import Foundation
import Model
import Protocols
import TestKit
import Testing

private typealias Frames = HTTP2TestFrames

/// Caps of docs/Limits.md within one connection: more than the cap allows, what is told of it, and what
/// comes behind it is read all the same.
@Suite struct `Caps of a connection` {
  private func names(_ harness: LayerHarness) -> [String?] {
    harness.observations.compactMap {
      if case .dns(let message) = $0 { message.questions.first?.name } else { nil }
    }
  }

  @Test func `tell so many broken DNS messages of a UDP flow`() {
    let harness = LayerHarness(serverPort: 32_021)
    let layer = DNSDatagramLayer(harness.context)
    for _ in 0..<200 {
      layer.receive(
        DNSBytes.response(1, [1]).span.bytes, from: .server, at: harness.nextFrame())
    }
    layer.receive(
      DNSBytes.query("late.example").span.bytes, from: .client, at: harness.nextFrame())
    #expect(harness.anomalies.map(\.event) == Array(repeating: "parse_failed", count: 16))
    #expect(names(harness).last == "late.example")
  }

  @Test func `tell so many broken DNS messages of a stream`() {
    let harness = LayerHarness(serverPort: 53)
    let layer = DNSLayer(harness.context)
    func framed(_ message: [UInt8]) -> [UInt8] {
      [UInt8(message.count >> 8), UInt8(message.count & 0xff)] + message
    }
    for _ in 0..<200 {
      harness.play(framed(DNSBytes.response(1, [1])), from: .server, to: layer)
    }
    harness.play(framed(DNSBytes.query("late.example")), from: .client, to: layer)
    #expect(harness.anomalies.map(\.event) == Array(repeating: "parse_failed", count: 64))
    #expect(names(harness).last == "late.example")
  }

  /// A connection that carries `frames` and then a request.
  private func play(_ frames: [UInt8]) -> LayerHarness {
    let harness = LayerHarness()
    let layer = HTTP2Layer(harness.context)
    harness.play(Frames.preface + Frames.settings, from: .client, to: layer)
    harness.play(Frames.settings, from: .server, to: layer)
    harness.play(frames, from: .client, to: layer, size: 1_448)
    harness.play(Frames.headers(1, Frames.request("GET", "/late")), from: .client, to: layer)
    harness.finish(layer)
    return harness
  }

  @Test(arguments: [(9_000, []), (30_000, ["control_flood"])])
  func `tell a flood of control frames once`(count: Int, events: [String]) {
    let harness = play((0..<count).flatMap { _ in Frames.settings })
    #expect(harness.anomalies.map(\.event) == events)
    #expect(harness.exchanges.map(\.target) == ["/late"])
  }

  @Test func `tell so many errors of an HTTP 2 connection`() {
    let harness = play(
      (0..<500).flatMap { Frames.frame(3, stream: UInt32(1_001 + 2 * $0), [0, 0, 0, 1]) })
    #expect(harness.anomalies.map(\.event) == Array(repeating: "protocol_error", count: 64))
    #expect(harness.exchanges.map(\.target) == ["/late"])
  }

  @Test func `tell so many versions of a UDP flow`() throws {
    let harness = LayerHarness()
    // Long headers of versions that nobody knows (RFC 8999, section 5.1), a connection each.
    let unknown = (0..<100).map { number -> [UInt8] in
      [0xc0, 0x7a, 0x10, 0x00, UInt8(number), 8] + Array(repeating: UInt8(number), count: 8) + [0]
        + Array(repeating: 0x55, count: 1_180)
    }
    let arrangement = try #require(try `A ClientHello over QUIC`.arrangements().first)
    let seen = harness.handshakes(unknown + arrangement.datagrams)
    #expect(seen.count { !$0.isDecrypted && $0.hello == nil } == 8)
    #expect(seen.contains { $0.hello?.serverName == "example.com" })
  }
}

/// The same for what the parsers of TLS count.
@Suite struct `Caps of a TLS connection` {
  /// A DER value.
  private func der(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
    let count = content.count
    let length: [UInt8] =
      count < 128
      ? [UInt8(count)] : [0x83, UInt8(count >> 16), UInt8(count >> 8 & 0xff), UInt8(count & 0xff)]
    return [tag] + length + content
  }

  @Test(arguments: [(2, 2), (512, 512), (5_000, 512)])
  func `tell so many names of a certificate`(count: Int, told: Int) throws {
    let names = (0..<count).flatMap { der(0x82, Array("n\($0).example".utf8)) }
    let identifier: [UInt8] = [0x06, 3, 0x55, 0x1d, 17]
    let extensions = der(
      0xa3, der(0x30, der(0x30, identifier + der(0x04, der(0x30, names)))))
    let common = der(0x30, der(0x31, der(0x30, [0x06, 3, 0x55, 4, 3] + der(0x0c, [0x61]))))
    let nothing = der(0x30, [])
    let body = der(
      0x30,
      [0x02, 1, 1] + nothing + common + nothing + common + nothing + extensions)
    let certificate = der(0x30, body + nothing + [0x03, 1, 0])
    let parsed = CertificateFacts(parsing: certificate.span.bytes)
    let facts = try #require(parsed)
    #expect(facts.subject == "CN=a")
    #expect(facts.alternativeNames.count == told)
    #expect(facts.alternativeNames.last == "n\(told - 1).example")
  }

  /// Record `number` of the client's application data in the simple trace of RFC 8448.
  private func record(_ number: UInt64, _ text: String, of trace: TLSFixture) throws -> [UInt8] {
    let secret = try #require(trace.secret(.clientTraffic0))
    let key = KeySchedule.expandLabel(.sha256, secret: secret, label: "key", count: 16)
    var nonce = KeySchedule.expandLabel(.sha256, secret: secret, label: "iv", count: 12)
    for index in 0..<8 { nonce[11 - index] ^= UInt8(truncatingIfNeeded: number >> (8 * index)) }
    let plain = Array(text.utf8) + [23]
    let header: [UInt8] = [23, 3, 3, 0, UInt8(plain.count + 16)]
    let box = try AES.GCM.seal(
      plain, using: SymmetricKey(data: key), nonce: AES.GCM.Nonce(data: nonce),
      authenticating: header)
    return header + Array(box.ciphertext) + Array(box.tag)
  }

  @Test(arguments: [(2_000, true), (2_100, false), (50_000, false)])
  func `try so many numbers for the record behind a loss`(lost: Int, isFound: Bool) throws {
    let trace = try TLSFixture.trace("simple")
    let harness = trace.harness()
    let layer = TLSLayer(harness.context)
    for (piece, note) in zip(trace.pieces, trace.notes) where !note.contains("alert") {
      harness.play(piece.bytes, from: piece.side, to: layer)
    }
    let size = try record(1, "line", of: trace).count
    layer.gap(lost * size, from: .client, at: harness.nextFrame())
    for number in 0..<3 {
      harness.play(
        try record(UInt64(1 + lost + number), "lin\(number)", of: trace), from: .client, to: layer)
    }
    harness.finish(layer)
    let behind = harness.content(from: .client).dropFirst(50)
    #expect(String(decoding: behind, as: UTF8.self) == (isFound ? "lin0lin1lin2" : ""))
    #expect(harness.anomalies.contains { $0.event == "resync_failed" } != isFound)
    // What the server sent is read whatever was lost of the client's.
    #expect(harness.content(from: .server).count == 50)
  }
}
