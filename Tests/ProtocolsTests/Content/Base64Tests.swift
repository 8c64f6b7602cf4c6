import Protocols
import TestKit
import Testing

@Suite struct `Base 64` {
  /// RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func `agrees with the RFC's vectors`(plain: String, encoded: String) {
    #expect(Base64.encode(Array(plain.utf8)) == encoded)
    #expect(Base64.decode(Array(encoded.utf8).span) == Array(plain.utf8))
    let bare = encoded.filter { $0 != "=" }
    #expect(Base64.decode(Array(bare.utf8).span) == Array(plain.utf8))
  }

  @Test func `reads both alphabets but no mixture`() {
    #expect(Base64.decode(Array("-_-_".utf8).span) == [0xfb, 0xff, 0xbf])
    #expect(Base64.decode(Array("+/+/".utf8).span) == [0xfb, 0xff, 0xbf])
    #expect(Base64.decode(Array("+/-_".utf8).span) == nil)
  }

  @Test(arguments: [
    "A", "AAAAA", "A===", "=", "AA=", "AAA=A", "AA==AA==", "AA AA", "AA\nAA", "é===",
  ])
  func `refuses what no encoder writes`(text: String) {
    #expect(Base64.decode(Array(text.utf8).span) == nil)
  }

  @Test func `returns what it was given`() {
    var random = SeededRandom(seed: 3)
    for count in 0..<200 {
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      #expect(Base64.decode(Array(Base64.encode(bytes).utf8).span) == bytes)
    }
  }
}
