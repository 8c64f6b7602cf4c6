import Analysis
import Model
import Testing

@Suite struct `Identification` {
  private static let chat = #"{"model":"m","messages":[]}"#

  @Test func `names a tool by its User-Agent, with its version`() {
    var scene = Scene()
    scene.request(
      "api.anthropic.com/v1/messages", [("user-agent", "claude-cli/2.1.170 (external, cli)")],
      json: Self.chat)
    let tool = scene.result().tools.first
    #expect(tool?.id == "claude-code")
    #expect(tool?.versions == ["2.1.170"])
    #expect(tool?.identifiedBy.contains("user-agent") == true)
    #expect(tool.map { $0.confidence >= 0.9 && $0.confidence <= 0.99 } == true)
  }

  @Test(arguments: ["curl/8.5.0", "python-requests/2.32.5", "node", "Python-urllib/3.11", ""])
  func `does not take a client library for a tool`(agent: String) {
    var scene = Scene()
    scene.request("api.deepseek.com/chat/completions", [("user-agent", agent)], json: Self.chat)
    #expect(scene.result().tools.map(\.id) == ["unknown:deepseek"])
  }

  @Test func `prefers the tool to the library that it is built on`() {
    var scene = Scene()
    scene.request(
      "api.openai.com/v1/chat/completions",
      [("user-agent", "OpenAI/Python 2.54.0"), ("x-stainless-lang", "python")], json: Self.chat)
    #expect(scene.result().tools.map(\.id) == ["openai-sdk"])
    scene.clock = 5
    scene.request(
      "us.i.posthog.com/batch/", [("user-agent", "posthog-python/7.8.6")],
      json: #"{"batch":[{"event":"launched","properties":{"aider_version":"0.86.2"}}]}"#, flow: 2)
    let result = scene.result()
    #expect(result.tools.map(\.id) == ["aider"])
    #expect(result.tools.first?.identifiedBy.contains("tie:client-and-time") == true)
    #expect(
      result.tools.first?.recipients.map(\.host) == ["api.openai.com", "us.i.posthog.com"])
    #expect(
      result.tools.first?.recipients.map(\.party) == [.firstParty, .thirdParty])
  }

  @Test func `keeps programs in other languages and at other times apart`() {
    var scene = Scene()
    scene.request(
      "api.anthropic.com/v1/messages",
      [("user-agent", "claude-cli/2.1.170 (external, cli)"), ("x-stainless-lang", "js")],
      json: Self.chat)
    scene.request(
      "api.openai.com/v1/chat/completions",
      [("user-agent", "OpenAI/Python 2.54.0"), ("x-stainless-lang", "python")], json: Self.chat,
      flow: 2)
    #expect(scene.result().tools.map(\.id) == ["claude-code", "openai-sdk"])
  }

  @Test func `says when telemetry is tied to no tool`() {
    var scene = Scene()
    scene.request(
      "us.i.posthog.com/batch/", json: #"{"api_key":"phc_test000","batch":[{"event":"x"}]}"#)
    let tool = scene.result().tools.first
    #expect(tool?.id == "unknown:posthog")
    #expect(tool?.notes == ["no tool tied"])
    #expect(tool?.recipients.first?.party == .thirdParty)
  }

  @Test func `finds a gateway by the shape of its traffic, and what came before`() {
    var scene = Scene()
    scene.request("HEAD", "llm.quietharbor.example/", [("user-agent", "Bun/1.3.14")], flow: 1)
    scene.clock = 1
    scene.request(
      "llm.quietharbor.example/v1/messages",
      [("user-agent", "claude-cli/2.1.170 (external, cli)")], json: Self.chat, flow: 2)
    let result = scene.result()
    let recipient = result.tools.first { $0.id == "claude-code" }?.recipients.first
    #expect(recipient?.party == .intermediary)
    #expect(recipient?.vendor == nil)
    #expect(result.tools.flatMap(\.recipients).reduce(0) { $0 + $1.exchanges } == 2)
    let url = result.disclosures("network.base_url").first
    #expect(url?.value == "https://llm.quietharbor.example")
    #expect(url?.channel == Channel(part: .tls, path: "host"))
    #expect(url?.observers == [.intermediary, .network])
  }

  @Test func `credits to a gateway what was left unread before it was known as one`() {
    var scene = Scene()
    scene.ordinary(
      "HEAD / HTTP/1.1\r\nHost: LLM.quietharbor.example\r\nUser-Agent: Bun/1.3.14\r\n\r\n",
      host: "LLM.quietharbor.example", flow: 1)
    scene.ordinary(
      "GET / HTTP/1.1\r\nHost: www.quietharbor.example\r\n\r\n",
      host: "www.quietharbor.example", flow: 2)
    scene.clock = 1
    scene.request(
      "llm.quietharbor.example/v1/messages",
      [("user-agent", "claude-cli/2.1.170 (external, cli)")], json: Self.chat, flow: 3,
      encrypted: false, port: 80)
    let result = scene.result()
    let recipients = result.tools.flatMap(\.recipients)
    #expect(Set(recipients.map(\.host)) == ["llm.quietharbor.example"])
    #expect(recipients.reduce(0) { $0 + $1.exchanges } == 2)
    #expect(result.coverage.exchanges == 3)
  }

  @Test(arguments: [
    ("/openai/deployments/gpt/chat/completions", #"{"messages":[]}"#, "unknown:openai"),
    ("/v2/chat", #"{"model":"command-a","messages":[]}"#, "unknown:cohere"),
    ("/generate_stream", #"{"inputs":"hi","parameters":{}}"#, "unknown:hugging-face"),
    (
      "/v1internal:streamGenerateContent", #"{"model":"gemini","request":{"contents":[]}}"#,
      "unknown:google"
    ),
  ])
  func `finds a gateway by other APIs' shapes`(path: String, body: String, tool: String) {
    var scene = Scene()
    scene.request("llm.quietharbor.example" + path, json: body)
    let result = scene.result()
    #expect(result.tools.map(\.id) == [tool])
    #expect(result.tools.first?.recipients.first?.party == .intermediary)
    #expect(result.values("network.base_url") == ["https://llm.quietharbor.example"])
  }

  @Test(arguments: [
    ("/v1/realtime?model=gpt-realtime", #"{"type":"session.update","session":{}}"#, true),
    ("/v1/responses", #"{"type":"response.create","model":"gpt-5","input":[]}"#, true),
    (
      "/ws/google.ai.generativelanguage.v1beta.GenerativeService.BidiGenerateContent",
      #"{"setup":{"model":"models/gemini"}}"#, true
    ),
    ("/v1/realtime", #"{"type":"subscribe","channel":"prices"}"#, false),
    ("/socket", #"{"type":"session.update","session":{}}"#, false),
  ])
  func `finds a gateway by its WebSocket messages`(path: String, text: String, isFound: Bool) {
    var scene = Scene()
    scene.webSocket("llm.quietharbor.example" + path, text: text)
    let result = scene.result()
    #expect(result.tools.isEmpty != isFound)
    #expect(
      result.values("network.base_url") == (isFound ? ["https://llm.quietharbor.example"] : []))
  }

  @Test func `finds a model server in clear text`() {
    var scene = Scene()
    scene.request(
      "models.quietharbor.example/v1/chat/completions", [("user-agent", "curl/8.5.0")],
      json: Self.chat, encrypted: false, port: 11434)
    let result = scene.result()
    #expect(result.tools.map(\.id) == ["unknown:ollama"])
    #expect(result.values("network.base_url") == ["http://models.quietharbor.example:11434"])
    #expect(
      result.disclosures("network.base_url").first?.channel
        == Channel(part: .requestLine, path: "host"))
    #expect(result.disclosures("toolchain.model").first?.observers.contains(.network) == true)
  }

  @Test(arguments: [
    ("www.quietharbor.example/", #"{"user":"ada@quietharbor.example","cwd":"/home/ada"}"#),
    ("shop.quietharbor.example/v1/messages", #"{"to":"ada@quietharbor.example"}"#),
    ("cms.quietharbor.example/responses", #"{"answers":["/home/ada"]}"#),
    ("forum.quietharbor.example/api/chat", #"{"text":"Asia/Shanghai","room":1}"#),
  ])
  func `is silent about ordinary traffic`(url: String, body: String) {
    var scene = Scene()
    scene.ask("www.quietharbor.example")
    scene.hello("www.quietharbor.example", isDecrypted: true)
    scene.request(url, [("user-agent", "Mozilla/5.0 (X11; Linux x86_64)")], json: body)
    scene.end(decrypted: true)
    let result = scene.result()
    #expect(result.tools.isEmpty)
    #expect(result.unattributed.isEmpty)
    #expect(result.coverage.exchanges == 1)
    #expect(result.coverage.aiFlows == 0)
  }

  @Test func `knows what the path shows without keys`() {
    var scene = Scene()
    scene.ask("api.anthropic.com")
    scene.hello("api.anthropic.com", isDecrypted: false)
    scene.end(decrypted: false, attention: .observed)
    let result = scene.result()
    let tool = result.tools.first
    #expect(tool?.id == "unknown:anthropic")
    #expect(tool?.recipients.first?.isDecrypted == false)
    #expect(tool?.recipients.first?.bytesSent == 3000)
    #expect(
      Set(result.disclosures.map(\.attribute)) == ["network.dns_query", "network.tls_fingerprint"])
    #expect(result.disclosures.allSatisfy { $0.observers == [.network] })
    #expect(result.coverage.aiFlowsEncrypted == 1)
    #expect(result.coverage.ratio == 0)
    #expect(result.coverage.notes.contains { $0.contains("--keylog") })
    #expect(result.unattributed.map(\.host) == ["api.anthropic.com"])
  }

  @Test func `tells what a QUIC hello shows of the machine`() {
    var scene = Scene()
    scene.quicHello(
      "api.anthropic.com", userAgent: "dev Chrome/92.0.4503.3 Windows NT 10.0; Win64; x64",
      parameters: "max_idle_timeout=30000 initial_max_data=15728640")
    scene.end(decrypted: false, attention: .observed)
    let disclosures = scene.result().disclosures
    let told = disclosures.map { "\($0.channel.path) \($0.attribute) \($0.value)" }
    #expect(
      Set(told) == [
        "ClientHello network.tls_fingerprint q13d0312h3_55b375c5d22e_178839b6cec1",
        "transport_parameters network.tls_fingerprint "
          + "max_idle_timeout=30000 initial_max_data=15728640",
        "transport_parameters.user_agent machine.browser dev Chrome/92.0.4503.3",
        "transport_parameters.user_agent machine.os Windows",
        "transport_parameters.user_agent machine.os_version Windows NT 10.0",
        "transport_parameters.user_agent machine.architecture x64",
      ])
    #expect(disclosures.allSatisfy { $0.channel.part == .quic && $0.observers == [.network] })
  }

  @Test(arguments: [
    (
      "dev Chrome/92.0.4503.0 Android 10; SM-A125F",
      ["machine.model SM-A125F", "machine.os Android", "machine.os_version Android 10"]
    ),
    (
      "Chrome/92.0.4515.159 Intel Mac OS X 10_15_7",
      ["machine.os Mac OS X", "machine.os_version Mac OS X 10_15_7"]
    ),
    ("Chrome/115.0.5790.110 Linux x86_64", ["machine.architecture x86_64", "machine.os Linux"]),
  ])
  func `reads the platform of a QUIC user agent`(agent: String, expected: [String]) {
    var scene = Scene()
    scene.quicHello("api.anthropic.com", userAgent: agent, parameters: nil)
    scene.end(decrypted: false, attention: .observed)
    let told = scene.result().disclosures
      .filter { $0.attribute.hasPrefix("machine.") && $0.attribute != "machine.browser" }
      .map { "\($0.attribute) \($0.value)" }
    #expect(told.sorted() == expected)
  }

  @Test func `does not report a processor that nobody's tool speaks to`() {
    var scene = Scene()
    scene.ask("us.i.posthog.com")
    scene.hello("us.i.posthog.com", isDecrypted: false)
    scene.end(decrypted: false, attention: .counted)
    #expect(scene.result().tools.isEmpty)
  }

  @Test func `names the proxy by its DNS name`() {
    var scene = Scene()
    scene.ask("proxy.quietharbor.example", answer: "203.0.113.9")
    let credentials = "Basic bWFyaXNvbDpodW50ZXIy"
    scene.request(
      "CONNECT", "api.openai.com:443", [("proxy-authorization", credentials)], encrypted: false,
      port: 3128)
    scene.request(
      "api.openai.com/v1/chat/completions", json: Self.chat, port: 3128,
      tunnels: [
        ProxyTunnel(
          kind: .httpConnect, targetHost: "api.openai.com", targetPort: 443, isAuthenticated: true,
          credentials: credentials,
          provenance: Provenance(FrameID(capture: 0, number: 1), scene.now))
      ])
    let result = scene.result()
    #expect(result.values("network.proxy") == ["proxy.quietharbor.example:3128"])
    #expect(result.values("network.proxy_credentials") == ["…[redacted]"])
    #expect(result.values("identity.username") == ["marisol"])
    let proxy = result.tools.first?.recipients.first { $0.host == "proxy.quietharbor.example" }
    #expect(proxy?.party == .intermediary)
    #expect(result.tools.first?.exposure.rating == .critical)
  }
}
