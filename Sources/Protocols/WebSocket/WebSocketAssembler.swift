import Model

/// Joins the frames of one side into messages.
struct WebSocketAssembler {
  /// A message before it is inflated.
  struct Message {
    var opcode: UInt8
    var isCompressed: Bool
    var isFinal = false
    var payload: [UInt8] = []
    var segments: [MessageBody.Segment] = []
    var transferredLength = 0
    /// Whether bytes were lost or left out.
    var isTruncated = false
    /// Whether bytes of it are missing, so that nothing behind them can be inflated.
    var isBroken = false
    var provenance: Provenance

    mutating func append(_ bytes: [UInt8], limit: Int, at provenance: Provenance) {
      let (length, isTooLarge) = transferredLength.addingReportingOverflow(bytes.count)
      transferredLength = isTooLarge ? .max : length
      // Behind a hole there is nothing to join to.
      guard !isBroken else { return }
      let room = max(0, limit - payload.count)
      if room > 0, !bytes.isEmpty { note(provenance) }
      payload.append(contentsOf: bytes.prefix(room))
      if bytes.count > room {
        isTruncated = true
        isBroken = true
      }
    }

    /// Pieces that one frame of the capture carried, or that follow in the same one, make one segment.
    private mutating func note(_ provenance: Provenance) {
      if let last = segments.indices.last, segments[last].last == provenance.first {
        segments[last].last = provenance.last
      } else {
        segments.append(
          .init(offset: payload.count, first: provenance.first, last: provenance.last))
      }
    }

    mutating func lose(_ count: Int) {
      isTruncated = true
      isBroken = true
      let (length, isTooLarge) = transferredLength.addingReportingOverflow(count)
      transferredLength = isTooLarge ? .max : length
    }

    mutating func touch(_ provenance: Provenance) {
      self.provenance = self.provenance.union(provenance)
    }
  }

  /// The data message under way.
  private var data: Message?
  /// The control frame under way, which may stand between fragments.
  private var control: Message?
  private var isFrameFinal = false
  private let limit: Int

  init(limit: Int) {
    self.limit = limit
  }

  /// Takes a frame's header, and returns the message that it cut short.
  mutating func begin(_ header: WebSocketFrameHeader, at provenance: Provenance) -> Message? {
    isFrameFinal = header.isFinal
    if header.isControl {
      control = Message(opcode: header.opcode, isCompressed: false, provenance: provenance)
      return nil
    }
    if header.opcode == WebSocketFrameHeader.Opcode.continuation, data != nil {
      data?.touch(provenance)
      return nil
    }
    let unfinished = data
    var message = Message(
      opcode: header.opcode, isCompressed: header.isCompressed, provenance: provenance)
    // A fragment whose beginning was lost.
    if header.opcode == WebSocketFrameHeader.Opcode.continuation {
      message.isTruncated = true
    }
    data = message
    return unfinished.map(Self.cut)
  }

  mutating func append(_ bytes: [UInt8], at provenance: Provenance) {
    if control != nil {
      control?.append(bytes, limit: 125, at: provenance)
      control?.touch(provenance)
    } else {
      data?.append(bytes, limit: limit, at: provenance)
      data?.touch(provenance)
    }
  }

  mutating func lose(_ count: Int) {
    if control != nil { control?.lose(count) } else { data?.lose(count) }
  }

  /// Ends a frame, and returns the message that is complete with it.
  mutating func endFrame() -> Message? {
    if var message = control {
      control = nil
      message.isFinal = true
      return message
    }
    guard isFrameFinal, var message = data else { return nil }
    data = nil
    message.isFinal = true
    return message
  }

  /// Gives up what is under way, and returns it.
  mutating func flush() -> [Message] {
    let unfinished = [data, control].compactMap { $0.map(Self.cut) }
    data = nil
    control = nil
    return unfinished
  }

  private static func cut(_ message: Message) -> Message {
    var message = message
    message.isTruncated = true
    message.isBroken = true
    return message
  }
}
