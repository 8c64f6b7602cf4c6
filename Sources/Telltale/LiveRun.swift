public import Capture
public import Dissection
public import Model

/// Feeds frames from interfaces to a dissector until told to stop.
public struct LiveRun {
  private let capture: LiveCapture
  private let interfaces: [String]
  private let hooks: RunHooks
  private var keyLogs: [KeyLogFile] = []

  /// - Throws: ``CaptureError`` when an interface or a key log cannot be opened.
  public init(
    interfaces: [String], filter: String?, keyLogs: [String], hooks: RunHooks
  ) throws(CaptureError) {
    self.interfaces = interfaces
    self.hooks = hooks
    for path in keyLogs { self.keyLogs.append(try KeyLogFile(path: path)) }
    capture = try LiveCapture(interfaces: interfaces, filter: filter)
  }

  /// Captures until ``RunHooks/shouldStop`` says so, then ends all flows.
  public func run(into dissector: Dissector) throws(CaptureError) -> CaptureSummary {
    hooks.warn("capturing on \(interfaces.joined(separator: ", ")); stop with Ctrl-C")
    let keyLogs = KeyLogSet(keyLogs)
    dissector.refreshSecrets = { [unowned dissector] in keyLogs.refresh(&dissector.secrets) }
    dissector.refreshSecrets?()
    var summary = CaptureSummary(path: interfaces.joined(separator: ","))
    var batch = FrameBatch()
    var isStopping = false
    while true {
      try capture.next(into: &batch)
      dissector.process(batch, capture: 0, &summary)
      // What the kernel still holds when the stop comes belongs to the capture too.
      if isStopping, batch.frames.isEmpty { break }
      isStopping = isStopping || hooks.shouldStop()
    }
    let drops = capture.drops
    summary.dropped = (kernel: drops.kernel, interface: drops.interface)
    dissector.refreshSecrets?()
    dissector.finish()
    return summary
  }
}
