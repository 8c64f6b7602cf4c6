import Wire

/// The API of a model vendor, known by path and body whatever the host.
public enum APIShape: String, Sendable {
  case anthropic
  case openai
  case google
  case ollama

  /// Ends of paths and the API that they suggest.
  private static let pathEnds: [(end: StaticString, shape: APIShape)] = [
    ("/v1/messages", .anthropic), ("/v1/messages/count_tokens", .anthropic),
    ("/chat/completions", .openai), ("/v1/completions", .openai), ("/responses", .openai),
    ("/v1/embeddings", .openai), ("/v1/realtime", .openai),
    (":generateContent", .google), (":streamGenerateContent", .google),
    ("/api/chat", .ollama), ("/api/generate", .ollama),
  ]

  /// The shape that a path suggests; the body must confirm it.
  static func candidate(path: Substring) -> APIShape? {
    candidate(path: String(path).utf8Span.span.bytes)
  }

  static func candidate(path: RawSpan) -> APIShape? {
    pathEnds.first { path.ends(with: $0.end) }?.shape
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
