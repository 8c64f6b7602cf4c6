import Analysis
import Foundation
import Model
import TestKit
import Testing

@Suite struct `Unwrapping` {
  private func channels(
    _ attribute: String, type: String, body: [UInt8], url: String = "us.i.posthog.com/batch/"
  ) -> [Channel] {
    var scene = Scene()
    scene.request("POST", url, [("content-type", type)], body: body)
    return scene.result().disclosures(attribute).map(\.channel)
  }

  @Test func `keeps the path and the encodings of a nested value`() {
    let inner = Data(#"{"rh":"1c4d356e6f971d66","note":"/home/ada"}"#.utf8).base64EncodedString()
    let body = #"{"events":[{"event_data":{"additional_metadata":"\#(inner)"}}]}"#
    let channels = channels(
      "workspace.repository", type: "application/json", body: Array(body.utf8),
      url: "api.anthropic.com/api/event_logging/v2/batch")
    #expect(
      channels == [
        Channel(
          part: .body, path: "$.events[*].event_data.additional_metadata/$.rh",
          encodings: ["json", "base64", "json"])
      ])
  }

  @Test func `opens texts inside texts, JSON in strings and claims of tokens`() {
    let token =
      "eyJhbGciOiJub25lIn0."
      + Data(#"{"tz":"Asia/Shanghai"}"#.utf8).base64EncodedString()
      .replacingOccurrences(of: "=", with: "") + ".c2ln"
    let json = #"{"a":"{\"b\":\"Europe/Lisbon\"}","t":"\#(token)"}"#
    let channels = channels("place.timezone", type: "application/json", body: Array(json.utf8))
    #expect(
      channels == [
        Channel(part: .body, path: "$.a/$.b", encodings: ["json", "json"]),
        Channel(part: .body, path: "$.t/$.tz", encodings: ["json", "jwt", "json"]),
      ])
  }

  @Test(arguments: [
    ("open &#x2F;home&#47;alice/project now", ["json", "html-entity"]),
    ("cd &sol;Users&sol;alice&sol;project", ["json", "html-entity"]),
    ("%2Fhome%2Falice%2Fproject", ["json", "percent"]),
    ("L2hvbWUvYWxpY2UvcHJvamVjdA==", ["json", "base64"]),
    ("L2hvbWUvYWxpY2UvcHJvamVjdC8_eD0-", ["json", "base64url"]),
    ("2f686f6d652f616c6963652f70726f6a656374", ["json", "hex"]),
  ])
  func `reads texts in other spellings`(value: String, encodings: [String]) {
    let body = Array(#"{"note":"\#(value)"}"#.utf8)
    let channels = channels("identity.username", type: "application/json", body: body)
    #expect(channels == [Channel(part: .body, path: "$.note", encodings: encodings)])
  }

  @Test(arguments: [
    "/home/alice/project &amp; more", "/home/alice/100%25 done", "%2Fhome%2Falice%2Fproject%",
    "see &home/alice; and &#0;", "L2hvbWUvYWxpY2UvcHJvamVj\\u0000", "2f686f6d652f616c6963652f7072=",
  ])
  func `tells nothing twice, and nothing of what only looks like a spelling`(value: String) {
    let body = Array(#"{"note":"\#(value)"}"#.utf8)
    let channels = channels("identity.username", type: "application/json", body: body)
    #expect(channels.allSatisfy { $0.encodings == ["json"] })
  }

  @Test(arguments: [
    ("application/x-www-form-urlencoded", "zone=Asia%2FShanghai&x=1", "zone", ["form"]),
    ("application/x-ndjson", "{\"a\":1}\n{\"z\":\"Asia/Shanghai\"}\n", "$.z", ["ndjson", "json"]),
    (
      "application/x-sentry-envelope",
      "{\"event_id\":\"1\"}\n{\"type\":\"event\"}\n{\"z\":\"Asia/Shanghai\"}",
      "$.z", ["sentry-envelope", "json"]
    ),
    (
      "multipart/form-data; boundary=bb",
      "--bb\r\nContent-Disposition: form-data; name=\"zone\"\r\n\r\nAsia/Shanghai\r\n--bb--\r\n",
      "zone", ["multipart"]
    ),
    ("text/plain", "runs in Asia/Shanghai today", "$", []),
  ])
  func `opens bodies by type`(type: String, body: String, path: String, encodings: [String]) {
    #expect(
      channels("place.timezone", type: type, body: Array(body.utf8)) == [
        Channel(part: .body, path: path, encodings: encodings)
      ])
  }

  @Test func `reads OTLP in protobuf by its names`() {
    // resourceSpans { resource { attributes { key: "host.name" value { string "build-falcon-07" } } } }
    func field(_ number: UInt8, _ content: [UInt8]) -> [UInt8] {
      [number << 3 | 2, UInt8(content.count)] + content
    }
    let value = field(1, Array("build-falcon-07".utf8))
    let pair = field(1, Array("host.name".utf8)) + field(2, value)
    let body = field(1, field(1, field(1, pair)))
    let channels = channels(
      "machine.hostname", type: "application/x-protobuf", body: body,
      url: "telemetry.crewai.com/v1/traces")
    #expect(
      channels == [
        Channel(part: .body, path: "#1.1.1 key=host.name", encodings: ["protobuf"])
      ])
  }

  @Test func `names list items by their key, in JSON too`() {
    let body =
      #"{"resourceMetrics":[{"resource":{"attributes":[{"key":"host.name","value":{"stringValue":"build-falcon-07"}},{"key":"x","value":{"stringValue":"y"}},{"key":"host.name","value":{"stringValue":"b"}},{"zone":"Asia/Tokyo"}]}}]}"#
    let channels = channels(
      "machine.hostname", type: "application/json", body: Array(body.utf8),
      url: "telemetry.crewai.com/v1/metrics")
    #expect(
      channels.map(\.path) == [
        "$.resourceMetrics[*].resource.attributes[key=host.name].value.stringValue"
      ])
    let zone = self.channels(
      "place.timezone", type: "application/json", body: Array(body.utf8),
      url: "telemetry.crewai.com/v1/metrics")
    #expect(zone.map(\.path) == ["$.resourceMetrics[*].resource.attributes[*].zone"])
  }

  @Test func `looks into headers and queries`() {
    var scene = Scene()
    scene.request(
      "GET", "api.openai.com/v1/responses?model=gpt-5&cwd=%2Fhome%2Fada",
      [("x-codex-turn-metadata", #"{"installation_id":"53162c34-f8f2-4b96-b5d3-2eaf3642cde9"}"#)])
    let result = scene.result()
    #expect(
      result.disclosures("identity.installation_id").first?.channel
        == Channel(
          part: .header, path: "x-codex-turn-metadata/$.installation_id", encodings: ["json"]))
    #expect(
      result.disclosures("identity.home_path").first?.channel == Channel(part: .query, path: "cwd"))
    #expect(result.values("toolchain.model") == ["gpt-5"])
  }

  @Test func `quotes odd member names and reads paths in names`() {
    let body =
      #"{"model":"m","messages":[],"workspaces":{"/home/ada/src/plan":{"tz it":"Asia/Tokyo"}}}"#
    var scene = Scene()
    scene.request("api.openai.com/v1/chat/completions", json: body)
    let result = scene.result()
    #expect(
      result.disclosures("place.timezone").first?.channel.path
        == "$.workspaces['/home/ada/src/plan']['tz it']")
    #expect(result.values("workspace.path") == ["/home/ada/src/plan"])
  }

  @Test func `stops at its bounds`() {
    var text = #""Asia/Shanghai""#
    for _ in 0..<12 { text = quoted("[" + text + "]") }
    var scene = Scene()
    scene.request("api.openai.com/v1/chat/completions", json: #"{"model":"m","input":\#(text)}"#)
    func depth(_ options: AnalysisOptions) -> Int? {
      scene.result(options).disclosures("place.timezone").first?.channel.encodings.count
    }
    var options = AnalysisOptions()
    #expect(depth(options) == 7)
    options.nestingLimit = 16
    #expect(depth(options) == 13)
  }

  @Test func `survives broken bodies`() {
    let seed = Array(
      #"{"model":"m","messages":[{"content":"/home/ada Today’s date is 2026/06/30 a@b.example"}],"x":{"a":"eyJhIjoxfQ==","k":[{"key":"os.type","value":{"stringValue":"linux"}}]}}"#
        .utf8)
    var scene = Scene()
    var count = 0
    for type in [
      "application/json", "application/x-protobuf", "multipart/form-data; boundary=a",
      "application/x-www-form-urlencoded", "application/x-ndjson", "application/x-sentry-envelope",
    ] {
      for body in mutations(of: seed, count: 60, seed: 7)
        + (0..<seed.count).map({ Array(seed[..<$0]) })
      {
        scene.request(
          "POST", "api.openai.com/v1/chat/completions", [("content-type", type)], body: body)
        count += 1
      }
    }
    let result = scene.result()
    #expect(result.coverage.exchanges == count)
    #expect(result.tools.map(\.id) == ["unknown:openai"])
    #expect(result.tools.first?.recipients.first?.exchanges == count)
  }
}
