import Crypto
import CryptoExtras

/// The AEAD and the header protection that packets are under (RFC 9001, sections 5.3 and 5.4).
///
/// A protocol of its own, so that another implementation can take the place of this one.
protocol PacketCipher: Sendable {
  /// Removes packet protection; nil when the tag does not fit.
  ///
  /// - Parameters:
  ///   - sealed: ciphertext and its 16-byte tag.
  ///   - header: the header with its protection removed.
  func open(_ sealed: ArraySlice<UInt8>, nonce: [UInt8], header: [UInt8]) -> [UInt8]?

  /// The five bytes that cover a header, from a 16-byte sample of ciphertext.
  func mask(_ sample: ArraySlice<UInt8>) -> [UInt8]?
}

/// AES-128-GCM and AES-256-GCM.
struct AESPacketCipher: PacketCipher {
  let key: SymmetricKey
  let headerKey: SymmetricKey

  func open(_ sealed: ArraySlice<UInt8>, nonce: [UInt8], header: [UInt8]) -> [UInt8]? {
    // In one piece, as the library keeps it: from three it would be put together byte by byte.
    guard sealed.count >= 16, let box = try? AES.GCM.SealedBox(combined: nonce + sealed),
      let plain = try? AES.GCM.open(box, using: key, authenticating: header)
    else { return nil }
    return [UInt8](plain)
  }

  func mask(_ sample: ArraySlice<UInt8>) -> [UInt8]? {
    var block = Array(sample)
    guard block.count == 16, (try? AES.permute(&block, key: headerKey)) != nil else { return nil }
    return Array(block.prefix(5))
  }
}

/// ChaCha20-Poly1305.
struct ChaChaPacketCipher: PacketCipher {
  let key: SymmetricKey
  let headerKey: SymmetricKey

  func open(_ sealed: ArraySlice<UInt8>, nonce: [UInt8], header: [UInt8]) -> [UInt8]? {
    guard sealed.count >= 16, let nonce = try? ChaChaPoly.Nonce(data: nonce),
      let box = try? ChaChaPoly.SealedBox(
        nonce: nonce, ciphertext: sealed.dropLast(16), tag: sealed.suffix(16)),
      let plain = try? ChaChaPoly.open(box, using: key, authenticating: header)
    else { return nil }
    return [UInt8](plain)
  }

  func mask(_ sample: ArraySlice<UInt8>) -> [UInt8]? {
    guard sample.count == 16,
      let counter = try? Insecure.ChaCha20CTR.Counter(data: sample.prefix(4)),
      let nonce = try? Insecure.ChaCha20CTR.Nonce(data: sample.dropFirst(4)),
      let mask = try? Insecure.ChaCha20CTR.encrypt(
        [UInt8](repeating: 0, count: 5), using: headerKey, counter: counter, nonce: nonce)
    else { return nil }
    return [UInt8](mask)
  }
}
