import Model
import Protocols
import TestKit
import Testing
import Wire

private func decode(_ text: String, with decoder: inout HPACKDecoder) -> HPACKDecoder.Block {
  hex(text).withRawSpan { decoder.decode($0) }
}

private func lines(_ block: HPACKDecoder.Block) -> [String] {
  block.fields.map { "\($0.name): \($0.value)" }
}

@Suite struct `HPACK decoder` {
  private let c3: [(text: String, fields: [String])] = [
    (
      "8286 8441 0f77 7777 2e65 7861 6d70 6c65 2e63 6f6d",
      [":method: GET", ":scheme: http", ":path: /", ":authority: www.example.com"]
    ),
    (
      "8286 84be 5808 6e6f 2d63 6163 6865",
      [
        ":method: GET", ":scheme: http", ":path: /", ":authority: www.example.com",
        "cache-control: no-cache",
      ]
    ),
    (
      "8287 85bf 400a 6375 7374 6f6d 2d6b 6579 0c63 7573 746f 6d2d 7661 6c75 65",
      [
        ":method: GET", ":scheme: https", ":path: /index.html",
        ":authority: www.example.com", "custom-key: custom-value",
      ]
    ),
  ]

  private let c4 = [
    "8286 8441 8cf1 e3c2 e5f2 3a6b a0ab 90f4 ff", "8286 84be 5886 a8eb 1064 9cbf",
    "8287 85bf 4088 25a8 49e9 5ba9 7d7f 8925 a849 e95b b8e8 b4bf",
  ]

  private let c6: [(text: String, fields: [String])] = [
    (
      """
      4882 6402 5885 aec3 771a 4b61 96d0 7abe 9410 54d4 44a8 2005 9504 0b81 66e0 82a6 2d1b ff6e
      919d 29ad 1718 63c7 8f0b 97c8 e9ae 82ae 43d3
      """,
      [
        ":status: 302", "cache-control: private", "date: Mon, 21 Oct 2013 20:13:21 GMT",
        "location: https://www.example.com",
      ]
    ),
    (
      "4883 640e ffc1 c0bf",
      [
        ":status: 307", "cache-control: private", "date: Mon, 21 Oct 2013 20:13:21 GMT",
        "location: https://www.example.com",
      ]
    ),
    (
      """
      88c1 6196 d07a be94 1054 d444 a820 0595 040b 8166 e084 a62d 1bff c05a 839b d9ab 77ad 94e7
      821d d7f2 e6c7 b335 dfdf cd5b 3960 d5af 2708 7f36 72c1 ab27 0fb5 291f 9587 3160 65c0 03ed
      4ee5 b106 3d50 07
      """,
      [
        ":status: 200", "cache-control: private", "date: Mon, 21 Oct 2013 20:13:22 GMT",
        "location: https://www.example.com", "content-encoding: gzip",
        "set-cookie: foo=ASDJKHQKBZXOQWEOPIUAXQWEOIU; max-age=3600; version=1",
      ]
    ),
  ]

  @Test(arguments: [("0a", 5, 10), ("1f9a0a", 5, 1_337), ("2a", 8, 42)])
  func `reads the integers of RFC 7541 C 1`(text: String, prefix: Int, value: Int) throws {
    var offset = 0
    let bytes = hex(text)
    let read = try HPACKInteger.read(bytes.span.bytes, at: &offset, prefix: prefix)
    #expect(read == value)
    #expect(offset == bytes.count)
  }

  @Test(arguments: [
    (
      "400a 6375 7374 6f6d 2d6b 6579 0d63 7573 746f 6d2d 6865 6164 6572",
      "custom-key: custom-header"
    ),
    ("040c 2f73 616d 706c 652f 7061 7468", ":path: /sample/path"),
    ("1008 7061 7373 776f 7264 0673 6563 7265 74", "password: secret"),
    ("82", ":method: GET"),
  ])
  func `reads the fields of RFC 7541 C 2`(text: String, line: String) {
    var decoder = HPACKDecoder(listLimit: 4_096)
    #expect(lines(decode(text, with: &decoder)) == [line])
    // Only the first of them enters the table.
    let newest = decode("be", with: &decoder)
    #expect((newest.failure == nil) == (line == "custom-key: custom-header"))
  }

  @Test func `reads the requests of RFC 7541 C 3`() {
    var decoder = HPACKDecoder(listLimit: 4_096)
    for (text, fields) in c3 {
      let block = decode(text, with: &decoder)
      #expect(lines(block) == fields)
      #expect(block.failure == nil)
    }
  }

  @Test func `reads the Huffman-coded requests of RFC 7541 C 4`() {
    var decoder = HPACKDecoder(listLimit: 4_096)
    for (text, (_, fields)) in zip(c4, c3) {
      #expect(lines(decode(text, with: &decoder)) == fields)
    }
  }

  /// The responses of C 5, which say the same as those of C 6.
  private let c5 = [
    """
    4803 3330 3258 0770 7269 7661 7465 611d 4d6f 6e2c 2032 3120 4f63 7420 3230 3133 2032 303a
    3133 3a32 3120 474d 546e 1768 7474 7073 3a2f 2f77 7777 2e65 7861 6d70 6c65 2e63 6f6d
    """,
    "4803 3330 37c1 c0bf",
    """
    88c1 611d 4d6f 6e2c 2032 3120 4f63 7420 3230 3133 2032 303a 3133 3a32 3220 474d 54c0 5a04
    677a 6970 7738 666f 6f3d 4153 444a 4b48 514b 425a 584f 5157 454f 5049 5541 5851 5745 4f49
    553b 206d 6178 2d61 6765 3d33 3630 303b 2076 6572 7369 6f6e 3d31
    """,
  ]

  @Test func `reads the responses of RFC 7541 C 5`() {
    var decoder = HPACKDecoder(listLimit: 4_096)
    _ = decode("3fe101", with: &decoder)
    for (text, (_, fields)) in zip(c5, c6) {
      let block = decode(text, with: &decoder)
      #expect(lines(block) == fields)
      #expect(block.failure == nil)
    }
  }

  @Test func `reads what another encoder wrote`() {
    var decoder = HPACKDecoder(listLimit: 4_096)
    for (text, fields) in RecordedHPACK.blocks {
      let block = decode(text, with: &decoder)
      #expect(lines(block) == fields.map { "\($0.name): \($0.value)" })
      #expect(block.failure == nil)
    }
  }

  @Test func `says nothing wrong behind any lost block`() {
    for lost in RecordedHPACK.blocks.indices {
      var decoder = HPACKDecoder(listLimit: 4_096)
      for (i, (text, fields)) in RecordedHPACK.blocks.enumerated() {
        guard i != lost else {
          decoder.lose()
          continue
        }
        let block = decode(text, with: &decoder)
        #expect(block.fields.count == fields.count)
        for (told, field) in zip(block.fields, fields) {
          #expect(told.name == field.name || told.name == "?")
          #expect(told.value == field.value || told.value == "?")
        }
      }
    }
  }

  @Test func `evicts as the responses of RFC 7541 C 6 do`() {
    var decoder = HPACKDecoder(listLimit: 4_096)
    // The examples begin with a table of 256 octets: an update to that size.
    _ = decode("3fe101", with: &decoder)
    for (text, fields) in c6 {
      let block = decode(text, with: &decoder)
      #expect(lines(block) == fields)
      #expect(block.failure == nil)
    }
    // What was evicted is gone: index 66 would be the fifth entry.
    #expect(decode("c2", with: &decoder).failure == .invalidIndex(66))
  }

  @Test func `keeps literals that are never indexed out of the table`() {
    var decoder = HPACKDecoder(listLimit: 4_096)
    let block = decode("1008 7061 7373 776f 7264 0673 6563 7265 74", with: &decoder)
    #expect(lines(block) == ["password: secret"])
    #expect(decode("be", with: &decoder).failure == .invalidIndex(62))
  }

  @Test func `names what a lost block defined by a question mark and nothing else`() {
    var decoder = HPACKDecoder(listLimit: 4_096)
    _ = decode(c3[0].text, with: &decoder)
    decoder.lose()
    #expect(decoder.isLost)
    // Static entries, an indexed field that was known before the loss, and a new literal.
    let block = decode("82be 4001 6101 62", with: &decoder)
    #expect(lines(block) == [":method: GET", "?: ?", "a: b"])
    #expect(block.unknown == 1)
    #expect(block.failure == nil)
    // The new literal is the newest entry; a literal with a lost name keeps its value.
    let next = decode("be 7f00 0163", with: &decoder)
    #expect(lines(next) == ["a: b", "?: c"])
    // The entry just added has the lost name and the known value.
    #expect(lines(decode("be bf", with: &decoder)) == ["?: c", "a: b"])
  }

  @Test func `is sure again once the table was emptied`() {
    var decoder = HPACKDecoder(listLimit: 4_096)
    decoder.lose()
    let block = decode("20 3fe11f 4001 6101 62 be", with: &decoder)
    #expect(lines(block) == ["a: b", "a: b"])
    #expect(!decoder.isLost)
  }

  @Test(arguments: [
    ("80", HPACKDecoder.Failure.invalidIndex(0)),
    ("ff00", .invalidIndex(127)),
    ("ffffffffffffff7f", .integerTooLarge),
    ("ff", .truncated),
    ("400a61", .truncated),
    ("4001", .truncated),
    ("4082ffff0161", .badHuffmanCode),
    ("3fe21f", .badTableSize(4_097)),
    ("8220", .badTableSize(0)),
    ("007f8120", .truncated),
  ])
  func `says what is wrong with a block`(text: String, failure: HPACKDecoder.Failure) {
    var decoder = HPACKDecoder(listLimit: 4_096)
    #expect(decode(text, with: &decoder).failure == failure)
  }

  @Test func `follows a table size that settings allow`() {
    var decoder = HPACKDecoder(listLimit: 4_096)
    decoder.allow(tableSize: 65_536)
    #expect(decode("3fe1ff03", with: &decoder).failure == nil)
  }

  @Test func `refuses a string beyond the limit`() {
    var decoder = HPACKDecoder(listLimit: 8)
    #expect(decode("400a 6375 7374 6f6d 2d6b 6579 0161", with: &decoder).failure == .stringTooLong)
  }

  @Test func `leaves out fields beyond the list limit and goes on`() {
    var decoder = HPACKDecoder(listLimit: 200)
    var block: [UInt8] = hex("4001 6101 62")
    block += [UInt8](repeating: 0xbe, count: 100)
    block += hex("4001 6301 64")
    let decoded = block.withRawSpan { decoder.decode($0) }
    #expect(decoded.isTruncated)
    #expect(decoded.fields.count == 5)
    #expect(lines(decode("be", with: &decoder)) == ["c: d"])
  }

  @Test func `reads what an encoder of any habit writes`() {
    var random = SeededRandom(seed: 7_541)
    var encoder = HPACKTestEncoder()
    var decoder = HPACKDecoder(listLimit: 1 << 16)
    for _ in 0..<300 {
      if Int.random(in: 0..<20, using: &random) == 0 {
        encoder.resize(to: [0, 64, 200, 4_096].randomElement(using: &random) ?? 0)
      }
      let fields = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        HTTPField(
          "x-\(Int.random(in: 0..<12, using: &random))",
          String(repeating: "vé\u{1}", count: Int.random(in: 0..<9, using: &random)))
      }
      let block = encoder.encode(fields, using: &random).withRawSpan { decoder.decode($0) }
      #expect(block.fields == fields)
      #expect(block.failure == nil)
    }
  }

  @Test func `survives every prefix and mutation`() {
    let whole = c6.flatMap { hex($0.text) }
    for count in 0...whole.count {
      var decoder = HPACKDecoder(listLimit: 4_096)
      let block = Array(whole.prefix(count)).withRawSpan { decoder.decode($0) }
      #expect(block.fields.count <= 14)
    }
    for mutant in mutations(of: whole, count: 2_000, seed: 1) {
      var decoder = HPACKDecoder(listLimit: 4_096)
      let block = mutant.withRawSpan { decoder.decode($0) }
      #expect(block.fields.count <= mutant.count)
    }
  }
}
