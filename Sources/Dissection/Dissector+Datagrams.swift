import Flows
import Model
import Protocols
import Wire

/// A UDP conversation that is being read, among those with one server.
struct Reader {
  var slot: Int32
  /// ``DatagramLayer/addressFilter`` of it.
  var addresses: UInt64 = 0
}

extension Dissector {
  /// Takes a datagram of a UDP flow.
  func receive(_ payload: RawSpan, row: Int, from side: Side, at provenance: Provenance) {
    if path.table.rows[row].attention == .counted {
      guard reopens(payload, row: row, from: side) else { return }
    }
    var slot = path.table.rows[row].conversation
    if slot < 0 {
      slot = Int32(datagrams.insert(UDPConversation(context(of: row))))
      path.table.setConversation(slot, row: row)
      datagrams[slot]?.state.isReopened = path.table.rows[row].attention == .counted
    }
    guard let conversation = datagrams[slot] else { return }
    let wasRecognised = conversation.isRecognised
    if !wasRecognised, let former = former(payload, row: row, from: side) {
      conversation.inherit(from: former)
    }
    conversation.receive(payload, from: side, at: provenance)
    let attention = conversation.attention
    if conversation.isRecognised, attention != .counted {
      let server = path.table.rows[row].server
      if !wasRecognised { enter(slot, of: server) }
      noteAddresses(of: conversation, slot, server)
    }
    guard attention != path.table.rows[row].attention || attention == .counted else { return }
    path.table.setAttention(attention, row: row)
    guard attention == .counted else { return }
    if var memory = conversation.memory {
      if let older = memories[row] { memory.merge(older) }
      if memories[row] != nil || memories.count < options.flows.rememberedFlows {
        memories[row] = memory
      }
      path.remembersDatagrams = true
    }
    release(row)
  }

  /// Whether a datagram begins something new in a flow that is only counted.
  private func reopens(_ payload: RawSpan, row: Int, from side: Side) -> Bool {
    guard !memories.isEmpty, Registry.remembers(payload[0]), var memory = memories[row] else {
      return false
    }
    let isNews = memory.isNews(payload, from: side)
    memories[row] = memory
    return isNews
  }

  /// The conversation that a datagram belongs to although it came from elsewhere: its client moved to
  /// another address, or whoever translates addresses gave it another port.
  private func former(_ payload: RawSpan, row: Int, from side: Side) -> UDPConversation? {
    let bit = Registry.addressBit(of: payload)
    guard bit != 0, let readers = readWith[path.table.rows[row].server] else { return nil }
    for reader in readers.reversed() where reader.addresses & bit != 0 {
      if let conversation = datagrams[reader.slot], conversation.owns(payload, from: side) {
        return conversation
      }
    }
    return nil
  }

  /// Keeps the bits by which datagrams from elsewhere are known to belong to nobody at once.
  private func noteAddresses(
    of conversation: UDPConversation, _ slot: Int32, _ server: Endpoint
  ) {
    let filter = conversation.addressFilter
    guard filter != conversation.knownFilter, let readers = readWith[server] else { return }
    conversation.knownFilter = filter
    // What several flows share may be any one's of them.
    for i in readers.indices where readers[i].slot == slot || conversation.isShared {
      readWith[server]?[i].addresses |= filter
    }
  }

  private func enter(_ slot: Int32, of server: Endpoint) {
    readWith[server, default: []].append(Reader(slot: slot))
    if let count = readWith[server]?.count, count > options.flows.movedCandidates {
      readWith[server]?.removeFirst()
    }
  }

  /// Forgets that a conversation with a server is being read.
  func leave(_ slot: Int32, of server: Endpoint) {
    guard var readers = readWith[server] else { return }
    readers.removeAll { $0.slot == slot }
    readWith[server] = readers.isEmpty ? nil : readers
  }
}
