import Foundation
import Model
import Protocols
import TestKit
import Testing

@Suite(.enabled(if: Place.hasShared)) struct `Recorded QUIC` {
  struct Truth: Decodable {
    var transport: String
    var sni: String?
    var method: String
    var path: String
    var host: String
    var headers: [[String]]
    var body_b64: String
  }

  static let browser = "captures/chromium/chatgpt-quic/"

  func play(_ path: String, keyLog: String?) throws -> LayerHarness {
    let harness = LayerHarness()
    if let keyLog {
      harness.learn(keyLog: String(decoding: try Place.sharedBytes(keyLog), as: UTF8.self))
    }
    UDPCapture(try Place.sharedBytes(path)).play(to: harness)
    return harness
  }

  @Test func `of a browser gives every request as the server got it`() throws {
    let harness = try play(
      Self.browser + "capture.pcapng", keyLog: Self.browser + "keys.log")
    let truth = try truth()
    #expect(!truth.isEmpty)
    let exchanges = harness.exchanges
    #expect(exchanges.count == truth.count)
    for (exchange, expected) in zip(exchanges, truth) {
      #expect(exchange.version == .http3)
      #expect(exchange.method == expected.method)
      #expect(exchange.target == expected.path)
      #expect(exchange.host == expected.host)
      #expect(exchange.serverName == expected.sni)
      let request = try #require(exchange.request)
      #expect(request.fields.map { [$0.name, $0.value] } == expected.headers)
      #expect(request.body.bytes == [UInt8](Data(base64Encoded: expected.body_b64) ?? Data()))
      #expect(request.body.isComplete)
      #expect(exchange.response?.body.isComplete == true)
      #expect(exchange.status == 200)
    }
    #expect(harness.quicHandshakes.map(\.isDecrypted) == [true])
    #expect(harness.anomalies.isEmpty)
  }

  /// What a run in which datagrams are missing may tell: less than the truth, but nothing else, and
  /// where it tells less it says so.
  private func check(_ harness: LayerHarness, _ truth: [Truth], _ missing: String) {
    for name in harness.serverNames where name != nil { #expect(name == "chatgpt.com") }
    for exchange in harness.exchanges {
      let expected = truth.first { $0.path == exchange.target && $0.method == exchange.method }
      guard let request = exchange.request else {
        #expect(harness.anomalies.contains { $0.event == "gap" }, "\(missing)")
        continue
      }
      guard let expected else {
        // A head that is not there, or whose fields the lost encoder stream defined.
        #expect(exchange.target.isEmpty || exchange.target == "?", "\(missing)")
        let events = Set(harness.anomalies.map(\.event))
        #expect(!events.isDisjoint(with: ["gap", "fields_unknown"]), "\(missing)")
        continue
      }
      for field in request.fields where field.name != "?" && field.value != "?" {
        #expect(expected.headers.contains([field.name, field.value]), "\(missing)")
      }
      let body = [UInt8](Data(base64Encoded: expected.body_b64) ?? Data())
      if request.body.isComplete {
        #expect(request.body.bytes == body, "\(missing)")
      } else {
        #expect(request.body.bytes.count <= body.count, "\(missing)")
      }
    }
  }

  private func truth() throws -> [Truth] {
    let lines = String(
      decoding: try Place.sharedBytes(Self.browser + "requests.jsonl"), as: UTF8.self)
    return try lines.split(separator: "\n")
      .map { try JSONDecoder().decode(Truth.self, from: Data($0.utf8)) }
      .filter { $0.transport == "quic" }
  }

  @Test func `of a browser tells nothing wrong when datagrams are missing`() throws {
    let keys = String(
      decoding: try Place.sharedBytes(Self.browser + "keys.log"), as: UTF8.self)
    let truth = try truth()
    var whole = UDPCapture(try Place.sharedBytes(Self.browser + "capture.pcapng"))
    let port: [UInt8] = [0x01, 0xbb]
    whole.datagrams.removeAll {
      Array($0.source.suffix(2)) != port && Array($0.destination.suffix(2)) != port
    }
    let count = whole.datagrams.count
    // One in a hundred of so few is none or one, so every one and every pair is left out in turn.
    var losses = (0..<count).map { Set([$0]) }
    for i in 0..<count { losses += (i + 1..<count).map { Set([i, $0]) } }
    for seed in 0..<40 as Range<UInt64> {
      var random = SeededRandom(seed: seed)
      losses.append(Set((0..<count).filter { _ in Int.random(in: 0..<100, using: &random) < 10 }))
    }
    var complete = 0
    for loss in losses {
      var capture = whole
      capture.datagrams = whole.datagrams.enumerated().filter { !loss.contains($0.offset) }
        .map(\.element)
      let harness = LayerHarness()
      harness.learn(keyLog: keys)
      capture.play(to: harness)
      check(harness, truth, "without \(loss.sorted())")
      if harness.exchanges.count == truth.count { complete += 1 }
    }
    #expect(complete > losses.count / 2)
  }

  @Test func `without keys still names the server`() throws {
    let harness = try play(Self.browser + "capture.pcapng", keyLog: nil)
    #expect(harness.serverNames == ["chatgpt.com"])
    #expect(harness.quicHandshakes.map(\.isDecrypted) == [false])
    #expect(harness.exchanges.isEmpty)
  }

  struct Entry: Decodable {
    struct Expected: Decodable {
      struct Names: Decodable {
        var must: [String]
        var may: [String]
      }
      var sni_quic: [String]?
      var ja4: Names?
      var ja3: Names?
      var h3: [String]?
      var plaintext: [Plaintext]?
      struct Plaintext: Decodable { var head: String }
    }
    var id: String
    var file: String
    var keylog: String?
    var kinds: [String]
    var expected: Expected
  }

  static let entries: [Entry] = {
    guard let bytes = try? Place.sharedBytes("public-captures/manifest.json"),
      let all = try? JSONDecoder().decode([Entry].self, from: Data(bytes))
    else { return [] }
    return all.filter { $0.expected.sni_quic?.isEmpty == false || $0.kinds.contains("quicdec") }
  }()

  @Test(arguments: entries.map(\.id))
  func `in public captures names its servers`(id: String) throws {
    let entry = try #require(Self.entries.first { $0.id == id })
    let harness = try play("public-captures/" + entry.file, keyLog: nil)
    let names = Set(harness.serverNames.compactMap { $0 })
    #expect(names == Set(entry.expected.sni_quic ?? []))
    let fingerprints = Set(harness.quicHandshakes.compactMap { $0.hello?.ja4 })
    if let ja4 = entry.expected.ja4 {
      #expect(fingerprints.subtracting(ja4.may).isEmpty)
      #expect(Set(ja4.must.filter { $0.hasPrefix("q") }).subtracting(fingerprints).isEmpty)
    }
    if let ja3 = entry.expected.ja3 {
      let digests = Set(harness.quicHandshakes.compactMap { $0.hello?.ja3 })
      #expect(digests.subtracting(ja3.may).isEmpty)
    }
  }

  @Test(arguments: entries.filter { $0.kinds.contains("quicdec") }.map(\.id))
  func `in public captures with secrets is read`(id: String) throws {
    let entry = try #require(Self.entries.first { $0.id == id })
    let harness = LayerHarness()
    harness.plaintextSample = (64, false)
    let capture = UDPCapture(try Place.sharedBytes("public-captures/" + entry.file))
    harness.learn(keyLog: capture.keyLog)
    capture.play(to: harness)
    let requests = Set(
      harness.exchanges.map { "\($0.method) \($0.host ?? "") \($0.target)" })
    #expect(requests == Set(entry.expected.h3 ?? []))
    let texts = harness.observations.compactMap {
      if case .plaintext(let sample) = $0 { sample.bytes } else { nil }
    }
    for expected in entry.expected.plaintext ?? [] {
      let head = expected.head.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
      #expect(texts.contains { $0.starts(with: head) })
    }
    #expect(!harness.quicHandshakes.contains { !$0.isDecrypted })
  }
}
