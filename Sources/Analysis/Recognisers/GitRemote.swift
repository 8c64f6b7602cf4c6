import Model

/// Addresses of repositories: `git@host:owner/name.git`, `ssh://git@host/owner/name`,
/// `https://host/owner/name.git`.
enum GitRemote {
  static let id = "recogniser.git-remote"

  /// The short form of ssh.
  static func inspectShort(_ text: Span<UInt8>, at: Int, _ sink: inout FindingSink) {
    let start = text.start(before: at, limit: 32) { $0.isWord || $0 == UInt8(ascii: "-") }
    guard start < at, text.text(start..<at) == "git" else { return }
    let hostEnd = text.end(from: at + 1, limit: 128) {
      $0.isWord || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
    }
    guard hostEnd > at + 1, text.byte(hostEnd) == UInt8(ascii: ":") else { return }
    let end = pathEnd(text, hostEnd + 1)
    guard isRepository(text.text((hostEnd + 1)..<end)) else { return }
    sink.add(Finding("workspace.repository", text.copy(start..<end), source: id, confidence: 0.9))
  }

  /// URLs; a web address counts only with its `.git`.
  static func inspectURL(_ text: Span<UInt8>, colon: Int, _ sink: inout FindingSink) {
    guard text.has("://", at: colon) else { return }
    let scheme: Int
    var needsSuffix = false
    if text.has("ssh", at: colon - 3) || text.has("git", at: colon - 3) {
      scheme = colon - 3
    } else if text.has("https", at: colon - 5) {
      scheme = colon - 5
      needsSuffix = true
    } else {
      return
    }
    let end = pathEnd(text, colon + 3)
    let rest = text.text((colon + 3)..<end)
    guard let slash = rest.firstIndex(of: "/"), !needsSuffix || rest.hasSuffix(".git"),
      isRepository(String(rest[rest.index(after: slash)...]))
    else { return }
    let host = rest[..<slash]
    guard !host.hasPrefix("example."), host.contains(".") || host.contains("@") else { return }
    sink.add(Finding("workspace.repository", text.copy(scheme..<end), source: id, confidence: 0.8))
  }

  private static func pathEnd(_ text: Span<UInt8>, _ start: Int) -> Int {
    var end = text.end(from: start, limit: 256) {
      $0.isWord || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/")
        || $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: ":")
    }
    while end > start, text[end - 1] == UInt8(ascii: ".") { end -= 1 }
    return end
  }

  /// At least an owner and a name, which are no placeholders.
  private static func isRepository(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    guard parts.count >= 2, parts.count <= 6 else { return false }
    let placeholders: Set<Substring> = ["owner", "org", "user", "username", "your-org", "example"]
    return !placeholders.contains(parts[0])
  }
}
