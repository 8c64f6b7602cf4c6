import Analysis
import Model
import Testing

@Suite struct `Evidence` {
  private static let claude = [("user-agent", "claude-cli/2.1.170 (external, cli)")]

  @Test func `that disagrees is told, not averaged away`() throws {
    var scene = Scene()
    scene.request(
      "api.anthropic.com/v1/messages",
      [("user-agent", "claude-cli/2.1.170 (external, cli)"), ("originator", "codex_cli_rs")],
      json: "{}", flow: 1)
    let tool = try #require(scene.result().tools.first)
    #expect(tool.id == "claude-code")
    #expect(tool.notes.contains { $0.contains("header:originator Codex") })
  }

  @Test func `of a client library that is not the User-Agent's language is told`() throws {
    var scene = Scene()
    scene.request(
      "api.openai.com/v1/responses",
      [("user-agent", "OpenAI/Python 3.54.0"), ("x-stainless-lang", "js")], json: "{}", flow: 1)
    let tool = try #require(scene.result().tools.first)
    #expect(tool.notes.contains("The User-Agent says Python, x-stainless-lang says JavaScript."))
  }

  @Test func `by shape finds tool servers at hosts on no list`() throws {
    var scene = Scene()
    scene.request(
      "tools.corp.example/mcp", [("user-agent", "node")],
      json: #"{"jsonrpc":"2.0","id":1,"method":"tools/list"}"#, flow: 1)
    let tool = try #require(scene.result().tools.first)
    #expect(tool.id == "unknown:mcp")
    #expect(tool.recipients.map(\.roles) == [["mcp"]] && tool.recipients[0].party == .unknown)
    #expect(!tool.disclosures.contains { $0.attribute == "network.base_url" })
  }

  @Test func `by shape leaves ordinary JSON-RPC and reports alone`() {
    var scene = Scene()
    scene.request(
      "node.chain.example/", [("user-agent", "node")],
      json: #"{"jsonrpc":"2.0","id":1,"method":"eth_call"}"#, flow: 1)
    scene.request(
      "collector.corp.example/v1/traces", [("user-agent", "node")],
      json: #"{"resourceSpans":[]}"#, flow: 2)
    #expect(scene.result().tools.isEmpty)
  }

  @Test func `of a processor's key ties its traffic to the tool`() throws {
    var scene = Scene()
    scene.request(
      "statsig.proxy.example/v1/rgstr",
      [("statsig-api-key", "client-MkRuleRQBd6qakfnDYqJVR9JuXcY57Ljly3vi5JVUIO")], json: "{}",
      flow: 1)
    #expect(scene.result().tools.map(\.id) == ["codex"])
  }

  @Test func `of known hosts ties side traffic to the only tool that goes there`() throws {
    var scene = Scene()
    scene.request("api.anthropic.com/v1/messages", Self.claude, json: "{}", flow: 1)
    scene.request(
      "o1158394.ingest.us.sentry.io/api/1/envelope/", [("user-agent", "undici")], json: "{}",
      flow: 2)
    let tool = try #require(scene.result().tools.first)
    #expect(tool.recipients.map(\.host).contains("o1158394.ingest.us.sentry.io"))
    #expect(tool.identifiedBy.contains("tie:known-host"))
  }
}
