import Knowledge
import Model
import Testing

@Suite struct `Identifying tools` {
  private let catalogue = Catalogue.builtIn

  @Test(arguments: [
    ("claude-cli/2.1.170 (external, sdk-cli)", "claude-code", "2.1.170"),
    ("claude-code/2.1.330", "claude-code", "2.1.330"),
    ("codex_exec/0.163.0 (Debian 12.0.0; x86_64) xterm-256color", "codex", "0.163.0"),
    ("copilot/1.0.57 (linux v24.16.0) term/unknown", "copilot-cli", "1.0.57"),
    ("litellm/1.106.2", "litellm", "1.106.2"),
    ("OpenAI/Python 2.54.0", "openai-sdk", "2.54.0"),
    ("AsyncOpenAI/Python 3.54.0", "openai-sdk", "3.54.0"),
    ("Anthropic/Python 2.12.0", "anthropic-sdk", "2.12.0"),
    ("google-genai-sdk/3.4.0 gl-python/3.11.7", "google-genai-sdk", "3.4.0"),
    ("mistral-client-python/3.7.0", "mistral-sdk", "3.7.0"),
    ("GeminiCLI/0.9.1/gemini-3-pro (linux; x64; terminal)", "gemini-cli", "0.9.1"),
    ("curl/7.88.1", "curl", "7.88.1"),
    ("Python/3.11 websockets/17.4", "websockets", "17.4"),
    ("python-requests/2.32.5", "python-requests", "2.32.5"),
    ("Bun/1.3.14", "bun", "1.3.14"),
    ("OTel-OTLP-Exporter-Rust/0.31.0", "otlp-rust", "0.31.0"),
    ("sentry.python/2.75.0", "sentry-python", "2.75.0"),
  ])
  func `names tool or client and version from a User-Agent`(
    userAgent: String, id: String, version: String
  ) {
    let match = catalogue.identify(userAgent: userAgent).first
    #expect(match?.id == id)
    #expect(match?.version == version)
  }

  @Test(arguments: ["", "my-agent/1.0", "xclaude-cli/2.1.170", "Anthropic", "node-is-nice"])
  func `names nothing from an unknown User-Agent`(userAgent: String) {
    #expect(catalogue.identify(userAgent: userAgent).isEmpty)
  }

  @Test func `takes a client without a version`() {
    #expect(catalogue.client(userAgent: "node")?.id == "node")
    #expect(catalogue.client(userAgent: "undici")?.version == nil)
  }

  @Test func `adds the marks of a request up`() throws {
    let matches = catalogue.toolMatches(
      userAgent: "claude-cli/2.1.170 (external, sdk-cli)",
      headers: [
        HTTPField("User-Agent", "claude-cli/2.1.170 (external, sdk-cli)"),
        HTTPField("X-App", "cli"),
        HTTPField("X-Claude-Code-Session-Id", "94e8443e"),
      ], path: "/v1/messages?beta=true", host: "api.lab-gateway.cn")
    let match = try #require(matches.first)
    #expect(match.tool.id == "claude-code")
    #expect(match.version == "2.1.170")
    #expect(match.evidence == ["user-agent", "header:x-app", "header:x-claude-code-session-id"])
    #expect(match.weight > 0.99 && match.weight < 1)
    #expect(matches.count == 1)
  }

  @Test func `counts some marks at their hosts only`() {
    func tools(at host: String?) -> [String] {
      catalogue.toolMatches(userAgent: "Bun/1.3.14", headers: [], path: "/", host: host)
        .map(\.tool.id)
    }
    #expect(tools(at: "api.anthropic.com") == ["claude-code"])
    #expect(tools(at: "API.anthropic.com.") == ["claude-code"])
    #expect(tools(at: "example.com") == [])
    #expect(tools(at: nil) == [])
  }

  @Test func `needs no User-Agent where path and host are telling`() {
    let matches = catalogue.toolMatches(
      userAgent: nil, headers: [], path: "/api/claude_code/settings?a=1", host: "api.anthropic.com")
    #expect(matches.first?.tool.id == "claude-code")
    #expect(matches.first?.evidence == ["path"])
    let crew = catalogue.toolMatches(
      userAgent: "OTel-OTLP-Exporter-Python/1.45.2", headers: [], path: "/v1/traces",
      host: "telemetry.crewai.com")
    #expect(crew.map(\.tool.id) == ["crewai"])
  }

  @Test(arguments: [
    ("curl/7.88.1", "api.mistral.ai", "/v1/chat/completions"),
    ("node", "api.openai.com", "/v1/chat/completions"),
    ("Python/3.11 websockets/17.4", "api.openai.com", "/v1/realtime?model=gpt-realtime"),
    ("posthog-python/7.91.1", "us.i.posthog.com", "/batch/"),
    ("sentry.python/2.75.0", "o4501.ingest.us.sentry.io", "/api/4502/envelope/"),
    ("python-httpx/0.28.1", "api.anthropic.com", "/v1/messages"),
  ])
  func `makes no tool of a library at a vendor`(userAgent: String, host: String, path: String) {
    #expect(
      catalogue.toolMatches(userAgent: userAgent, headers: [], path: path, host: host).isEmpty)
  }

  @Test func `tells a browser at a vendor's site by the site`() {
    let browser = "Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0.0.0 Safari/537.36"
    let matches = catalogue.toolMatches(
      userAgent: browser, headers: [], path: "/", host: "chatgpt.com")
    #expect(matches.map(\.tool.id) == ["chatgpt-web"])
    #expect(
      catalogue.toolMatches(userAgent: browser, headers: [], path: "/", host: "example.com").isEmpty
    )
    #expect(catalogue.identify(userAgent: browser).map(\.id) == ["chromium"])
  }

  @Test func `lets marks of bodies be asked where they hold`() throws {
    let aider = try #require(catalogue.tool(id: "aider"))
    let mark = try #require(aider.marks.first { $0.name == "$.batch[*].properties.aider_version" })
    #expect(mark.counts(at: "us.i.posthog.com"))
    #expect(!mark.counts(at: "example.com"))
    #expect(!mark.counts(at: nil))
  }
}
