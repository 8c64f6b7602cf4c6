import Crypto
import CryptoExtras
import Wire

/// AES-CBC with HMAC, in both orders (RFC 5246, section 6.2.3.2; RFC 7366).
struct CBCProtection: Sendable {
  let key: SymmetricKey
  let macKey: [UInt8]
  let mac: TLSHash
  let encryptsThenMACs: Bool
  /// Last ciphertext block of the record before, which TLS 1.0 uses as IV; nil from TLS 1.1 on, where
  /// each record brings its own.
  var lastBlock: [UInt8]?

  /// Opens a record and appends its content to `output`.
  func open(
    _ header: RecordHeader, _ fragment: borrowing RawSpan, _ number: UInt64,
    into output: inout [UInt8]
  ) -> Bool {
    var sealedCount = fragment.byteCount
    if encryptsThenMACs {
      sealedCount -= mac.byteCount
      guard sealedCount > 0 else { return false }
      let expected = KeySchedule.hmac(
        mac, key: macKey, pseudoHeader(header, number, sealedCount),
        fragment.extracting(first: sealedCount).array)
      guard expected == fragment.extracting(droppingFirst: sealedCount).array else { return false }
    }
    guard var text = decrypted(fragment.extracting(first: sealedCount)),
      removePadding(from: &text)
    else { return false }
    if !encryptsThenMACs {
      guard text.count >= mac.byteCount else { return false }
      let tag = Array(text.suffix(mac.byteCount))
      text.removeLast(mac.byteCount)
      let expected = KeySchedule.hmac(
        mac, key: macKey, pseudoHeader(header, number, text.count), text)
      guard expected == tag else { return false }
    }
    output.append(contentsOf: text)
    return true
  }

  /// Notes what the next record's decryption starts from.
  mutating func chain(on fragment: borrowing RawSpan) {
    guard lastBlock != nil else { return }
    let end = fragment.byteCount - (encryptsThenMACs ? mac.byteCount : 0)
    guard end >= 16 else { return }
    lastBlock = fragment.extracting(end - 16..<end).array
  }

  private func decrypted(_ sealed: RawSpan) -> [UInt8]? {
    let first = lastBlock ?? sealed.extracting(first: 16).array
    let text = lastBlock == nil ? sealed.extracting(droppingFirst: first.count) : sealed
    guard first.count == 16, text.byteCount > 0, text.byteCount % 16 == 0,
      let iv = try? AES._CBC.IV(ivBytes: first),
      let opened = try? AES._CBC.decrypt(text.array, using: key, iv: iv, noPadding: true)
    else { return nil }
    return [UInt8](opened)
  }

  private func removePadding(from text: inout [UInt8]) -> Bool {
    guard let length = text.last, text.count > Int(length) else { return false }
    let start = text.count - Int(length) - 1
    for byte in text[start...] where byte != length { return false }
    text.removeSubrange(start...)
    return true
  }
}
