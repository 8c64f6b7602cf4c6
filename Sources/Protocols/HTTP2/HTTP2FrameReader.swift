import Model
import Wire

/// Splits one direction of an HTTP/2 connection into frames, and finds the frames again after a gap.
///
/// `DATA` is handed on as it arrives. Frames that carry meaning in their payload are gathered first;
/// the rest is skipped.
final class HTTP2FrameReader {
  enum Event {
    /// A whole frame other than `DATA`, with its payload.
    case frame(HTTP2FrameHeader)
    /// Content of a `DATA` frame, without padding.
    case data(HTTP2FrameHeader)
    case dataEnd(HTTP2FrameHeader)
    /// So many bytes of content of a `DATA` frame were lost.
    case dataGap(HTTP2FrameHeader, Int)
    /// A frame of which the payload is missing in part, or longer than can be held.
    case broken(HTTP2FrameHeader)
    /// The connection did not begin here: frames went by before.
    case midway
    /// It is no longer known where frames begin; so many bytes are missing.
    case lost(Int)
    /// A frame was found again; so many bytes were passed over.
    case found(skipped: Int)
    /// No frame was found within the distance that is searched.
    case abandoned
  }

  typealias Emit = (Event, RawSpan, Provenance) -> Void

  private enum State {
    /// The client's connection preface (RFC 9113, section 3.4).
    case preface
    case header
    case payload(HTTP2FrameHeader)
    /// `remaining` counts padding too; `padding` is nil while its length has not been read.
    case data(HTTP2FrameHeader, remaining: Int, padding: Int?)
    case skip(remaining: Int)
    case searching
    case dead
  }

  static let preface: StaticString = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
  static let prefaceSize = 24
  /// Bytes that are searched for a frame before giving up.
  private static let searchLimit = 2 << 20
  private static let smallestMaximum = 16_384
  /// Headers that cannot be, without a gap before them, until the side is given up.
  private static let misfitLimit = 16

  private let side: Side
  private let payloadLimit: Int
  private var state: State
  private var isFirstFrame = true
  /// Bytes of a header or payload that is not complete, or those searched.
  private var pending: [UInt8] = []
  /// Where the first of the pending bytes stood.
  private var start: Provenance?
  private var candidate = 0
  private var searched = 0
  private var misfits = 0
  /// What stood behind the place where frames were found again.
  private var found: (rest: [UInt8], from: Provenance)?
  /// The largest `SETTINGS_MAX_FRAME_SIZE` that the other side ever allowed.
  private var maximumLength = HTTP2FrameReader.smallestMaximum
  /// The largest stream seen so far, by which invented frames are told from real ones.
  private(set) var lastStream: UInt32 = 0

  init(side: Side, payloadLimit: Int) {
    self.side = side
    self.payloadLimit = payloadLimit
    state = side == .client ? .preface : .header
  }

  /// Whether it is known where frames begin.
  var isAligned: Bool {
    switch state {
    case .searching, .dead: false
    default: true
    }
  }

  func allow(frameSize: Int) {
    maximumLength = max(maximumLength, min(frameSize, 0xff_ffff))
  }

  func push(_ bytes: RawSpan, at provenance: Provenance, emit: Emit) {
    consume(bytes, provenance, emit)
    // A loop, not a recursion: hostile bytes can be lost and found many times.
    while let (rest, from) = found {
      found = nil
      consume(rest.span.bytes, from, emit)
    }
  }

  private func consume(_ bytes: RawSpan, _ provenance: Provenance, _ emit: Emit) {
    var offset = 0
    while offset < bytes.byteCount {
      switch state {
      case .preface: readPreface(bytes, &offset, provenance, emit)
      case .header: readHeader(bytes, &offset, provenance, emit)
      case .payload(let header): readPayload(header, bytes, &offset, provenance, emit)
      case .data(let header, let remaining, let padding):
        readData(header, remaining, padding, bytes, &offset, provenance, emit)
      case .skip(let remaining):
        let count = min(remaining, bytes.byteCount - offset)
        offset += count
        state = count == remaining ? .header : .skip(remaining: remaining - count)
      case .searching:
        if start == nil { start = provenance }
        bytes.extracting(offset..<bytes.byteCount).append(to: &pending)
        offset = bytes.byteCount
        search(isLast: false, provenance, emit)
      case .dead:
        offset = bytes.byteCount
      }
    }
  }

  func gap(_ count: Int, at provenance: Provenance, emit: Emit) {
    switch state {
    case .data(let header, let remaining, let padding):
      // The frame's length is known, so the next one is found without searching.
      let inFrame = min(count, remaining)
      let content = max(0, inFrame - max(0, (padding ?? 0) - (remaining - inFrame)))
      send(.dataGap(header, content), provenance, emit)
      if inFrame == remaining {
        send(.dataEnd(header), provenance, emit)
        state = .header
      } else {
        state = .data(header, remaining: remaining - inFrame, padding: padding ?? 0)
      }
      if count > inFrame { lose(count - inFrame, provenance, emit) }
    case .skip(let remaining) where count <= remaining:
      state = count == remaining ? .header : .skip(remaining: remaining - count)
    case .payload(let header) where count <= header.length - pending.count:
      let remaining = header.length - pending.count - count
      reset()
      send(.broken(header), provenance, emit)
      state = remaining == 0 ? .header : .skip(remaining: remaining)
    case .dead:
      break
    default:
      lose(count, provenance, emit)
    }
  }

  /// Takes the last frame that was searched for, when no more bytes can confirm it.
  func finish(at provenance: Provenance, emit: Emit) {
    guard case .searching = state else { return }
    search(isLast: true, provenance, emit)
    let none: [UInt8] = []
    push(none.span.bytes, at: provenance, emit: emit)
  }

  private func readPreface(
    _ bytes: RawSpan, _ offset: inout Int, _ provenance: Provenance, _ emit: Emit
  ) {
    let count = min(Self.prefaceSize - pending.count, bytes.byteCount - offset)
    bytes.extracting(offset..<offset + count).append(to: &pending)
    offset += count
    let held = pending
    guard Self.isPrefacePrefix(held.span.bytes) else {
      reset()
      beginMidway(held, provenance, emit)
      return
    }
    if pending.count == Self.prefaceSize {
      reset()
      isFirstFrame = false
      state = .header
    }
  }

  static func isPrefacePrefix(_ bytes: RawSpan) -> Bool {
    preface.withUTF8Buffer { whole in
      guard bytes.byteCount <= whole.count else { return false }
      for i in 0..<bytes.byteCount where bytes[i] != whole[i] { return false }
      return true
    }
  }

  /// Goes on without a beginning: the bytes may start with a frame or anywhere within one.
  private func beginMidway(_ bytes: [UInt8], _ provenance: Provenance, _ emit: Emit) {
    isFirstFrame = false
    send(.midway, provenance, emit)
    state = .searching
    start = provenance
    pending = bytes
  }

  private func readHeader(
    _ bytes: RawSpan, _ offset: inout Int, _ provenance: Provenance, _ emit: Emit
  ) {
    let size = HTTP2FrameHeader.size
    if pending.isEmpty {
      start = provenance
      if bytes.byteCount - offset >= size {
        let first = offset
        offset += size
        begin(bytes.extracting(first..<offset), provenance, emit)
        return
      }
    }
    let count = min(size - pending.count, bytes.byteCount - offset)
    bytes.extracting(offset..<offset + count).append(to: &pending)
    offset += count
    guard pending.count == size else { return }
    let held = pending
    pending = []
    begin(held.span.bytes, provenance, emit)
  }

  private func begin(_ bytes: RawSpan, _ provenance: Provenance, _ emit: Emit) {
    let header = HTTP2FrameHeader(bytes, at: 0)
    // Both sides must begin with SETTINGS.
    if isFirstFrame, header.type != HTTP2FrameHeader.Kind.settings {
      beginMidway(bytes.array, provenance, emit)
      return
    }
    isFirstFrame = false
    // An unknown type is an extension; one that is also too long is no frame at all.
    if header.length > maximumLength, header.type > 0x20 || !header.isWellFormed {
      misfits += 1
      lose(0, provenance, emit)
      if misfits > Self.misfitLimit { abandon(provenance, emit) }
      return
    }
    lastStream = max(lastStream, header.stream)
    switch header.type {
    case HTTP2FrameHeader.Kind.data:
      let isPadded = header.has(HTTP2FrameHeader.Flags.padded) && header.length > 0
      state = .data(header, remaining: header.length, padding: isPadded ? nil : 0)
      if header.length == 0 {
        send(.dataEnd(header), provenance, emit)
        state = .header
      }
    case HTTP2FrameHeader.Kind.headers, HTTP2FrameHeader.Kind.pushPromise,
      HTTP2FrameHeader.Kind.continuation, HTTP2FrameHeader.Kind.settings,
      HTTP2FrameHeader.Kind.resetStream, HTTP2FrameHeader.Kind.goAway:
      if header.length > payloadLimit {
        send(.broken(header), provenance, emit)
        state = .skip(remaining: header.length)
      } else if header.length == 0 {
        send(.frame(header), provenance, emit)
        state = .header
      } else {
        state = .payload(header)
      }
    default:
      state = header.length == 0 ? .header : .skip(remaining: header.length)
    }
  }

  private func readPayload(
    _ header: HTTP2FrameHeader, _ bytes: RawSpan, _ offset: inout Int, _ provenance: Provenance,
    _ emit: Emit
  ) {
    let count = min(header.length - pending.count, bytes.byteCount - offset)
    let piece = bytes.extracting(offset..<offset + count)
    offset += count
    let whole = (start ?? provenance).union(provenance)
    if pending.isEmpty, count == header.length {
      state = .header
      emit(.frame(header), piece, whole)
      return
    }
    piece.append(to: &pending)
    guard pending.count == header.length else { return }
    let payload = pending
    reset()
    state = .header
    emit(.frame(header), payload.span.bytes, whole)
  }

  private func readData(
    _ header: HTTP2FrameHeader, _ remaining: Int, _ padding: Int?, _ bytes: RawSpan,
    _ offset: inout Int, _ provenance: Provenance, _ emit: Emit
  ) {
    guard let padding else {
      let length = Int(bytes[offset])
      offset += 1
      // Padding longer than the frame leaves no content.
      advance(header, remaining - 1, min(length, remaining - 1), provenance, emit)
      return
    }
    let count = min(remaining, bytes.byteCount - offset)
    let content = min(count, max(0, remaining - padding))
    if content > 0 {
      emit(.data(header), bytes.extracting(offset..<offset + content), provenance)
    }
    offset += count
    advance(header, remaining - count, padding, provenance, emit)
  }

  private func advance(
    _ header: HTTP2FrameHeader, _ remaining: Int, _ padding: Int, _ provenance: Provenance,
    _ emit: Emit
  ) {
    if remaining == 0 {
      state = .header
      send(.dataEnd(header), provenance, emit)
    } else {
      state = .data(header, remaining: remaining, padding: padding)
    }
  }

  private func lose(_ count: Int, _ provenance: Provenance, _ emit: Emit) {
    let unread = isAligned ? 0 : pending.count
    isFirstFrame = false
    reset()
    state = .searching
    send(.lost(count + unread), provenance, emit)
  }

  private func reset() {
    pending = []
    start = nil
    candidate = 0
    searched = 0
  }

  /// Looks for a frame header that another one follows at the right distance.
  private func search(isLast: Bool, _ provenance: Provenance, _ emit: Emit) {
    let held = pending
    let bytes = held.span.bytes
    while candidate + HTTP2FrameHeader.size <= bytes.byteCount {
      guard isPlausible(bytes, at: candidate) else {
        candidate += 1
        continue
      }
      let next = candidate + HTTP2FrameHeader.size + HTTP2FrameHeader(bytes, at: candidate).length
      let isDecidable = next + HTTP2FrameHeader.size <= bytes.byteCount
      guard isDecidable || isLast else { break }
      guard !isDecidable || isPlausible(bytes, at: next) else {
        candidate += 1
        continue
      }
      let skipped = searched + candidate
      let from = (start ?? provenance).union(provenance)
      found = (Array(held[candidate...]), from)
      reset()
      state = .header
      send(.found(skipped: skipped), provenance, emit)
      return
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

  private func abandon(_ provenance: Provenance, _ emit: Emit) {
    reset()
    state = .dead
    send(.abandoned, provenance, emit)
  }

  private func isPlausible(_ bytes: borrowing RawSpan, at offset: Int) -> Bool {
    // Streams are numbered upwards; a gap hides some, but not thousands.
    let last = lastStream == 0 ? 0xf_ffff : min(lastStream, 0x7fff_0000) + 2_000
    return HTTP2FrameHeader(bytes, at: offset).isPlausible(
      maximum: min(maximumLength, 1 << 20), lastStream: last)
  }

  private func send(_ event: Event, _ provenance: Provenance, _ emit: Emit) {
    let none: [UInt8] = []
    emit(event, none.span.bytes, provenance)
  }
}
