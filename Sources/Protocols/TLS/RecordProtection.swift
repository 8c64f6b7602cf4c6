import Wire

/// Opens the records of one direction in one epoch: keys, and the number of the next record.
package struct RecordProtection: Sendable {
  /// How a version and a suite seal records.
  enum Scheme {
    /// TLS 1.3 (RFC 8446, section 5.2): the content type is inside, the nonce is IV xor number.
    case tls13(AEADKey, iv: [UInt8], secret: [UInt8], hash: TLSHash)
    /// TLS 1.2 GCM and CCM (RFC 5288, RFC 6655): eight bytes of the nonce stand in the record.
    case explicitNonce(AEADKey, salt: [UInt8])
    /// TLS 1.2 ChaCha20-Poly1305 (RFC 7905): the nonce is IV xor number.
    case implicitNonce(AEADKey, iv: [UInt8])
    case cbc(CBCProtection)
    /// Integrity without secrecy.
    case null(mac: TLSHash, key: [UInt8])
  }

  var scheme: Scheme
  /// Number of the next record.
  package var sequence: UInt64 = 0

  init(_ scheme: Scheme) {
    self.scheme = scheme
  }

  /// Opens the next record and appends its content to `output`.
  ///
  /// - Returns: the type of the content; nil when the record is not authentic, and then nothing has
  ///   changed.
  package mutating func open(
    _ header: RecordHeader, _ fragment: borrowing RawSpan, into output: inout [UInt8]
  ) -> ContentType? {
    open(header, fragment, at: sequence, into: &output)
  }

  /// Opens a record as number `number` of its epoch; the one after it is next.
  mutating func open(
    _ header: RecordHeader, _ fragment: borrowing RawSpan, at number: UInt64,
    into output: inout [UInt8]
  ) -> ContentType? {
    guard let type = unseal(header, fragment, number, &output) else { return nil }
    sequence = number &+ 1
    if case .cbc(var cbc) = scheme {
      cbc.chain(on: fragment)
      scheme = .cbc(cbc)
    }
    return type
  }

  /// Goes on to the next generation of keys (RFC 8446, section 7.2).
  package mutating func update() {
    guard case .tls13(let key, _, let secret, let hash) = scheme else { return }
    self = RecordProtection(
      trafficSecret: KeySchedule.updated(hash, secret: secret), algorithm: key.algorithm, hash: hash
    )
  }

  private func unseal(
    _ header: RecordHeader, _ fragment: borrowing RawSpan, _ number: UInt64,
    _ output: inout [UInt8]
  ) -> ContentType? {
    switch scheme {
    case .tls13(let key, let iv, _, _):
      guard header.type == .applicationData else { return nil }
      let start = output.count
      guard
        key.open(fragment, nonce: mixed(iv, number), authenticating: header.bytes, into: &output)
      else { return nil }
      return innerType(&output, from: start)
    case .explicitNonce(let key, let salt):
      let count = fragment.byteCount - 8 - key.algorithm.tagByteCount
      guard count >= 0 else { return nil }
      let nonce = salt + fragment.extracting(first: 8).array
      let isOpen = key.open(
        fragment.extracting(droppingFirst: 8), nonce: nonce,
        authenticating: pseudoHeader(header, number, count), into: &output)
      return isOpen ? header.type : nil
    case .implicitNonce(let key, let iv):
      let count = fragment.byteCount - key.algorithm.tagByteCount
      guard count >= 0 else { return nil }
      let isOpen = key.open(
        fragment, nonce: mixed(iv, number), authenticating: pseudoHeader(header, number, count),
        into: &output)
      return isOpen ? header.type : nil
    case .cbc(let cbc):
      return cbc.open(header, fragment, number, into: &output) ? header.type : nil
    case .null(let mac, let key):
      let count = fragment.byteCount - mac.byteCount
      guard count >= 0 else { return nil }
      let content = fragment.extracting(first: count).array
      let expected = KeySchedule.hmac(mac, key: key, pseudoHeader(header, number, count), content)
      guard expected == fragment.extracting(droppingFirst: count).array else { return nil }
      output.append(contentsOf: content)
      return header.type
    }
  }

  /// Takes padding and content type off a TLS 1.3 plaintext (RFC 8446, section 5.4).
  private func innerType(_ output: inout [UInt8], from start: Int) -> ContentType? {
    var end = output.count
    while end > start, output[end - 1] == 0 { end -= 1 }
    guard end > start, let type = ContentType(rawValue: output[end - 1]) else {
      output.removeSubrange(start...)
      return nil
    }
    output.removeSubrange((end - 1)...)
    return type
  }

  private func mixed(_ iv: [UInt8], _ number: UInt64) -> [UInt8] {
    var nonce = iv
    for i in 0..<min(8, nonce.count) {
      nonce[nonce.count - 1 - i] ^= UInt8(truncatingIfNeeded: number >> UInt64(8 * i))
    }
    return nonce
  }
}

/// Number, type, version and length of a record's content, as TLS 1.2 and earlier authenticate them
/// (RFC 5246, section 6.2.3).
func pseudoHeader(_ header: RecordHeader, _ number: UInt64, _ count: Int) -> [UInt8] {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(13)
  for shift in stride(from: UInt64(56), through: 0, by: -8) {
    bytes.append(UInt8(truncatingIfNeeded: number >> shift))
  }
  bytes.append(header.type.rawValue)
  bytes.append(UInt8(header.version >> 8))
  bytes.append(UInt8(header.version & 0xff))
  bytes.append(UInt8(truncatingIfNeeded: count >> 8))
  bytes.append(UInt8(truncatingIfNeeded: count))
  return bytes
}
