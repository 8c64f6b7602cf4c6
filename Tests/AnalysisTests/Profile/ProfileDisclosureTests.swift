import Analysis
import Model
import TestKit
import Testing

@Suite struct `Disclosures that a profile brings to light` {
  private static let profile = Profile(facts: [
    ProfileFact(attribute: "machine.hostname", value: "build-falcon-07"),
    ProfileFact(attribute: "identity.username", value: "marisol"),
    ProfileFact(attribute: "identity.home_path", value: "/home/marisol"),
    ProfileFact(attribute: "machine.os", value: "Linux"),
    ProfileFact(attribute: "workspace.branch", value: "main"),
    ProfileFact(
      attribute: "workspace.repository",
      value: "git@github.com:quietharbor-labs/orchard-ledger.git"),
  ])

  private func told(_ build: (inout Scene) -> Void) -> AnalysisResult {
    var scene = Scene()
    build(&scene)
    var options = AnalysisOptions()
    options.profile = Self.profile
    return scene.result(options)
  }

  private let url = "api.anthropic.com/v1/messages"

  @Test func `a place that nobody knows is told with path, encodings and byte range`() throws {
    let body =
      #"{"model":"m","messages":[],"x":{"blob":"QUFidWlsZC1mYWxjb24tMDc","rh":"1c4d356e6f971d66"}}"#
    let result = told { $0.request(url, json: body) }
    let host = try #require(result.disclosures("machine.hostname").first)
    #expect(host.value == "build-falcon-07")
    #expect(host.basis == [.profile])
    #expect(host.channel == Channel(part: .body, path: "$.x.blob", encodings: ["json", "base64"]))
    let evidence = try #require(host.evidence.first)
    let start = try #require(evidence.offset), length = try #require(evidence.length)
    #expect(
      String(decoding: Array(body.utf8)[start..<(start + length)], as: UTF8.self)
        == "QUFidWlsZC1mYWxjb24tMDc")
    let repository = try #require(result.disclosures("workspace.repository").first)
    #expect(repository.channel.encodings == ["json", "sha256/16"])
    #expect(repository.value == "1c4d356e6f971d66")
    #expect(repository.note == "sha256/16 of github.com/quietharbor-labs/orchard-ledger")
  }

  @Test func `headers, queries, names of members and WebSocket messages are searched`() {
    let result = told {
      $0.request(url + "?cwd=%2Fhome%2Fmarisol", [("x-trace", "on build-falcon-07;")], json: "{}")
      $0.webSocket("api.openai.com/v1/realtime", text: #"{"/home/marisol":{"n":1}}"#, flow: 2)
    }
    let places = result.disclosures.filter { $0.basis.contains(.profile) }.map {
      "\($0.attribute) \($0.channel.part.rawValue) \($0.channel.path)"
    }
    #expect(places.contains("machine.hostname header x-trace"))
    #expect(places.contains("identity.home_path query cwd"))
    #expect(places.contains("identity.username query cwd"))
    #expect(places.contains("identity.home_path websocket $['/home/marisol']"), "\(places)")
  }

  @Test func `a fact supports what another basis found, once`() throws {
    let result = told {
      $0.request(
        url, [("x-stainless-os", "Linux")],
        json: #"{"model":"m","system":"see /home/marisol now","messages":[]}"#)
    }
    let os = try #require(result.disclosures("machine.os").first)
    #expect(os.basis == [.signal, .profile])
    #expect(os.occurrences == 1)
    #expect(os.signal != "profile")
    let home = try #require(result.disclosures("identity.home_path").first)
    #expect(home.basis == [.profile, .recogniser])
    #expect((home.occurrences, home.distinct) == (1, 1))
    #expect(home.confidence == 0.99)
  }

  @Test func `a digest that a signal knows is named`() throws {
    let result = told {
      $0.request(
        "api.anthropic.com/api/event_logging/batch", [("user-agent", "claude-code/2.1.170")],
        json: #"{"events":[{"event_data":{"rh":"1c4d356e6f971d66"}}]}"#)
    }
    let repository = try #require(result.disclosures("workspace.repository").first)
    #expect(result.disclosures("workspace.repository").count == 1)
    #expect(repository.basis == [.signal, .profile])
    #expect(repository.channel.encodings == ["json", "sha256/16"])
  }

  @Test func `common values make no disclosure`() {
    let result = told {
      $0.request(
        url, json: #"{"model":"m","system":"merge main on linux","messages":[],"branch":"main"}"#)
    }
    // "main" behind the name "branch" is found by its name; the profile only supports it.
    #expect(result.disclosures.allSatisfy { $0.basis != [.profile] })
  }

  @Test(.enabled(if: Place.hasShared), arguments: SharedCaptureScenarios.all)
  func `shared captures are told as their labels want with a profile`(scenario: String) throws {
    let records = try RecordedRequests(directory: "captures/" + scenario).records
    var options = AnalysisOptions()
    options.profile = try Profile(json: Place.sharedBytes("captures/\(scenario)/profile.json"))
    var analyzer = Analyzer(catalogue: sourceCatalogue, options: options)
    for record in records { analyzer.consume(record) }
    let result = analyzer.finish()
    let pairs = Set(
      result.disclosures.map { Labels.Pair(attribute: $0.attribute, host: $0.recipient) })
    let verdict = try Labels(directory: "captures/" + scenario).judge(pairs, withProfile: true)
    let allowed = SharedCaptureScenarios.cut.contains(scenario) ? 4 : 0
    #expect(
      verdict.missed.count <= allowed,
      "\(verdict.missed.map { "\($0.attributes) to \($0.hosts)" })")
    #expect(verdict.wrong.isEmpty, "\(verdict.wrong)")
  }
}

@Suite struct `A profile file` {
  @Test func `is read with its facts in order`() throws {
    let profile = try Profile(
      json: Array(
        #"{"schema":"telltale.profile/1","facts":[{"attribute":"machine.cpu_count","value":8,"note":{"a":[1]}},{"value":"a\"b","attribute":"identity.username"}],"x":[{"attribute":"no"}]}"#
          .utf8))
    #expect(
      profile.facts == [
        ProfileFact(attribute: "machine.cpu_count", value: "8"),
        ProfileFact(attribute: "identity.username", value: "a\"b"),
      ])
  }

  @Test(arguments: [
    ("", "not JSON at byte 0"), ("{", "not JSON"), ("[]", "it has no schema"),
    (#"{"schema":"telltale.policy/1","facts":[]}"#, "its schema is 'telltale.policy/1'"),
    (#"{"schema":"telltale.profile/1"}"#, "it has no list of facts"),
    (#"{"schema":"telltale.profile/1","facts":[{"value":"x"}]}"#, "fact 1: attribute or value"),
  ])
  func `that is none is refused with the reason`(text: String, reason: String) {
    let fault = #expect(throws: ProfileFault.self) { try Profile(json: Array(text.utf8)) }
    #expect(fault?.reason.hasPrefix(reason) == true, "\(fault?.reason ?? "")")
  }
}
