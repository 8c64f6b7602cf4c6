import Analysis
import Model
import Synchronization
import Testing

@Suite struct `Sessions` {
  private func scene(_ steps: [(clock: Double, session: String?, client: String)]) -> [Session] {
    var scene = Scene()
    for (i, step) in steps.enumerated() {
      scene.clock = step.clock
      scene.client = step.client
      var fields = [("user-agent", "claude-cli/2.1.170 (external, cli)")]
      if let session = step.session { fields.append(("x-claude-code-session-id", session)) }
      scene.request("api.anthropic.com/v1/messages", fields, json: "{}", flow: UInt64(i + 1))
    }
    return scene.result().tools.flatMap(\.sessions)
  }

  @Test func `end after a long gap`() {
    let sessions = scene([(0, nil, "10.0.0.5"), (600, nil, "10.0.0.5"), (4000, nil, "10.0.0.5")])
    #expect(sessions.map(\.exchanges) == [2, 1])
    #expect(sessions.map(\.id) == ["s1", "s2"])
    #expect(sessions.allSatisfy { !$0.isExplicit })
  }

  @Test func `follow the names that the tool gives them`() {
    let sessions = scene([
      (0, nil, "10.0.0.5"), (1, "a", "10.0.0.5"), (2, "b", "10.0.0.5"), (9000, "a", "10.0.0.5"),
    ])
    #expect(sessions.map(\.exchanges) == [3, 1])
    #expect(sessions.map(\.isExplicit) == [true, true])
  }

  @Test func `are one for each agent that a session sends out`() {
    var scene = Scene()
    let steps: [(session: String, agent: String?)] = [
      ("a", nil), ("a", "x1"), ("a", "x2"), ("b", nil), ("a", "x1"), ("a", nil), ("b", "x1"),
    ]
    for (i, step) in steps.enumerated() {
      scene.clock = Double(i)
      var fields = [
        ("user-agent", "claude-cli/2.1.170 (external, cli)"),
        ("x-claude-code-session-id", step.session),
      ]
      if let agent = step.agent { fields.append(("x-claude-code-agent-id", agent)) }
      scene.request("api.anthropic.com/v1/messages", fields, json: "{}", flow: 1)
    }
    // Without a name: the main agent's that was active last.
    scene.clock = 8
    scene.request(
      "api.anthropic.com/v1/messages", [("user-agent", "claude-cli/2.1.170 (external, cli)")],
      json: "{}", flow: 1)
    let tool = scene.result().tools.first
    #expect(tool?.sessions.map(\.exchanges) == [3, 2, 1, 1, 1])
    #expect(
      tool?.notes == [
        "s2, s3: agents sent out by s1.", "s5: an agent sent out by s4.",
      ])
  }

  @Test func `of a thread are its agent's only when the thread is not the session itself`() {
    var scene = Scene()
    for thread in ["root", "root", "child"] {
      scene.clock += 1
      scene.request(
        "chatgpt.com/backend-api/codex/responses",
        [
          ("user-agent", "codex_exec/0.163.0 (Debian 12)"), ("session-id", "root"),
          ("thread-id", thread),
        ], json: "{}")
    }
    let tool = scene.result().tools.first
    #expect(tool?.sessions.map(\.exchanges) == [2, 1])
    #expect(tool?.notes.contains("s2: an agent sent out by s1.") == true)
  }

  @Test func `belong to one client each`() {
    let sessions = scene([(0, nil, "10.0.0.5"), (1, nil, "10.0.0.6")])
    #expect(sessions.map(\.client.description) == ["10.0.0.5", "10.0.0.6"])
  }
}

@Suite struct `Disclosures` {
  private static let body =
    #"{"model":"gpt-5","user":"marisol@quietharbor.example","messages":[{"content":"in /home/marisol/src/orchard"},{"content":"in /home/marisol/src/orchard"}]}"#

  private func run(_ options: AnalysisOptions = AnalysisOptions()) -> AnalysisResult {
    var scene = Scene()
    for i in 0..<3 {
      scene.clock = Double(i)
      scene.request(
        "llm.quietharbor.example/v1/chat/completions",
        [("authorization", "Bearer sk-proj-a1b2c3d4e5f6")], json: Self.body)
    }
    return scene.result(options)
  }

  @Test func `are one per place, with counts and evidence`() {
    let found = run().disclosures("identity.home_path")
    #expect(found.count == 1)
    #expect(found.first?.channel.path == "$.messages[*].content")
    #expect(found.first?.occurrences == 6)
    #expect(found.first?.distinct == 1)
    #expect(found.first?.sessions == ["s1"])
    #expect(found.first?.evidence.first?.exchange == 1)
    #expect(found.first?.evidence.first?.frames == [1])
    if let offset = found.first?.evidence.first?.offset,
      let length = found.first?.evidence.first?.length
    {
      let bytes = Array(Self.body.utf8)[offset..<(offset + length)]
      #expect(String(decoding: bytes, as: UTF8.self) == "in /home/marisol/src/orchard")
    } else {
      Issue.record("no place in the body")
    }
  }

  @Test func `count a value once that two bases see`() {
    var scene = Scene()
    scene.request(
      "api.openai.com/v1/chat/completions", json: #"{"model":"m","cwd":"/home/ada/src/x"}"#)
    let found = scene.result().disclosures("workspace.path").first
    #expect(found?.occurrences == 1)
    #expect(found?.basis == [.signal, .recogniser])
    #expect(found?.signal == "common.path")
    #expect(found.map { $0.confidence > 0.8 } == true)
  }

  @Test func `tell the program's words from the person's on one path`() {
    let messages = ["system": "ada@harborlight.example", "user": "marisol@quietharbor.example"].map
    {
      role, mail in #"{"role":"\#(role)","content":"write to \#(mail) today"}"#
    }
    for order in [messages, messages.reversed()] {
      var scene = Scene()
      scene.request(
        "api.openai.com/v1/chat/completions",
        json: #"{"model":"m","messages":[\#(order.joined(separator: ","))]}"#)
      let found = scene.result().disclosures("identity.email")
      #expect(Set(found.map(\.channel.path)) == ["$.messages[*].content"])
      #expect(found.map(\.channel.author) == [.person, .program])
      #expect(found.map(\.value) == ["marisol@quietharbor.example", "ada@harborlight.example"])
      #expect(found.map { $0.note != nil } == [true, false])
    }
  }

  @Test func `name no author where the program put blocks into a person's message`() {
    var scene = Scene()
    scene.request(
      "api.openai.com/v1/responses",
      json:
        #"{"model":"m","input":[{"role":"user","content":"<env>\nmail marisol@quietharbor.example\n</env>"}]}"#
    )
    #expect(scene.result().disclosures("identity.email").map(\.channel.author) == [nil])
  }

  @Test func `hide secrets`() {
    let key = run().disclosures("account.api_key").first
    #expect(key?.value == "sk-proj-…[redacted]")
    #expect(key?.isRedacted == true)
    #expect(key?.valueDigest == nil)
    var options = AnalysisOptions()
    options.digestKey = [1, 2, 3]
    #expect(run(options).disclosures("account.api_key").first?.valueDigest?.utf8.count == 64)
    options.redaction = .none
    #expect(run(options).disclosures("account.api_key").first?.value == "sk-proj-a1b2c3d4e5f6")
  }

  @Test func `hide values wherever they stand`() {
    var options = AnalysisOptions()
    options.redaction = .values
    let result = run(options)
    let text = result.tools.map { "\($0)" }.joined()
    for value in ["/home/marisol", "marisol@", "sk-proj-a1b2c3d4e5f6", "llm.quietharbor.example"] {
      #expect(!text.contains(value), "\(value)")
    }
    #expect(result.values("identity.home_path") == ["<identity.home_path#1>"])
    #expect(result.values("toolchain.model") == ["gpt-5"])
  }

  @Test func `are told as they are found`() {
    let told = Mutex<[String]>([])
    var scene = Scene()
    scene.request("api.openai.com/v1/chat/completions", json: Self.body)
    scene.request("api.openai.com/v1/chat/completions", json: Self.body)
    var analyzer = Analyzer(catalogue: sourceCatalogue)
    analyzer.onNewDisclosure = { disclosure, tool in
      told.withLock { $0.append("\(tool) \(disclosure.attribute)") }
    }
    for record in scene.records { analyzer.consume(record) }
    let list = told.withLock { $0 }
    #expect(list.filter { $0 == "unknown:openai identity.email" }.count == 1)
    #expect(list.count == analyzer.finish().disclosures.count)
  }

  @Test func `keep to their bounds`() {
    var options = AnalysisOptions()
    options.placeLimit = 4
    let result = run(options)
    #expect(result.disclosures.count == 4)
    #expect(result.coverage.notes.contains { $0.contains("bound") })
  }

  @Test func `list sixteen values and count the others`() {
    var scene = Scene()
    for i in 0..<40 {
      scene.request(
        "api.openai.com/v1/chat/completions", json: #"{"model":"m-\#(i)","messages":[]}"#)
    }
    let model = scene.result().disclosures("toolchain.model").first
    #expect(model?.values.count == 16)
    #expect(model?.distinct == 40)
    #expect(model?.value == "m-0")
  }
}
