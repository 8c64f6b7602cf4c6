import Model
import Wire

/// A header block whose end has not come yet.
struct HTTP2HeaderBlock {
  var stream: UInt32
  /// The stream that a `PUSH_PROMISE` announces.
  var promised: UInt32?
  var endsStream: Bool
  var bytes: [UInt8]
  var provenance: Provenance
}

extension HTTP2Layer {
  /// Takes a `HEADERS` or `PUSH_PROMISE` frame (RFC 9113, sections 6.2 and 6.6).
  func beginBlock(
    _ header: HTTP2FrameHeader, _ payload: RawSpan, from side: Side, _ at: Provenance
  ) {
    guard let range = fragment(of: header, payload) else {
      note("bad_frame", "padding of stream \(header.stream) is longer than its frame", at: at)
      loseHeaders(of: side)
      return
    }
    var promised: UInt32?
    if header.type == HTTP2FrameHeader.Kind.pushPromise {
      promised = payload.uint32(at: range.lowerBound - 4) & 0x7fff_ffff
    }
    var block = HTTP2HeaderBlock(
      stream: header.stream, promised: promised,
      endsStream: promised == nil && header.has(HTTP2FrameHeader.Flags.endStream), bytes: [],
      provenance: at)
    if header.has(HTTP2FrameHeader.Flags.endHeaders) {
      decode(block, payload.extracting(range), from: side)
    } else {
      block.bytes = payload.extracting(range).array
      unfinishedBlocks[Int(side.rawValue)] = block
    }
  }

  func continueBlock(
    _ header: HTTP2FrameHeader, _ payload: RawSpan, from side: Side, _ at: Provenance
  ) {
    let index = Int(side.rawValue)
    guard var block = unfinishedBlocks[index], block.stream == header.stream else {
      // After a loss, the end of a block whose beginning is missing.
      if !isLossy[index] { note("bad_frame", "CONTINUATION without a beginning", at: at) }
      loseHeaders(of: side)
      return
    }
    unfinishedBlocks[index] = nil
    guard block.bytes.count + payload.byteCount <= context.limits.headBytes else {
      note("cap_reached", "header block longer than \(context.limits.headBytes) bytes", at: at)
      loseHeaders(of: side)
      return
    }
    payload.append(to: &block.bytes)
    block.provenance = block.provenance.union(at)
    if header.has(HTTP2FrameHeader.Flags.endHeaders) {
      let bytes = block.bytes
      decode(block, bytes.span.bytes, from: side)
    } else {
      unfinishedBlocks[index] = block
    }
  }

  /// Where the header block fragment stands in a payload, between prefixes and padding.
  private func fragment(of header: HTTP2FrameHeader, _ payload: borrowing RawSpan) -> Range<Int>? {
    var start = 0
    var end = payload.byteCount
    if header.has(HTTP2FrameHeader.Flags.padded) {
      guard end >= 1 else { return nil }
      end -= Int(payload[0])
      start = 1
    }
    if header.type == HTTP2FrameHeader.Kind.pushPromise {
      start += 4
    } else if header.has(HTTP2FrameHeader.Flags.priority) {
      start += 5
    }
    return start <= end ? start..<end : nil
  }

  private func decode(_ block: HTTP2HeaderBlock, _ bytes: RawSpan, from side: Side) {
    let decoded = decoders[Int(side.rawValue)].decode(bytes)
    let at = block.provenance
    if let failure = decoded.failure {
      note("parse_failed", "header block of stream \(block.stream): \(failure)", at: at)
    }
    if decoded.isTruncated {
      note("cap_reached", "fields of stream \(block.stream) were left out", at: at)
    }
    if decoded.unknown > 0 {
      note(
        "fields_unknown",
        "\(decoded.unknown) fields of stream \(block.stream) were defined in lost bytes", at: at)
    }
    if let promised = block.promised {
      promise(promised, decoded.fields, at)
    } else {
      take(decoded.fields, of: block, from: side)
    }
  }

  /// Opens the stream of a pushed exchange with the request that the server invented.
  private func promise(_ id: UInt32, _ fields: [HTTPField], _ at: Provenance) {
    guard id != 0, id.isMultiple(of: 2), streams[id] == nil else {
      note("bad_frame", "stream \(id) cannot be promised", at: at)
      return
    }
    let stream = openStream(id, at)
    stream.halves[0].fields = fields
    stream.halves[0].hasHead = true
    stream.halves[0].hasEnded = true
    stream.halves[0].touch(at)
    hold(cost(of: fields), for: stream, at)
  }

  private func take(_ fields: [HTTPField], of block: HTTP2HeaderBlock, from side: Side) {
    let index = Int(side.rawValue)
    let at = block.provenance
    guard let stream = stream(block.stream, opensFrom: side, at) else { return }
    let status = side == .server ? fields.first { $0.name == ":status" }.map(\.value) : nil
    // RFC 9110, section 15.2: interim responses come before the response.
    if let status, status.utf8.count == 3, status.hasPrefix("1"), !stream.halves[1].hasHead,
      !block.endsStream
    {
      return
    }
    stream.halves[index].touch(at)
    hold(cost(of: fields), for: stream, at)
    let isHead = !stream.halves[index].hasHead && (!isLossy[index] || beginsMessage(fields, block))
    if isHead {
      stream.halves[index].fields = fields
      stream.halves[index].hasHead = true
      if side == .client {
        requestBegan(stream)
      } else {
        stream.status = status.flatMap { Int($0) }
      }
    } else {
      stream.halves[index].trailers += fields
    }
    if side == .server, isHead { responseBegan(stream, at) }
    if block.endsStream { endHalf(block.stream, side, at) }
  }

  /// Whether a block is a head and not trailers, when frames before it may have been lost.
  private func beginsMessage(_ fields: [HTTPField], _ block: HTTP2HeaderBlock) -> Bool {
    !block.endsStream || fields.contains { $0.name.hasPrefix(":") || $0.name == "?" }
  }

  private func requestBegan(_ stream: HTTP2Stream) {
    stream.isConnect = stream.method == "CONNECT"
    context.decide(
      .request(
        method: stream.method, host: stream.host, target: stream.target,
        fields: stream.halves[0].fields))
  }

  private func cost(of fields: [HTTPField]) -> Int {
    fields.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count + 64 }
  }
}
