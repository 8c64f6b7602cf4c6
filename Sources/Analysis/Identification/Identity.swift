import Knowledge

/// Who sent something, and how that is known.
struct Identity {
  /// Id of the catalogue, or `unknown:` and a vendor.
  var id: String
  /// Position in the catalogue; nil for unknown tools.
  var tool: Int?
  var confidence: Double
  /// `user-agent`, `header:x-app`, `body:$.model`, `host` …
  var evidence: [String]
  var version: String?
  /// A tool that weak marks point to.
  var hint: String?
  /// Another tool that other marks of the same request name as surely.
  var rival: (name: String, evidence: [String])?
}

/// Weighs the marks of one request.
///
/// Marks are independent witnesses: the confidence of a tool is 1 - Π(1 - weight), at most 0.99. A tool
/// is named from 0.6 on; below that its marks are a hint, to be used when the same client shows the
/// tool elsewhere. A client library is named only when no tool is (docs/Identification.md).
struct IdentityScale {
  static let threshold = 0.6
  static let ceiling = 0.99

  private struct Score {
    var doubt: Double
    var evidence: [String]
    var version: String?
  }

  private let knowledge: CompiledKnowledge
  private var scores: [Int: Score] = [:]

  init(_ knowledge: CompiledKnowledge, _ matches: [ToolMatch]) {
    self.knowledge = knowledge
    for match in matches {
      guard let position = knowledge.position(ofTool: match.tool.id) else { continue }
      scores[position] = Score(
        doubt: 1 - match.weight, evidence: match.evidence,
        version: match.version.flatMap { $0.first?.isNumber == true ? $0 : nil })
    }
  }

  mutating func add(tool: Int, mark: Tool.Mark, value: [UInt8]) {
    let evidence = "body:" + mark.name
    var score = scores[tool] ?? Score(doubt: 1, evidence: [], version: nil)
    guard !score.evidence.contains(evidence) else { return }
    score.doubt *= 1 - mark.weight
    score.evidence.append(evidence)
    if score.version == nil, value.first?.isDigit == true, value.count <= 32 {
      score.version = String(decoding: value, as: UTF8.self)
    }
    scores[tool] = score
  }

  /// The tool that the marks show, or a hint at one.
  func verdict(unknown vendor: String) -> Identity {
    let tools = knowledge.catalogue.tools
    func rank(_ a: (key: Int, value: Score), _ b: (key: Int, value: Score)) -> Bool {
      a.value.doubt == b.value.doubt
        ? tools[a.key].id < tools[b.key].id : a.value.doubt < b.value.doubt
    }
    let sure = scores.filter { 1 - $0.value.doubt >= Self.threshold }
    let best =
      sure.filter { tools[$0.key].kind != .sdk }.min(by: rank) ?? sure.min(by: rank)
    let hint = scores.filter { tools[$0.key].kind != .sdk && $0.value.doubt < 1 }.min(by: rank)
    guard let best else {
      return Identity(
        id: "unknown:" + vendor, tool: nil, confidence: 0.3, evidence: [], version: nil,
        hint: hint.map { tools[$0.key].id })
    }
    var identity = Identity(
      id: tools[best.key].id, tool: best.key, confidence: min(Self.ceiling, 1 - best.value.doubt),
      evidence: best.value.evidence, version: best.value.version,
      hint: tools[best.key].kind == .sdk ? hint.map { tools[$0.key].id } : nil)
    let isProgram: (Int) -> Bool = { [.agent, .app, .web].contains(tools[$0].kind) }
    if isProgram(best.key) {
      let other = sure.filter {
        $0.key != best.key && isProgram($0.key)
          && !$0.value.evidence.contains(where: best.value.evidence.contains)
      }.min(by: rank)
      identity.rival = other.map { (tools[$0.key].name, $0.value.evidence) }
    }
    return identity
  }

  /// Whether any mark fits well enough to take the request seriously at an unlisted host.
  var isPromising: Bool { scores.contains { 1 - $0.value.doubt >= 0.4 } }
}
