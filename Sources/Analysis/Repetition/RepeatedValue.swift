import Model

/// An opaque value in a place that no signal asked for.
struct OpaquePlace {
  var value: [UInt8]
  var shape: OpaqueValue
  var channel: Channel
  var offset: Int?
  var length: Int?

  /// Values of one message that are looked at.
  static let limit = 256

  /// Whether a place is one whose values are told elsewhere or change by design: credentials, validators of
  /// caches, keys of handshakes, names of traces.
  static func isOfNoInterest(_ path: String) -> Bool {
    let name = Array(lastName(of: path).utf8)
    return wordsOfNoInterest.contains { word in
      name.indices.contains { name[$0...].starts(with: word) }
    }
  }

  private static let wordsOfNoInterest: [[UInt8]] = [
    "key", "token", "secret", "auth", "sign", "passw", "cookie", "nonce", "match", "etag",
    "digest", "trace", "span", "boundary", "content-type",
  ].map { Array($0.utf8) }

  /// The last member of a path, in lower case.
  static func lastName(of path: String) -> String {
    var name = Substring(path)
    while name.hasSuffix("[*]") { name.removeLast(3) }
    let start = name.utf8.lastIndex(of: UInt8(ascii: ".")).map { name.utf8.index(after: $0) }
    return name[(start ?? name.startIndex)...].lowercased()
  }
}

/// What a value is, by how it repeats.
enum RepeatedValue {
  static func finding(
    _ value: [UInt8], _ shape: OpaqueValue, _ kind: RepetitionBook.Kind, path: String,
    sessions: Int, tools: Int
  ) -> Finding {
    switch kind {
    case .session:
      return Finding(
        "identity.session_id", value, source: "repetition.session", confidence: 0.5,
        note: "the same throughout a session, and another one in each")
    case .stable where tools > 1:
      return Finding(
        "identity.device_id", value, source: "repetition.device", confidence: 0.6,
        note: "the same in \(sessions) sessions, and with \(tools) tools")
    case .stable where shape == .uuid || isID(OpaquePlace.lastName(of: path)):
      return Finding(
        "identity.installation_id", value, source: "repetition.installation", confidence: 0.5,
        note: "the same in all of \(sessions) sessions")
    case .stable:
      return Finding(
        "covert.unexplained_token", value, source: "repetition.token", confidence: 0.4,
        isSecret: true,
        note: "the same in all of \(sessions) sessions, and nothing says what it stands for; "
          + "up to \(capacity(value)) bits")
    }
  }

  private static func isID(_ name: String) -> Bool {
    name.hasSuffix("id") || name.hasSuffix("uuid") || name.hasSuffix("guid")
      || name.hasSuffix("ident") || name.hasSuffix("identifier")
  }

  /// Bits that so many characters of their alphabet can hold.
  private static func capacity(_ value: [UInt8]) -> Int {
    let isHexadecimal = value.allSatisfy(\.isHex)
    return value.count * (isHexadecimal ? 4 : 6)
  }
}
