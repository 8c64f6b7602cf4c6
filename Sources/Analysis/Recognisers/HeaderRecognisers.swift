import Model
import Protocols

/// Request headers whose grammar says more than their place: credentials and the User-Agent.
enum HeaderRecognisers {
  static func findings(name: String, value: String) -> [Finding] {
    switch name {
    case "authorization", "proxy-authorization", "x-api-key", "api-key", "x-goog-api-key", "cookie":
      CredentialHeader.findings(name: name, value: value)
    case "x-cursor-checksum":
      ReversibleChecksum.findings(value)
    case "user-agent", "x-goog-api-client", "x-amz-user-agent":
      UserAgentFacts.findings(value)
    default:
      []
    }
  }
}

/// Credentials in headers (RFC 9110, section 11; RFC 6265 for cookies; API keys by custom).
enum CredentialHeader {
  static let id = "recogniser.credential-header"

  static func findings(name: String, value: String) -> [Finding] {
    guard !value.isEmpty else { return [] }
    switch name {
    case "authorization": return authorization(value)
    case "proxy-authorization": return proxy(value)
    case "cookie": return [secret("account.cookie", value)]
    default: return [secret(attribute(ofToken: value), value)]
    }
  }

  private static func secret(_ attribute: String, _ value: String) -> Finding {
    Finding(attribute, Array(value.utf8), source: id, confidence: 0.97, isSecret: true)
  }

  private static func authorization(_ value: String) -> [Finding] {
    guard let space = value.firstIndex(of: " ") else { return [secret("account.token", value)] }
    let scheme = value[..<space].lowercased()
    let rest = String(value[value.index(after: space)...]).trimmed
    guard !rest.isEmpty else { return [] }
    switch scheme {
    case "bearer", "token": return [secret(attribute(ofToken: rest), rest)]
    case "basic": return [secret("account.token", rest)] + user(ofBasic: rest)
    case "ntlm", "negotiate": return login(rest, secret: secret("account.token", rest))
    case "digest": return [secret("account.token", rest)] + user(ofDigest: rest)
    default: return [secret("account.token", rest)]
    }
  }

  private static func proxy(_ value: String) -> [Finding] {
    let parts = value.split(separator: " ", maxSplits: 1)
    guard parts.count == 2 else { return [secret("network.proxy_credentials", value)] }
    let token = String(parts[1])
    switch parts[0].lowercased() {
    case "basic": break
    case "ntlm", "negotiate":
      return login(token, secret: secret("network.proxy_credentials", value))
    case "digest": return [secret("network.proxy_credentials", value)] + user(ofDigest: token)
    default: return [secret("network.proxy_credentials", value)]
    }
    let bytes = Array(token.utf8)
    let decoded = Base64.decode(bytes.span)
    return [
      Finding(
        "network.proxy_credentials", decoded ?? bytes, source: id, confidence: 0.97, isSecret: true)
    ] + user(ofBasic: token)
  }

  /// A login of Windows: its beginning holds names, but nothing secret.
  private static func login(_ token: String, secret: Finding) -> [Finding] {
    let bytes = Array(token.utf8)
    guard bytes.count <= 1 << 16, let decoded = Base64.decode(bytes.span),
      let message = NTLMMessage(decoded)
    else { return [secret] }
    return (message.isProof ? [secret] : []) + message.findings(source: id)
  }

  /// The user of Digest (RFC 7616, section 3.4).
  private static func user(ofDigest parameters: String) -> [Finding] {
    guard let range = parameters.firstRange(of: "username=\"") else { return [] }
    let name = parameters[range.upperBound...].prefix { $0 != "\"" }
    guard name.utf8.count >= 2, name.utf8.count <= 64, name.endIndex < parameters.endIndex,
      !name.contains("@"), !roles.contains(name.lowercased())
    else { return [] }
    return [Finding("identity.username", Array(name.utf8), source: id, confidence: 0.8)]
  }

  /// Users that every client of a service names itself as.
  private static let roles: Set<String> = [
    "api", "apikey", "api_key", "key", "token", "oauth2", "oauth2accesstoken", "user", "git",
  ]

  /// The user part of `user:password`, unless it is a token itself: without a password it is a key.
  private static func user(ofBasic token: String) -> [Finding] {
    let bytes = Array(token.utf8)
    guard bytes.count <= 4096, let decoded = Base64.decode(bytes.span),
      let colon = decoded.firstIndex(of: UInt8(ascii: ":")), colon >= 2, colon <= 32,
      decoded[..<colon].allSatisfy({
        $0.isWord || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
      }),
      !decoded[..<colon].starts(with: Array("x-".utf8)), colon + 1 < decoded.count,
      !roles.contains(String(decoding: decoded[..<colon], as: UTF8.self).lowercased())
    else { return [] }
    return [Finding("identity.username", Array(decoded[..<colon]), source: id, confidence: 0.8)]
  }

  /// Tokens that stand for a signed-in account, by the prefixes of their issuers; all else is a key.
  private static func attribute(ofToken value: String) -> String {
    let prefixes = [
      "ghu_", "gho_", "ghp_", "ghs_", "ghr_", "github_pat_", "glpat-", "eyJ", "ya29.", "sk-ant-oat",
      "sess-", "tid=", "xoxb-", "xoxp-", "hf_", "user_",
    ]
    return prefixes.contains { value.hasPrefix($0) } ? "account.token" : "account.api_key"
  }
}
