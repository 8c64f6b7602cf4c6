import Model
import Wire

/// A known API, by path, header and body, whatever the host.
public enum APIShape: String, Sendable {
  case anthropic
  case openai
  case google
  case ollama
  case amazon
  case cohere
  /// Text Generation Inference.
  case huggingFace = "hugging-face"
  /// JSON-RPC of the Model Context Protocol: a tool server.
  case mcp
  /// OpenTelemetry's reports (OTLP over HTTP).
  case otlp

  /// Whether a host that speaks it stands in a model vendor's place.
  var isModelAPI: Bool { self != .mcp && self != .otlp }

  /// Ends of paths and the API that they suggest.
  private static let pathEnds: [(end: StaticString, shape: APIShape)] = [
    ("/v1/messages", .anthropic), ("/v1/messages/count_tokens", .anthropic),
    ("/v1/complete", .anthropic), ("/chat/completions", .openai), ("/v1/completions", .openai),
    ("/responses", .openai), ("/embeddings", .openai), ("/v1/realtime", .openai),
    ("/v1/moderations", .openai), ("/images/generations", .openai), ("/audio/speech", .openai),
    (":generateContent", .google), (":streamGenerateContent", .google), (":countTokens", .google),
    (":embedContent", .google), (".BidiGenerateContent", .google),
    ("/api/chat", .ollama), ("/api/generate", .ollama),
    ("/api/embed", .ollama), ("/v2/chat", .cohere), ("/generate", .huggingFace),
    ("/generate_stream", .huggingFace), ("/mcp", .mcp), ("/v1/traces", .otlp),
    ("/v1/metrics", .otlp),
    ("/v1/logs", .otlp),
  ]

  /// Ends of Bedrock's paths, which begin with `/model/`.
  private static let bedrockEnds: [StaticString] = [
    "/invoke", "/invoke-with-response-stream", "/converse", "/converse-stream",
  ]

  /// Whether any of these ends with a byte.
  private static let lastBytes: [Bool] = {
    var known = [Bool](repeating: false, count: 256)
    for end in pathEnds.map(\.end) + bedrockEnds {
      if let last = end.description.utf8.last { known[Int(last)] = true }
    }
    return known
  }()

  /// The shape that path and headers suggest; the body must confirm it.
  static func candidate(path: Substring, _ fields: [HTTPField] = []) -> APIShape? {
    if let shape = candidate(path: String(path).utf8Span.span.bytes) { return shape }
    let isToolServer = fields.contains {
      $0.name.equalsIgnoringASCIICase("mcp-protocol-version")
    }
    return isToolServer ? .mcp : nil
  }

  static func candidate(path: RawSpan) -> APIShape? {
    // The last byte alone rules out nearly every other path.
    guard path.byteCount > 0, lastBytes[Int(path[path.byteCount - 1])] else { return nil }
    if let found = pathEnds.first(where: { path.ends(with: $0.end) }) { return found.shape }
    guard bedrockEnds.contains(where: { path.ends(with: $0) }) else { return nil }
    return path.starts(with: "/model/") ? .amazon : nil
  }

  /// Whether the members at the top of a body, posted to that path, are those of the API.
  func isConfirmed(by members: Set<String>, at path: Substring) -> Bool {
    switch self {
    case .google:
      return !members.isDisjoint(with: ["contents", "content", "generateContentRequest"])
        || members.isSuperset(of: ["model", "request"])
    case .anthropic:
      return members.contains("model") && !members.isDisjoint(with: ["messages", "prompt"])
    case .openai:
      // Azure names the model in the path.
      return (members.contains("model") || path.contains("/deployments/"))
        && !members.isDisjoint(with: ["messages", "input", "prompt"])
    case .cohere: return members.isSuperset(of: ["model", "messages"])
    case .huggingFace: return members.isSuperset(of: ["inputs", "parameters"])
    case .ollama:
      return members.contains("model")
        && !members.isDisjoint(with: ["messages", "prompt", "input"])
    case .amazon:
      return !members.isDisjoint(with: ["messages", "anthropic_version", "inputText", "prompt"])
    case .mcp: return members.contains("jsonrpc") && members.contains("method")
    case .otlp:
      return !members.isDisjoint(with: ["resourceSpans", "resourceMetrics", "resourceLogs"])
    }
  }

  /// Whether the members at the top of a client's WebSocket message are those of the API.
  func isConfirmed(byMessage members: Set<String>) -> Bool {
    switch self {
    case .openai:
      return members.contains("type")
        && !members.isDisjoint(with: ["session", "response", "item", "audio", "input"])
    case .google: return !members.isDisjoint(with: ["setup", "clientContent", "realtimeInput"])
    default: return false
    }
  }

  /// Who the unknown client is named after when the host is on no list.
  func vendor(host: String, port: UInt16) -> String {
    if port == 11_434 || host.split(separator: ".").contains("ollama") { return "ollama" }
    return rawValue
  }
}
