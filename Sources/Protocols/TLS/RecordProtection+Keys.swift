import Crypto
package import Model

extension RecordProtection {
  /// Protection from a TLS 1.3 traffic secret (RFC 8446, section 7.3).
  package init(trafficSecret secret: [UInt8], algorithm: AEADAlgorithm, hash: TLSHash) {
    let key = KeySchedule.expandLabel(
      hash, secret: secret, label: "key", count: algorithm.keyByteCount)
    let iv = KeySchedule.expandLabel(hash, secret: secret, label: "iv", count: 12)
    self.init(.tls13(AEADKey(algorithm, key: key), iv: iv, secret: secret, hash: hash))
  }

  /// Protection from the master secret of TLS 1.0 to 1.2 (RFC 5246, section 6.3); nil for suites that
  /// are not opened.
  package init?(
    masterSecret: [UInt8], clientRandom: [UInt8], serverRandom: [UInt8], version: UInt16,
    suite: CipherSuite, encryptsThenMACs: Bool, sender: Side
  ) {
    let sizes: (mac: Int, key: Int, iv: Int)
    switch suite.cipher {
    case .aead(let algorithm):
      sizes = (0, algorithm.keyByteCount, algorithm == .chacha20Poly1305 ? 12 : 4)
    case .aesCBC(let keyByteCount, let mac):
      sizes = (mac.byteCount, keyByteCount, 16)
    case .null(let mac):
      sizes = (mac.byteCount, 0, 0)
    case .unsupported:
      return nil
    }
    let block = KeySchedule.prf(
      version: version, hash: suite.keyHash, secret: masterSecret, label: "key expansion",
      seed: serverRandom + clientRandom, count: 2 * (sizes.mac + sizes.key + sizes.iv))
    let index = Int(sender.rawValue)
    func part(at start: Int, _ size: Int) -> [UInt8] {
      Array(block[start + index * size..<start + (index + 1) * size])
    }
    let macKey = part(at: 0, sizes.mac)
    let key = part(at: 2 * sizes.mac, sizes.key)
    let iv = part(at: 2 * (sizes.mac + sizes.key), sizes.iv)
    switch suite.cipher {
    case .aead(.chacha20Poly1305):
      self.init(.implicitNonce(AEADKey(.chacha20Poly1305, key: key), iv: iv))
    case .aead(let algorithm):
      self.init(.explicitNonce(AEADKey(algorithm, key: key), salt: iv))
    case .aesCBC(_, let mac):
      self.init(
        .cbc(
          CBCProtection(
            key: SymmetricKey(data: key), macKey: macKey, mac: mac,
            encryptsThenMACs: encryptsThenMACs, lastBlock: version <= 0x0301 ? iv : nil)))
    case .null(let mac):
      self.init(.null(mac: mac, key: macKey))
    case .unsupported:
      return nil
    }
  }
}
