import Model

/// The streams of a connection that are not finished, within a cap of streams and bytes held.
struct HTTP2StreamTable {
  private var streams: [UInt32: HTTP2Stream] = [:]
  /// Streams in order of appearance; finished ones are passed over.
  private var order: [UInt32] = []
  private var first = 0
  private var finished: Set<UInt32> = []
  private var held = 0
  private let limits: Limits

  /// Finished streams that are remembered, so that late frames do not revive them.
  private static let memory = 8_192

  init(limits: Limits) {
    self.limits = limits
  }

  /// Bytes that all streams together may hold.
  private var heldLimit: Int {
    let (limit, isTooLarge) = limits.bodyBytes.multipliedReportingOverflow(by: 4)
    return isTooLarge ? .max : limit
  }

  subscript(id: UInt32) -> HTTP2Stream? { streams[id] }

  func isFinished(_ id: UInt32) -> Bool { finished.contains(id) }

  /// All streams, the lowest first.
  var all: [HTTP2Stream] {
    streams.values.sorted { $0.id < $1.id }
  }

  /// Visits every stream, in no particular order.
  func forEach(_ body: (HTTP2Stream) -> Void) {
    streams.values.forEach(body)
  }

  mutating func open(_ id: UInt32) -> HTTP2Stream {
    let stream = HTTP2Stream(id: id, limits: limits)
    streams[id] = stream
    order.append(id)
    finished.remove(id)
    return stream
  }

  mutating func finish(_ stream: HTTP2Stream) {
    guard streams.removeValue(forKey: stream.id) != nil else { return }
    held -= stream.held
    if finished.count >= Self.memory { finished = [] }
    finished.insert(stream.id)
    if first > 1_024, first > order.count / 2 {
      order.removeFirst(first)
      first = 0
    }
    if streams.isEmpty {
      order = []
      first = 0
    }
  }

  /// Takes note of bytes that a stream holds from now on.
  mutating func hold(_ count: Int, for stream: HTTP2Stream) {
    guard streams[stream.id] != nil else { return }
    stream.held += count
    held += count
  }

  /// The stream that must give way, when there are too many or they hold too much.
  mutating func overdue() -> HTTP2Stream? {
    guard streams.count > limits.streams || (held > heldLimit && streams.count > 1) else {
      return nil
    }
    while first < order.count {
      let id = order[first]
      first += 1
      if let stream = streams[id] { return stream }
    }
    return nil
  }
}
