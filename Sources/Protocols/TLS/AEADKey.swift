import Crypto
import CryptoExtras
import Wire

/// A key of an AEAD algorithm, ready to open what was sealed with it. TLS and QUIC share it.
package struct AEADKey: Sendable {
  package let algorithm: AEADAlgorithm
  private let key: SymmetricKey

  package init(_ algorithm: AEADAlgorithm, key: [UInt8]) {
    self.algorithm = algorithm
    self.key = SymmetricKey(data: key)
  }

  /// Opens a sealed text (ciphertext and tag) and appends the plaintext to `output`.
  ///
  /// - Parameters:
  ///   - nonce: 12 bytes.
  ///   - authenticated: the additional data.
  /// - Returns: whether it was authentic. When not, `output` is as it was.
  package func open(
    _ sealed: borrowing RawSpan, nonce: [UInt8], authenticating authenticated: [UInt8],
    into output: inout [UInt8]
  ) -> Bool {
    guard sealed.byteCount >= algorithm.tagByteCount, nonce.count == 12 else { return false }
    switch algorithm {
    case .aes128GCM, .aes256GCM:
      guard
        let box = try? AES.GCM.SealedBox(combined: combined(nonce, sealed)),
        let plaintext = try? AES.GCM.open(box, using: key, authenticating: authenticated)
      else { return false }
      output.append(contentsOf: plaintext)
      return true
    case .chacha20Poly1305:
      guard
        let box = try? ChaChaPoly.SealedBox(combined: combined(nonce, sealed)),
        let plaintext = try? ChaChaPoly.open(box, using: key, authenticating: authenticated)
      else { return false }
      output.append(contentsOf: plaintext)
      return true
    case .aes128CCM, .aes256CCM, .aes128CCM8, .aes256CCM8:
      return openCCM(sealed, nonce: nonce, authenticating: authenticated, into: &output)
    }
  }

  private func combined(_ nonce: [UInt8], _ sealed: borrowing RawSpan) -> [UInt8] {
    var box: [UInt8] = []
    box.reserveCapacity(nonce.count + sealed.byteCount)
    box.append(contentsOf: nonce)
    sealed.extracting(0..<sealed.byteCount).append(to: &box)
    return box
  }

  /// CCM with nonces of 12 bytes and lengths of 3 (RFC 3610, section 2; RFC 6655, section 3).
  private func openCCM(
    _ sealed: borrowing RawSpan, nonce: [UInt8], authenticating authenticated: [UInt8],
    into output: inout [UInt8]
  ) -> Bool {
    let tagCount = algorithm.tagByteCount
    let count = sealed.byteCount - tagCount
    guard count < 1 << 24, authenticated.count < 0xff00 else { return false }
    // The counter block zero encrypts the tag, those from one on the text: one run yields both.
    var text = [UInt8](repeating: 0, count: 16)
    sealed.extracting(first: count).append(to: &text)
    guard
      let counter = try? AES._CTR.Nonce(nonceBytes: [2] + nonce + [0, 0, 0]),
      let stream = try? AES._CTR.encrypt(text, using: key, nonce: counter)
    else { return false }
    let opened = [UInt8](stream)
    // The MAC is the last block of a CBC encryption of header, additional data and text.
    let flags: UInt8 = (authenticated.isEmpty ? 0 : 0x40) | UInt8((tagCount - 2) / 2) << 3 | 2
    var input: [UInt8] = [flags]
    input.reserveCapacity(48 + count + authenticated.count)
    input.append(contentsOf: nonce)
    input.append(contentsOf: [UInt8(count >> 16), UInt8(count >> 8 & 0xff), UInt8(count & 0xff)])
    if !authenticated.isEmpty {
      input.append(UInt8(authenticated.count >> 8))
      input.append(UInt8(authenticated.count & 0xff))
      input.append(contentsOf: authenticated)
      pad(&input)
    }
    input.append(contentsOf: opened[16...])
    pad(&input)
    let zero = [UInt8](repeating: 0, count: 16)
    guard
      let iv = try? AES._CBC.IV(ivBytes: zero),
      let chain = try? AES._CBC.encrypt(input, using: key, iv: iv, noPadding: true)
    else { return false }
    let last = [UInt8](chain.suffix(16))
    guard last.count == 16, opened.count == 16 + count else { return false }
    var difference: UInt8 = 0
    for i in 0..<tagCount { difference |= last[i] ^ opened[i] ^ sealed[count + i] }
    guard difference == 0 else { return false }
    output.append(contentsOf: opened[16...])
    return true
  }

  private func pad(_ bytes: inout [UInt8]) {
    while bytes.count % 16 != 0 { bytes.append(0) }
  }
}
