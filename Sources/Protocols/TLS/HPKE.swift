import Wire

/// What a recipient of Hybrid Public Key Encryption opens messages with (RFC 9180), in base mode, when
/// the shared secret of the KEM is known: a key log's `ECH_SECRET`.
///
/// CryptoKit's interface starts from private keys, which no observer has.
struct HPKEContext: Sendable {
  private let key: AEADKey
  private let baseNonce: [UInt8]

  /// - Parameters:
  ///   - kem, kdf, aead: IANA numbers (RFC 9180, section 7).
  ///   - info: what the sender bound the key to.
  /// - Returns: nil when an algorithm is not known.
  init?(sharedSecret: [UInt8], kem: UInt16, kdf: UInt16, aead: UInt16, info: [UInt8]) {
    guard let hash = Self.hash(kdf), let algorithm = Self.algorithm(aead) else { return nil }
    let suite = Array("HPKE".utf8) + [kem, kdf, aead].flatMap(bytes)
    func extract(_ salt: [UInt8], _ label: StaticString, _ input: [UInt8]) -> [UInt8] {
      KeySchedule.extract(
        hash, salt: salt,
        input: Array("HPKE-v1".utf8) + suite + Array(label.description.utf8) + input)
    }
    func expand(_ secret: [UInt8], _ label: StaticString, _ count: Int) -> [UInt8] {
      let context = [0] + extract([], "psk_id_hash", []) + extract([], "info_hash", info)
      let labelled =
        bytes(UInt16(count)) + Array("HPKE-v1".utf8) + suite + Array(label.description.utf8)
      return KeySchedule.expand(hash, secret: secret, info: labelled + context, count: count)
    }
    let secret = extract(sharedSecret, "secret", [])
    key = AEADKey(algorithm, key: expand(secret, "key", algorithm.keyByteCount))
    baseNonce = expand(secret, "base_nonce", 12)
  }

  /// Opens the message of a number, or gives nil when it is not authentic.
  func open(_ sealed: RawSpan, number: UInt8, authenticating data: [UInt8]) -> [UInt8]? {
    var nonce = baseNonce
    nonce[nonce.count - 1] ^= number
    var output: [UInt8] = []
    return key.open(sealed, nonce: nonce, authenticating: data, into: &output) ? output : nil
  }

  private static func hash(_ kdf: UInt16) -> TLSHash? {
    switch kdf {
    case 1: .sha256
    case 2: .sha384
    case 3: .sha512
    default: nil
    }
  }

  private static func algorithm(_ aead: UInt16) -> AEADAlgorithm? {
    switch aead {
    case 1: .aes128GCM
    case 2: .aes256GCM
    case 3: .chacha20Poly1305
    default: nil
    }
  }
}

/// A 16-bit number in network order.
private func bytes(_ number: UInt16) -> [UInt8] {
  [UInt8(number >> 8), UInt8(number & 0xff)]
}
