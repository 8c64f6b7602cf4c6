import Analysis
import Foundation
import Knowledge
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
  func all() throws -> [(format: String, text: Data)] {
    let summary = try summary()
    var outputs: [(format: String, text: Data)] = []
    for format in RendererRegistry.formats {
      guard let renderer = RendererRegistry.renderer(for: format) else { continue }
      outputs.append((format, Data(renderer.render(summary, options: RenderOptions()))))
    }
    var records: [UInt8] = []
    var options = EVEOptions(redaction: redaction, bodies: false)
    if redaction == .values { options.hiding = try KnownValues.find(in: input) }
    let renderer = EVERenderer(captures: input.captures, options: options)
    _ = try DissectRun().run(input, begin: { _ in }) { records += renderer.render($0) }
    outputs.append(("dissect", Data(records)))
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

  static func outputs(_ path: String, _ redaction: Redaction) -> Outputs {
    guard path.hasPrefix("../") else { return Outputs(url(path), redaction: redaction) }
    let capture = labelFile(path)["capture"] as? String ?? "capture.pcapng"
    return Outputs(
      url(path + "/" + capture), keyLog: url(path + "/keys.log"), redaction: redaction)
  }

  /// What a label says that a capture holds.
  struct Label {
    var attribute: String
    var value: String
    var isMust: Bool
  }

  static func labels(_ path: String) throws -> [Label] {
    guard path.hasPrefix("../") else { return [] }
    let items = try #require(labelFile(path)["disclosures"] as? [[String: Any]])
    return items.compactMap { item in
      guard let attribute = item["attribute"] as? String, let value = item["value"] as? String,
        item["covert"] as? Bool != true
      else { return nil }
      return Label(
        attribute: attribute, value: value, isMust: item["importance"] as? String == "must")
    }
  }

  private static func labelFile(_ path: String) -> [String: Any] {
    let data = try? Data(contentsOf: url(path + "/labels.json"))
    let object = data.flatMap { try? JSONSerialization.jsonObject(with: $0) }
    return object as? [String: Any] ?? [:]
  }
}

@Suite struct `What is written` {
  /// A value that one of the levels has to keep back.
  private struct Hidden: Hashable {
    var attribute: String
    var value: String
  }

  private static let credentials: Set<String> = [
    "account.api_key", "account.token", "account.cookie", "network.proxy_credentials",
  ]

  /// Values of labels and of the open summary, but for names of recipients and what is told under
  /// attributes that may be shown.
  private func hidden(
    _ open: Summary, _ source: String, _ isHidden: (String) -> Bool
  ) throws -> [Hidden] {
    let hosts = Set(open.tools.flatMap(\.recipients).map(\.host))
    let disclosures = open.tools.flatMap(\.disclosures)
    var told: [String: Set<String>] = [:]
    for disclosure in disclosures where !isPublicName(disclosure) {
      for value in disclosure.values { told[value, default: []].insert(disclosure.attribute) }
    }
    var hidden: Set<Hidden> = []
    for (value, attributes) in told {
      for attribute in attributes where isHidden(attribute) {
        hidden.insert(Hidden(attribute: attribute, value: value))
      }
    }
    for label in try Source.labels(source) where isHidden(label.attribute) {
      let attributes = told[label.value] ?? []
      guard attributes.isEmpty ? label.isMust : attributes.contains(where: isHidden) else {
        continue
      }
      hidden.insert(Hidden(attribute: label.attribute, value: label.value))
    }
    return hidden.filter { !hosts.contains($0.value) && $0.value.utf8.count >= 2 }
      .sorted { ($0.value, $0.attribute) < ($1.value, $1.attribute) }
  }

  /// Names of vendors in DNS questions stay.
  private func isPublicName(_ disclosure: Disclosure) -> Bool {
    disclosure.attribute == "network.dns_query"
  }

  private func isSensitive(_ attribute: String) -> Bool {
    (Catalogue.builtIn.attributes.first { $0.id == attribute }?.sensitivity ?? 0) >= 3
  }

  /// Short values and those without letters stand somewhere by accident.
  private func isSearched(_ value: String) -> Bool {
    value.utf8.count >= 4 && value.contains { $0.isLetter } && !Self.fixedWords.contains(value)
  }

  /// Whether JSON writes it as it is.
  private func isPlain(_ value: String) -> Bool {
    value.utf8.allSatisfy { (0x20..<0x7f).contains($0) && $0 != 0x22 && $0 != 0x5c && $0 != 0x2f }
  }

  /// Words that formats and names of signals and vendors consist of, and that captures tell as values, too.
  private static let fixedWords: Set<String> = ["agent", "false", "modules", "sentry"]

  @Test(arguments: Source.all)
  func `under redacted values shows none of them, whatever the format`(source: String) throws {
    let open = try Source.outputs(source, .none).summary()
    let hidden = try hidden(open, source, isSensitive).filter { isSearched($0.value) }
    let outputs = try Source.outputs(source, .values).all()
    for (format, text) in outputs {
      for value in hidden where text.showsWord(value.value) {
        Issue.record("\(format) shows \(value.attribute) \(value.value)")
      }
    }
    #expect(outputs.first { $0.format == "json" }?.text.showsWord("#1>") == true)
  }

  @Test(arguments: Source.all)
  func `shows no credential, whatever the format`(source: String) throws {
    let open = try Source.outputs(source, .none).summary()
    let masked = try Source.outputs(source, .secrets).summary()
    // What the open summary shows and the masked one does not.
    let shown = Set(masked.tools.flatMap(\.disclosures).filter { !$0.isRedacted }.flatMap(\.values))
    let hidden = try hidden(open, source) { Self.credentials.contains($0) }
      .filter { !shown.contains($0.value) && isSearched($0.value) }
    for (format, text) in try Source.outputs(source, .secrets).all() {
      for value in hidden {
        let forms = [
          value.value, Data(value.value.utf8).base64EncodedString(),
          value.value.utf8.map { String(format: "%02x", $0) }.joined(),
        ]
        for form in forms where text.showsWord(form) {
          Issue.record("\(format) shows \(value.attribute) \(value.value)")
        }
      }
    }
  }

  /// The same search finds the values where nothing is redacted: it would see what the others must not show.
  @Test(arguments: Source.all)
  func `without redaction shows the values`(source: String) throws {
    let outputs = Source.outputs(source, .none)
    let open = try outputs.summary()
    let told = Set(open.tools.flatMap(\.disclosures).flatMap(\.values))
    let hidden = try hidden(open, source, isSensitive).filter {
      isSearched($0.value) && told.contains($0.value) && isPlain($0.value)
    }
    let json = try outputs.all().first { $0.format == "json" }
    for value in hidden where json?.text.showsWord(value.value) != true {
      Issue.record("json does not show \(value.attribute) \(value.value)")
    }
    #expect(!hidden.isEmpty)
  }
}

extension Data {
  /// Whether a text stands here that is no part of a longer word.
  fileprivate func showsWord(_ word: String) -> Bool {
    let word = Data(word.utf8)
    func isWord(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
        || byte == 0x5f || byte >= 0x80
    }
    var rest = startIndex..<endIndex
    while let found = range(of: word, in: rest) {
      let isBegun = found.lowerBound > startIndex && isWord(self[found.lowerBound - 1])
      let isContinued = found.upperBound < endIndex && isWord(self[found.upperBound])
      if !(isBegun && isWord(self[found.lowerBound])),
        !(isContinued && isWord(self[found.upperBound - 1]))
      {
        return true
      }
      rest = (found.lowerBound + 1)..<endIndex
    }
    return false
  }
}
