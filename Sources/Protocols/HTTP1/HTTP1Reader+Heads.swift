import Model
import Wire

extension HTTP1Reader {
  mutating func nextHead(_ input: RawSpan, from offset: inout Int) -> Event {
    if held.isEmpty {
      // Empty lines in front of a start line are no part of it (RFC 9112, section 2.2).
      while offset < input.byteCount, input[offset] == 0x0d || input[offset] == 0x0a { offset += 1 }
      guard offset < input.byteCount else { return .needsMore }
      if let end = input.endOfHead(from: offset), end - offset <= headLimit {
        let head = input.extracting(offset..<end)
        do throws(HTTP1Fault) {
          let parsed = try HTTP1Head(parsing: head, kind)
          offset = end
          state = .framing
          return .head(parsed)
        } catch {
          // Reading goes on behind this place at least, so that it cannot come back here.
          let feed = head.firstLineFeed(from: 0) ?? head.byteCount - 1
          let begin = StartLine.find(in: head.extracting(line(head, 0..<feed)), kind) ?? 0
          let passed = begin > 0 ? begin : feed + 1
          offset += passed
          skipped += passed
          state = begin > 0 ? .head : .skipping
          return .broken(error)
        }
      }
    } else if searched == held.count, offset == input.byteCount {
      return .needsMore
    }
    return nextHeldHead(input, from: &offset)
  }

  /// Holds the input up to the head's end, and reads the head once that is there.
  private mutating func nextHeldHead(_ input: RawSpan, from offset: inout Int) -> Event {
    let before = held.count
    input.extracting(droppingFirst: offset).extracting(first: max(headLimit - before, 0))
      .append(to: &held)
    let bytes = held
    let start = max(searched - 3, 0)
    searched = held.count
    if let end = bytes.span.bytes.endOfHead(from: start) {
      offset += max(end - before, 0)
      return finishHead(bytes, end)
    }
    offset += held.count - before
    if !isStartLineChecked, let fault = faultOfBeginning(bytes.span.bytes, newFrom: start) {
      return abandon(bytes, fault)
    }
    guard bytes.count < headLimit else {
      startSkipping()
      return .broken(.tooLong)
    }
    return .needsMore
  }

  private mutating func finishHead(_ bytes: [UInt8], _ end: Int) -> Event {
    do throws(HTTP1Fault) {
      let head = try HTTP1Head(parsing: bytes.span.bytes.extracting(0..<end), kind)
      held = []
      searched = 0
      isStartLineChecked = false
      state = .framing
      return .head(head)
    } catch {
      return abandon(bytes, error)
    }
  }

  /// Why what was held so far can begin no message, so that it is not waited for; nil when it can.
  ///
  /// - Parameter start: where the bytes begin that were not looked at before.
  private mutating func faultOfBeginning(_ bytes: RawSpan, newFrom start: Int) -> HTTP1Fault? {
    guard let feed = bytes.firstLineFeed(from: start) else {
      return StartLine.mayBegin(bytes, kind) ? nil : .notHTTP
    }
    switch StartLine.parse(bytes.extracting(line(bytes, 0..<feed)), kind) {
    case .success:
      isStartLineChecked = true
      return nil
    case .failure(let fault):
      return fault
    }
  }

  /// The range without the CR that it may end in.
  private func line(_ bytes: RawSpan, _ range: Range<Int>) -> Range<Int> {
    let end = range.upperBound
    let hasReturn = end > range.lowerBound && bytes[end - 1] == 0x0d
    return range.lowerBound..<(hasReturn ? end - 1 : end)
  }

  /// Gives up on held bytes, and looks for a start line further on in them.
  private mutating func abandon(_ bytes: [UInt8], _ fault: HTTP1Fault) -> Event {
    let raw = bytes.span.bytes
    held = []
    searched = 0
    isStartLineChecked = false
    state = .skipping
    var start = 0
    while let feed = raw.firstLineFeed(from: start) {
      // The very beginning was found wanting already.
      if let begin = StartLine.find(in: raw.extracting(line(raw, start..<feed)), kind),
        start + begin > 0
      {
        start += begin
        state = .head
        break
      }
      start = feed + 1
    }
    skipped += start
    raw.extracting(droppingFirst: start).append(to: &held)
    return .broken(fault)
  }

  /// Skips lines until one holds the beginning of a message; false when the input is used up first.
  mutating func skip(_ input: RawSpan, from offset: inout Int) -> Bool {
    while offset < input.byteCount {
      let feed = input.firstLineFeed(from: offset)
      let end = feed.map { $0 + 1 } ?? input.byteCount
      let start = max(offset, end - Self.lineLimit)
      skipped += start - offset
      input.extracting(start..<end).append(to: &held)
      offset = end
      if held.count > 2 * Self.lineLimit {
        skipped += held.count - Self.lineLimit
        held.removeFirst(held.count - Self.lineLimit)
      }
      guard feed != nil else { return false }
      let bytes = held
      let raw = bytes.span.bytes
      if let begin = StartLine.find(
        in: raw.extracting(line(raw, 0..<raw.byteCount - 1)), kind)
      {
        held.removeFirst(begin)
        skipped += begin
        searched = 0
        state = .head
        return true
      }
      skipped += held.count
      held = []
    }
    return false
  }
}
