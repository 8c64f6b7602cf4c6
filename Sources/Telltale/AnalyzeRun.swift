public import Analysis
public import Capture
public import Dissection
public import Knowledge
public import Model

/// Captures in, a summary out.
public struct AnalyzeRun {
  /// How a capture or an interface is analysed.
  public struct Options: Sendable {
    public var analysis = AnalysisOptions()
    public var dissection = DissectionOptions()
    /// Whether traffic that is not AI traffic is dissected too.
    public var allTraffic = false

    public init() {
      // Responses are measured; what they say is not the client's disclosure.
      dissection.keepsResponseBodies = false
    }
  }

  private let catalogue: Catalogue
  private let options: Options
  /// Takes each new disclosure, with the id of its tool, as it is found.
  public var onNewDisclosure: ((Disclosure, String) -> Void)?

  public init(catalogue: Catalogue = .builtIn, options: Options = Options()) {
    self.catalogue = catalogue
    self.options = options
  }

  /// Analyses captures.
  public func run(
    _ input: InputOptions, hooks: RunHooks = RunHooks()
  ) throws(CaptureError) -> Summary {
    let run = try CaptureRun(input, hooks: hooks)
    let session = try session(for: run, onNewDisclosure)
    let captures = try run.run(into: session.dissector)
    return session.finish(captures)
  }

  /// What takes the values of captures out of other text; nil unless all values are redacted.
  func scrubber(for input: InputOptions) throws(CaptureError) -> ValueScrubber? {
    let run = try CaptureRun(input)
    let session = try session(for: run, nil)
    _ = try run.run(into: session.dissector)
    return session.result().scrubber
  }

  /// A session that has the secrets that are at hand before the first packet.
  private func session(
    for run: CaptureRun, _ onNewDisclosure: ((Disclosure, String) -> Void)?
  ) throws(CaptureError) -> AnalysisSession {
    var secrets = SecretStore()
    try run.readKeyLogs(into: &secrets)
    var dissection = options.dissection
    dissection.mayLearnSecrets = CaptureRun.mayLearnSecrets(run.paths, into: &secrets)
    let session = AnalysisSession(catalogue, options, dissection, onNewDisclosure)
    session.dissector.secrets = secrets
    return session
  }

  /// Analyses what passes interfaces until `hooks.shouldStop` says so.
  public func run(
    interfaces: [String], filter: String?, keyLogs: [String], hooks: RunHooks
  ) throws(CaptureError) -> Summary {
    let run = try LiveRun(interfaces: interfaces, filter: filter, keyLogs: keyLogs, hooks: hooks)
    var dissection = options.dissection
    dissection.mayLearnSecrets = !keyLogs.isEmpty
    let session = AnalysisSession(catalogue, options, dissection, onNewDisclosure)
    let capture = try run.run(into: session.dissector)
    return session.finish([capture])
  }
}

/// A dissector and an analyzer joined: records flow from the one to the other as they come.
private final class AnalysisSession {
  let dissector: Dissector
  private let analysis: AnalyzerBox
  private let policy: AIAttention

  init(
    _ catalogue: Catalogue, _ options: AnalyzeRun.Options, _ dissection: DissectionOptions,
    _ onNewDisclosure: ((Disclosure, String) -> Void)?
  ) {
    let box = AnalyzerBox(Analyzer(catalogue: catalogue, options: options.analysis))
    box.analyzer.onNewDisclosure = onNewDisclosure
    analysis = box
    let policy = AIAttention(catalogue: catalogue, opensEverything: options.allTraffic)
    self.policy = policy
    dissector = Dissector(options: dissection, policy: policy) { record in
      if case .dns(let message) = record.observation { policy.learn(message) }
      box.analyzer.consume(record)
    }
  }

  func result() -> AnalysisResult { analysis.analyzer.finish() }

  func finish(_ captures: [CaptureSummary]) -> Summary {
    let result = result()
    var summary = Summary(generatorVersion: telltaleVersion)
    summary.captures = captures
    summary.tools = result.tools
    summary.unattributed = result.unattributed
    summary.coverage = result.coverage
    summary.coverage.flows = dissector.flowCount
    summary.coverage.clientHellos = dissector.clientHellos
    if policy.unlistedFlows > 0 {
      summary.coverage.notes.append(
        "\(policy.unlistedFlows) encrypted \(policy.unlistedFlows == 1 ? "flow goes" : "flows go") to "
          + "hosts that the catalogue does not list; without keys it is unknown whether a tool speaks "
          + "there.")
    }
    for (capture, index) in zip(captures, 1...) where !capture.damage.isEmpty {
      summary.coverage.notes.append(
        "Capture \(index) is damaged; what lies behind the damage may be missing.")
    }
    return result.scrubber?.scrub(summary) ?? summary
  }
}

/// Holds the analyzer where the dissector's sink can reach it.
private final class AnalyzerBox {
  var analyzer: Analyzer

  init(_ analyzer: Analyzer) {
    self.analyzer = analyzer
  }
}
