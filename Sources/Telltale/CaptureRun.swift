public import Capture
public import Dissection
public import Model

/// Reads captures, one after the other, into a dissector. Flows go on across files.
public struct CaptureRun {
  private let input: InputOptions
  private let list: InputList
  private let hooks: RunHooks
  private let filter: FrameFilter?

  /// - Throws: ``CaptureError`` when an input cannot be opened, or the filter does not compile.
  public init(_ input: InputOptions, hooks: RunHooks = RunHooks()) throws(CaptureError) {
    self.input = input
    self.hooks = hooks
    if let expression = input.filter {
      filter = try FrameFilter(expression)
    } else {
      filter = nil
    }
    list = try InputList(input.captures, warn: hooks.warn)
  }

  /// The captures in the order in which they are read, as frames name them.
  public var paths: [String] { list.paths }

  /// Whether secrets may turn up behind the packets that need them: in what can be read once only.
  public static func mayLearnSecrets(_ paths: [String], into store: inout SecretStore) -> Bool {
    var mayLearn = false
    for path in paths where !SecretsScan.scan(path: path, into: &store) { mayLearn = true }
    return mayLearn
  }

  /// Reads all key logs into a store.
  public func readKeyLogs(into store: inout SecretStore) throws(CaptureError) {
    for path in input.keyLogs {
      var file = try KeyLogFile(path: path)
      try file.refresh(into: &store, isFinal: true)
      if file.tally.unreadable > 0 {
        hooks.warn(
          "\(path): \(file.tally.unreadable) lines are no key-log lines and were passed over")
      }
    }
  }

  /// Feeds every frame to the dissector.
  ///
  /// - Returns: what each capture held, in order.
  public func run(into dissector: Dissector) throws(CaptureError) -> [CaptureSummary] {
    var summaries: [CaptureSummary] = []
    var batch = FrameBatch()
    var bytesRead = 0
    if dissector.mayLearnSecrets, !input.keyLogs.isEmpty {
      var files: [KeyLogFile] = []
      for path in input.keyLogs { files.append(try KeyLogFile(path: path)) }
      let keyLogs = KeyLogSet(files)
      dissector.refreshSecrets = { [unowned dissector] in keyLogs.refresh(&dissector.secrets) }
    }
    for (index, path) in list.paths.enumerated() {
      var reader = try CaptureReader(path: path, isHashing: input.hashes)
      var summary = CaptureSummary(path: path)
      while !hooks.shouldStop(), reader.next(into: &batch) {
        for secret in batch.secrets { KeyLog.read(secret, into: &dissector.secrets) }
        if let filter { batch.apply(filter) }
        dissector.process(batch, capture: index, &summary)
        bytesRead += batch.storage.count
        hooks.progress?(bytesRead)
      }
      summary.damage = reader.damage
      summary.sha256 = hooks.shouldStop() ? nil : reader.digest()
      for damage in reader.damage {
        hooks.warn("\(path): \(damage.cause) (byte \(damage.offset)); what could be read was used")
      }
      if reader.notedDrops > 0 {
        hooks.warn("\(path): the capturing program noted \(reader.notedDrops) dropped packets")
      }
      summaries.append(summary)
    }
    dissector.refreshSecrets?()
    dissector.finish()
    return summaries
  }
}

extension Dissector {
  /// Takes the frames of a batch, each of which was looked at a few frames before.
  func process(_ batch: FrameBatch, capture: Int, _ summary: inout CaptureSummary) {
    let storage = batch.storage.span.bytes
    let frames = batch.frames
    summary.count(frames)
    for frame in frames.prefix(Self.reach) {
      lookAhead(
        storage.extracting(frame.place), linkType: frame.linkType, wireLength: frame.wireLength)
    }
    for i in frames.indices {
      let frame = frames[i]
      process(
        storage.extracting(frame.place), linkType: frame.linkType,
        wireLength: frame.wireLength, id: FrameID(capture: capture, number: frame.number),
        time: frame.time)
      guard i &+ Self.reach < frames.count else { continue }
      let upcoming = frames[i &+ Self.reach]
      lookAhead(
        storage.extracting(upcoming.place), linkType: upcoming.linkType,
        wireLength: upcoming.wireLength)
    }
  }
}

extension CaptureSummary {
  /// Takes frames into account.
  mutating func count(_ frames: [FrameBatch.Descriptor]) {
    guard let head = frames.first else { return }
    var first = firstPacket ?? head.time
    var last = lastPacket ?? head.time
    var length = 0
    for frame in frames {
      length &+= frame.wireLength
      if frame.time < first { first = frame.time }
      if last < frame.time { last = frame.time }
    }
    packets &+= frames.count
    bytes &+= length
    firstPacket = first
    lastPacket = last
  }
}
