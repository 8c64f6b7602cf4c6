import Model
import Wire

extension HTTP1Reader {
  /// Reads a chunk's header, or the line end behind its data; nil when there is more to read.
  mutating func nextChunkLine(_ input: RawSpan, from offset: inout Int) -> Event? {
    if state == .chunkEnd { return nextChunkEnd(input, from: &offset) }
    let feed = input.firstLineFeed(from: offset)
    let end = feed ?? input.byteCount
    let size: ChunkSize?
    if held.isEmpty, feed != nil {
      size = ChunkSize(input.extracting(offset..<end))
    } else {
      input.extracting(offset..<end).extracting(first: Self.lineLimit - held.count)
        .append(to: &held)
      guard held.count < Self.lineLimit else { return breakOff(.badChunk, &offset, at: end) }
      guard feed != nil else {
        offset = end
        return .needsMore
      }
      let line = held
      size = ChunkSize(line.span.bytes)
      held = []
    }
    if size?.endsInReturn == false { fault = .bareLineFeed }
    guard let size else { return breakOff(.badChunk, &offset, at: end) }
    offset = end + 1
    state = size.value == 0 ? .trailers : .chunkData(size.value)
    return nil
  }

  private mutating func breakOff(
    _ fault: HTTP1Fault, _ offset: inout Int, at end: Int
  ) -> Event {
    skipped += end - offset
    offset = end
    startSkipping()
    return .broken(fault)
  }

  private mutating func nextChunkEnd(_ input: RawSpan, from offset: inout Int) -> Event? {
    guard offset < input.byteCount else { return .needsMore }
    if held.isEmpty, input[offset] == 0x0d {
      held = [0x0d]
      offset += 1
      guard offset < input.byteCount else { return .needsMore }
    } else if held.isEmpty, input[offset] == 0x0a {
      fault = .bareLineFeed
    }
    guard input[offset] == 0x0a else { return breakOff(.badChunk, &offset, at: offset) }
    held = []
    offset += 1
    state = .chunkSize
    return nil
  }

  /// Reads the trailer section and the empty line that ends it (RFC 9112, section 7.1.2).
  mutating func nextTrailers(_ input: RawSpan, from offset: inout Int) -> Event {
    if held.isEmpty, input.byteCount - offset >= 2, input[offset] == 0x0d,
      input[offset + 1] == 0x0a
    {
      offset += 2
      state = .head
      return .end(trailers: [])
    }
    let before = held.count
    input.extracting(droppingFirst: offset).extracting(first: max(headLimit - before, 0))
      .append(to: &held)
    let section = held
    let bytes = section.span.bytes
    let end =
      if bytes.starts(with: "\n") { 1 } else if bytes.starts(with: "\r\n") { 2 } else {
        bytes.endOfHead(from: max(searched - 3, 0)) ?? 0
      }
    guard end > 0 else {
      offset += held.count - before
      searched = held.count
      guard held.count < headLimit else {
        startSkipping()
        return .broken(.tooLong)
      }
      return .needsMore
    }
    offset += end - before
    held = []
    searched = 0
    state = .head
    let trailers = HTTP1Fields.parse(bytes.extracting(0..<end)) { fault = $0 }
    if trailers.contains(where: \.isForbiddenInTrailers) { fault = .forbiddenTrailer }
    return .end(trailers: trailers)
  }
}

extension HTTPField {
  /// Whether the field frames, routes or authenticates a message, and so may stand in its head only.
  fileprivate var isForbiddenInTrailers: Bool {
    ["content-length", "transfer-encoding", "host", "authorization", "content-encoding"]
      .contains(where: name.equalsIgnoringASCIICase)
  }
}
