import Crypto

/// Key derivation of TLS and QUIC.
package enum KeySchedule {
  /// HMAC (RFC 2104) of the concatenated parts.
  package static func hmac(_ hash: TLSHash, key: [UInt8], _ parts: [UInt8]...) -> [UInt8] {
    hmac(hash, key: SymmetricKey(data: key), parts)
  }

  static func hmac(_ hash: TLSHash, key: SymmetricKey, _ parts: [[UInt8]]) -> [UInt8] {
    switch hash {
    case .md5: authenticate(Insecure.MD5.self, key, parts)
    case .sha1: authenticate(Insecure.SHA1.self, key, parts)
    case .sha256: authenticate(SHA256.self, key, parts)
    case .sha384: authenticate(SHA384.self, key, parts)
    case .sha512: authenticate(SHA512.self, key, parts)
    }
  }

  private static func authenticate<H: HashFunction>(
    _: H.Type, _ key: SymmetricKey, _ parts: [[UInt8]]
  ) -> [UInt8] {
    var function = HMAC<H>(key: key)
    for part in parts { function.update(data: part) }
    return Array(function.finalize())
  }

  /// A digest of some bytes.
  static func digest(_ hash: TLSHash, _ bytes: [UInt8]) -> [UInt8] {
    switch hash {
    case .md5: Array(Insecure.MD5.hash(data: bytes))
    case .sha1: Array(Insecure.SHA1.hash(data: bytes))
    case .sha256: Array(SHA256.hash(data: bytes))
    case .sha384: Array(SHA384.hash(data: bytes))
    case .sha512: Array(SHA512.hash(data: bytes))
    }
  }

  /// HKDF-Extract (RFC 5869, section 2.2).
  package static func extract(_ hash: TLSHash, salt: [UInt8], input: [UInt8]) -> [UInt8] {
    hmac(hash, key: salt, input)
  }

  /// HKDF-Expand (RFC 5869, section 2.3). `count` is at most 255 digests.
  package static func expand(
    _ hash: TLSHash, secret: [UInt8], info: [UInt8], count: Int
  ) -> [UInt8] {
    let key = SymmetricKey(data: secret)
    var output: [UInt8] = []
    var block: [UInt8] = []
    var counter: UInt8 = 1
    while output.count < count, counter < 255 {
      block = hmac(hash, key: key, [block, info, [counter]])
      output.append(contentsOf: block)
      counter += 1
    }
    return Array(output.prefix(count))
  }

  /// HKDF-Expand-Label (RFC 8446, section 7.1).
  ///
  /// - Parameter label: without the prefix `tls13 `, such as `key`, `iv`, `quic hp`.
  package static func expandLabel(
    _ hash: TLSHash, secret: [UInt8], label: StaticString, context: [UInt8] = [], count: Int
  ) -> [UInt8] {
    expand(
      hash, secret: secret, info: labelInfo(label, context: context, count: count), count: count)
  }

  /// The `HkdfLabel` of RFC 8446, section 7.1.
  static func labelInfo(
    _ label: StaticString, context: [UInt8] = [], count: Int
  ) -> [UInt8] {
    var info: [UInt8] = []
    info.reserveCapacity(12 + label.utf8CodeUnitCount + context.count)
    info.append(UInt8(count >> 8 & 0xff))
    info.append(UInt8(count & 0xff))
    info.append(UInt8(6 + label.utf8CodeUnitCount))
    ("tls13 " as StaticString).withUTF8Buffer { info.append(contentsOf: $0) }
    label.withUTF8Buffer { info.append(contentsOf: $0) }
    info.append(UInt8(truncatingIfNeeded: context.count))
    info.append(contentsOf: context)
    return info
  }

  /// The traffic secret after a KeyUpdate (RFC 8446, section 7.2).
  package static func updated(_ hash: TLSHash, secret: [UInt8]) -> [UInt8] {
    expandLabel(hash, secret: secret, label: "traffic upd", count: hash.byteCount)
  }

  /// The pseudorandom function of TLS 1.0 to 1.2 (RFC 2246 and RFC 5246, section 5).
  ///
  /// - Parameter version: below 0x0303, MD5 and SHA-1 are combined; from it on, `hash` is used.
  package static func prf(
    version: UInt16, hash: TLSHash, secret: [UInt8], label: StaticString, seed: [UInt8], count: Int
  ) -> [UInt8] {
    let labelled = Array(label.description.utf8) + seed
    if version >= 0x0303 { return expandChain(hash, secret, labelled, count) }
    let half = (secret.count + 1) / 2
    let left = expandChain(.md5, Array(secret.prefix(half)), labelled, count)
    let right = expandChain(.sha1, Array(secret.suffix(half)), labelled, count)
    return zip(left, right).map { $0 ^ $1 }
  }

  /// `P_hash` (RFC 5246, section 5).
  private static func expandChain(
    _ hash: TLSHash, _ secret: [UInt8], _ seed: [UInt8], _ count: Int
  ) -> [UInt8] {
    let key = SymmetricKey(data: secret)
    var output: [UInt8] = []
    var link = seed
    while output.count < count {
      link = hmac(hash, key: key, [link])
      output.append(contentsOf: hmac(hash, key: key, [link, seed]))
    }
    return Array(output.prefix(count))
  }
}
