public import Model
import Wire

/// One direction of a TCP connection: puts segments in order (RFC 9293, section 3.4).
///
/// The usual segment, next in order, is lent onward without a copy. Others wait, copied, in a queue that
/// is bounded in bytes and in segments. Where segments overlap, the bytes that came first win; later
/// ones that differ are reported. Positions are 64-bit offsets from the first byte of the stream, so
/// sequence numbers may wrap as often as they like.
public struct TCPStream: Sendable {
  /// What to do with a segment's payload.
  public enum Verdict: Sendable, Hashable {
    /// Deliver the payload from this byte on, then ask for what became ready (``takeReady()``).
    case deliver(from: Int)
    /// It was copied and waits for what comes before it.
    case held
    /// All of it was seen before.
    case duplicate
    /// It lies too far from anything expected to belong to this stream.
    case outOfWindow
  }

  /// A piece of the stream in order.
  public enum Piece: Sendable {
    case bytes([UInt8], Provenance)
    /// Bytes that never came.
    case gap(Int, Provenance)
  }

  /// Bytes that came early.
  @usableFromInline struct Held: Sendable {
    var start: UInt64
    var bytes: [UInt8]
    /// Bytes behind `bytes` that the wire had but a snaplen cut off.
    var cut: Int
    var provenance: Provenance
    var end: UInt64 { start &+ UInt64(bytes.count &+ cut) }
  }

  /// Sequence number of the stream's first byte; nil before anything is known.
  @usableFromInline var base: UInt32?
  /// Offset of the next byte to deliver.
  public private(set) var next: UInt64 = 0
  /// Sorted by start, without overlaps.
  @usableFromInline var held: [Held] = []
  public private(set) var heldBytes = 0
  /// Offset behind the last byte, once the sender said so.
  @usableFromInline var finish: UInt64?
  /// Highest offset that the receiver acknowledged.
  private var acknowledged: UInt64 = 0
  /// When the hole in front of the held segments was first seen.
  public private(set) var holeSince: Timestamp?
  /// Stretches where two segments claimed different bytes.
  @usableFromInline var conflicts: [Conflict] = []
  /// Whether later copies of bytes are held against those that were delivered, of which the last are
  /// kept for it.
  public var comparesCopies = true
  /// The last bytes before ``next`` that were delivered, to hold later copies of them against.
  private var recent: [UInt8] = []
  /// Bytes of ``recent`` that are kept at least; twice as many at most.
  static let recentBytes = 4_096

  /// Two segments that disagree about the same bytes.
  public struct Conflict: Sendable, Hashable {
    public var offset: UInt64
    public var kept: [UInt8]
    public var dropped: [UInt8]
    public var provenance: Provenance
  }

  /// How far ahead of the expected byte a segment may lie: the largest window there is (RFC 7323).
  private static let horizon: Int64 = 1 << 30

  public init() {}

  /// Whether the first byte's sequence number is known.
  public var isSynchronised: Bool { base != nil }

  /// Whether the sender finished and everything before was delivered.
  @inlinable public var isFinished: Bool { finish.map { next >= $0 } ?? false }

  /// Whether the sender said where the stream ends.
  @inlinable public var isEnding: Bool { finish != nil }

  @inlinable public var hasHeld: Bool { !held.isEmpty }

  /// Segments that wait.
  public var heldSegments: Int { held.count }

  /// Learns the first byte's sequence number from a SYN, or from the acknowledgment of one.
  public mutating func synchronise(firstByte: UInt32) {
    guard base == nil else { return }
    base = firstByte
  }

  /// Sequence number of the next byte to deliver, when nothing stands in the way of letting bytes go by
  /// unseen: none wait, none are compared, and the end is not in sight.
  @inlinable public var nextToPass: UInt32? {
    guard let base, held.isEmpty, conflicts.isEmpty, !comparesCopies, finish == nil else {
      return nil
    }
    return base &+ UInt32(truncatingIfNeeded: next)
  }

  /// Takes note of bytes that went by in order.
  public mutating func passOver(_ count: Int) {
    next &+= UInt64(count)
  }

  /// Takes a segment in.
  ///
  /// - Parameters:
  ///   - sequence: sequence number of the payload's first byte.
  ///   - payload: the bytes that were captured.
  ///   - cut: bytes behind them that were not.
  ///   - isLast: whether the segment carries the sender's FIN.
  public mutating func accept(
    sequence: UInt32, payload: RawSpan, cut: Int, isLast: Bool, at provenance: Provenance
  ) -> Verdict {
    let offset = offset(of: sequence)
    let length = payload.byteCount &+ cut
    guard abs(offset &- Int64(bitPattern: next)) < Self.horizon else { return .outOfWindow }
    if isLast, finish == nil, offset >= 0 { finish = UInt64(offset) &+ UInt64(length) }
    let end = offset &+ Int64(length)
    // A keep-alive repeats the last byte with any value (RFC 9293, section 3.8.4).
    if offset < Int64(next), length > 1 { compareWithRecent(payload, offset: offset, provenance) }
    guard end > Int64(next) else { return .duplicate }
    if offset <= Int64(next) {
      let skip = Int(Int64(next) &- offset)
      guard held.isEmpty, cut == 0 else {
        // The queue sorts out overlaps with what is held.
        hold(
          start: next, payload.extracting(droppingFirst: skip),
          cut: cut &- max(0, skip &- payload.byteCount), provenance)
        return .held
      }
      next = UInt64(end)
      remember(payload.extracting(droppingFirst: skip))
      return .deliver(from: skip)
    }
    if held.isEmpty { holeSince = provenance.time }
    hold(start: UInt64(offset), payload, cut: cut, provenance)
    return .held
  }

  /// Notes how far the receiver has come.
  @inline(__always)
  public mutating func acknowledge(_ number: UInt32) {
    guard base != nil else { return }
    let offset = offset(of: number)
    guard offset > Int64(acknowledged), offset &- Int64(next) < Self.horizon else { return }
    acknowledged = UInt64(offset)
  }

  /// The next piece that is in order; nil when something is missing before it or nothing is left.
  public mutating func takeReady() -> Piece? {
    guard let first = held.first, first.start <= next else {
      if held.isEmpty { holeSince = nil }
      return nil
    }
    if first.bytes.isEmpty {
      // Only what the snaplen cut off is left of it.
      held.removeFirst()
      next = first.end
      recent = []
      return .gap(first.cut, first.provenance)
    }
    heldBytes &-= first.bytes.count
    next = first.start &+ UInt64(first.bytes.count)
    remember(first.bytes.span.bytes)
    if first.cut > 0 {
      held[0].bytes = []
      held[0].start = next
    } else {
      held.removeFirst()
    }
    holeSince = held.isEmpty ? nil : first.provenance.time
    return .bytes(first.bytes, first.provenance)
  }

  /// Whether the receiver acknowledged bytes that the capture has not, `seconds` or longer ago.
  public func isHoleSettled(at now: Timestamp, after seconds: Int) -> Bool {
    guard let holeSince, let first = held.first, acknowledged >= first.start else { return false }
    return now.nanoseconds &- holeSince.nanoseconds >= Int64(seconds) &* 1_000_000_000
  }

  /// Whether the hole in front is not worth waiting for: it is settled, or too many segments wait.
  public func isHoleDue(at now: Timestamp, _ limits: FlowLimits) -> Bool {
    held.count >= limits.heldSegments || isHoleSettled(at: now, after: limits.acknowledgedHole)
  }

  /// Whether a sequence number lies where the sender may be by now.
  ///
  /// The true window is not tracked; a megabyte is what senders rarely exceed in flight.
  @inlinable public func isInWindow(_ sequence: UInt32) -> Bool {
    guard let base else { return true }
    return sequence &- (base &+ UInt32(truncatingIfNeeded: next)) < 1 << 20
  }

  /// Gives up waiting: the hole in front of the held segments becomes a gap.
  public mutating func skipHole() -> Piece? {
    guard let first = held.first, first.start > next else { return nil }
    let count = Int(first.start &- next)
    next = first.start
    recent = []
    return .gap(count, first.provenance)
  }

  /// At the end: a gap for bytes that the sender finished or the receiver acknowledged but that never
  /// came.
  public mutating func takeMissingTail(at provenance: Provenance) -> Piece? {
    // A FIN takes a sequence number too, which an acknowledgment covers.
    let known = finish ?? (acknowledged > 0 ? acknowledged &- 1 : 0)
    guard held.isEmpty, base != nil, known > next, known &- next < UInt64(Self.horizon) else {
      return nil
    }
    let count = Int(known &- next)
    next = known
    recent = []
    return .gap(count, provenance)
  }

  @inlinable public var hasConflicts: Bool { !conflicts.isEmpty }

  public mutating func takeConflicts() -> [Conflict] {
    defer { conflicts = [] }
    return conflicts
  }

  /// Keeps the end of what was just delivered.
  @inline(__always)
  private mutating func remember(_ bytes: RawSpan) {
    guard comparesCopies else { return }
    if bytes.byteCount >= Self.recentBytes {
      recent = bytes.extracting(last: Self.recentBytes).array
      return
    }
    if recent.count &+ bytes.byteCount > 2 &* Self.recentBytes {
      recent.removeFirst(recent.count &- Self.recentBytes)
    }
    bytes.append(to: &recent)
  }

  /// Reports bytes that were delivered and that a later segment wants different.
  private mutating func compareWithRecent(
    _ payload: RawSpan, offset: Int64, _ provenance: Provenance
  ) {
    let from = Int64(next) &- Int64(recent.count)
    let lower = max(offset, from)
    let upper = min(offset &+ Int64(payload.byteCount), Int64(next))
    guard lower < upper else { return }
    let mine = payload.extracting(Int(lower &- offset)..<Int(upper &- offset))
    let kept = Array(recent[Int(lower &- from)..<Int(upper &- from)])
    noteConflict(mine, kept: kept, offset: UInt64(lower), provenance)
  }

  // The queue, as its algorithm in TCPStream+Queue.swift sees it.

  var heldCount: Int { held.count }
  func heldStart(_ index: Int) -> UInt64 { held[index].start }
  func heldEnd(_ index: Int) -> UInt64 { held[index].end }
  func heldByteCount(_ index: Int) -> Int { held[index].bytes.count }

  /// The first held segment that ends behind `offset`, by binary search.
  func firstIndex(endingAfter offset: UInt64) -> Int {
    var low = 0
    var high = held.count
    while low < high {
      let middle = (low + high) / 2
      if held[middle].end > offset { high = middle } else { low = middle + 1 }
    }
    return low
  }

  mutating func insert(_ segment: Held, at index: Int) {
    heldBytes &+= segment.bytes.count
    held.insert(segment, at: index)
  }

  mutating func noteConflict(
    _ bytes: RawSpan, withHeldAt index: Int, offset: UInt64, _ provenance: Provenance
  ) {
    let start = Int(offset &- held[index].start)
    noteConflict(
      bytes, kept: Array(held[index].bytes[start..<start + bytes.byteCount]), offset: offset,
      provenance)
  }

  private mutating func noteConflict(
    _ bytes: RawSpan, kept: [UInt8], offset: UInt64, _ provenance: Provenance
  ) {
    let dropped = bytes.array
    guard kept != dropped, conflicts.count < 16 else { return }
    conflicts.append(
      Conflict(offset: offset, kept: kept, dropped: dropped, provenance: provenance))
  }

  /// The offset that a sequence number stands for, nearest to the expected one.
  @inline(__always)
  private mutating func offset(of sequence: UInt32) -> Int64 {
    guard let base else {
      self.base = sequence
      return 0
    }
    let expected = base &+ UInt32(truncatingIfNeeded: next)
    return Int64(bitPattern: next) &+ Int64(Int32(bitPattern: sequence &- expected))
  }
}
