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

  private func segments(_ places: [(offset: Int, frame: Int)]) -> [MessageBody.Segment] {
    places.map { place in
      let frame = FrameID(capture: 0, number: place.frame)
      return MessageBody.Segment(offset: place.offset, first: frame, last: frame)
    }
  }

  private let session =
    #"{"type":"session.update","session":{"model":"gpt-realtime","instructions":"zone Asia/Shanghai"}}"#

  @Test func `in a WebSocket message names the frames of the value alone`() throws {
    var scene = Scene()
    scene.webSocket(
      "api.openai.com/v1/realtime", text: session,
      segments: segments([(0, 11), (40, 12), (66, 13), (90, 14)]))
    let result = scene.result()
    #expect(result.disclosures("place.timezone").first?.evidence.first?.frames == [13, 14])
    #expect(result.disclosures("toolchain.model").first?.evidence.first?.frames == [12])
  }

  @Test func `in a compressed WebSocket message names the frames of all of it`() throws {
    var scene = Scene()
    scene.webSocket(
      "api.openai.com/v1/realtime", text: session, isDeflated: true,
      segments: segments([(0, 11), (20, 12)]))
    let found = scene.result().disclosures("place.timezone")
    #expect(found.first?.evidence.first?.frames == [11, 12])
  }

  @Test func `in a trailer names the frames behind the body`() throws {
    var scene = Scene()
    scene.request(
      "POST", "api.openai.com/v1/responses", [("content-type", "application/json")],
      body: Array(#"{"model":"gpt-5"}"#.utf8), trailers: [("x-note", "zone Asia/Shanghai")],
      segments: segments([(0, 21), (9, 22)]), last: 23)
    let found = try #require(scene.result().disclosures("place.timezone").first)
    #expect(found.channel.part == .trailer && found.channel.path == "x-note")
    #expect(found.evidence.first?.frames == [22, 23])
  }
}
