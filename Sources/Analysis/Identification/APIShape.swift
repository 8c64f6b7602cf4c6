/// The API of a model vendor, known by path and body whatever the host.
public enum APIShape: String, Sendable {
  case anthropic
  case openai
  case google
  case ollama

  /// The shape that a path suggests; the body must confirm it.
  static func candidate(path: Substring) -> APIShape? {
    if path.hasSuffix("/v1/messages") || path.hasSuffix("/v1/messages/count_tokens") {
      return .anthropic
    }
    if path.hasSuffix("/chat/completions") || path.hasSuffix("/v1/completions")
      || path.hasSuffix("/responses") || path.hasSuffix("/v1/embeddings")
      || path.hasSuffix("/v1/realtime")
    {
      return .openai
    }
    if path.hasSuffix(":generateContent") || path.hasSuffix(":streamGenerateContent") {
      return .google
    }
    if path.hasSuffix("/api/chat") || path.hasSuffix("/api/generate") { return .ollama }
    return nil
  }

  /// Whether the members at the top of the body are those of the API.
  func isConfirmed(by members: Set<String>) -> Bool {
    switch self {
    case .google: return members.contains("contents")
    case .anthropic: return members.contains("model") && members.contains("messages")
    case .openai:
      return members.contains("model")
        && !members.isDisjoint(with: ["messages", "input", "prompt"])
    case .ollama:
      return members.contains("model") && !members.isDisjoint(with: ["messages", "prompt"])
    }
  }

  /// Who the unknown client is named after when the host is on no list.
  func vendor(host: String, port: UInt16) -> String {
    if port == 11_434 || host.split(separator: ".").contains("ollama") { return "ollama" }
    return rawValue
  }
}
