/// Takes authorities apart (RFC 3986, section 3.2).
enum HTTP3Authority {
  /// Host (an IPv6 address without brackets) and port.
  static func split(_ authority: String) -> (host: String, port: UInt16?) {
    guard let colon = authority.utf8.lastIndex(of: 0x3a),
      let port = UInt16(authority[authority.utf8.index(after: colon)...])
    else { return (unbracketed(authority[...]), nil) }
    return (unbracketed(authority[..<colon]), port)
  }

  /// The authority without the port that its scheme implies.
  static func withoutDefaultPort(_ authority: String, scheme: String?) -> String {
    let suffix = scheme == "http" ? ":80" : ":443"
    guard authority.hasSuffix(suffix) else { return authority }
    return String(authority.dropLast(suffix.count))
  }

  private static func unbracketed(_ host: Substring) -> String {
    guard host.first == "[", host.last == "]" else { return String(host) }
    return String(host.dropFirst().dropLast())
  }
}
