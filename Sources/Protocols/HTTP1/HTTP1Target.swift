/// Whom and what a request asks for, out of its target and `Host` (RFC 9112, section 3.2).
struct HTTP1Target: Hashable {
  /// The host without port, brackets or user information.
  var host: String?
  var port: UInt16?
  /// Path and query; for `CONNECT` the authority.
  var target: String
  var isAbsolute = false

  init(_ head: HTTP1Head) {
    target = head.target
    if head.method == "CONNECT" {
      readAuthority(head.target.prefix { $0 != " " })
    } else if let scheme = Self.endOfScheme(head.target) {
      isAbsolute = true
      let rest = head.target[scheme...]
      let end = rest.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? rest.endIndex
      readAuthority(rest[..<end])
      let path = String(rest[end...])
      target =
        path.isEmpty
        ? (head.method == "OPTIONS" ? "*" : "/") : (path.hasPrefix("/") ? path : "/" + path)
    } else if let host = head.host {
      readAuthority(host[...])
    }
  }

  /// Index behind `scheme://`.
  private static func endOfScheme(_ target: String) -> String.Index? {
    guard let first = target.utf8.first, first != UInt8(ascii: "/"),
      let colon = target.utf8.firstIndex(of: UInt8(ascii: ":")),
      target.utf8[colon...].starts(with: "://".utf8),
      target.utf8[..<colon].allSatisfy(\.isTokenCharacter)
    else { return nil }
    return target.utf8.index(colon, offsetBy: 3)
  }

  private mutating func readAuthority(_ authority: Substring) {
    var text = authority
    if let at = text.utf8.lastIndex(of: UInt8(ascii: "@")) {
      text = text[text.utf8.index(after: at)...]
    }
    if text.utf8.first == UInt8(ascii: "["),
      let close = text.utf8.firstIndex(of: UInt8(ascii: "]"))
    {
      host = String(text[text.utf8.index(after: text.startIndex)..<close])
      text = text[text.utf8.index(after: close)...]
      if text.utf8.first == UInt8(ascii: ":") { port = UInt16(text.dropFirst()) }
      return
    }
    if let colon = text.utf8.lastIndex(of: UInt8(ascii: ":")) {
      port = UInt16(text[text.utf8.index(after: colon)...])
      text = text[..<colon]
    }
    host = text.isEmpty ? nil : String(text)
  }
}
