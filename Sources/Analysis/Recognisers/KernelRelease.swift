import Model

/// Releases of kernels after their system's name: `Linux 6.1.0-18-amd64`, `Darwin 24.1.0`,
/// `Linux-6.8.0-x86_64-with-glibc2.36`.
enum KernelRelease {
  static let id = "recogniser.kernel"

  static func inspect(_ text: Span<UInt8>, at: Int, _ sink: inout FindingSink) {
    let start: Int
    if text.has("Linux", at: at) {
      start = at + 5
    } else if text.has("Darwin", at: at) {
      start = at + 6
    } else {
      return
    }
    guard text.byte(at - 1).map({ !$0.isWord }) ?? true, let mark = text.byte(start),
      mark == 0x20 || mark == UInt8(ascii: "-") || mark == UInt8(ascii: "/"),
      text.byte(start + 1)?.isDigit == true
    else { return }
    let end = text.end(from: start + 1, limit: 96) {
      $0.isWord || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+")
        || $0 == UInt8(ascii: "~")
    }
    var release = text.text((start + 1)..<end)
    for mark in ["-with-", "-x86_64", "-aarch64", "-arm64"] {
      if let cut = firstRange(of: mark, in: release) { release = String(release[..<cut]) }
    }
    while release.hasSuffix(".") || release.hasSuffix("-") { release.removeLast() }
    // Three numbers at least: `Linux 12` is a distribution's.
    let numbers = release.prefix { $0.isNumber || $0 == "." }.split(separator: ".")
    guard numbers.count >= 3 else { return }
    sink.add(Finding("machine.kernel", Array(release.utf8), source: id, confidence: 0.85))
    sink.add(
      Finding(
        "machine.os", Array((start - at == 5 ? "Linux" : "Darwin").utf8), source: id,
        confidence: 0.8))
  }

  /// Whether a text by itself is a kernel's release: three numbers and a builder's suffix (`6.1.0-18-amd64`).
  static func isRelease(_ text: String) -> Bool {
    let numbers = text.prefix { $0.isNumber || $0 == "." }
    return numbers.split(separator: ".").count >= 3 && numbers.endIndex < text.endIndex
  }

  private static func firstRange(of needle: String, in text: String) -> String.Index? {
    var at = text.startIndex
    while at < text.endIndex {
      if text[at...].hasPrefix(needle) { return at }
      at = text.index(after: at)
    }
    return nil
  }
}
