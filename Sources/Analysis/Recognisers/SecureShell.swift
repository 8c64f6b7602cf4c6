import Model

/// Keys of the secure shell: public ones with the comment that names user and host (RFC 4253, section 6.6), and
/// the head of private ones (RFC 7468).
enum SecureShell {
  static let id = "recogniser.secure-shell"

  static func inspect(_ text: Span<UInt8>, hyphen: Int, _ sink: inout FindingSink) {
    if text.has("-----BEGIN ", at: hyphen) {
      let end = text.end(from: hyphen + 11, limit: 40) { $0 != UInt8(ascii: "-") && $0 != 0x0a }
      guard text.text((hyphen + 11)..<end).hasSuffix("PRIVATE KEY"),
        text.has("-----", at: end), let next = text.byte(end + 5), next == 0x0a || next == 0x0d
      else { return }
      let stop = text.end(from: end + 5, limit: 4096) { $0 != UInt8(ascii: "-") }
      guard stop - end > 64 else { return }
      sink.add(
        Finding(
          "identity.ssh_identity", text.copy(hyphen..<stop), source: id, confidence: 0.9,
          isSecret: true, note: "a private key"))
      return
    }
    guard hyphen >= 3, text.has("ssh-", at: hyphen - 3) else { return }
    let kind = text.end(from: hyphen + 1, limit: 16) { $0.isLetter || $0.isDigit }
    guard text.has(" AAAA", at: kind) else { return }
    let key = text.end(from: kind + 1, limit: 2048) {
      $0.isWord || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "=")
    }
    guard key - kind > 48 else { return }
    let end = text.byte(key) == 0x20 ? text.end(from: key + 1, limit: 128) { $0 > 0x20 } : key
    sink.add(
      Finding("identity.ssh_identity", text.copy((hyphen - 3)..<end), source: id, confidence: 0.9))
  }
}
