import Model
import Protocols
import TestKit
import Testing

@Suite struct `QPACK` {
  /// Plays the encoder stream of RFC 9204, appendix B, up to a step.
  static func decoder(_ instructions: [String]) -> QPACKDecoder {
    var decoder = QPACKDecoder(limit: 4_096)
    decoder.allow(capacity: 220)
    for text in instructions {
      let bytes = hex(text)
      #expect(decoder.instruct(bytes.span.bytes) == nil)
    }
    return decoder
  }

  static let b2 = "3fbd01 c00f7777772e6578616d706c652e636f6d c10c2f73616d706c652f70617468"
  static let b3 = "4a637573746f6d2d6b65790c637573746f6d2d76616c7565"
  static let b4 = "02"
  static let b5 = "810d637573746f6d2d76616c756532"

  func section(_ text: String, _ decoder: QPACKDecoder) -> QPACKDecoder.Section {
    let bytes = hex(text)
    return decoder.decode(bytes.span.bytes)
  }

  @Test func `reads RFC 9204 B.1: a literal with a static name`() {
    #expect(
      section("0000 510b2f696e6465782e68746d6c", Self.decoder([])).fields
        == [HTTPField(":path", "/index.html")])
  }

  @Test func `reads RFC 9204 B.2: post-base references`() throws {
    let bytes = hex("0381 1011")
    let required = try Self.decoder(["3fbd01"]).requiredInsertCount(of: bytes.span.bytes)
    #expect(required == 2)
    let section = section("0381 1011", Self.decoder([Self.b2]))
    #expect(
      section.fields
        == [HTTPField(":authority", "www.example.com"), HTTPField(":path", "/sample/path")])
    #expect(section.unknown == 0 && section.failure == nil)
  }

  @Test func `reads RFC 9204 B.4: a duplicated entry`() {
    let decoder = Self.decoder([Self.b2, Self.b3, Self.b4])
    #expect(decoder.insertCount == 4)
    #expect(
      section("0500 80c181", decoder).fields == [
        HTTPField(":authority", "www.example.com"), HTTPField(":path", "/"),
        HTTPField("custom-key", "custom-value"),
      ])
  }

  @Test func `reads RFC 9204 B.5: an insert that evicts`() {
    let decoder = Self.decoder([Self.b2, Self.b3, Self.b4, Self.b5])
    #expect(decoder.insertCount == 5)
    // Required insert count 5, base 5: the newest entry, and the one that was evicted.
    #expect(
      section("0600 80 84", decoder).fields
        == [HTTPField("custom-key", "custom-value2"), HTTPField("?", "")])
  }

  @Test(arguments: lawfulPieceSizes)
  func `reads an encoder stream however it is cut`(size: Int) {
    var decoder = QPACKDecoder(limit: 4_096)
    decoder.allow(capacity: 220)
    for piece in pieces(of: hex(Self.b2 + Self.b3 + Self.b4 + Self.b5), size: size) {
      #expect(decoder.instruct(piece.span.bytes) == nil)
    }
    #expect(decoder.insertCount == 5)
    #expect(section("0600 80", decoder).fields == [HTTPField("custom-key", "custom-value2")])
  }

  @Test func `names fields of lost entries with a question mark`() {
    var decoder = Self.decoder([Self.b2])
    decoder.lose()
    let section = section("0500 80c181 83", decoder)
    #expect(section.unknown == 2)
    #expect(section.fields.map(\.name) == ["?", ":path", "?", ":authority"])
  }

  @Test func `wraps the insert count`() throws {
    var decoder = Self.decoder(["3fbd01"])
    for _ in 0..<100 {
      let insert = hex("41 61 01 62")
      #expect(decoder.instruct(insert.span.bytes) == nil)
    }
    // Six entries fit, so counts repeat every twelve: 100 is written as 100 mod 12 + 1.
    let bytes = hex("0500 80")
    let required = try decoder.requiredInsertCount(of: bytes.span.bytes)
    #expect(required == 100)
    #expect(decoder.decode(bytes.span.bytes).fields == [HTTPField("a", "b")])
  }

  @Test(arguments: [
    ("", QPACKFailure.truncated), ("00", .truncated), ("0000 51", .truncated),
    ("0000 510b2f", .truncated), ("0000 ff24", .invalidIndex(99)),
    ("0d00", .invalidInsertCount(13)),
    ("0000 5f", .truncated), ("0000 ffffffffffff", .integerTooLarge),
    ("0080 c1", .invalidIndex(-1)),
    ("0000 51 81 fe", .badHuffmanCode), ("0000 51 7fffff03", .stringTooLong),
  ])
  func `says what is wrong with a section`(text: String, failure: QPACKFailure) {
    #expect(section(text, Self.decoder(["3fbd01"])).failure == failure)
  }

  @Test(arguments: [
    ("ff24 00", QPACKFailure.invalidIndex(99)), ("00", .invalidIndex(0)),
    ("80 00", .invalidIndex(-1)),
  ])
  func `loses the table at an instruction that makes no sense`(
    text: String, failure: QPACKFailure
  ) {
    var decoder = Self.decoder(["3fbd01"])
    let bytes = hex(text)
    #expect(decoder.instruct(bytes.span.bytes) == failure)
    #expect(decoder.isLost)
  }

  @Test func `leaves out what goes beyond the cap`() {
    var decoder = QPACKDecoder(limit: 100)
    decoder.allow(capacity: 220)
    let bytes = hex("0000 d1 d1 d1 d1 d1")
    let section = decoder.decode(bytes.span.bytes)
    #expect(section.fields.count == 2)
    #expect(section.isTruncated)
  }

  @Test func `has the static table's landmarks`() {
    let fields = QPACKStaticTable.fields
    #expect(fields.count == 99)
    #expect(fields[0] == HTTPField(":authority", ""))
    #expect(fields[17] == HTTPField(":method", "GET"))
    #expect(fields[25] == HTTPField(":status", "200"))
    #expect(fields[46] == HTTPField("content-type", "application/json"))
    #expect(fields[71] == HTTPField(":status", "500"))
    #expect(fields[98] == HTTPField("x-frame-options", "sameorigin"))
  }

  @Test func `survives corruption`() {
    for mutant in mutations(of: hex(Self.b2 + Self.b3 + Self.b4), count: 500, seed: 7) {
      var decoder = QPACKDecoder(limit: 256)
      decoder.allow(capacity: 220)
      _ = decoder.instruct(mutant.span.bytes)
      #expect(decoder.insertCount < 1_000)
    }
    let decoder = Self.decoder([Self.b2, Self.b3, Self.b4])
    for mutant in mutations(of: hex("0500 80c181 510b2f696e6465782e68746d6c"), count: 500, seed: 8)
    {
      #expect(decoder.decode(mutant.span.bytes).fields.count < 1_000)
    }
  }
}
