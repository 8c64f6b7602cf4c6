/// The names that a header's own may stand for: programs put `x-` and their own word before them.
///
/// `x-device-id`, `oai-device-id`, `x-msh-device-id` and `x-cursor-client-os` name a device id and an operating
/// system, whoever invented them. Fields of HTTP itself never count.
enum HeaderSpelling {
  private static let standard = [
    "accept", "access-control", "content", "if", "sec", "proxy", "transfer", "cache", "upgrade",
    "priority", "alt", "strict", "cross-origin", "referer", "referrer", "authorization", "cookie",
    "host", "origin", "user-agent", "connection", "te", "trailer", "via", "forwarded",
    "x-forwarded",
  ]

  static func names(of name: String) -> [Substring] {
    guard !standard.contains(where: { name == $0 || name.hasPrefix($0 + "-") }) else { return [] }
    var rest = Substring(name)
    if rest.hasPrefix("x-") { rest = rest.dropFirst(2) }
    var names = [rest]
    if let dash = rest.firstIndex(of: "-") { names.append(rest[rest.index(after: dash)...]) }
    return names
  }
}
