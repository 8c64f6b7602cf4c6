import Flows
import Model
import Protocols

extension Dissector {
  /// Ends flows whose time is up. Called when the capture's clock reaches a new second.
  func expire() {
    for row in path.table.expired(before: now.time) {
      close(row, path.table.rows[row].isClosed ? .closed : .timeout)
    }
  }

  /// Keeps the table within its cap.
  func makeRoom() {
    while let row = path.table.overflow(now: now.time) {
      if !hasReportedFullTable {
        hasReportedFullTable = true
        emit(
          .anomaly(
            Anomaly(
              .stream, "cap_reached", layer: "flow",
              detail: "the flow table is full (\(options.flows.flows)); flows whose timeout comes "
                + "first give way")),
          flow: nil, at: now)
      }
      close(row, .evicted)
    }
  }

  /// Ends a flow and frees its row.
  func close(_ row: Int, _ reason: FlowSummary.Reason) {
    end(row, reason)
    path.table.remove(row)
  }

  /// Ends a flow: lets its layers finish, and tells what became of it.
  func end(_ row: Int, _ reason: FlowSummary.Reason) {
    let flow = path.table.rows[row]
    var state: FlowState?
    if flow.conversation >= 0 {
      if flow.transport == .udp {
        if let conversation = datagrams[flow.conversation] {
          state = conversation.state
          conversation.end(at: now)
        }
      } else if let conversation = streams[flow.conversation] {
        state = conversation.state
        stopPassing(row, conversation)
        tellNoted(row, conversation)
        finish(conversation)
      }
    }
    summarise(flow, state, reason, row)
    if flow.isWrapped { wrappings[row] = nil }
    if !errorsTold.isEmpty { errorsTold[row] = nil }
    release(row)
    if flow.transport == .udp, !memories.isEmpty { memories[row] = nil }
  }

  private func finish(_ conversation: TCPConversation) {
    for side in Side.allCases {
      drain(side, conversation, isFinal: true)
      if let tail = conversation.connection.streams[side].takeMissingTail(at: now),
        conversation.state.attention != .counted
      {
        pass(tail, from: side, conversation)
      }
    }
    for side in Side.allCases { conversation.end(side, isClean: false, at: now) }
  }

  /// Forgets what was kept of a flow, but not its row.
  func release(_ row: Int) {
    let slot = path.table.rows[row].conversation
    guard slot >= 0 else { return }
    if path.table.rows[row].transport == .udp {
      if let name = datagrams[slot]?.state.applicationProtocol {
        path.table.setTag(tag(for: name), row: row)
      }
      leave(slot, of: path.table.rows[row].server)
      datagrams.remove(slot)
    } else {
      if let conversation = streams[slot] {
        heldBytes -= conversation.connection.heldBytes
        if let name = conversation.state.applicationProtocol {
          path.table.setTag(tag(for: name), row: row)
        }
      }
      streams.remove(slot)
    }
    path.table.setConversation(-1, row: row)
  }

  private func summarise(
    _ flow: Flow, _ state: FlowState?, _ reason: FlowSummary.Reason, _ row: Int
  ) {
    // Counted flows, and those that never carried a byte, are only of interest to the analyst's view.
    let isCounted = state.map { $0.attention == .counted } ?? true
    let isOpaque =
      state?.applicationProtocol.map(isOpaque(named:)) ?? self.isOpaque[Int(flow.tag)]
    guard policy.wantsCountedFlows || !isCounted || isOpaque else { return }
    let name =
      state?.applicationProtocol ?? (flow.tag == 0 ? nil : protocolNames[Int(flow.tag)])
    emit(
      .flow(summary(of: flow, state, reason, row, name: name, isOpaque: isOpaque)),
      flow: FlowReference(
        id: flow.id, transport: flow.transport ?? .tcp, client: flow.client, server: flow.server),
      at: now)
  }

  private func summary(
    of flow: Flow, _ state: FlowState?, _ reason: FlowSummary.Reason, _ row: Int, name: String?,
    isOpaque: Bool
  ) -> FlowSummary {
    var summary = FlowSummary(
      toServer: TrafficCount(packets: UInt64(flow.packets.client), bytes: flow.bytes.client),
      toClient: TrafficCount(packets: UInt64(flow.packets.server), bytes: flow.bytes.server),
      payload: flow.payload, start: flow.start,
      end: flow.last, state: flow.state,
      reason: flow.isClosed && reason == .shutdown ? .closed : reason,
      attention: state?.attention ?? flow.attention, applicationProtocol: name,
      startSeen: flow.startSeen)
    summary.isOpaque = isOpaque
    if flow.isWrapped { summary.outer = wrappings[row] }
    summary.opening = flow.transport == .tcp ? openings[row] : nil
    if options.digestsStreams, flow.transport == .tcp,
      let recorders = streams[flow.conversation]?.recorders
    {
      summary.streams = (recorders.client.digest, recorders.server.digest)
    }
    if let state {
      summary.clientBytesSeen = state.clientBytesSeen
      summary.clientBytesRead = state.clientBytesRead
      summary.isDecrypted = state.isDecrypted
      summary.hasUnreadCiphertext = state.hasUnreadCiphertext
      summary.missingBytes = state.missingBytes
      if state.unreadPieces.count > 0 { summary.unreadPieces = state.unreadPieces }
    }
    return summary
  }
}
