import Analysis
import Foundation
import Model
import TestKit
import Testing

@Suite struct `Envelopes of telemetry` {
  private func scene(
    _ url: String, _ fields: [(String, String)], _ body: [UInt8],
    options: AnalysisOptions = AnalysisOptions()
  ) -> AnalysisResult {
    var scene = Scene()
    scene.request("POST", url, fields, body: body)
    return scene.result(options)
  }

  private let collector = "telemetry.crewai.com/opentelemetry.proto.collector"

  @Test(arguments: [
    (".trace.v1.TraceService/Export", RecordedEnvelopes.traces, ["grpc", "protobuf"]),
    (
      ".trace.v1.TraceService/Export", RecordedEnvelopes.gzippedTraces,
      ["grpc", "gzip", "protobuf"]
    ),
    (".metrics.v1.MetricsService/Export", RecordedEnvelopes.metrics, ["grpc", "protobuf"]),
    (".logs.v1.LogsService/Export", RecordedEnvelopes.logs, ["grpc", "protobuf"]),
  ])
  func `of OpenTelemetry are read out of gRPC by name`(
    method: String, body: String, encodings: [String]
  ) {
    let result = scene(
      collector + method, [("content-type", "application/grpc"), ("grpc-encoding", "gzip")],
      hex(body))
    #expect(result.values("machine.hostname") == ["build-falcon-07"])
    #expect(
      result.disclosures("machine.hostname").first?.channel
        == Channel(part: .body, path: "#1.1.1 key=host.name", encodings: encodings))
    #expect(result.disclosures("machine.hostname").first?.evidence.first?.offset == 5)
  }

  @Test(arguments: [
    ("application/grpc-web+proto", RecordedEnvelopes.traces, ["grpc", "protobuf"]),
    ("application/grpc-web-text", RecordedEnvelopes.webText, ["base64", "grpc", "protobuf"]),
    ("application/connect+proto", RecordedEnvelopes.traces, ["grpc", "protobuf"]),
  ])
  func `of gRPC's kin are read, too`(type: String, body: String, encodings: [String]) {
    // At a method whose schema nobody knows, pairs of key and value are attributes all the same.
    for method in [".trace.v1.TraceService/Export", ".Other/Send"] {
      let result = scene(collector + method, [("content-type", type)], hex(body))
      #expect(
        result.disclosures("machine.hostname").first?.channel
          == Channel(part: .body, path: "#1.1.1 key=host.name", encodings: encodings))
    }
  }

  @Test func `of Connect are read as JSON where they say so`() {
    let message = Array(#"{"zone":"Asia/Shanghai"}"#.utf8)
    let frame = [0, 0, 0, 0, UInt8(message.count)] + message
    let result = scene(
      "api2.cursor.sh/aiserver.v1.X/Y", [("content-type", "application/connect+json")],
      frame + frame)
    #expect(
      result.disclosures("place.timezone").first?.channel
        == Channel(part: .body, path: "$.zone", encodings: ["grpc", "json"]))
    #expect(result.disclosures("place.timezone").first?.occurrences == 2)
  }

  @Test(
    arguments: [
      ("text/plain", hex(RecordedEnvelopes.gzippedBatch), "", ["gzip", "json"]),
      ("application/octet-stream", hex(RecordedEnvelopes.zstdBatch), "", ["zstd", "json"]),
      ("text/plain", hex(RecordedEnvelopes.deflatedBatch), "", ["deflate", "json"]),
      ("application/json", Array(RecordedEnvelopes.batch.utf8), "", ["json"]),
      (
        "application/x-www-form-urlencoded", form(Array(RecordedEnvelopes.batch.utf8)), "data/",
        ["form", "base64", "json"]
      ),
      (
        "application/x-www-form-urlencoded", form(hex(RecordedEnvelopes.gzippedBatch)), "data/",
        ["form", "base64", "gzip", "json"]
      ),
      (
        "text/plain", form(Array(RecordedEnvelopes.batch.utf8)), "data/",
        ["form", "base64", "json"]
      ),
      (
        "application/x-www-form-urlencoded",
        Array(
          "e=%7B%22batch%22%3A%5B%7B%22properties%22%3A%7B%22%24os%22%3A%22Linux%22%7D%7D%5D%7D"
            .utf8),
        "e/", ["form", "json"]
      ),
      (
        "text/plain",
        Data(RecordedEnvelopes.batch.utf8).base64EncodedString().utf8.reversed(), "$/",
        ["reversed", "base64", "json"]
      ),
    ] as [(String, [UInt8], String, [String])])
  func `are opened whatever they are wrapped in`(
    type: String, body: [UInt8], prefix: String, encodings: [String]
  ) {
    let result = scene("us.i.posthog.com/batch/", [("content-type", type)], body)
    #expect(
      result.disclosures("machine.os").map(\.channel) == [
        Channel(part: .body, path: prefix + "$.batch[*].properties.$os", encodings: encodings)
      ])
  }

  @Test func `of server-sent events are joined and read`() {
    let result = scene(
      "api.openai.com/v1/chat/completions", [("content-type", "text/event-stream")],
      Array("event: a\ndata: {\"zone\":\ndata: \"Asia/Shanghai\"}\n\n".utf8))
    #expect(
      result.disclosures("place.timezone").first?.channel
        == Channel(part: .body, path: "$.zone", encodings: ["sse", "json"]))
  }

  @Test func `of parts without names are read by their place`() {
    let result = scene(
      "api.openai.com/v1/batches", [("content-type", "multipart/mixed; boundary=b")],
      Array(
        "--b\r\nContent-Type: application/json\r\n\r\n{\"zone\":\"Asia/Shanghai\"}\r\n--b--\r\n"
          .utf8))
    #expect(
      result.disclosures("place.timezone").first?.channel
        == Channel(part: .body, path: "[*]/$.zone", encodings: ["multipart", "json"]))
  }

  @Test func `that expand without end are cut, and coverage says so`() {
    var options = AnalysisOptions()
    options.expansionLimit = 40
    let result = scene(
      "us.i.posthog.com/batch/", [("content-type", "text/plain")],
      hex(RecordedEnvelopes.gzippedBatch), options: options)
    #expect(result.coverage.notes.contains { $0.contains("bound of the analysis") })
  }

  @Test func `are survived in any state`() {
    for (type, seed) in [
      ("application/grpc", hex(RecordedEnvelopes.gzippedTraces)),
      ("application/grpc-web-text", hex(RecordedEnvelopes.webText)),
      ("text/plain", hex(RecordedEnvelopes.gzippedBatch)),
      ("text/event-stream", Array("data: {\"a\":1}\n\ndata: x".utf8)),
    ] {
      var scene = Scene()
      for body in mutations(of: seed, count: 300, seed: 3)
        + seed.indices.map({ Array(seed[..<$0]) })
      {
        scene.request("POST", "us.i.posthog.com/batch/", [("content-type", type)], body: body)
      }
      #expect(scene.result().coverage.exchanges > 300)
    }
  }
}

/// A form with one field, in base 64.
private func form(_ bytes: [UInt8]) -> [UInt8] {
  let text = Data(bytes).base64EncodedString()
  let escaped = text.replacingOccurrences(of: "+", with: "%2B")
    .replacingOccurrences(of: "/", with: "%2F").replacingOccurrences(of: "=", with: "%3D")
  return Array("data=\(escaped)".utf8)
}
