import Protocols
import TestKit
import Testing
import Wire

@Suite struct `Huffman code` {
  private func text(_ digits: String, limit: Int = 1_000) throws -> String {
    let bytes = try hex(digits).withRawSpan { bytes throws(Huffman.Failure) in
      try Huffman.decode(bytes, limit: limit)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("f1e3c2e5f23a6ba0ab90f4ff", "www.example.com"),
    ("a8eb10649cbf", "no-cache"),
    ("25a849e95bb8e8b4bf", "custom-value"),
    ("d07abe941054d444a8200595040b8166e082a62d1bff", "Mon, 21 Oct 2013 20:13:21 GMT"),
    ("9d29ad171863c78f0b97c8e9ae82ae43d3", "https://www.example.com"),
    ("", ""),
  ])
  func `decodes the strings of RFC 7541`(digits: String, expected: String) throws {
    #expect(try text(digits) == expected)
  }

  @Test func `gives back what was encoded, every octet and any text`() throws {
    var random = SeededRandom(seed: 7_541)
    let every = (0...255).map { UInt8($0) }
    let texts = (0..<200).map { _ in
      (0..<Int.random(in: 0...40, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
    }
    for text in [every, every.reversed()] + every.map({ [$0] }) + texts {
      let coded = HuffmanTestEncoder.encode(text)
      let decoded = try coded.withRawSpan { bytes throws(Huffman.Failure) in
        try Huffman.decode(bytes, limit: 1_000)
      }
      #expect(decoded == text)
    }
  }

  @Test func `refuses the end-of-string symbol`() {
    #expect(throws: Huffman.Failure.endOfStringSent) { try text("ffffffff") }
  }

  @Test(arguments: ["00", "1fff", "a8eb10649cbfff"])
  func `refuses padding of zeros or of a whole octet`(digits: String) {
    #expect(throws: Huffman.Failure.badPadding) { try text(digits) }
  }

  @Test func `stops at the limit`() {
    #expect(throws: Huffman.Failure.tooLong(limit: 3)) {
      try text("f1e3c2e5f23a6ba0ab90f4ff", limit: 3)
    }
  }
}
