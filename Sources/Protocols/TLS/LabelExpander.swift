import Crypto

/// HKDF-Expand-Label (RFC 8446, section 7.1) for several labels under one secret, which is made ready once.
struct LabelExpander {
  private enum Key {
    case sha256(KeyedSHA256)
    case sha384(HMAC<SHA384>)
  }

  private let key: Key

  /// - Parameter secret: its length tells the hash: SHA-384 when it is 48 bytes long, else SHA-256.
  init(_ secret: [UInt8]) {
    key =
      secret.count == 48
      ? .sha384(HMAC(key: SymmetricKey(data: secret))) : .sha256(KeyedSHA256(secret))
  }

  /// - Parameters:
  ///   - label: without the prefix `tls13 `.
  ///   - count: at most the length of the hash's digest.
  func expand(_ label: StaticString, count: Int) -> [UInt8] {
    // One block is enough, so the counter behind the label is always one (RFC 5869, section 2.3).
    var info = KeySchedule.labelInfo(label, count: count)
    info.append(1)
    switch key {
    case .sha256(let key): return key.code(info, count: count)
    case .sha384(var function):
      function.update(data: info)
      return function.finalize().withUnsafeBytes { Array($0.prefix(count)) }
    }
  }
}
