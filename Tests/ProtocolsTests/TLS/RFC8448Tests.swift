import Foundation
import Model
import Protocols
import TestKit
import Testing

/// The traces of RFC 8448, as printed there.
@Suite struct `Example traces of RFC 8448` {
  @Test func `keys and IVs come from the traffic secrets`() throws {
    let secret = try #require(try TLSFixture.trace("simple").secret(.clientTraffic0))
    let key = KeySchedule.expandLabel(.sha256, secret: secret, label: "key", count: 16)
    let iv = KeySchedule.expandLabel(.sha256, secret: secret, label: "iv", count: 12)
    #expect(key == hex("17422dda596ed5d9acd890e3c63f5051"))
    #expect(iv == hex("5b78923dee08579033e523d9"))
    let early = KeySchedule.extract(
      .sha256, salt: [], input: [UInt8](repeating: 0, count: 32))
    #expect(early == hex("33ad0a1c607ec03b09e6cd9893680ce210adf300aa1f2660e1b22e10f170f92a"))
  }

  @Test(arguments: try TLSFixture.traces())
  func `each protected record opens to its printed payload`(trace: TLSFixture) throws {
    var protections: [SecretLabel: RecordProtection] = [:]
    var opened = 0
    for (record, payload) in trace.payloads {
      let secret = try #require(trace.secret(payload.label))
      var protection =
        protections[payload.label]
        ?? RecordProtection(trafficSecret: secret, algorithm: .aes128GCM, hash: .sha256)
      let parsed = RecordHeader(record.span.bytes)
      let header = try #require(parsed)
      var content: [UInt8] = []
      let type = protection.open(header, Array(record.dropFirst(5)).span.bytes, into: &content)
      #expect(type == payload.type)
      #expect(content == payload.bytes)
      protections[payload.label] = protection
      opened += 1
    }
    #expect(opened >= 4)
  }

  @Test(arguments: try TLSFixture.traces(), lawfulPieceSizes)
  func `are read with and without the handshake secrets`(trace: TLSFixture, size: Int) throws {
    for knowsHandshake in [true, false] {
      var trace = trace
      if !knowsHandshake {
        trace.keys.removeAll { $0.label == .clientHandshake || $0.label == .serverHandshake }
      }
      let harness = trace.harness()
      _ = trace.play(to: harness, size: size)
      for side in Side.allCases {
        let content = harness.content(from: side)
        #expect(content.count == trace.expected[side]?.count, "\(side)")
        #expect(digest(content) == trace.expected[side]?.digest, "\(side)")
      }
      #expect(harness.anomalies.map(\.event) == [])
      #expect(harness.handshakes.count == 1)
      let handshake = try #require(harness.handshakes.first)
      #expect(handshake.hello?.serverName == "server")
      #expect(handshake.server?.version == 0x0304)
      #expect(handshake.server?.cipherName == "TLS_AES_128_GCM_SHA256")
      // Three of the traces end without application data.
      let carries = trace.expected.values.contains { $0.count > 0 }
      #expect(handshake.isDecrypted == carries)
      #expect(handshake.undecryptedReason == (carries ? nil : "no application data was seen"))
      #expect(handshake.isResumed == (trace.name == "early-data"))
      let shows = knowsHandshake && trace.name != "early-data"
      let subject = trace.name == "client-certificate" ? "CN=ecdsa256" : "CN=rsa"
      #expect(handshake.certificate?.subject == (shows ? subject : nil))
      let client = knowsHandshake && trace.name == "client-certificate" ? "CN=client" : nil
      #expect(handshake.clientCertificate?.subject == client)
      let sent = UInt64(trace.expected[.client]?.count ?? 0)
      #expect(harness.state.clientBytesSeen == sent)
      #expect(harness.state.clientBytesRead == sent)
    }
  }

  @Test func `says when only one direction has keys`() throws {
    var trace = try TLSFixture.trace("simple")
    trace.keys.removeAll { $0.label != .clientHandshake }
    let records = zip(trace.pieces, trace.notes)
    trace.pieces = records.filter { !$1.contains("alert") && !$1.contains("SERVER") }.map(\.0)
    let harness = trace.harness()
    _ = trace.play(to: harness)
    #expect(harness.handshakes.first?.isDecrypted == false)
    #expect(harness.anomalies.map(\.event) == ["decrypt_failed"])
    #expect(harness.state.clientBytesSeen == 50)
    #expect(harness.state.clientBytesRead == 0)
    #expect(harness.state.hasUnreadCiphertext)
  }

  @Test func `a second ClientHello after HelloRetryRequest is the same handshake`() throws {
    for fixture in [try .named("tls13-hello-retry"), try TLSFixture.trace("hello-retry")] {
      let harness = fixture.harness()
      _ = fixture.play(to: harness)
      #expect(harness.handshakes.count == 1)
      #expect(harness.handshakes.first?.server?.version == 0x0304)
      #expect(harness.handshakes.first?.provenance.first.number == 1)
      #expect(harness.clues.count { if case .serverName = $0 { true } else { false } } == 1)
    }
  }
}

extension TLSFixture {
  /// What the RFC prints as the payload of a protected record, and the secret that opens it.
  typealias Payload = (type: ContentType, label: SecretLabel, bytes: [UInt8])

  private static let traceFolder = folder.appending(path: "rfc8448")

  static func traces() throws -> [TLSFixture] { try all(in: traceFolder) }

  static func trace(_ name: String) throws -> TLSFixture {
    try TLSFixture(traceFolder.appending(path: name + ".txt"))
  }

  func secret(_ label: SecretLabel) -> [UInt8]? {
    keys.first { $0.label == label }?.secret
  }

  /// Each protected record with the `payload` line that follows it.
  var payloads: [(record: [UInt8], payload: Payload)] {
    zip(pieces, notes).compactMap { piece, note in
      let words = note.split(separator: " ").map(String.init)
      guard words.first == "payload", let label = SecretLabel(rawValue: words[2]) else {
        return nil
      }
      let types: [String: ContentType] = [
        "handshake": .handshake, "application_data": .applicationData, "alert": .alert,
      ]
      guard let type = types[words[1]] else { return nil }
      return (piece.bytes, (type, label, hex(words[3])))
    }
  }
}
