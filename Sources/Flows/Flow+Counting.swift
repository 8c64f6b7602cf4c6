import Model
import Wire

extension Flow {
  /// Counts a packet.
  ///
  /// - Returns: whether it closed the connection, or came when it was closed.
  @inline(__always)
  mutating func count(_ packet: Packet, side: Side, at time: Timestamp) -> Bool {
    if packet.content == .tcp { noteBase(packet, side: side) }
    if side == .client {
      packets.0 &+= 1
      bytes.0 &+= UInt64(packet.networkLength)
      payload.0 &+= UInt64(packet.payloadLength)
    } else {
      packets.1 &+= 1
      bytes.1 &+= UInt64(packet.networkLength)
      payload.1 &+= UInt64(packet.payloadLength)
      progress.insert(.established)
    }
    if last < time { last = time }
    if !progress.isDisjoint(with: [.reset, .finPending]) {
      progress.remove(.finPending)
      // The reset was not for this connection's ears: it goes on.
      if packet.payloadLength > 0 { progress.remove(.reset) }
    }
    guard packet.content == .tcp, !packet.flags.isDisjoint(with: [.fin, .rst, .syn]) else {
      return false
    }
    return note(packet.flags, packet, side: side)
  }

  /// Notes what opens or closes a connection; whether it is closed.
  private mutating func note(_ flags: TCPFlags, _ packet: Packet, side: Side) -> Bool {
    if flags.contains(.syn) {
      noteSequences(packet, side: side)
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
  private mutating func noteBase(_ packet: Packet, side: Side) {
    let isFirst = side == .client ? packets.0 == 0 : packets.1 == 0
    guard isFirst, packet.flags.isDisjoint(with: [.syn, .rst]) else { return }
    if side == .client {
      guard !progress.contains(.synSeen) else { return }
      initialSequence = packet.sequence &- 1
      progress.insert(.clientBaseSeen)
    } else {
      serverSequence = packet.sequence &- 1
      progress.insert(.serverBaseSeen)
    }
  }

  private mutating func noteSequences(_ packet: Packet, side: Side) {
    if side == .client {
      if !progress.contains(.synSeen) {
        initialSequence = packet.sequence
        progress.insert(.synSeen)
      }
    } else if !progress.contains(.serverSynSeen) || payload.1 == 0 {
      // Of several answers the last counts, until one has been followed by bytes.
      serverSequence = packet.sequence
      progress.insert(.serverSynSeen)
    }
  }
}
