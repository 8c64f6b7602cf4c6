import Model
import Wire

extension Flow {
  /// Counts a packet of TCP or UDP.
  ///
  /// - Returns: whether the flow has to be looked at again because it is closed, and whether the packet
  ///   has to be read: it has something to say to somebody who may want to hear it.
  @inline(__always)
  mutating func take(
    _ segment: Segment, side: Side, at time: Timestamp
  ) -> (isClosing: Bool, isRead: Bool) {
    let isClosing = count(segment, side: side, at: time)
    guard segment.isTCP else { return (isClosing, segment.payloadCaptured > 0) }
    if attention == .counted { return (isClosing, false) }
    // Nothing to read yet: handshakes and bare acknowledgments cost nothing.
    if conversation < 0, segment.payloadLength == 0 { return (isClosing, false) }
    return (isClosing, !passes(segment, side: side) && !notes(segment, side: side))
  }

  /// Counts a segment.
  ///
  /// - Returns: whether it closed the connection, or came when it was closed.
  @inline(__always)
  mutating func count(_ segment: Segment, side: Side, at time: Timestamp) -> Bool {
    if segment.isTCP { noteBase(segment, side: side) }
    let index = Int(side.rawValue)
    packetsOf[index] &+= 1
    bytesOf[index] &+= UInt64(segment.networkLength)
    payloadOf[index] &+= UInt64(segment.payloadLength)
    progress.formUnion(side == .client ? [] : .established)
    if last < time { last = time }
    if !progress.isDisjoint(with: [.reset, .finPending]) {
      progress.remove(.finPending)
      // The reset was not for this connection's ears: it goes on.
      if segment.payloadLength > 0 { progress.remove(.reset) }
    }
    guard segment.isTCP, !segment.flags.isDisjoint(with: [.fin, .rst, .syn]) else {
      return false
    }
    return note(segment.flags, segment, side: side)
  }

  /// Notes what opens or closes a connection; whether it is closed.
  private mutating func note(_ flags: TCPFlags, _ segment: Segment, side: Side) -> Bool {
    if flags.contains(.syn) {
      noteSequences(segment, side: side)
      return false
    }
    if flags.contains(.rst) {
      progress.insert(.reset)
    } else {
      progress.insert(
        side == .client ? [.clientFinished, .finPending] : [.serverFinished, .finPending])
    }
    return isClosed
  }

  /// Notes where a side's stream begins when its first packet is no SYN.
  @inline(__always)
  private mutating func noteBase(_ segment: Segment, side: Side) {
    guard packetsOf[Int(side.rawValue)] == 0, segment.flags.isDisjoint(with: [.syn, .rst]) else {
      return
    }
    if side == .client {
      guard !progress.contains(.synSeen) else { return }
      initialSequence = segment.sequence &- 1
      progress.insert(.clientBaseSeen)
    } else {
      serverSequence = segment.sequence &- 1
      progress.insert(.serverBaseSeen)
    }
  }

  private mutating func noteSequences(_ segment: Segment, side: Side) {
    if side == .client {
      if !progress.contains(.synSeen) {
        initialSequence = segment.sequence
        progress.insert(.synSeen)
      }
    } else if !progress.contains(.serverSynSeen) || payloadOf[1] == 0 {
      // Of several answers the last counts, until one has been followed by bytes.
      serverSequence = segment.sequence
      progress.insert(.serverSynSeen)
    }
  }
}
