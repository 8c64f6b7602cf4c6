/// One direction's 1-RTT keys through all their updates (RFC 9001, section 6).
struct ApplicationKeys {
  private var previous: PacketKeys?
  private var current: PacketKeys
  private var phase = false
  /// Updates to look ahead for, when the capture lost the packets of whole generations.
  private static let lookahead = 4

  init(_ keys: PacketKeys) {
    current = keys
  }

  /// Opens a packet, following a key update when its phase bit asks for one.
  mutating func open(_ packet: [UInt8], numberOffset: Int, largest: UInt64?) -> OpenedPacket? {
    guard let header = current.header(of: packet, numberOffset: numberOffset, largest: largest)
    else { return nil }
    if header.keyPhase == phase, let opened = current.open(packet, under: header) {
      return opened
    }
    // A reordered packet from before the update.
    if header.keyPhase != phase, let opened = previous?.open(packet, under: header) {
      return opened
    }
    var candidate = current
    for step in 1...Self.lookahead {
      let older = candidate
      candidate = candidate.updated()
      guard header.keyPhase == (phase != !step.isMultiple(of: 2)) else { continue }
      if let opened = candidate.open(packet, under: header) {
        previous = older
        current = candidate
        phase = header.keyPhase
        return opened
      }
    }
    return nil
  }
}
