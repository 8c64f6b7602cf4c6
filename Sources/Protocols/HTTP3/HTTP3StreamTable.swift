/// The request and push streams of a connection that are not finished, within a cap of streams and of
/// bytes held.
struct HTTP3StreamTable {
  private var streams: [UInt64: HTTP3RequestStream] = [:]
  /// Ids in order of appearance, from `first` on; finished ones are passed over.
  private var order: [UInt64] = []
  private var first = 0
  private var held = 0
  private let streamLimit: Int
  private let heldLimit: Int

  init(limits: Limits) {
    streamLimit = limits.streams
    let (limit, isTooLarge) = limits.bodyBytes.multipliedReportingOverflow(by: 4)
    heldLimit = isTooLarge ? .max : limit
  }

  subscript(id: UInt64) -> HTTP3RequestStream? { streams[id] }

  /// All streams in order of appearance.
  var all: [HTTP3RequestStream] { order[first...].compactMap { streams[$0] } }

  mutating func insert(_ stream: HTTP3RequestStream) {
    streams[stream.id] = stream
    order.append(stream.id)
  }

  mutating func remove(_ stream: HTTP3RequestStream) {
    guard streams.removeValue(forKey: stream.id) != nil else { return }
    held -= stream.accountedBytes
    while first < order.count, streams[order[first]] == nil { first += 1 }
    if order.count > 2 * streams.count + 1_024 {
      order.removeAll { streams[$0] == nil }
      first = 0
    }
  }

  /// Takes note of what a stream holds by now.
  mutating func account(_ stream: HTTP3RequestStream) {
    guard streams[stream.id] != nil else { return }
    held += stream.heldBytes - stream.accountedBytes
    stream.accountedBytes = stream.heldBytes
  }

  /// The stream that must give way, when there are too many or they hold too much.
  var overdue: HTTP3RequestStream? {
    guard streams.count > streamLimit || (held > heldLimit && streams.count > 1) else {
      return nil
    }
    return first < order.count ? streams[order[first]] : nil
  }
}
