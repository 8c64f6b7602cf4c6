public import Capture
public import Dissection
public import Model

/// Captures in, protocol records out: the analyst's view, in which every flow is opened.
public struct DissectRun {
  private let options: DissectionOptions

  public init(options: DissectionOptions = DissectionOptions()) {
    self.options = options
  }

  /// What a run read, for its closing record.
  public struct Totals: Sendable {
    public var captures: [CaptureSummary]
    public var packets: Int
    public var bytes: Int
    public var flows: Int
    /// When the last packet was captured.
    public var end: Timestamp
  }

  /// Dissects captures.
  ///
  /// - Parameters:
  ///   - begin: called once, with the captures' paths in the order of their frame ids.
  ///   - record: called with each record, in order.
  public func run(
    _ input: InputOptions, hooks: RunHooks = RunHooks(), begin: ([String]) -> Void,
    record: @escaping (Record) -> Void
  ) throws(CaptureError) -> Totals {
    let run = try CaptureRun(input, hooks: hooks)
    begin(run.paths)
    var secrets = SecretStore()
    try run.readKeyLogs(into: &secrets)
    var options = options
    options.mayLearnSecrets = CaptureRun.mayLearnSecrets(run.paths, into: &secrets)
    let dissector = Dissector(options: options, policy: OpenEverything(), sink: record)
    dissector.secrets = secrets
    let captures = try run.run(into: dissector)
    return Totals(
      captures: captures, packets: dissector.packets, bytes: dissector.bytes,
      flows: dissector.flowCount,
      end: captures.compactMap(\.lastPacket).max() ?? Timestamp(nanoseconds: 0))
  }
}
