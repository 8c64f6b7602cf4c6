import Model

/// Whom and what a request asks for, out of its target and `Host` (RFC 9112, section 3.2).
struct HTTP1Target: Hashable {
  /// The host without port, brackets or user information; of a `CONNECT` the tunnel's end.
  var host: String?
  var port: UInt16?
  /// Path and query; for `CONNECT` the authority.
  var target: String
  /// What names the host, as it was sent: the absolute form, else `Host`.
  private var authority: String?
  /// The scheme of an absolute form.
  private var scheme: String?

  var isAbsolute: Bool { scheme != nil }

  init(_ head: HTTP1Head) {
    target = head.target
    authority = head.host
    if head.method == "CONNECT" {
      // A malformed line may have a path, too; whoever opens the tunnel reads the authority alone.
      target = String(head.target.prefix { $0 != " " })
      readAuthority(target[...])
    } else if let schemeEnd = Self.endOfScheme(head.target) {
      scheme = String(head.target[..<schemeEnd])
      let rest = head.target[schemeEnd...].dropFirst(3)
      let end = rest.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? rest.endIndex
      authority = String(rest[..<end])
      readAuthority(rest[..<end])
      let path = String(rest[end...])
      target =
        path.isEmpty
        ? (head.method == "OPTIONS" ? "*" : "/") : (path.hasPrefix("/") ? path : "/" + path)
    } else if let host = head.host {
      readAuthority(host[...])
    }
  }

  /// The authority without a port that the scheme implies; nil when the request names none.
  ///
  /// - Parameter isEncrypted: tells the scheme where the target does not.
  func authority(isEncrypted: Bool) -> String? {
    guard let authority, !authority.isEmpty else { return nil }
    return Authority.trimmed(authority, scheme: scheme ?? (isEncrypted ? "https" : "http"))
  }

  /// Whether `Host` names another host than the absolute target.
  func disagrees(with head: HTTP1Head) -> Bool {
    guard isAbsolute, let field = head.host, let authority else { return false }
    return Authority.name(of: field) != Authority.name(of: authority)
  }

  /// Index of the `://` behind a scheme.
  private static func endOfScheme(_ target: String) -> String.Index? {
    guard let first = target.utf8.first, first != UInt8(ascii: "/"),
      let colon = target.utf8.firstIndex(of: UInt8(ascii: ":")),
      target.utf8[colon...].starts(with: "://".utf8),
      target.utf8[..<colon].allSatisfy(\.isTokenCharacter)
    else { return nil }
    return colon
  }

  private mutating func readAuthority(_ text: Substring) {
    let authority = Authority(text)
    host = authority.host.isEmpty ? nil : authority.host
    port = authority.port
  }
}
