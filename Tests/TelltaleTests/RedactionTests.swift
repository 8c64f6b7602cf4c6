import Analysis
import Foundation
import Model
import Reports
import Telltale
import TestKit
import Testing

/// A capture with its keys, written in every format.
private struct Outputs {
  let redaction: Redaction
  private let input: InputOptions

  init(_ capture: URL, keyLog: URL? = nil, redaction: Redaction) {
    self.redaction = redaction
    var input = InputOptions(captures: [capture.path])
    if let keyLog, FileManager.default.fileExists(atPath: keyLog.path) {
      input.keyLogs = [keyLog.path]
    }
    self.input = input
  }

  func summary() throws -> Summary {
    var options = AnalyzeRun.Options()
    options.analysis.redaction = redaction
    return try AnalyzeRun(options: options).run(input)
  }

  /// Every format of `analyze`, and the records of `dissect`.
  func all() throws -> [(format: String, text: String)] {
    let summary = try summary()
    var outputs: [(format: String, text: String)] = []
    for format in RendererRegistry.formats {
      guard let renderer = RendererRegistry.renderer(for: format) else { continue }
      let bytes = renderer.render(summary, options: RenderOptions())
      outputs.append((format, String(decoding: bytes, as: UTF8.self)))
    }
    var records: [UInt8] = []
    let renderer = EVERenderer(
      captures: input.captures, options: EVEOptions(redaction: redaction, bodies: false))
    _ = try DissectRun().run(input, begin: { _ in }) { records += renderer.render($0) }
    outputs.append(("dissect", String(decoding: records, as: UTF8.self)))
    return outputs
  }
}

/// Captures with keys: the project's own, and the shared ones where they are at hand.
private enum Source {
  static let all: [String] =
    ["anthropic-sdk-stream", "openai-sdk-h2", "plain-http-gateway", "openai-realtime-websocket"]
    .map { "Captures/\($0).pcapng" } + shared

  private static var shared: [String] {
    let base = Place.shared.appending(path: "captures")
    let manager = FileManager.default
    let tools = ((try? manager.contentsOfDirectory(atPath: base.path)) ?? []).sorted()
    return tools.filter { $0 != "derived" }.flatMap { tool in
      ((try? manager.contentsOfDirectory(atPath: base.appending(path: tool).path)) ?? []).sorted()
        .map { "../shared/captures/\(tool)/\($0)" }
        .filter { manager.fileExists(atPath: url($0 + "/labels.json").path) }
    }
  }

  static func url(_ path: String) -> URL {
    let shared = "../shared/"
    return path.hasPrefix(shared)
      ? Place.shared.appending(path: String(path.dropFirst(shared.count)))
      : Place.root.appending(path: path)
  }

  static func outputs(_ path: String, _ redaction: Redaction) throws -> Outputs {
    guard path.hasPrefix("../") else { return Outputs(url(path), redaction: redaction) }
    let labels = try JSONSerialization.jsonObject(
      with: Data(contentsOf: url(path + "/labels.json")))
    let capture = (labels as? [String: Any])?["capture"] as? String ?? "capture.pcapng"
    return Outputs(
      url(path + "/" + capture), keyLog: url(path + "/keys.log"), redaction: redaction)
  }
}

@Suite struct `What is written` {
  /// Values of the summary that no longer may be seen, from the fewest bytes that cannot stand somewhere
  /// by accident.
  private func values(
    _ summary: Summary, _ isHidden: (Disclosure) -> Bool
  ) -> [(attribute: String, value: String)] {
    let hosts = Set(summary.tools.flatMap(\.recipients).map(\.host))
    return summary.tools.flatMap(\.disclosures).filter(isHidden).flatMap { disclosure in
      disclosure.values.filter { isRare($0) && !hosts.contains($0) }
        .map { (disclosure.attribute, $0) }
    }
  }

  /// A plain word may stand in the name of a signal or a field, too.
  private func isRare(_ value: String) -> Bool {
    value.utf8.count >= 7 && !value.allSatisfy { $0.isLetter || $0 == "_" }
  }

  @Test(arguments: Source.all)
  func `under redacted values shows none of them, whatever the format`(source: String) throws {
    let open = try Source.outputs(source, .none).summary()
    let hidden = values(open) { $0.sensitivity >= 3 && $0.attribute != "network.dns_query" }
    let outputs = try Source.outputs(source, .values).all()
    for (format, text) in outputs {
      for (attribute, value) in hidden where text.contains(value) {
        Issue.record("\(format) shows \(attribute) \(value)")
      }
    }
    #expect(outputs.first { $0.format == "json" }?.text.contains("#1>") == true)
  }

  @Test(arguments: Source.all)
  func `shows no credential, whatever the format`(source: String) throws {
    let credentials: Set<String> = [
      "account.api_key", "account.token", "account.cookie", "network.proxy_credentials",
    ]
    let open = try Source.outputs(source, .none).summary()
    let masked = try Source.outputs(source, .secrets).summary()
    // What the open summary shows and the masked one does not.
    let shown = Set(masked.tools.flatMap(\.disclosures).filter { !$0.isRedacted }.flatMap(\.values))
    let hidden = values(open) { credentials.contains($0.attribute) }
      .filter { !shown.contains($0.value) }
    for (format, text) in try Source.outputs(source, .secrets).all() {
      for (attribute, value) in hidden {
        let forms = [
          value, Data(value.utf8).base64EncodedString(),
          value.utf8.map { String(format: "%02x", $0) }.joined(),
        ]
        for form in forms where text.contains(form) {
          Issue.record("\(format) shows \(attribute) \(value)")
        }
      }
    }
  }
}
