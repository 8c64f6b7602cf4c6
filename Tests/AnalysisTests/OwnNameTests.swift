import Analysis
import Model
import Testing

/// A server's address in a request to that server is no fact about the client.
@Suite struct `The server's own address` {
  private let chat = #"{"model":"m","messages":[{"role":"user","content":"hi"}]}"#
  private let attributes = ["network.private_address", "network.internal_host"]

  private func told(_ result: AnalysisResult) -> [String] {
    attributes.flatMap { result.values($0) }
  }

  @Test func `in Host, Origin and Referer is not the machine's`() {
    var scene = Scene()
    scene.request(
      "10.42.7.9/v1/chat/completions",
      [
        ("host", "10.42.7.9:8080"), ("origin", "http://10.42.7.9:8080"),
        ("referer", "http://10.42.7.9:8080/chat"),
      ], json: chat, encrypted: false, port: 8080)
    let result = scene.result()
    #expect(told(result) == [])
    #expect(result.values("network.base_url") == ["http://10.42.7.9:8080"])
  }

  @Test func `is not told when it is an internal name either`() {
    var scene = Scene()
    scene.request(
      "llm.corp/v1/chat/completions", [("referer", "http://llm.corp/chat")], json: chat,
      encrypted: false, port: 80)
    #expect(told(scene.result()) == [])
  }

  @Test func `counts when another server is told it`() {
    var scene = Scene()
    scene.request(
      "api.openai.com/v1/chat/completions",
      [("referer", "http://10.42.7.9/chat"), ("x-from", "see http://llm.corp/chat")], json: chat)
    #expect(told(scene.result()) == ["10.42.7.9", "llm.corp"])
  }

  @Test func `counts where a client says what its own address is`() {
    var scene = Scene()
    scene.request(
      "10.42.7.9/v1/chat/completions", [("x-forwarded-for", "10.42.7.77")], json: chat,
      encrypted: false, port: 80)
    #expect(told(scene.result()) == ["10.42.7.77"])
  }

  @Test func `configured as a base URL is told as that alone`() {
    var scene = Scene()
    scene.request(
      "api.anthropic.com/v1/messages",
      json: #"{"model":"m","messages":[],"base_url":"http://10.42.7.9:11434/v1","at":"10.9.9.9"}"#)
    let result = scene.result()
    #expect(result.values("network.base_url") == ["http://10.42.7.9:11434/v1"])
    #expect(told(result) == ["10.9.9.9"])
  }

  @Test(arguments: [
    ("Mozilla/5.0 (X11; Linux x86_64) Chrome/120.0", "account_id", [String]()),
    ("Mozilla/5.0 (X11; Linux x86_64) Chrome/120.0", "user_id", ["4148620"]),
    ("orchard/1.0", "account_id", ["4148620"]),
  ])
  func `is told apart from the visitor's, as its account is`(
    agent: String, name: String, accounts: [String]
  ) {
    var scene = Scene()
    scene.request(
      "GET", "build.quietharbor.example/beacon?\(name)=4148620", [("user-agent", agent)],
      encrypted: false, port: 80)
    var options = AnalysisOptions()
    options.readsAllTraffic = true
    #expect(scene.result(options).values("identity.account_id") == accounts)
  }
}
