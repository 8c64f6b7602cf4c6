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
  /// What is remembered of UDP flows that are only counted, by row.
  var memories: [Int: any FlowMemory] = [:]
  /// Slots of the UDP conversations that are being read, by server.
  var readWith: [Endpoint: [Int32]] = [:]
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
  /// What flows were wrapped in, by row; of those that were.
  var wrappings: [Int: OuterHeaders] = [:]
  /// The same of the fragments that the packet in hand was put together from.
  private var wrappingOfFragments: OuterHeaders?
  /// Kinds of ICMP errors told of, by row.
  var errorsTold: [Int: [UInt16]] = [:]

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
    let before = now.time
    now = Provenance(id, time)
    if time.nanoseconds / 1_000_000_000 != before.nanoseconds / 1_000_000_000 {
      tick(from: before)
    }
    PacketDecoder.decode(frame, linkType: linkType, wireLength: wireLength, into: &packet)
    if packet.nextSubframe == 0 {
      route(frame, now)
    } else {
      routeAll(frame, wireLength)
    }
  }

  /// Looks at timers when the capture's clock has reached a new second. A leap of a day or more has to be
  /// confirmed by the frame that follows, lest one bad time end all flows.
  private func tick(from before: Timestamp) {
    let isLeap = now.time.nanoseconds &- before.nanoseconds > 86_400_000_000_000
    guard !isLeap || packets == 1 else { return }
    expire()
  }

  /// Takes all packets of a frame that carries several.
  private func routeAll(_ frame: RawSpan, _ wireLength: Int) {
    while true {
      var next = packet
      route(frame, now)
      guard next.nextSubframe > 0 else { return }
      PacketDecoder.decodeNextSubframe(frame, wireLength: wireLength, into: &next)
      packet = next
    }
  }

  /// Ends all flows; call once, after the last frame.
  public func finish() {
    defragmenter.finish()
    report(defragmenter.takeTroubles())
    for row in table.liveRows() { close(row, .shutdown) }
  }

  private func route(_ frame: RawSpan, _ provenance: Provenance) {
    switch packet.content {
    case .tcp: tcp(frame, provenance)
    case .udp: udp(frame, provenance)
    case .icmp: icmp(frame, provenance)
    case .fragment: fragment(frame, provenance)
    case .network, .other: noteUndecoded()
    }
  }

  private func noteUndecoded() {
    guard packet.content == .other || packet.stop != .none else { return }
    undecoded[packet.stop, default: 0] += 1
    guard packet.stop == .tooDeep, undecoded[.tooDeep] == 1 else { return }
    emit(
      .anomaly(
        Anomaly(
          .decode, "cap_reached", layer: "packet",
          detail:
            "more than \(PacketDecoder.maximumDepth) headers inside one another; such packets "
            + "are not read")),
      flow: nil, at: now)
  }

  private func fragment(_ frame: RawSpan, _ provenance: Provenance) {
    let outcome = defragmenter.accept(packet, frame, at: provenance)
    if defragmenter.hasTroubles { report(defragmenter.takeTroubles()) }
    switch outcome {
    case .waiting: break
    case .dropped(let why):
      emit(
        .anomaly(Anomaly(.decode, "fragment_dropped", layer: "ip", detail: why)), flow: nil,
        at: provenance)
    case .complete(let whole, let from):
      let fragment = packet
      let wrapping = outerHeaders(of: fragment, frame)
      PacketDecoder.decode(ipPacket: whole.span.bytes, into: &packet)
      packet.linkSource = fragment.linkSource
      wrappingOfFragments = wrapping
      defer { wrappingOfFragments = nil }
      // A reassembled packet that is a fragment again would be a trick.
      guard packet.content != .fragment else { return }
      route(whole.span.bytes, from)
    }
  }

  private func icmp(_ frame: RawSpan, _ provenance: Provenance) {
    let found = lookUp(frame)
    table.count(packet, row: found.row, side: found.side, at: now.time)
    if found.isNew { table.setAttention(.counted, row: found.row) }
    noteError(packet, frame, provenance)
  }

  @inline(__always)
  private func lookUp(_ frame: RawSpan) -> (row: Int, side: Side, isNew: Bool) {
    var found = table.lookUp(packet, at: now.time)
    if found.arrival == .reuse {
      close(found.row, .reused)
      found = table.lookUp(packet, at: now.time)
    }
    if found.arrival == .new {
      makeRoom()
      if packet.vlanCount | packet.tunnelDepth != 0 || wrappingOfFragments != nil {
        wrappings[found.row] = outerHeaders(of: packet, frame) ?? wrappingOfFragments
      }
    }
    return (found.row, found.side, found.arrival == .new)
  }

  private func tcp(_ frame: RawSpan, _ provenance: Provenance) {
    let (row, side, _) = lookUp(frame)
    table.count(packet, row: row, side: side, at: now.time)
    let attention = table.rows[row].attention
    if attention == .counted { return }
    var slot = table.rows[row].conversation
    if slot < 0 {
      // Nothing to read yet: handshakes and bare acknowledgments cost nothing.
      guard packet.payloadLength > 0 else { return }
      slot = begin(row, side)
    }
    guard let conversation = streams[slot] else { return }
    accept(
      packet,
      frame.extracting(
        packet.payloadOffset..<packet.payloadOffset &+ packet.payloadCaptured),
      from: side, conversation, at: provenance, row: row)
    settle(row, slot, conversation.state.attention)
  }

  private func udp(_ frame: RawSpan, _ provenance: Provenance) {
    let (row, side, _) = lookUp(frame)
    table.count(packet, row: row, side: side, at: now.time)
    guard packet.payloadCaptured > 0 else { return }
    let isCounted = table.rows[row].attention == .counted
    guard !isCounted || !memories.isEmpty else { return }
    let payload = frame.extracting(
      packet.payloadOffset..<packet.payloadOffset &+ packet.payloadCaptured)
    if !isCounted,
      NameService.isPort(packet.sourcePort) || NameService.isPort(packet.destinationPort)
    {
      nameService(payload, row, at: provenance)
      return
    }
    receive(payload, row: row, from: side, at: provenance)
  }

  private func nameService(_ payload: RawSpan, _ row: Int, at provenance: Provenance) {
    table.setTag(tag(for: "dns"), row: row)
    let (message, failure) = DNS.read(payload)
    // A short snap length leaves the question of an answer, which is what most readers want.
    if let message { emit(.dns(message), flow: reference(row), at: provenance) }
    guard let failure, policy.wantsCountedFlows else { return }
    emit(
      .anomaly(
        Anomaly(.application, "parse_failed", layer: "dns", detail: String(describing: failure))),
      flow: reference(row), at: provenance)
  }

  private func begin(_ row: Int, _ side: Side) -> Int32 {
    let flow = table.rows[row]
    var firstServerByte = flow.firstByte(of: .server)
    // Of several answers to its SYN the client took the one that it acknowledges.
    if let first = firstServerByte, side == .client, flow.payload.1 == 0,
      packet.flags.contains(.ack), packet.acknowledgment &- first > 1 << 20
    {
      firstServerByte = packet.acknowledgment
    }
    let conversation = TCPConversation(
      context(of: row), startsMidway: !flow.startSeen,
      firstClientByte: flow.firstByte(of: .client),
      firstServerByte: firstServerByte, isRecorded: options.digestsStreams)
    // On a gateway, flows that deserve no reading deserve no copies of their bytes either.
    conversation.compareCopies(policy.wantsCountedFlows)
    let slot = Int32(streams.insert(conversation))
    table.setConversation(slot, row: row)
    return slot
  }

  func context(of row: Int) -> LayerContext {
    LayerContext(environment: self, state: FlowState(reference(row)))
  }

  /// Brings the table up to what the layers decided.
  private func settle(_ row: Int, _ slot: Int32, _ attention: Attention) {
    guard attention != table.rows[row].attention else { return }
    table.setAttention(attention, row: row)
    if attention == .counted { release(row) }
    if attention == .opened { streams[slot]?.compareCopies(true) }
  }

  // MARK: - Names of flows

  /// Without its Community ID, which is made when a record needs it.
  func reference(_ row: Int) -> FlowReference {
    let flow = table.rows[row]
    return FlowReference(
      id: flow.id, transport: flow.transport ?? .tcp, client: flow.client, server: flow.server,
      clientLink: flow.clientLink, communityID: "")
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
