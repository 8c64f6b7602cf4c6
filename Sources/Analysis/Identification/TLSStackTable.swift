/// Which TLS library a ClientHello comes from, by the cipher list in its JA4 (the part between the
/// underscores). A weak hint: libraries serve many programs, and relays imitate them.
///
/// Origin: hellos recorded from the programs named here; Chromium's is also published by FoxIO.
enum TLSStackTable {
  struct Stack: Equatable {
    var name: String
    /// Languages that programs with it are written in; empty when that says nothing.
    var languages: Set<String>
  }

  static func stack(ofJA4 ja4: String) -> Stack? {
    let parts = ja4.split(separator: "_", omittingEmptySubsequences: false)
    return parts.count == 3 ? stacks[String(parts[1])] : nil
  }

  private static let stacks: [String: Stack] = [
    // Claude Code 2.1.170 and 2.1.330.
    "5b57614c22b0": Stack(name: "BoringSSL as in Bun", languages: ["JavaScript"]),
    "5d04281c6031": Stack(name: "BoringSSL as in Bun", languages: ["JavaScript"]),
    // Copilot CLI 1.0.57; node 20.20.2.
    "b262b3658495": Stack(name: "OpenSSL as in Node.js", languages: ["JavaScript"]),
    "a33745022dd6": Stack(name: "OpenSSL as in Node.js", languages: ["JavaScript"]),
    // CPython 3.11.7 with httpx, requests, http.client; with aiohttp.
    "85036bcba153": Stack(name: "OpenSSL as in Python", languages: ["Python"]),
    "fa82ebbed50e": Stack(name: "OpenSSL as in Python", languages: ["Python"]),
    // Codex CLI 0.163.0; statsig-python-core 0.24.2, a Rust core under Python.
    "61a7ad8aa9b6": Stack(name: "rustls", languages: ["Rust", "Python"]),
    // curl 7.88.1; git 2.39.5.
    "e8f1e7e78f70": Stack(name: "OpenSSL as in curl", languages: []),
    "6ebe5b3fc6b0": Stack(name: "OpenSSL as in curl", languages: []),
    "723694b0fccc": Stack(name: "GnuTLS as in git", languages: []),
    // Chromium 156, over TCP and QUIC.
    "8daaf6152771": Stack(name: "BoringSSL as in Chromium", languages: ["Browser"]),
    "55b375c5d22e": Stack(name: "BoringSSL as in Chromium", languages: ["Browser"]),
  ]
}
