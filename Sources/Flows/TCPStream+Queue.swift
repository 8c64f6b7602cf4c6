import Model
import Wire

extension TCPStream {
  /// Puts bytes into the queue, cut down to what no earlier segment holds.
  mutating func hold(start: UInt64, _ payload: RawSpan, cut: Int, _ provenance: Provenance) {
    let end = start &+ UInt64(payload.byteCount &+ max(0, cut))
    var position = start
    var index = firstIndex(endingAfter: start)
    while position < end {
      guard index < heldCount, heldStart(index) < end else {
        insertHeld(
          from: position, to: end, of: payload, payloadStart: start, provenance, at: index)
        return
      }
      if heldStart(index) > position {
        insertHeld(
          from: position, to: heldStart(index), of: payload, payloadStart: start, provenance,
          at: index)
        index += 1
      }
      compare(payload, payloadStart: start, withHeldAt: index, provenance)
      position = max(position, heldEnd(index))
      index += 1
    }
  }

  private mutating func insertHeld(
    from: UInt64, to: UInt64, of payload: RawSpan, payloadStart: UInt64, _ provenance: Provenance,
    at index: Int
  ) {
    let lower = min(Int(from &- payloadStart), payload.byteCount)
    let upper = min(Int(to &- payloadStart), payload.byteCount)
    let bytes = payload.extracting(lower..<upper).array
    insert(
      Held(
        start: from, bytes: bytes, cut: Int(to &- from) &- bytes.count, provenance: provenance),
      at: index)
  }

  /// Reports bytes that a later segment wants different. The earlier ones stay.
  private mutating func compare(
    _ payload: RawSpan, payloadStart: UInt64, withHeldAt index: Int, _ provenance: Provenance
  ) {
    let lower = max(payloadStart, heldStart(index))
    let upper = min(
      payloadStart &+ UInt64(payload.byteCount), heldStart(index) &+ UInt64(heldByteCount(index)))
    guard lower < upper else { return }
    let mine = payload.extracting(
      Int(lower &- payloadStart)..<Int(upper &- payloadStart))
    noteConflict(mine, withHeldAt: index, offset: lower, provenance)
  }
}
