import Model

/// The spellings of a git remote, and of other URLs.
enum RemoteSpelling {
  /// scp-like, ssh, https and git URLs, `host/owner/repo` and `owner/repo`, with and without `.git`.
  static func all(of remote: String) -> [String] {
    guard let (host, path) = parts(of: remote), !path.isEmpty else { return [] }
    let bare = path.hasSuffix(".git") ? String(path.dropLast(4)) : path
    var spellings: [String] = []
    for name in [bare, bare + ".git"] {
      if let host {
        spellings += [
          "git@\(host):\(name)", "ssh://git@\(host)/\(name)", "git+ssh://git@\(host)/\(name)",
          "https://\(host)/\(name)", "http://\(host)/\(name)", "git://\(host)/\(name)",
          "\(host)/\(name)", "\(host):\(name)",
        ]
      }
      if name.contains("/") { spellings.append(name) }
    }
    return spellings
  }

  /// Host and path of a remote; the host is nil for `owner/repo`.
  private static func parts(of remote: String) -> (host: String?, path: String)? {
    var rest = remote[...]
    if let scheme = rest.firstRange(of: "://") {
      rest = rest[scheme.upperBound...]
      guard let slash = rest.firstIndex(of: "/") else { return nil }
      let authority = withoutUser(rest[..<slash])
      let path = rest[slash...].drop { $0 == "/" }
      return (String(authority), trimmedPath(path))
    }
    if let colon = rest.firstIndex(of: ":"), !rest[..<colon].contains("/") {
      return (
        String(withoutUser(rest[..<colon])),
        trimmedPath(rest[rest.index(after: colon)...].drop { $0 == "/" })
      )
    }
    // `/srv/git/x.git` is a path, not a remote host.
    guard !rest.hasPrefix("/"), !rest.hasPrefix(".") else { return nil }
    let steps = rest.split(separator: "/")
    if steps.count >= 3, steps[0].contains(".") {
      return (String(steps[0]), trimmedPath(rest[rest.index(steps[0].endIndex, offsetBy: 1)...]))
    }
    return steps.count == 2 ? (nil, trimmedPath(rest)) : nil
  }

  private static func withoutUser(_ authority: Substring) -> Substring {
    authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority
  }

  private static func trimmedPath(_ path: Substring) -> String {
    var path = path
    while path.hasSuffix("/") { path.removeLast() }
    return String(path)
  }

  /// A URL, its authority and its host, without user information.
  static func authorities(of url: String) -> [String] {
    var rest = url[...]
    var scheme: Substring?
    if let mark = rest.firstRange(of: "://") {
      scheme = rest[..<mark.lowerBound]
      rest = rest[mark.upperBound...]
    }
    let authority = withoutUser(rest.prefix { $0 != "/" })
    let path = rest.drop { $0 != "/" }
    let host = Authority(authority).name
    var spellings = [String(authority), host]
    if let scheme { spellings.append("\(scheme)://\(authority)\(trimmedPath(path))") }
    return spellings
  }
}
