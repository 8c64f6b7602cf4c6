import Flows
import Model
import Protocols
import Wire

extension Dissector {
  /// Puts a segment where it belongs and passes on what became readable.
  func accept(
    _ packet: Packet, _ payload: RawSpan, from side: Side, _ conversation: TCPConversation,
    at provenance: Provenance, row: Int
  ) {
    let before = conversation.heldBytes
    defer { heldBytes += conversation.heldBytes - before }
    if packet.flags.contains(.syn) {
      let first = packet.sequence &+ 1
      if side == .client {
        conversation.client.synchronise(firstByte: first)
      } else {
        conversation.server.synchronise(firstByte: first)
        conversation.client.synchronise(firstByte: packet.acknowledgment)
      }
    }
    if packet.flags.contains(.ack), !packet.flags.contains(.rst) {
      if side == .client {
        conversation.server.acknowledge(packet.acknowledgment)
      } else {
        conversation.client.acknowledge(packet.acknowledgment)
      }
    }
    if packet.payloadLength > 0 || packet.flags.contains(.fin) {
      deliver(packet, payload, from: side, conversation, at: provenance)
    }
    let peer = side.peer
    if conversation.hasHeld(peer) { drain(peer, conversation) }
    if packet.flags.contains(.rst), !conversation.isInWindow(packet.sequence, of: side) {
      ignoreReset(row, conversation, at: provenance)
    }
  }

  private func deliver(
    _ packet: Packet, _ payload: RawSpan, from side: Side, _ conversation: TCPConversation,
    at provenance: Provenance
  ) {
    let sequence = packet.flags.contains(.syn) ? packet.sequence &+ 1 : packet.sequence
    let isLast = packet.flags.contains(.fin)
    let verdict =
      side == .client
      ? conversation.client.accept(
        sequence: sequence, payload: payload, cut: packet.payloadMissing, isLast: isLast,
        at: provenance)
      : conversation.server.accept(
        sequence: sequence, payload: payload, cut: packet.payloadMissing, isLast: isLast,
        at: provenance)
    switch verdict {
    case .deliver(let from):
      if payload.byteCount > from {
        conversation.pass(payload.extracting(droppingFirst: from), from: side, at: provenance)
      }
      if conversation.hasHeld(side) || conversation.hasConflicts(side) { drain(side, conversation) }
    case .held, .duplicate:
      drain(side, conversation)
    case .outOfWindow:
      emit(
        .anomaly(
          Anomaly(
            .stream, "out_of_window", layer: "tcp",
            detail: "a segment far outside the window was left out")),
        flow: conversation.state.flow, at: provenance)
    }
    if conversation.isFinished(side) { conversation.end(side, isClean: true, at: provenance) }
  }

  /// Passes on all that is in order, and what is behind holes that will not be filled.
  func drain(_ side: Side, _ conversation: TCPConversation, isFinal: Bool = false) {
    while conversation.state.attention != .counted {
      if let piece = conversation.takeReady(side) {
        pass(piece, from: side, conversation)
        continue
      }
      let isDue =
        isFinal
        || conversation.isHoleDue(
          side, now: now.time, limits: options.flows,
          isMemoryFull: heldBytes + conversation.heldBytes > options.flows.heldBytes)
      guard isDue, let gap = conversation.skipHole(side) else { break }
      if !isFinal { noteCap(side, conversation) }
      pass(gap, from: side, conversation)
    }
    if conversation.hasConflicts(side) {
      report(conversation.takeConflicts(side), side, conversation)
    }
  }

  /// Tells, once a flow, that a cap and not the receiver's word made a hole a gap.
  private func noteCap(_ side: Side, _ conversation: TCPConversation) {
    guard !conversation.hasReportedCap else { return }
    let limits = options.flows
    let held = heldBytes + conversation.heldBytes
    let cause: String
    if conversation.heldBytes > limits.heldBytesPerFlow {
      cause = "\(limits.heldBytesPerFlow) bytes of the flow"
    } else if conversation.heldSegments(side) >= limits.heldSegments {
      cause = "\(limits.heldSegments) segments of the \(side)"
    } else if held > limits.heldBytes {
      cause = "\(limits.heldBytes) bytes of all flows"
    } else {
      return
    }
    conversation.hasReportedCap = true
    emit(
      .anomaly(
        Anomaly(
          .stream, "cap_reached", layer: "tcp",
          detail: "more than \(cause) wait for bytes that are missing; the wait is given up")),
      flow: conversation.state.flow, at: now)
  }

  private func report(
    _ conflicts: [TCPStream.Conflict], _ side: Side, _ conversation: TCPConversation
  ) {
    for conflict in conflicts {
      emit(
        .anomaly(
          Anomaly(
            .stream, "overlap_conflict", layer: "tcp",
            detail: "at offset \(conflict.offset) of the \(side)'s stream: kept sha256 "
              + "\(Digest.hex(conflict.kept)), dropped \(Digest.hex(conflict.dropped))")),
        flow: conversation.state.flow, at: conflict.provenance)
    }
  }

  func pass(_ piece: TCPStream.Piece, from side: Side, _ conversation: TCPConversation) {
    switch piece {
    case .bytes(let bytes, let provenance):
      conversation.pass(bytes.span.bytes, from: side, at: provenance)
    case .gap(let count, let provenance):
      conversation.state.missingBytes += UInt64(count)
      if side == .client { conversation.state.clientBytesSeen += UInt64(count) }
      emit(
        .anomaly(
          Anomaly(
            .stream, "gap", layer: "tcp",
            detail: "\(count) bytes of the \(side)'s stream are not in the capture")),
        flow: conversation.state.flow, at: provenance)
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
    guard !(conversation.isFinished(.client) && conversation.isFinished(.server)) else { return }
    table.ignoreReset(row: row)
    emit(
      .anomaly(
        Anomaly(
          .stream, "stray_reset", layer: "tcp",
          detail: "a reset outside the window was left out")),
      flow: conversation.state.flow, at: provenance)
  }
}

extension TCPConversation {
  func hasHeld(_ side: Side) -> Bool { side == .client ? client.hasHeld : server.hasHeld }

  func isFinished(_ side: Side) -> Bool { side == .client ? client.isFinished : server.isFinished }

  func takeReady(_ side: Side) -> TCPStream.Piece? {
    side == .client ? client.takeReady() : server.takeReady()
  }

  func skipHole(_ side: Side) -> TCPStream.Piece? {
    side == .client ? client.skipHole() : server.skipHole()
  }

  func takeMissingTail(_ side: Side, at provenance: Provenance) -> TCPStream.Piece? {
    side == .client
      ? client.takeMissingTail(at: provenance) : server.takeMissingTail(at: provenance)
  }

  func heldSegments(_ side: Side) -> Int {
    side == .client ? client.heldSegments : server.heldSegments
  }

  func hasConflicts(_ side: Side) -> Bool {
    side == .client ? client.hasConflicts : server.hasConflicts
  }

  func takeConflicts(_ side: Side) -> [TCPStream.Conflict] {
    side == .client ? client.takeConflicts() : server.takeConflicts()
  }

  func isInWindow(_ sequence: UInt32, of side: Side) -> Bool {
    side == .client ? client.isInWindow(sequence) : server.isInWindow(sequence)
  }

  func isHoleDue(
    _ side: Side, now: Timestamp, limits: FlowLimits, isMemoryFull: Bool
  ) -> Bool {
    if isMemoryFull || heldBytes > limits.heldBytesPerFlow { return true }
    return side == .client
      ? client.isHoleDue(at: now, limits) : server.isHoleDue(at: now, limits)
  }
}
