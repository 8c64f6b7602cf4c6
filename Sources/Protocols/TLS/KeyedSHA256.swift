import Crypto

/// HMAC-SHA-256 (RFC 2104) of short messages under one key.
///
/// SHA-256 itself is the crypto library's. The library's HMAC takes any hash and is not specialised for
/// one outside of the library, so that calls through witnesses took three quarters of the time that the first
/// keys of a QUIC connection cost; and every connection needs them before its hello can be read.
package struct KeyedSHA256 {
  private typealias Block = InlineArray<64, UInt8>

  private var inner = Block(repeating: 0x36)
  private var outer = Block(repeating: 0x5c)

  package init(_ key: [UInt8]) {
    let key = key.count > Block.count ? Array(SHA256.hash(data: key)) : key
    for i in key.indices {
      inner[i] ^= key[i]
      outer[i] ^= key[i]
    }
  }

  /// The first `count` bytes, at most 32, of the code of a message.
  package func code(_ message: [UInt8], count: Int = SHA256.byteCount) -> [UInt8] {
    var first = SHA256()
    inner.span.bytes.withUnsafeBytes { first.update(bufferPointer: $0) }
    message.withUnsafeBytes { first.update(bufferPointer: $0) }
    var second = SHA256()
    outer.span.bytes.withUnsafeBytes { second.update(bufferPointer: $0) }
    first.finalize().withUnsafeBytes { second.update(bufferPointer: $0) }
    return second.finalize().withUnsafeBytes { Array($0.prefix(count)) }
  }
}
