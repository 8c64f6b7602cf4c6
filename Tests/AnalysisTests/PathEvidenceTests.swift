import Analysis
import Model
import Testing

/// What can be said about a flow from outside, and what is said when two pieces of evidence differ.
@Suite struct `Evidence of the path` {
  private static let chat = #"{"model":"m","messages":[]}"#
  private static let python = "t13d1812h1_85036bcba153_375ca2c5e164"

  private func notes(_ scene: Scene) -> [String] { scene.result().tools.flatMap(\.notes) }

  // MARK: Names

  @Test func `names a host by DNS where the hello hides its name`() {
    var scene = Scene()
    scene.ask("api.anthropic.com", answer: "203.0.113.9")
    scene.hello("cloudflare-ech.com", isDecrypted: false, ech: .present)
    scene.end(decrypted: false, attention: .observed)
    let recipient = scene.result().tools.first?.recipients.first
    #expect(recipient?.host == "api.anthropic.com")
    #expect(recipient?.identifiedBy == "dns")
  }

  @Test func `believes a listed name in a hello whose offer may be grease`() {
    var scene = Scene()
    scene.ask("www.quietharbor.example", answer: "203.0.113.9")
    scene.hello("chatgpt.com", isDecrypted: false, ech: .present)
    scene.end(decrypted: false, attention: .observed)
    let recipient = scene.result().tools.first?.recipients.first
    #expect(recipient?.host == "chatgpt.com")
    #expect(recipient?.identifiedBy == "sni")
  }

  @Test func `believes a name that the client looked up before others at the same address`() {
    var scene = Scene()
    scene.ask("www.quietharbor.example", answer: "203.0.113.9")
    scene.ask("api.anthropic.com", answer: "203.0.113.9")
    scene.hello("www.quietharbor.example", isDecrypted: false, ech: .present)
    scene.end(decrypted: false, attention: .observed)
    #expect(scene.result().tools.flatMap(\.recipients).allSatisfy { $0.identifiedBy == "dns" })
    #expect(scene.result().unattributed.isEmpty)
  }

  @Test func `names a host by its certificate when nothing else does`() {
    var scene = Scene()
    scene.hello(nil, isDecrypted: false, certificate: ["*.mistral.ai", "api.mistral.ai"])
    scene.end(decrypted: false, attention: .observed)
    let recipient = scene.result().tools.first?.recipients.first
    #expect(recipient?.host == "api.mistral.ai")
    #expect(recipient?.identifiedBy == "certificate")
  }

  // MARK: Contradictions

  @Test func `tells requests to a host that the connection was not opened for`() {
    var scene = Scene()
    scene.hello(
      "cdn.quietharbor.example", isDecrypted: true, certificate: ["*.quietharbor.example"])
    scene.request(
      "POST", "api.openai.com/v1/chat/completions", [("content-type", "application/json")],
      body: Array(Self.chat.utf8), serverName: "cdn.quietharbor.example")
    #expect(
      notes(scene).contains {
        $0.contains("opened for cdn.quietharbor.example carried requests to api.openai.com")
          && $0.contains("certificate does not cover")
      })
  }

  @Test func `accepts one server for several names when its certificate covers them`() {
    var scene = Scene()
    scene.hello("www.openai.com", isDecrypted: true, certificate: ["*.openai.com"])
    scene.request(
      "POST", "api.openai.com/v1/chat/completions", [("content-type", "application/json")],
      body: Array(Self.chat.utf8), serverName: "www.openai.com")
    #expect(!notes(scene).contains { $0.contains("domain fronting") })
  }

  @Test func `tells a User-Agent that is not that of the TLS stack`() {
    var scene = Scene()
    scene.hello("api.openai.com", isDecrypted: true, ja4: Self.python)
    scene.request(
      "api.openai.com/v1/chat/completions", [("user-agent", "OpenAI/JS 6.1.0")], json: Self.chat)
    #expect(
      notes(scene).contains {
        $0 == "The User-Agent says JavaScript, the TLS hello is that of OpenSSL as in Python "
          + "(JA4 \(Self.python))."
      })
  }

  @Test func `finds nothing odd in a User-Agent and its own TLS stack`() {
    var scene = Scene()
    scene.hello("api.openai.com", isDecrypted: true, ja4: Self.python)
    scene.request(
      "api.openai.com/v1/chat/completions",
      [("user-agent", "OpenAI/Python 2.54.0"), ("x-stainless-lang", "python")], json: Self.chat)
    #expect(notes(scene).isEmpty)
  }

  @Test func `tells two languages in one request`() {
    var scene = Scene()
    scene.request(
      "api.openai.com/v1/chat/completions",
      [("user-agent", "OpenAI/Python 2.54.0"), ("x-stainless-lang", "js")], json: Self.chat)
    #expect(notes(scene).contains("The User-Agent says Python, x-stainless-lang says JavaScript."))
  }

  // MARK: Unread traffic

  @Test func `guesses a tool by its hosts in words, never as the tool`() {
    var scene = Scene()
    for (i, host) in ["api2.cursor.sh", "api3.cursor.sh", "repo42.cursor.sh"].enumerated() {
      scene.clock = Double(i)
      let server = "203.0.113.\(i + 1)"
      scene.hello(host, flow: UInt64(i + 1), isDecrypted: false, server: server)
      scene.end(flow: UInt64(i + 1), decrypted: false, attention: .observed, server: server)
    }
    let tool = scene.result().tools.first
    #expect(tool?.id == "unknown:cursor")
    #expect(
      tool?.notes.contains {
        $0.hasPrefix("Its hosts fit Cursor: api2.cursor.sh, then api3.cursor.sh")
          && $0.hasSuffix("A guess, from names and their order alone.")
      } == true)
  }

  @Test func `tells large uploads and how often reports go out`() {
    var scene = Scene()
    for i in 0..<6 {
      scene.clock = Double(i) * 30
      scene.request(
        "http-intake.logs.us5.datadoghq.com/api/v2/logs",
        [("user-agent", "claude-cli/2.1.170 (external, cli)")], json: "{}", flow: 2)
    }
    scene.hello("api.anthropic.com", flow: 3, isDecrypted: false)
    scene.end(flow: 3, decrypted: false, attention: .observed, sent: 5_000_000_000)
    let told = notes(scene)
    #expect(told.contains("5.0 GB went up to api.anthropic.com, 8.0 kB came back."))
    #expect(
      told.contains("http-intake.logs.us5.datadoghq.com hears from it about every 30 s (6 times)."))
  }

  /// Pieces of the sizes, so many milliseconds apart.
  private func pieces(_ sizes: [Int], apart: Int64) -> UnreadPieces {
    var pieces = UnreadPieces()
    for (i, size) in sizes.enumerated() {
      pieces.note(
        size, at: Timestamp(nanoseconds: 1_795_384_620_000_000_000 + Int64(i) * apart * 1_000_000))
    }
    return pieces
  }

  private func streamed(_ pieces: UnreadPieces, from host: String = "api.openai.com") -> [String] {
    var scene = Scene()
    scene.hello(host, flow: 1, isDecrypted: false)
    scene.end(flow: 1, decrypted: false, attention: .observed, pieces: pieces)
    return notes(scene).filter { $0.contains("small records") }
  }

  @Test func `tells what the sizes of a streamed answer show`() {
    let words = (0..<60).map { 180 + $0 * 7 % 11 }
    #expect(
      streamed(pieces(words, apart: 40)) == [
        "api.openai.com sent 60 small records of 11 different sizes within 2.4 s: as an answer is "
          + "streamed, anyone on the path sees lengths and times of its pieces."
      ])
  }

  @Test func `says nothing of records that no stream of words makes`() {
    let alike = [Int](repeating: 200, count: 60)
    let few = Array(100..<112)
    let many = Array(100..<160)
    let long = Array(2000..<2060)
    #expect(streamed(pieces(alike, apart: 40)) == [])
    #expect(streamed(pieces(few, apart: 40)) == [])
    #expect(streamed(pieces(many, apart: 1)) == [])
    #expect(streamed(pieces(long, apart: 40)) == [])
    #expect(streamed(pieces(many, apart: 40), from: "www.quietharbor.example") == [])
  }

  @Test func `names the link-layer address of a client, and not that of a router`() {
    var scene = Scene()
    scene.link = 0x0200_5e10_0001
    scene.request("api.anthropic.com/v1/messages", json: Self.chat)
    #expect(scene.result().tools.first?.sessions.first?.mac == "02:00:5e:10:00:01")
    scene.client = "10.77.1.24"
    scene.request("api.anthropic.com/v1/messages", json: Self.chat, flow: 2)
    #expect(scene.result().tools.flatMap(\.sessions).allSatisfy { $0.mac == nil })
  }

  // MARK: Processors behind other names

  @Test(arguments: [
    (
      "statsig.anthropic.com/v1/rgstr", "statsig-api-key", "client-abc",
      #"{"events":[],"statsigMetadata":{"sdkType":"js-client"}}"#,
      "statsig.anthropic.com speaks the protocol of Statsig "
        + "(header statsig-api-key, body $.statsigMetadata.sdkType): what it is told may go there."
    ),
    (
      "api.anthropic.com/api/eval/sdk-zAZezfDKGoZuXXKe", "accept", "*/*",
      #"{"attributes":{"id":"x"}}"#,
      "api.anthropic.com speaks the protocol of GrowthBook (path): what it is told may go there."
    ),
  ])
  func `is told by what they are sent`(
    url: String, header: String, value: String, body: String, note: String
  ) {
    var scene = Scene()
    scene.request(
      url, [("user-agent", "claude-cli/2.1.170 (external, cli)"), (header, value)], json: body)
    let tool = scene.result().tools.first
    #expect(tool?.notes == [note])
    #expect(tool?.recipients.first?.party == .firstParty)
  }

  @Test func `says nothing of a processor at its own name, nor of other APIs`() {
    var scene = Scene()
    let agent = ("user-agent", "claude-cli/2.1.170 (external, cli)")
    scene.request(
      "api.statsig.com/v1/rgstr", [agent, ("statsig-api-key", "client-abc")], json: "{}")
    scene.request("api.anthropic.com/v1/messages", [agent], json: Self.chat, flow: 2)
    scene.request("api.anthropic.com/api/event_logging/batch", [agent], json: "{}", flow: 2)
    #expect(notes(scene).isEmpty)
  }
}
