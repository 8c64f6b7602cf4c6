import Model
import Wire

/// The streams of one connection, put in order and handed to the application (RFC 9000, section 2).
///
/// Every stream has its own holes: one that lost bytes waits, or gives them up when the cap is
/// reached, and the others go on.
struct QUICStreams {
  private final class Stream {
    var sides = [StreamReassembly(), StreamReassembly()]
    var isFinished: [Bool]
    /// The hole in front of each side's held bytes: where it begins, and since when it is open.
    var holes: [(start: UInt64, since: Timestamp)?] = [nil, nil]

    init(id: UInt64) {
      // The receiving side of a unidirectional stream has nothing to say.
      let isOneWay = id.isUnidirectionalStream
      isFinished = [
        isOneWay && id.streamOpener == .server, isOneWay && id.streamOpener == .client,
      ]
    }
  }

  private let application: any QUICApplication
  private let limits: Limits
  private var streams: [UInt64: Stream] = [:]
  private var heldBytes = 0
  /// Streams that hold bytes behind a hole.
  private var stalled: Set<UInt64> = []
  /// When holes were last looked at.
  private var sweptAt: Timestamp?
  /// Ids in order of appearance, from `first` on; finished ones are passed over.
  private var order: [UInt64] = []
  private var first = 0
  /// Per kind of stream (the id's two low bits): ids below are over; `finished` has those above.
  private var finishedBelow: [UInt64] = [0, 1, 2, 3]
  private var finished: [Set<UInt64>] = [[], [], [], []]

  init(_ application: any QUICApplication, limits: Limits) {
    self.application = application
    self.limits = limits
  }

  /// Takes a STREAM frame; false when it contradicts the stream's end.
  mutating func receive(
    _ bytes: RawSpan, on id: UInt64, at offset: UInt64, isFinal: Bool, from side: Side,
    provenance: Provenance
  ) -> Bool {
    guard !id.isUnidirectionalStream || id.streamOpener == side else { return false }
    sweep(at: provenance)
    guard let stream = stream(id, at: provenance) else { return true }
    let index = Int(side.rawValue)
    guard !stream.isFinished[index] else { return true }
    let before = stream.sides[index].heldBytes
    let isSound = stream.sides[index].insert(
      bytes, at: offset, isFinal: isFinal, provenance: provenance
    ) { [application] piece, at in
      application.receive(piece, on: id, from: side, at: at)
    }
    heldBytes += stream.sides[index].heldBytes - before
    settle(id, stream, side, at: provenance)
    if heldBytes > limits.streamReorderBytes
      || stream.sides[index].heldPieces > StreamReassembly.pieceLimit
    {
      relieve(at: provenance, crowded: id, side)
    }
    return isSound
  }

  /// Takes a RESET_STREAM frame.
  mutating func reset(_ id: UInt64, from side: Side, at provenance: Provenance) {
    guard !id.isUnidirectionalStream || id.streamOpener == side,
      let stream = stream(id, at: provenance)
    else { return }
    abandon(id, stream, side, at: provenance)
  }

  /// Ends all streams: what is held behind holes is delivered, the rest is missing.
  mutating func end(at provenance: Provenance) {
    for id in streams.keys.sorted() {
      guard let stream = streams[id] else { continue }
      for side in Side.allCases { abandon(id, stream, side, at: provenance, isEnd: true) }
    }
    streams = [:]
    stalled = []
    heldBytes = 0
    application.end(at: provenance)
  }

  private mutating func stream(_ id: UInt64, at provenance: Provenance) -> Stream? {
    if let known = streams[id] { return known }
    let kind = Int(id & 3)
    guard id >= finishedBelow[kind], !finished[kind].contains(id) else { return nil }
    if streams.count >= limits.streams { abandonOldest(at: provenance) }
    let stream = Stream(id: id)
    streams[id] = stream
    order.append(id)
    return stream
  }

  private mutating func abandonOldest(at provenance: Provenance) {
    while first < order.count, streams[order[first]] == nil { first += 1 }
    guard first < order.count, let stream = streams[order[first]] else { return }
    let id = order[first]
    for side in Side.allCases { abandon(id, stream, side, at: provenance) }
  }

  /// Tells the application of an end that was reached, and forgets what is over.
  private mutating func settle(
    _ id: UInt64, _ stream: Stream, _ side: Side, at provenance: Provenance
  ) {
    let index = Int(side.rawValue)
    if stream.sides[index].isFinished, !stream.isFinished[index] {
      stream.isFinished[index] = true
      application.finish(id, from: side, isClean: true, at: provenance)
    }
    noteStall(id, stream, at: provenance)
    if stream.isFinished.allSatisfy({ $0 }) { forget(id) }
  }

  private mutating func noteStall(_ id: UInt64, _ stream: Stream, at provenance: Provenance) {
    for (index, side) in stream.sides.enumerated() {
      if side.heldBytes == 0 || stream.isFinished[index] {
        stream.holes[index] = nil
      } else if stream.holes[index]?.start != side.next {
        stream.holes[index] = (side.next, provenance.time)
      }
    }
    if stream.holes.contains(where: { $0 != nil }) {
      stalled.insert(id)
    } else {
      stalled.remove(id)
    }
  }

  /// Gives up holes that have been open too long: what was lost on the way is sent again well before.
  private mutating func sweep(at provenance: Provenance) {
    let second: Int64 = 1_000_000_000
    guard !stalled.isEmpty else { return }
    let now = provenance.time.nanoseconds
    if let sweptAt, now - sweptAt.nanoseconds < second { return }
    sweptAt = provenance.time
    for id in stalled.sorted() {
      guard let stream = streams[id] else { continue }
      for side in Side.allCases {
        guard let hole = stream.holes[Int(side.rawValue)],
          now - hole.since.nanoseconds >= Int64(limits.streamHoleSeconds) * second
        else { continue }
        skipHole(id, stream, side, at: provenance)
        settle(id, stream, side, at: provenance)
      }
    }
  }

  private mutating func forget(_ id: UInt64) {
    streams[id] = nil
    stalled.remove(id)
    if order.count > 2 * streams.count + 1_024 {
      order.removeAll { streams[$0] == nil }
      first = 0
    }
    let kind = Int(id & 3)
    finished[kind].insert(id)
    while finished[kind].remove(finishedBelow[kind]) != nil { finishedBelow[kind] += 4 }
    // Ids are used in order; a set this large says that some were never seen.
    if finished[kind].count > limits.streams {
      let ids = finished[kind].sorted()
      finishedBelow[kind] = ids[ids.count / 2] + 4
      finished[kind] = Set(ids.suffix(from: ids.count / 2 + 1))
    }
  }

  /// Gives up holes until the caps hold again, of the stream with most behind it first.
  private mutating func relieve(at provenance: Provenance, crowded: UInt64, _ side: Side) {
    if let stream = streams[crowded],
      stream.sides[Int(side.rawValue)].heldPieces > StreamReassembly.pieceLimit
    {
      skipHole(crowded, stream, side, at: provenance)
    }
    while heldBytes > limits.streamReorderBytes {
      var largest: (id: UInt64, side: Side, bytes: Int)?
      for id in stalled {
        guard let stream = streams[id] else { continue }
        for side in Side.allCases {
          let bytes = stream.sides[Int(side.rawValue)].heldBytes
          // Ids break ties, so that the order of the set does not matter.
          if bytes > largest?.bytes ?? 0 || (bytes == largest?.bytes && id < largest?.id ?? 0) {
            largest = (id, side, bytes)
          }
        }
      }
      guard let largest, let stream = streams[largest.id] else { return }
      skipHole(largest.id, stream, largest.side, at: provenance)
      settle(largest.id, stream, largest.side, at: provenance)
    }
  }

  @discardableResult
  private mutating func skipHole(
    _ id: UInt64, _ stream: Stream, _ side: Side, at provenance: Provenance
  ) -> Bool {
    let index = Int(side.rawValue)
    let before = stream.sides[index].heldBytes
    let skipped = stream.sides[index].skipHole(
      gap: { [application] count, at in application.gap(count, on: id, from: side, at: at) },
      deliver: { [application] piece, at in
        application.receive(piece, on: id, from: side, at: at)
      })
    heldBytes += stream.sides[index].heldBytes - before
    return skipped
  }

  /// Ends one side with whatever is there.
  private mutating func abandon(
    _ id: UInt64, _ stream: Stream, _ side: Side, at provenance: Provenance, isEnd: Bool = false
  ) {
    let index = Int(side.rawValue)
    guard !stream.isFinished[index] else { return }
    while skipHole(id, stream, side, at: provenance) {}
    let state = stream.sides[index]
    let isWhole = state.isFinished
    if isEnd, let size = state.finalSize, size > state.next {
      application.gap(Int(clamping: size - state.next), on: id, from: side, at: provenance)
    }
    stream.isFinished[index] = true
    application.finish(id, from: side, isClean: isWhole, at: provenance)
    noteStall(id, stream, at: provenance)
    if stream.isFinished.allSatisfy({ $0 }) { forget(id) }
  }
}
