/// The host and port that an authority names (RFC 3986, section 3.2): a `Host` field, `:authority`, or
/// the part of a URL behind its scheme.
public struct Authority: Sendable, Hashable {
  /// The host as it was spelled, without user information and without the brackets of an IPv6 address.
  public var host: String
  /// Nil when none stands there, or it is no port.
  public var port: UInt16?

  /// Takes the text apart. An IPv6 address may stand in brackets or bare.
  public init(_ text: some StringProtocol) {
    let text = Substring(text)
    let bytes = text.utf8
    let start =
      bytes.lastIndex(of: UInt8(ascii: "@")).map { bytes.index(after: $0) } ?? bytes.startIndex
    if start < bytes.endIndex, bytes[start] == UInt8(ascii: "["),
      let close = bytes[start...].firstIndex(of: UInt8(ascii: "]"))
    {
      host = String(text[bytes.index(after: start)..<close])
      let rest = text[bytes.index(after: close)...]
      port = rest.utf8.first == UInt8(ascii: ":") ? Self.port(rest.dropFirst()) : nil
      return
    }
    guard let colon = bytes[start...].firstIndex(of: UInt8(ascii: ":")),
      bytes[bytes.index(after: colon)...].firstIndex(of: UInt8(ascii: ":")) == nil
    else {
      host = String(text[start...])
      port = nil
      return
    }
    host = String(text[start..<colon])
    port = Self.port(text[bytes.index(after: colon)...])
  }

  /// The host as names compare: in lower case, without the dot of the root.
  public var name: String {
    var name = host.lowercased()
    while name.hasSuffix(".") { name.removeLast() }
    return name
  }

  /// The host that an authority names, as names compare: most are the text itself.
  public static func name(of text: String) -> String {
    let utf8 = text.utf8
    let isName =
      utf8.withContiguousStorageIfAvailable { bytes in
        bytes.last != UInt8(ascii: ".")
          && bytes.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
              UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
              true
            default: false
            }
          }
      } ?? false
    return isName ? text : Authority(text).name
  }

  /// The authority as it was sent, without user information and without the port that the scheme
  /// implies.
  ///
  /// - Parameter scheme: `http` or `https`; every port stays with any other.
  public static func trimmed(_ text: some StringProtocol, scheme: String?) -> String {
    let text = Substring(text)
    var end = text.endIndex
    let authority = Authority(text)
    if let port = authority.port, port == defaultPort(of: scheme),
      let colon = text.utf8.lastIndex(of: UInt8(ascii: ":"))
    {
      end = colon
    }
    let start = text.utf8.lastIndex(of: UInt8(ascii: "@")).map { text.utf8.index(after: $0) }
    return String(text[(start ?? text.startIndex)..<end])
  }

  private static func defaultPort(of scheme: String?) -> UInt16? {
    switch scheme?.lowercased() {
    case "http", "ws": 80
    case "https", "wss": 443
    default: nil
    }
  }

  /// The number, when the text is digits alone: `UInt16` itself would take a sign.
  private static func port(_ text: some StringProtocol) -> UInt16? {
    text.utf8.allSatisfy { $0 &- 0x30 <= 9 } ? UInt16(text) : nil
  }
}
