import Model
import Protocols
import TestKit
import Testing
import Wire

@Suite struct `QUIC parsers` {
  static let frames: [(name: String, bytes: [UInt8], frame: QUICFrame)] = [
    ("PADDING", [0, 0, 0], .padding(3)),
    ("PING", [0x01], .ping),
    ("ACK", [0x02, 0x09, 0x00, 0x01, 0x02, 0x01, 0x00], .ack(largest: 9)),
    ("ACK_ECN", [0x03, 0x09, 0x00, 0x00, 0x02, 1, 2, 3], .ack(largest: 9)),
    ("RESET_STREAM", [0x04, 4, 7, 9], .resetStream(id: 4, errorCode: 7, finalSize: 9)),
    ("RESET_STREAM_AT", [0x24, 4, 7, 9, 5], .resetStream(id: 4, errorCode: 7, finalSize: 9)),
    ("STOP_SENDING", [0x05, 4, 7], .stopSending(id: 4, errorCode: 7)),
    ("CRYPTO", [0x06, 5, 2, 1, 1], .crypto(offset: 5, data: 3..<5)),
    ("NEW_TOKEN", [0x07, 2, 1, 1], .newToken(2..<4)),
    ("STREAM", [0x08, 4, 1, 1], .stream(id: 4, offset: 0, data: 2..<4, isFinal: false)),
    ("STREAM, all", [0x0f, 4, 9, 1, 1], .stream(id: 4, offset: 9, data: 4..<5, isFinal: true)),
    ("MAX_DATA", [0x10, 1], .other(type: 0x10)),
    ("MAX_STREAM_DATA", [0x11, 1, 1], .other(type: 0x11)),
    (
      "NEW_CONNECTION_ID", [0x18, 3, 1, 2, 0xaa, 0xbb] + [UInt8](repeating: 0, count: 16),
      .newConnectionID(sequence: 3, id: 4..<6)
    ),
    ("RETIRE_CONNECTION_ID", [0x19, 3], .retireConnectionID(sequence: 3)),
    ("PATH_CHALLENGE", [0x1a, 1, 2, 3, 4, 5, 6, 7, 8], .other(type: 0x1a)),
    (
      "CONNECTION_CLOSE", [0x1c, 0x0a, 0x06, 0x02, 0x68, 0x69],
      .connectionClose(errorCode: 10, isApplication: false)
    ),
    ("application's close", [0x1d, 0, 0], .connectionClose(errorCode: 0, isApplication: true)),
    ("HANDSHAKE_DONE", [0x1e], .handshakeDone),
    ("DATAGRAM", [0x30, 1, 2], .datagram(1..<3)),
    ("DATAGRAM, length", [0x31, 2, 1, 2], .datagram(2..<4)),
  ]

  @Test(arguments: frames.map(\.name))
  func `read every frame, and none of its beginnings as the whole`(name: String) throws {
    let (_, bytes, frame) = try #require(Self.frames.first { $0.name == name })
    var offset = 0
    let read = try QUICFrame.next(in: bytes.span.bytes, at: &offset)
    #expect(read == frame)
    #expect(offset == bytes.count)
    // Frames without a length take all there is.
    guard !["PADDING", "STREAM", "DATAGRAM"].contains(name) else { return }
    for count in 1..<bytes.count {
      let beginning = Array(bytes.prefix(count))
      var offset = 0
      let read = try? QUICFrame.next(in: beginning.span.bytes, at: &offset)
      #expect(read == nil)
      #expect(offset == 0)
    }
  }

  @Test(arguments: [
    ([UInt8]([0x06, 0x00, 0x05, 1]), QUICFrame.Failure.truncated(type: 6)),
    ([0x02, 0x09, 0x00, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], .truncated(type: 2)),
    ([0x21], .unknownType(0x21)), ([0x7f, 0xff], .unknownType(0x3fff)),
    ([0x40], .truncated(type: 0)),
  ])
  func `say what is wrong with a frame`(bytes: [UInt8], failure: QUICFrame.Failure) {
    #expect(throws: failure) {
      var offset = 0
      _ = try QUICFrame.next(in: bytes.span.bytes, at: &offset)
    }
  }

  @Test(arguments: [
    ("", QUICPacketHeader.Failure.truncated), ("c000000001", .truncated),
    ("c00000000108aabb", .truncated), ("c00000000115" + "0000", .connectionIDTooLong(21)),
    ("c0000000010000004064aabb", .truncated),
  ])
  func `say what is wrong with a packet header`(
    text: String, failure: QUICPacketHeader.Failure
  ) {
    let bytes = hex(text)
    #expect(throws: failure) {
      _ = try QUICPacketHeader(parsing: bytes.span.bytes, at: 0)
    }
  }

  @Test(arguments: [
    // Cut short by the capture.
    ("c0000000010401020304000044" + "00", Probe.match),
    ("c00000000104010203040000" + "020000", .match),
    ("e00000000104010203040000", .match),
    ("c06b3343cf04010203040000" + "020000", .match),
    ("80000000010401020304" + "00000200", .mismatch),
    // Version negotiation: two versions.
    ("8000000000" + "0400000000" + "00" + "00000001" + "ff00001d", .match),
    ("8000000000" + "0400000000" + "00" + "000001", .mismatch),
    // A version made up to be refused.
    ("c01a2a3a4a" + "0400000000" + "00", .match),
    ("c0" + "51818000" + "0400000000" + "00", .mismatch),
    // RTP and DNS.
    ("8060000100000001000000020000", .mismatch), ("123401000001000000000000", .mismatch),
    // Q043 and a short header.
    ("0d" + "0102030405060708" + "51303433" + "01000000", .match),
    ("4001020304050607", .mismatch),
  ])
  func `recognise QUIC by its long header`(text: String, expected: Probe) {
    let bytes = hex(text)
    let probe = QUICLayer.probe(
      bytes.span.bytes, from: .client, hints: ProbeHints(serverPort: 443))
    #expect(probe == expected)
  }

  @Test func `name versions that they cannot read`() {
    let harness = LayerHarness()
    let seen = harness.handshakes([
      hex("0d" + "0102030405060708" + "51303433" + "01000000"),
      hex("0d" + "0102030405060708" + "51303433" + "02000000"),
      hex("c0" + "51303530" + "0400000000" + "00" + "0102"),
      hex("c01a2a3a4a" + "0400000000" + "00"), hex("c0ff000099" + "0400000000" + "00"),
    ])
    #expect(seen.map(\.version) == ["Q043", "Q050", "0xff000099"])
    #expect(seen.allSatisfy { $0.hello == nil && !$0.isDecrypted })
  }

  @Test func `read transport parameters up to the first broken one`() {
    let id = hex("a1a2a3")
    let address = [UInt8](repeating: 0, count: 24) + [3] + id + [UInt8](repeating: 1, count: 16)
    var bytes = varint(0x3129) + [3] + Array("abc".utf8)
    bytes += [0x0d] + varint(UInt64(address.count)) + address
    bytes += [0x01, 0x02, 0x40, 0x10, 0x05]
    let parameters = TransportParameters(parsing: bytes.span.bytes)
    #expect(parameters.fingerprint == "max_idle_timeout=16 preferred_address user_agent")
    #expect(parameters.userAgent == "abc")
    #expect(parameters.preferredConnectionID == id)
    for mutant in mutations(of: bytes, count: 500, seed: 12) {
      let names = TransportParameters(parsing: mutant.span.bytes).fingerprint.split(separator: " ")
      #expect(names.count <= 256)
    }
  }

  @Test func `tell a stack by its transport parameters, however they are shuffled`() {
    let grease: UInt64 = 27 + 31 * 1_000
    let parameters: [[UInt8]] = [
      [0x01, 0x04, 0x75, 0x30, 0, 0], varint(grease) + [2, 9, 9], [0x0f, 0x03, 1, 2, 3],
      [0x03, 0x02] + varint(1_472), varint(0x3127) + [1, 5], [0x0c, 0],
    ]
    let expected =
      "max_udp_payload_size=1472 disable_active_migration initial_source_connection_id initial_rtt"
    for order in [[0, 1, 2, 3, 4, 5], [5, 4, 3, 2, 1, 0], [2, 0, 4, 1, 5, 3]] {
      let bytes = order.flatMap { parameters[$0] }
      let text = TransportParameters(parsing: bytes.span.bytes).fingerprint
      // A number that does not fill its parameter is none.
      #expect(text == "max_idle_timeout " + expected)
    }
  }

  @Test(arguments: [
    (0xface_b001 as UInt32, "7fbcdb0e7c66bbe9193a96cd21519ebd7a02644a"),
    (0xface_b002, "c3eef712c72ebb5a11a7d2432bb46365bef9f502"),
    (0xface_b003, "38762cf7f55934b34d179ae6a4c80cadccbb7f0a"),
    (0xface_b00e, "c3eef712c72ebb5a11a7d2432bb46365bef9f502"),
    (0xface_b010, "c3eef712c72ebb5a11a7d2432bb46365bef9f502"),
    (0xff00_0016, "7fbcdb0e7c66bbe9193a96cd21519ebd7a02644a"),
    (0xff00_001c, "c3eef712c72ebb5a11a7d2432bb46365bef9f502"),
    (0xff00_0020, "afbfec289993d24c9e9786f19c6111e04390a899"),
    (0xff00_0021, "38762cf7f55934b34d179ae6a4c80cadccbb7f0a"),
    (0xff00_0022, "38762cf7f55934b34d179ae6a4c80cadccbb7f0a"),
  ])
  func `know each version's salt`(number: UInt32, salt: String) throws {
    #expect(try #require(QUICVersion(number)).initialSalt == hex(salt))
  }

  @Test(arguments: [UInt64(1), 2, 3, 4, 5, 6, 7, 8])
  func `put a stream in order however its frames arrive`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let bytes = (0..<2_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    var ranges = stride(from: 0, to: 2_000, by: 37).map { $0..<min($0 + 37, 2_000) }
    ranges += (0..<40).map { _ in
      let start = Int.random(in: 0..<1_999, using: &random)
      return start..<Int.random(in: start + 1...2_000, using: &random)
    }
    ranges.shuffle(using: &random)
    var reassembly = StreamReassembly()
    var received: [UInt8] = []
    let provenance = Provenance(FrameID(capture: 0, number: 1), Timestamp(nanoseconds: 0))
    for range in ranges {
      let piece = Array(bytes[range])
      let isSound = reassembly.insert(
        piece.span.bytes, at: UInt64(range.lowerBound), isFinal: range.upperBound == 2_000,
        provenance: provenance
      ) { span, _ in
        span.append(to: &received)
      }
      #expect(isSound)
    }
    #expect(received == bytes)
    #expect(reassembly.isFinished)
    #expect(reassembly.heldBytes == 0)
  }
}
