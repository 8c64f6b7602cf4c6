import Model
import Wire

/// Splits one direction of a WebSocket connection into frames, unmasks them, and finds frames again
/// after a gap where that is possible.
final class WebSocketReader {
  enum Event {
    case begin(WebSocketFrameHeader)
    /// Payload, unmasked.
    case payload([UInt8])
    /// So many bytes of payload were lost.
    case payloadGap(Int)
    case end
    /// It is no longer known where frames begin.
    case lost(Int)
    case found(skipped: Int)
    case abandoned
  }

  typealias Emit = (Event, Provenance) -> Void

  private enum State {
    case header
    case payload(WebSocketFrameHeader, read: UInt64)
    case searching
    case dead
  }

  /// Bytes searched for a frame before giving up.
  private static let searchLimit = 1 << 20
  /// Headers that cannot be, without a gap before them, until the side is given up.
  private static let misfitLimit = 8
  /// Bytes of text that vouch for a frame found.
  private static let textSample = 256

  private let isMasked: Bool
  private let lengthLimit: UInt64
  private var state = State.header
  private var pending: [UInt8] = []
  private var start: Provenance?
  private var candidate = 0
  private var searched = 0
  private var misfits = 0

  /// - Parameter lengthLimit: payload that a frame found after a gap may have.
  init(side: Side, lengthLimit: Int) {
    isMasked = side == .client
    self.lengthLimit = UInt64(max(lengthLimit, 0))
  }

  var isAligned: Bool {
    switch state {
    case .searching, .dead: false
    default: true
    }
  }

  func push(_ bytes: RawSpan, at provenance: Provenance, emit: Emit) {
    var offset = 0
    while offset < bytes.byteCount {
      switch state {
      case .header: readHeader(bytes, &offset, provenance, emit)
      case .payload(let header, let read):
        readPayload(header, read, bytes, &offset, provenance, emit)
      case .searching:
        if start == nil { start = provenance }
        bytes.extracting(offset..<bytes.byteCount).append(to: &pending)
        offset = bytes.byteCount
        search(isLast: false, provenance, emit)
      case .dead: return
      }
    }
  }

  func gap(_ count: Int, at provenance: Provenance, emit: Emit) {
    switch state {
    case .payload(let header, let read) where UInt64(count) <= header.length - read:
      emit(.payloadGap(count), provenance)
      advance(header, read + UInt64(count), provenance, emit)
    case .payload(let header, let read):
      // The rest of this frame is gone, and others behind it may be.
      emit(.payloadGap(Int(clamping: header.length - read)), provenance)
      emit(.end, provenance)
      lose(count, provenance, emit)
    case .dead: break
    default: lose(count, provenance, emit)
    }
  }

  func finish(at provenance: Provenance, emit: Emit) {
    if case .searching = state { search(isLast: true, provenance, emit) }
  }

  private func readHeader(
    _ bytes: RawSpan, _ offset: inout Int, _ provenance: Provenance, _ emit: Emit
  ) {
    if pending.isEmpty {
      start = provenance
      if let size = WebSocketFrameHeader.size(bytes, at: offset), bytes.byteCount - offset >= size {
        let header = WebSocketFrameHeader(bytes, at: offset)
        offset += size
        begin(header, provenance, emit)
        return
      }
    }
    repeat {
      pending.append(bytes[offset])
      offset += 1
      let held = pending
      guard WebSocketFrameHeader.size(held.span.bytes) == held.count else { continue }
      let from = (start ?? provenance).union(provenance)
      pending = []
      begin(WebSocketFrameHeader(held.span.bytes), from, emit)
      return
    } while offset < bytes.byteCount
  }

  private func begin(_ header: WebSocketFrameHeader?, _ provenance: Provenance, _ emit: Emit) {
    guard let header, header.isValid else {
      // Not a frame: what stands here is not WebSocket, or not where a frame begins.
      misfits += 1
      lose(0, provenance, emit)
      if misfits > Self.misfitLimit { abandon(provenance, emit) }
      return
    }
    emit(.begin(header), provenance)
    advance(header, 0, provenance, emit)
  }

  private func advance(
    _ header: WebSocketFrameHeader, _ read: UInt64, _ provenance: Provenance, _ emit: Emit
  ) {
    guard read == header.length else {
      state = .payload(header, read: read)
      return
    }
    state = .header
    emit(.end, provenance)
  }

  private func readPayload(
    _ header: WebSocketFrameHeader, _ read: UInt64, _ bytes: RawSpan, _ offset: inout Int,
    _ provenance: Provenance, _ emit: Emit
  ) {
    let count = Int(min(header.length - read, UInt64(bytes.byteCount - offset)))
    var piece = bytes.extracting(offset..<offset + count).array
    if let mask = header.mask { Self.unmask(&piece, mask, from: read) }
    offset += count
    emit(.payload(piece), provenance)
    advance(header, read + UInt64(count), provenance, emit)
  }

  /// RFC 6455, section 5.3.
  private static func unmask(_ bytes: inout [UInt8], _ mask: UInt32, from position: UInt64) {
    for i in bytes.indices {
      let shift = 24 - ((position &+ UInt64(i)) & 3) * 8
      bytes[i] ^= UInt8(truncatingIfNeeded: mask >> UInt32(shift))
    }
  }

  private func lose(_ count: Int, _ provenance: Provenance, _ emit: Emit) {
    let unread = pending.count
    reset()
    state = .searching
    emit(.lost(count + unread), provenance)
  }

  private func abandon(_ provenance: Provenance, _ emit: Emit) {
    reset()
    state = .dead
    emit(.abandoned, provenance)
  }

  private func reset() {
    pending = []
    start = nil
    candidate = 0
    searched = 0
  }

  /// Looks for a frame that others follow, or whose text vouches for it.
  private func search(isLast: Bool, _ provenance: Provenance, _ emit: Emit) {
    let held = pending
    let bytes = held.span.bytes
    while candidate < bytes.byteCount {
      switch judge(bytes, at: candidate, isLast: isLast) {
      case .no: candidate += 1
      case .unsure:
        dropSearched(provenance, emit)
        return
      case .yes:
        let skipped = searched + candidate
        let from = (start ?? provenance).union(provenance)
        let rest = Array(held[candidate...])
        reset()
        state = .header
        emit(.found(skipped: skipped), provenance)
        push(rest.span.bytes, at: from, emit: emit)
        return
      }
    }
    dropSearched(provenance, emit)
  }

  private func dropSearched(_ provenance: Provenance, _ emit: Emit) {
    guard candidate > 0, candidate >= pending.count / 2 else { return }
    searched += candidate
    pending.removeFirst(candidate)
    candidate = 0
    if searched > Self.searchLimit { abandon(provenance, emit) }
  }

  private enum Judgement { case yes, no, unsure }

  private func judge(_ bytes: borrowing RawSpan, at offset: Int, isLast: Bool) -> Judgement {
    var position = offset
    for frame in 0..<3 {
      guard let size = WebSocketFrameHeader.size(bytes, at: position),
        bytes.byteCount - position >= size
      else {
        let mayBegin = position == bytes.byteCount || isPlausible(firstByte: bytes[position])
        guard mayBegin else { return .no }
        return isLast && frame >= 2 && position == bytes.byteCount ? .yes : .unsure
      }
      guard let header = WebSocketFrameHeader(bytes, at: position), isPlausible(header) else {
        return .no
      }
      let content = position + size
      let length = Int(header.length)
      if frame == 0, let isText = vouches(header, bytes, content) {
        guard isText else { return .no }
        let isWhole = bytes.byteCount - content >= length
        // Text that ends where the bytes end needs nobody to follow it.
        if isWhole, bytes.byteCount - content == length, length >= 4 { return .yes }
      }
      // Frames longer than what is searched cannot be confirmed.
      guard bytes.byteCount - content >= length else {
        return length > Self.searchLimit / 2 ? .no : (isLast ? .no : .unsure)
      }
      position = content + length
    }
    return .yes
  }

  private func isPlausible(_ header: WebSocketFrameHeader) -> Bool {
    header.isValid && (header.mask != nil) == isMasked && header.length <= lengthLimit
  }

  private func isPlausible(firstByte byte: UInt8) -> Bool {
    byte & 0x30 == 0 && [0, 1, 2, 8, 9, 10].contains(byte & 0x0f)
  }

  /// Whether the payload's beginning is what the opcode says; nil when nothing can be said.
  private func vouches(
    _ header: WebSocketFrameHeader, _ bytes: borrowing RawSpan, _ content: Int
  ) -> Bool? {
    guard header.opcode == WebSocketFrameHeader.Opcode.text, !header.isCompressed else {
      return nil
    }
    let available = min(Int(header.length), bytes.byteCount - content)
    let count = min(available, Self.textSample)
    guard count > 0 else { return nil }
    var sample = bytes.extracting(content..<content + count).array
    if let mask = header.mask { Self.unmask(&sample, mask, from: 0) }
    // A sample may end within a character.
    while let last = sample.last, last >= 0x80, count < Int(header.length) { sample.removeLast() }
    let held = sample
    return TextShape(held.span.bytes, held.indices) == .text
  }
}
