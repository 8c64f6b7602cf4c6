public import Model
import Wire

/// Reads one direction of an HTTP/1 connection (RFC 9112): bytes in, events out.
///
/// Pulled: ``next(_:from:)`` is called until it needs more. A head that lies whole in the input is
/// read in place; one that is cut is held, up to a cap.
public struct HTTP1Reader: Sendable {
  public enum Direction: Sendable { case requests, responses }

  public enum Event: Sendable, Hashable {
    /// The input is used up.
    case needsMore
    /// A head; ``begin(_:)`` must say what follows before more is read.
    // Large and rare, so kept apart: all other events stay small.
    indirect case head(HTTP1Head)
    /// A stretch of the body, by its place in the input.
    case body(Range<Int>)
    /// The message is whole.
    case end(trailers: [HTTPField])
    /// What is read is no message, or goes on as none: the message in progress, if any, is over.
    /// Bytes are skipped up to the next plausible start line.
    case broken(HTTP1Fault)
  }

  /// What a stretch of lost bytes did.
  public enum GapEffect: Sendable, Hashable {
    /// Nothing was being read.
    case none
    /// Bytes of the body are missing; the message goes on.
    case body(missing: Int)
    /// The message's end was lost too: it is over.
    case message(missing: Int)
    /// Bytes between messages or of a head were lost; the head as far as it was read.
    case head(HTTP1Head?)
  }

  enum State: Sendable, Hashable {
    case head
    case framing
    case length(Int)
    case chunkSize
    case chunkData(Int)
    case chunkEnd
    case trailers
    case untilClose
    case skipping
  }

  /// Bytes of a chunk's header, or of a line that may be a start line.
  static let lineLimit = 16_384

  let kind: StartLine.Kind
  let headLimit: Int
  var state = State.head
  /// The beginning of what is being read, when it lies in earlier input.
  var held: [UInt8] = []
  /// Bytes of `held` that were searched for an end.
  var searched = 0
  /// Whether the start line in `held` was found to be one.
  var isStartLineChecked = false
  /// What was wrong with a chunk or trailer section that could be read all the same.
  var fault: HTTP1Fault?
  /// Bytes that were skipped for want of a message.
  public internal(set) var skipped = 0

  public init(_ direction: Direction, limits: Limits) {
    kind = direction == .requests ? .request : .status
    headLimit = limits.headBytes
  }

  /// Whether a message has begun and not ended.
  public var isInMessage: Bool {
    switch state {
    case .head: !held.isEmpty
    case .skipping: false
    default: true
    }
  }

  /// The fault of a chunk or trailer section that was met since the last call; the message goes on.
  public mutating func takeFault() -> HTTP1Fault? {
    guard fault != nil else { return nil }
    defer { fault = nil }
    return fault
  }

  /// Whether the next byte can only begin a message.
  var isBetweenMessages: Bool { state == .head && held.isEmpty }

  /// Says how the body behind the last head ends.
  public mutating func begin(_ framing: HTTP1Framing) {
    state =
      switch framing {
      case .none: .length(0)
      case .length(let count): .length(count)
      case .chunked: .chunkSize
      case .untilClose: .untilClose
      }
  }

  /// Reads on from `offset`, which moves past what was read.
  public mutating func next(_ input: RawSpan, from offset: inout Int) -> Event {
    while true {
      switch state {
      case .head:
        return nextHead(input, from: &offset)
      case .framing:
        begin(.none)
      case .length(0):
        state = .head
        return .end(trailers: [])
      case .length(let remaining):
        guard let range = take(remaining, input, &offset) else { return .needsMore }
        state = .length(remaining - range.count)
        return .body(range)
      case .untilClose:
        guard let range = take(.max, input, &offset) else { return .needsMore }
        return .body(range)
      case .chunkData(0):
        state = .chunkEnd
      case .chunkData(let remaining):
        guard let range = take(remaining, input, &offset) else { return .needsMore }
        state = .chunkData(remaining - range.count)
        return .body(range)
      case .chunkEnd, .chunkSize:
        if let event = nextChunkLine(input, from: &offset) { return event }
      case .trailers:
        return nextTrailers(input, from: &offset)
      case .skipping:
        guard skip(input, from: &offset) else { return .needsMore }
      }
    }
  }

  /// Bytes that lie within a body and do not end it.
  var passableBytes: Int {
    switch state {
    case .length(let remaining), .chunkData(let remaining): remaining - 1
    case .untilClose: .max
    default: 0
    }
  }

  /// Passes over bytes that lie within a body and do not end it.
  ///
  /// - Returns: false when they may hold anything else; then nothing was passed over.
  mutating func passBody(_ count: Int) -> Bool {
    switch state {
    case .length(let remaining) where count < remaining:
      state = .length(remaining &- count)
    case .chunkData(let remaining) where count < remaining:
      state = .chunkData(remaining &- count)
    case .untilClose:
      break
    default:
      return false
    }
    return true
  }

  private func take(_ count: Int, _ input: RawSpan, _ offset: inout Int) -> Range<Int>? {
    let start = offset
    offset += min(count, input.byteCount - start)
    return offset > start ? start..<offset : nil
  }

  /// Learns that `count` bytes were lost here.
  public mutating func gap(_ count: Int) -> GapEffect {
    switch state {
    case .length(let remaining) where count <= remaining:
      state = .length(remaining - count)
      return .body(missing: count)
    case .chunkData(let remaining) where count <= remaining:
      state = .chunkData(remaining - count)
      return .body(missing: count)
    case .untilClose:
      return .body(missing: count)
    case .length(0):
      startSkipping()
      return .message(missing: 0)
    case .length(let remaining):
      startSkipping()
      return .message(missing: remaining)
    case .chunkData, .chunkEnd, .chunkSize, .trailers, .framing:
      startSkipping()
      return .message(missing: count)
    case .head:
      let head = salvagedHead()
      startSkipping()
      return .head(head)
    case .skipping:
      startSkipping()
      return .none
    }
  }

  /// The head that was being read when the bytes ended, as far as its whole lines go.
  ///
  /// Of a request line that is cut in its version, method and target are whole.
  public func salvagedHead() -> HTTP1Head? {
    guard state == .head else { return nil }
    let bytes = held.span.bytes
    if let last = held.lastIndex(of: 0x0a) {
      return try? HTTP1Head(parsing: bytes.extracting(0...last), kind)
    }
    guard kind == .request, let space = held.lastIndex(of: 0x20),
      var head = try? HTTP1Head(parsing: bytes.extracting(0..<space), kind)
    else { return nil }
    head.version = .http11
    head.faults = []
    return head
  }

  mutating func startSkipping() {
    skipped += held.count
    held = []
    searched = 0
    isStartLineChecked = false
    state = .skipping
  }
}
