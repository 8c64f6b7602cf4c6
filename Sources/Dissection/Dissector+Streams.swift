import Flows
import Model
import Protocols
import Wire

extension Dissector {
  /// Puts a segment where it belongs and passes on what became readable.
  func accept(
    _ segment: Segment, _ payload: RawSpan, from side: Side, _ conversation: TCPConversation,
    at provenance: Provenance, row: Int
  ) {
    let before = conversation.connection.heldBytes
    tellNoted(row, conversation)
    let outcome = conversation.connection.accept(segment, payload, from: side, at: provenance)
    switch outcome.verdict {
    case .deliver(let from)?:
      if payload.byteCount > from {
        conversation.pass(payload.extracting(droppingFirst: from), from: side, at: provenance)
      }
      if outcome.hasMore { drain(side, conversation) }
    case .held?, .duplicate?:
      drain(side, conversation)
    case .outOfWindow?:
      tell(
        "out_of_window", "a segment far outside the window was left out", of: conversation,
        at: provenance)
    case nil:
      break
    }
    if outcome.isEnding, outcome.verdict != nil, conversation.connection.isFinished(side) {
      conversation.end(side, isClean: true, at: provenance)
    }
    if outcome.peerHasMore { drain(side.peer, conversation) }
    if segment.flags.contains(.rst),
      !conversation.connection.isInWindow(segment.sequence, of: side)
    {
      ignoreReset(row, conversation, at: provenance)
    }
    heldBytes += conversation.connection.heldBytes - before
    path.table.setSettled(conversation.connection.isSettled, row: row)
  }

  /// Tells a conversation what bare acknowledgments said meanwhile.
  func tellNoted(_ row: Int, _ conversation: TCPConversation) {
    let noted = path.table.takeNoted(row: row)
    conversation.connection.acknowledge(byClient: noted.client, byServer: noted.server)
  }

  /// Passes on all that is in order, and what is behind holes that will not be filled.
  func drain(_ side: Side, _ conversation: TCPConversation, isFinal: Bool = false) {
    while conversation.state.attention != .counted {
      if let piece = conversation.connection.streams[side].takeReady() {
        pass(piece, from: side, conversation)
        continue
      }
      let limits = options.flows
      let isDue =
        isFinal || heldBytes + conversation.connection.heldBytes > limits.heldBytes
        || conversation.connection.isHoleDue(side, at: now.time, limits)
      guard isDue, let gap = conversation.connection.streams[side].skipHole() else { break }
      if !isFinal { noteCap(side, conversation) }
      pass(gap, from: side, conversation)
    }
    if conversation.connection.hasConflicts(side) {
      report(conversation.connection.streams[side].takeConflicts(), side, conversation)
    }
  }

  /// Tells of something odd in a TCP stream.
  private func tell(
    _ event: String, _ detail: String, of conversation: TCPConversation, at provenance: Provenance
  ) {
    emit(
      .anomaly(Anomaly(.stream, event, layer: "tcp", detail: detail)),
      flow: conversation.state.flow, at: provenance)
  }

  /// Tells, once a flow, that a cap and not the receiver's word made a hole a gap.
  private func noteCap(_ side: Side, _ conversation: TCPConversation) {
    guard !conversation.hasReportedCap else { return }
    let limits = options.flows
    let flowBytes = conversation.connection.heldBytes
    let cause: String
    if flowBytes > limits.heldBytesPerFlow {
      cause = "\(limits.heldBytesPerFlow) bytes of the flow"
    } else if conversation.connection.streams[side].heldSegments >= limits.heldSegments {
      cause = "\(limits.heldSegments) segments of the \(side)"
    } else if heldBytes + flowBytes > limits.heldBytes {
      cause = "\(limits.heldBytes) bytes of all flows"
    } else {
      return
    }
    conversation.hasReportedCap = true
    tell(
      "cap_reached", "more than \(cause) wait for bytes that are missing; the wait is given up",
      of: conversation, at: now)
  }

  private func report(
    _ conflicts: [TCPStream.Conflict], _ side: Side, _ conversation: TCPConversation
  ) {
    for conflict in conflicts {
      tell(
        "overlap_conflict",
        "at offset \(conflict.offset) of the \(side)'s stream: kept sha256 "
          + "\(Digest.hex(conflict.kept)), dropped \(Digest.hex(conflict.dropped))",
        of: conversation, at: conflict.provenance)
    }
  }

  func pass(_ piece: TCPStream.Piece, from side: Side, _ conversation: TCPConversation) {
    switch piece {
    case .bytes(let bytes, let provenance):
      conversation.pass(bytes.span.bytes, from: side, at: provenance)
    case .gap(let count, let provenance):
      conversation.state.missingBytes += UInt64(count)
      if side == .client { conversation.state.clientBytesSeen += UInt64(count) }
      tell(
        "gap", "\(count) bytes of the \(side)'s stream are not in the capture", of: conversation,
        at: provenance)
      conversation.passGap(count, from: side, at: provenance)
    }
  }

  /// A reset counts when it stands within the window (RFC 9293, section 3.5.3).
  ///
  /// One that does still does not end the layers: middleboxes forge resets that endpoints ignore, so
  /// they go on reading until the flow's time is up.
  private func ignoreReset(
    _ row: Int, _ conversation: TCPConversation, at provenance: Provenance
  ) {
    // After both sides finished, resets are the noise of closed sockets.
    guard
      !(conversation.connection.isFinished(.client) && conversation.connection.isFinished(.server))
    else { return }
    path.table.ignoreReset(row: row)
    tell("stray_reset", "a reset outside the window was left out", of: conversation, at: provenance)
  }
}
