import Flows
import Model
import Protocols
import Wire

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
    if conversation.isRecognised, !wasRecognised, attention != .counted {
      enter(slot, of: path.table.rows[row].server)
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
    guard let slots = readWith[path.table.rows[row].server] else { return nil }
    for slot in slots.reversed() {
      if let conversation = datagrams[slot], conversation.owns(payload, from: side) {
        return conversation
      }
    }
    return nil
  }

  private func enter(_ slot: Int32, of server: Endpoint) {
    readWith[server, default: []].append(slot)
    if let count = readWith[server]?.count, count > options.flows.movedCandidates {
      readWith[server]?.removeFirst()
    }
  }

  /// Forgets that a conversation with a server is being read.
  func leave(_ slot: Int32, of server: Endpoint) {
    guard var slots = readWith[server] else { return }
    slots.removeAll { $0 == slot }
    readWith[server] = slots.isEmpty ? nil : slots
  }
}
