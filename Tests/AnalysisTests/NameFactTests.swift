import Analysis
import Model
import Testing

@Suite struct `Names on the path` {
  private func profile(_ facts: [(String, String)]) -> Profile {
    Profile(facts: facts.map { ProfileFact(attribute: $0.0, value: $0.1) })
  }

  private func disclosures(
    _ scene: Scene, _ facts: [(String, String)], allTraffic: Bool = false
  ) -> [Disclosure] {
    var options = AnalysisOptions()
    options.profile = profile(facts)
    options.readsAllTraffic = allTraffic
    var analyzer = Analyzer(catalogue: sourceCatalogue, options: options)
    for record in scene.records { analyzer.consume(record) }
    return analyzer.finish().tools.flatMap(\.disclosures)
  }

  private static let host = [("machine.hostname", "build-falcon-07")]

  @Test func `tell a fact of the machine that stands in a hello's server name`() {
    var scene = Scene()
    scene.hello("build-falcon-07.openai.azure.com", isDecrypted: false)
    let told = disclosures(scene, Self.host).filter { $0.attribute == "machine.hostname" }
    #expect(told.map(\.channel) == [Channel(part: .tls, path: "sni")])
    #expect(told.first?.observers == [.network])
  }

  @Test func `tell it in a DNS question, and in hex`() {
    var scene = Scene()
    scene.ask("6275696c642d66616c636f6e2d3037.api.anthropic.com")
    let told = disclosures(scene, Self.host, allTraffic: true)
      .filter { $0.attribute == "machine.hostname" }
    #expect(told.map(\.channel) == [Channel(part: .dns, path: "query", encodings: ["hex"])])
  }

  @Test func `tell nothing of a name that merely begins alike`() {
    var scene = Scene()
    scene.hello("build-falcon-071.openai.azure.com", isDecrypted: false)
    #expect(!disclosures(scene, Self.host).contains { $0.attribute == "machine.hostname" })
  }

  @Test func `tell the search domain behind a vendor's name that does not exist there`() {
    var scene = Scene()
    scene.ask("api.anthropic.com.corp.example", code: "NXDOMAIN")
    scene.ask("api.anthropic.com", answer: "203.0.113.9")
    scene.hello("api.anthropic.com", isDecrypted: false)
    let told = disclosures(scene, []).filter { $0.attribute == "network.dns_suffix" }
    #expect(told.map(\.value) == ["corp.example"])
  }

  @Test func `tell no search domain of a delivery network's names`() {
    var scene = Scene()
    scene.ask("api.anthropic.com.cdn.example", answer: "203.0.113.9")
    scene.ask("api.anthropic.com", answer: "203.0.113.9")
    scene.hello("api.anthropic.com", isDecrypted: false)
    #expect(!disclosures(scene, []).contains { $0.attribute == "network.dns_suffix" })
  }
}

@Suite struct `Traffic that is no AI's` {
  private func tools(allTraffic: Bool) -> [ToolSummary] {
    var scene = Scene()
    scene.request(
      "intake.corp-metrics.example/report", [("user-agent", "metricsd")],
      json: #"{"cwd":"/home/marisol/projects/orchard"}"#, encrypted: false)
    var options = AnalysisOptions()
    options.readsAllTraffic = allTraffic
    var analyzer = Analyzer(catalogue: sourceCatalogue, options: options)
    for record in scene.records { analyzer.consume(record) }
    return analyzer.finish().tools
  }

  @Test func `is asked for disclosures with all traffic alone`() throws {
    #expect(tools(allTraffic: false).isEmpty)
    let tool = try #require(tools(allTraffic: true).first)
    #expect(tool.id == "unknown:unlisted")
    #expect(tool.disclosures.contains { $0.attribute == "identity.username" })
  }

  @Test func `makes nobody the client of an AI vendor whose other services it uses`() throws {
    var scene = Scene()
    let agent = ("user-agent", "Mozilla/5.0 (Windows NT 5.1; rv:25.0)")
    scene.hello("www.google.com", isDecrypted: true)
    scene.request(
      "GET", "www.google.com/", [agent], port: 1080,
      tunnels: [
        ProxyTunnel(
          kind: .socks5, targetHost: "www.google.com", targetPort: 443, isAuthenticated: false,
          credentials: nil, provenance: Provenance(FrameID(capture: 0, number: 1), scene.now))
      ])
    scene.hello("www.google.com", flow: 2, isDecrypted: false)
    scene.end(flow: 2, decrypted: false)
    #expect(scene.result().tools.isEmpty)
    var options = AnalysisOptions()
    options.readsAllTraffic = true
    let result = scene.result(options)
    let tool = try #require(result.tools.first)
    #expect(result.tools.map(\.id) == ["unknown:unlisted"])
    #expect(tool.recipients.map(\.party) == [.intermediary, .unknown])
    #expect(result.unattributed.isEmpty)
  }
}

@Suite struct `The frames of a disclosure` {
  /// A body of two stretches, carried by frames 4 and 9.
  private func disclosures(codings: [String]) -> [Disclosure] {
    let body = Array(#"{"pad":"xxxxxxxxxxxxxxxx","cwd":"/home/marisol/projects/orchard"}"#.utf8)
    let time = Timestamp(nanoseconds: 1_795_384_620_000_000_000)
    func frame(_ number: Int) -> FrameID { FrameID(capture: 0, number: number) }
    var provenance = Provenance(frame(3), time)
    provenance.last = frame(9)
    var message = HTTPMessage(
      fields: [
        HTTPField("user-agent", "claude-cli/2.1.170 (external, cli)"),
        HTTPField("content-type", "application/json"), HTTPField("x-api-key", "sk-ant-test-0001"),
      ], provenance: provenance)
    message.body.bytes = body
    message.body.codings = codings
    message.body.transferredLength = body.count
    message.body.segments = [
      .init(offset: 0, first: frame(4), last: frame(4)),
      .init(offset: 26, first: frame(9), last: frame(9)),
    ]
    let exchange = HTTPExchange(
      version: .http11, method: "POST", host: "api.anthropic.com", target: "/v1/messages",
      request: message, response: nil, status: 200, isEncrypted: true,
      serverName: "api.anthropic.com", tunnels: [], isProxied: false, stream: 1)
    var analyzer = Analyzer(catalogue: sourceCatalogue)
    analyzer.consume(
      Record(flow: Scene().flow(1), frame: frame(9), time: time, observation: .http(exchange)))
    return analyzer.finish().tools.flatMap(\.disclosures)
  }

  private func frames(_ attribute: String, _ part: ChannelPart, codings: [String] = []) -> [Int]? {
    disclosures(codings: codings).first { $0.attribute == attribute && $0.channel.part == part }?
      .evidence.first?.frames
  }

  @Test func `are those that carried its value`() {
    #expect(frames("identity.username", .body) == [9])
  }

  @Test func `are the head's where it stands in the head`() {
    #expect(frames("account.api_key", .header) == [3, 4])
  }

  @Test func `are the whole body's behind a content coding`() {
    #expect(frames("identity.username", .body, codings: ["gzip"]) == [4, 9])
  }
}
