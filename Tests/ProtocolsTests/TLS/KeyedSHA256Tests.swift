import Crypto
import Protocols
import TestKit
import Testing

@Suite("HMAC-SHA-256 under one key")
struct KeyedSHA256Tests {
  /// RFC 4231, sections 4.2 to 4.4, 4.7 and 4.8: the key is shorter than a digest, between it and a block, and
  /// longer than a block.
  @Test(arguments: [
    (
      Array(repeating: 0x0b, count: 20), "Hi There",
      "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
    ),
    (
      Array("Jefe".utf8), "what do ya want for nothing?",
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    ),
    (
      Array(repeating: 0xaa, count: 131), "Test Using Larger Than Block-Size Key - Hash Key First",
      "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
    ),
    (
      Array(repeating: 0xaa, count: 131),
      "This is a test using a larger than block-size key and a larger than block-size data. The key "
        + "needs to be hashed before being used by the HMAC algorithm.",
      "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"
    ),
  ])
  func `is what RFC 4231 says`(key: [UInt8], message: String, code: String) {
    #expect(KeyedSHA256(key).code(Array(message.utf8)) == hex(code))
  }

  @Test func `is what the library says of keys and messages of any length`() {
    for length in 0..<140 {
      let key = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ length) }
      let message = (0..<(length &* 7 % 150)).map { UInt8(truncatingIfNeeded: $0 &+ length) }
      var function = HMAC<SHA256>(key: SymmetricKey(data: key))
      function.update(data: message)
      #expect(KeyedSHA256(key).code(message) == Array(function.finalize()))
    }
  }

  @Test func `gives as many bytes as asked for`() {
    let key = KeyedSHA256(Array("Jefe".utf8))
    let whole = key.code([1, 2, 3])
    #expect(key.code([1, 2, 3], count: 12) == Array(whole.prefix(12)))
    #expect(key.code([1, 2, 3], count: 12).count == 12)
  }
}
