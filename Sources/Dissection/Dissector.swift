import Flows
public import Model
public import Protocols
public import Wire

/// Frames in, records out: flows, reassembly and protocol layers, with no more work per flow than its
/// ``Attention`` asks for.
public final class Dissector {
  let options: DissectionOptions
  let policy: any AttentionPolicy
  private let sink: (Record) -> Void
  var table: FlowTable
  private var defragmenter: Defragmenter
  var streams = SlotArray<TCPConversation>()
  var datagrams = SlotArray<UDPConversation>()
  /// Out-of-order bytes held in all.
  var heldBytes = 0

  /// Secrets at hand. The owner fills them in before or between frames.
  public var secrets = SecretStore()
  /// Asked when a secret is missing, at most once a frame: takes in what a growing key log has by now.
  public var refreshSecrets: (() -> Void)?
  private var refreshedAt: FrameID?

  public private(set) var packets = 0
  public private(set) var bytes = 0
  /// Frames that no headers could be read of, by cause.
  public private(set) var undecoded: [Packet.Stop: Int] = [:]
  public private(set) var clientHellos = 0
  var hasReportedFullTable = false

  /// The frame in hand.
  private(set) var now = Provenance(FrameID(capture: 0, number: 0), Timestamp(nanoseconds: 0))
  private var packet = Packet()

  /// - Parameter sink: takes each record as it is completed.
  public init(
    options: DissectionOptions, policy: any AttentionPolicy, sink: @escaping (Record) -> Void
  ) {
    self.options = options
    self.policy = policy
    self.sink = sink
    table = FlowTable(limits: options.flows)
    defragmenter = Defragmenter(limits: options.flows)
  }

  /// Flows seen so far.
  public var flowCount: Int { Int(table.total) }

  /// Takes the next frame.
  public func process(
    _ frame: RawSpan, linkType: LinkType, wireLength: Int, id: FrameID, time: Timestamp
  ) {
    packets &+= 1
    bytes &+= wireLength
    let isNewSecond = time.nanoseconds / 1_000_000_000 != now.time.nanoseconds / 1_000_000_000
    now = Provenance(id, time)
    if isNewSecond { expire() }
    PacketDecoder.decode(frame, linkType: linkType, wireLength: wireLength, into: &packet)
    route(frame, now)
  }

  /// Ends all flows; call once, after the last frame.
  public func finish() {
    for row in table.liveRows() { close(row, .shutdown) }
  }

  private func route(_ frame: RawSpan, _ provenance: Provenance) {
    switch packet.content {
    case .tcp: tcp(frame, provenance)
    case .udp: udp(frame, provenance)
    case .icmp: countOnly()
    case .fragment: fragment(frame, provenance)
    case .network: break
    case .other: undecoded[packet.stop, default: 0] += 1
    }
  }

  private func fragment(_ frame: RawSpan, _ provenance: Provenance) {
    switch defragmenter.accept(packet, frame, at: provenance) {
    case .waiting: break
    case .dropped(let why):
      emit(
        .anomaly(Anomaly(.decode, "fragment_dropped", layer: "ip", detail: why)), flow: nil,
        at: provenance)
    case .complete(let whole, let from):
      PacketDecoder.decode(ipPacket: whole.span.bytes, into: &packet)
      // A reassembled packet that is a fragment again would be a trick.
      guard packet.content != .fragment else { return }
      route(whole.span.bytes, from)
    }
  }

  private func countOnly() {
    let found = lookUp()
    table.count(packet, row: found.row, side: found.side, at: now.time)
    if found.isNew { table.setAttention(.counted, row: found.row) }
  }

  @inline(__always)
  private func lookUp() -> (row: Int, side: Side, isNew: Bool) {
    var found = table.lookUp(packet, at: now.time)
    if found.arrival == .reuse {
      close(found.row, .reused)
      found = table.lookUp(packet, at: now.time)
    }
    if found.arrival == .new { makeRoom() }
    return (found.row, found.side, found.arrival == .new)
  }

  private func tcp(_ frame: RawSpan, _ provenance: Provenance) {
    let (row, side, _) = lookUp()
    table.count(packet, row: row, side: side, at: now.time)
    let attention = table.rows[row].attention
    if attention == .counted { return }
    var slot = table.rows[row].conversation
    if slot < 0 {
      // Nothing to read yet: handshakes and bare acknowledgments cost nothing.
      guard packet.payloadLength > 0 else { return }
      slot = begin(row)
    }
    guard let conversation = streams[slot] else { return }
    accept(
      packet,
      frame.extracting(
        packet.payloadOffset..<packet.payloadOffset &+ packet.payloadCaptured),
      from: side, conversation, at: provenance)
    settle(row, slot, conversation.state.attention)
  }

  private func udp(_ frame: RawSpan, _ provenance: Provenance) {
    let (row, side, _) = lookUp()
    table.count(packet, row: row, side: side, at: now.time)
    guard table.rows[row].attention != .counted, packet.payloadCaptured > 0 else { return }
    let payload = frame.extracting(
      packet.payloadOffset..<packet.payloadOffset &+ packet.payloadCaptured)
    if NameService.isPort(packet.sourcePort) || NameService.isPort(packet.destinationPort) {
      nameService(payload, row, at: provenance)
      return
    }
    var slot = table.rows[row].conversation
    if slot < 0 {
      slot = Int32(datagrams.insert(UDPConversation(context(of: row))))
      table.setConversation(slot, row: row)
    }
    guard let conversation = datagrams[slot] else { return }
    conversation.receive(payload, from: side, at: provenance)
    guard conversation.state.attention != table.rows[row].attention else { return }
    table.setAttention(conversation.state.attention, row: row)
    if conversation.state.attention == .counted { release(row) }
  }

  private func nameService(_ payload: RawSpan, _ row: Int, at provenance: Provenance) {
    table.setTag(tag(for: "dns"), row: row)
    do throws(DNS.Failure) {
      let message = try DNS.parse(payload)
      emit(.dns(message), flow: reference(row), at: provenance)
    } catch {
      guard policy.wantsCountedFlows else { return }
      emit(
        .anomaly(
          Anomaly(.application, "parse_failed", layer: "dns", detail: String(describing: error))),
        flow: reference(row), at: provenance)
    }
  }

  private func begin(_ row: Int) -> Int32 {
    let flow = table.rows[row]
    let slot = Int32(
      streams.insert(
        TCPConversation(
          context(of: row), firstClientByte: flow.firstByte(of: .client),
          firstServerByte: flow.firstByte(of: .server))))
    table.setConversation(slot, row: row)
    return slot
  }

  private func context(of row: Int) -> LayerContext {
    LayerContext(environment: self, state: FlowState(reference(row)))
  }

  /// Brings the table up to what the layers decided.
  private func settle(_ row: Int, _ slot: Int32, _ attention: Attention) {
    guard attention != table.rows[row].attention else { return }
    table.setAttention(attention, row: row)
    if attention == .counted { release(row) }
  }

  // MARK: - Names of flows

  /// Without its Community ID, which is made when a record needs it.
  private func reference(_ row: Int) -> FlowReference {
    let flow = table.rows[row]
    return FlowReference(
      id: flow.id, transport: flow.transport ?? .tcp, client: flow.client, server: flow.server,
      communityID: "")
  }

  func emit(_ observation: Observation, flow: FlowReference?, at provenance: Provenance) {
    var flow = flow
    if let bare = flow, bare.communityID.isEmpty {
      flow?.communityID = CommunityID.make(bare.transport, bare.client, bare.server)
    }
    sink(Record(flow: flow, frame: now.last, time: now.time, observation: observation))
  }

  /// Names of application protocols by the small numbers that stand for them in the table.
  var protocolNames: [String] = [""]

  func tag(for name: String) -> UInt8 {
    if let index = protocolNames.firstIndex(of: name) { return UInt8(truncatingIfNeeded: index) }
    guard protocolNames.count < 255 else { return 0 }
    protocolNames.append(name)
    return UInt8(protocolNames.count - 1)
  }
}

extension Dissector: LayerEnvironment {
  public var limits: Limits { options.layers }
  public var mayLearnSecrets: Bool { options.mayLearnSecrets }
  public var keepsResponseBodies: Bool { options.keepsResponseBodies }
  public var plaintextSample: (byteCount: Int, all: Bool) {
    (options.plaintextBytes, options.samplesAllPlaintext)
  }

  public func secret(_ label: SecretLabel, for random: ClientRandom) -> [UInt8]? {
    if let secret = secrets.secret(label, for: random) { return secret }
    guard let refreshSecrets, refreshedAt != now.last else { return nil }
    refreshedAt = now.last
    refreshSecrets()
    return secrets.secret(label, for: random)
  }

  public func attention(for clue: AttentionClue, of state: FlowState) -> Attention {
    if case .serverName = clue { clientHellos += 1 }
    return policy.attention(for: clue, of: state)
  }

  public var screenedFields: FieldNameFilter? { policy.screenedFields }

  public func screen(
    _ head: RawSpan, _ scan: HTTP1Scan, of state: FlowState
  ) -> RequestScreening {
    policy.screen(head, scan, of: state)
  }

  public func record(_ observation: Observation, flow: FlowReference, at provenance: Provenance) {
    emit(observation, flow: flow, at: provenance)
  }
}
