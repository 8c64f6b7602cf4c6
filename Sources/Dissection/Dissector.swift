import Flows
public import Model
public import Protocols
public import Wire

/// Frames in, records out: flows, reassembly and protocol layers, with no more work per flow than its
/// ``Attention`` asks for.
///
/// One thread owns a dissector and all that it holds.
public final class Dissector {
  let options: DissectionOptions
  let policy: any AttentionPolicy
  private let sink: (consuming Record) -> Void
  var path: PacketPath
  private var defragmenter: Defragmenter
  var streams = SlotArray<TCPConversation>()
  var datagrams = SlotArray<UDPConversation>()
  /// What is remembered of UDP flows that are only counted, by row.
  var memories: [Int: any FlowMemory] = [:]
  /// UDP conversations that are being read, by server.
  var readWith: [Endpoint: [Reader]] = [:]
  /// Out-of-order bytes held in all.
  var heldBytes = 0

  /// Secrets at hand. The owner fills them in before or between frames.
  public var secrets = SecretStore()
  public var sessions = ResumableSessions()
  public var fingerprints = FingerprintBook()
  /// Asked when a secret is missing, at most once a frame: takes in what a growing key log has by now.
  public var refreshSecrets: (() -> Void)?
  private var refreshedAt: FrameID?

  public var packets: Int { path.packets }
  public var bytes: Int { path.bytes }
  /// Frames that no headers could be read of, by cause.
  public private(set) var undecoded: [Packet.Stop: Int] = [:]
  public private(set) var clientHellos = 0
  var hasReportedFullTable = false
  /// What flows were wrapped in, by row; of those that were.
  var wrappings: [Int: OuterHeaders] = [:]
  var openings = OpeningBook()
  /// The same of the fragments that the packet in hand was put together from.
  private var wrappingOfFragments: OuterHeaders?
  /// Kinds of ICMP errors told of, by row.
  var errorsTold: [Int: [UInt16]] = [:]

  /// - Parameter sink: takes each record as it is completed.
  public init(
    options: DissectionOptions, policy: any AttentionPolicy,
    sink: @escaping (consuming Record) -> Void
  ) {
    self.options = options
    self.policy = policy
    self.sink = sink
    path = PacketPath(limits: options.flows, mayBegin: Registry.remembers)
    defragmenter = Defragmenter(limits: options.flows)
  }

  /// The frame in hand.
  var now: Provenance { path.now }
  private var packet: Packet { path.packet }

  /// Flows seen so far.
  public var flowCount: Int { Int(path.table.total) }

  /// How many frames ``lookAhead(_:linkType:wireLength:)`` may be ahead of ``process(_:linkType:wireLength:id:time:)``.
  public static var reach: Int { PacketPath.reach }

  /// Looks at a frame that will be processed after those looked at before it. It makes the frame cheaper to
  /// process, and may be left out.
  @inline(__always)
  public func lookAhead(_ frame: RawSpan, linkType: LinkType, wireLength: Int) {
    path.lookAhead(frame, linkType: linkType, wireLength: wireLength)
  }

  /// Takes the next frame.
  public func process(
    _ frame: RawSpan, linkType: LinkType, wireLength: Int, id: FrameID, time: Timestamp
  ) {
    let step = path.take(
      frame, linkType: linkType, wireLength: wireLength, id: id, time: time)
    switch step {
    case .done:
      break
    case .pause:
      if path.enterSecond() { tick() }
      routeAll(frame, wireLength)
    default:
      go(step, frame, now)
    }
  }

  /// Looks at timers when the capture's clock has reached a new second. A leap of a day or more has to be
  /// confirmed by the frame that follows, lest one bad time end all flows.
  private func tick() {
    let isLeap = now.time.nanoseconds &- path.before.nanoseconds > 86_400_000_000_000
    guard !isLeap || packets == 1 else { return }
    expire()
  }

  /// Takes all packets of a frame, which may carry several.
  private func routeAll(_ frame: RawSpan, _ wireLength: Int) {
    while true {
      var next = packet
      go(path.find(frame), frame, now)
      guard next.nextSubframe > 0 else { return }
      PacketDecoder.decodeNextSubframe(frame, wireLength: wireLength, into: &next)
      path.packet = next
    }
  }

  /// Ends all flows; call once, after the last frame.
  public func finish() {
    defragmenter.finish()
    report(defragmenter.takeTroubles())
    for row in path.table.liveRows() { end(row, .shutdown) }
    path.table.removeAll()
  }

  /// Does what is left to do for the packet in hand.
  private func go(_ step: PacketPath.Step, _ frame: RawSpan, _ provenance: Provenance) {
    switch step {
    case .done, .pause:
      break
    case .read(let row, let side):
      read(frame, row: row, from: side, provenance)
    case .begin(let row, let side):
      enter(frame, row)
      go(path.count(frame, row: row, side: side), frame, provenance)
    case .reuse(let row):
      close(row, .reused)
      go(path.find(frame), frame, provenance)
    case .apart:
      switch packet.content {
      case .icmp: icmp(frame, provenance)
      case .fragment: fragment(frame, provenance)
      default: noteUndecoded()
      }
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
      let wrapping = outerHeaders(of: fragment, frame) ?? wrappingOfFragments
      PacketDecoder.decode(whole.span.bytes, whole: fragment.whole, into: &path.packet)
      if fragment.whole == .packet { path.packet.linkSource = fragment.linkSource }
      wrappingOfFragments = wrapping
      defer { wrappingOfFragments = nil }
      // The frame of a tunnel may hold a fragment; what else is a fragment again would be a trick.
      guard packet.content != .fragment || fragment.whole != .packet && packet.whole == .packet
      else {
        return
      }
      go(path.find(whole.span.bytes), whole.span.bytes, from)
    }
  }

  private func icmp(_ frame: RawSpan, _ provenance: Provenance) {
    let found = path.table.lookUp(packet, at: now.time)
    if found.arrival == .new { enter(frame, found.row) }
    path.table.count(Segment(packet), row: found.row, side: found.side, at: now.time)
    if found.arrival == .new { path.table.setAttention(.counted, row: found.row) }
    noteError(packet, frame, provenance)
  }

  /// Takes note of a flow that begins.
  private func enter(_ frame: RawSpan, _ row: Int) {
    makeRoom()
    if packet.content == .tcp { openings.note(packet, frame, row: row, at: now.last) }
    if let outer = outerHeaders(of: packet, frame) ?? wrappingOfFragments {
      wrappings[row] = outer
      path.table.setWrapped(true, row: row)
    }
  }

  /// Reads a packet of a flow that deserves it.
  private func read(
    _ frame: RawSpan, row: Int, from side: Side, _ provenance: Provenance
  ) {
    let segment = path.segment
    let payload = frame.extracting(segment.payload)
    if segment.isTCP {
      var slot = path.table.rows[row].conversation
      if slot < 0 {
        if side == .client, passesOver(payload, row) { return }
        slot = begin(row, side)
      }
      guard let conversation = streams[slot] else { return }
      stopPassing(row, conversation)
      accept(segment, payload, from: side, conversation, at: provenance, row: row)
      settle(row, slot, conversation.state.attention)
      if side == .server { letPass(row, conversation) }
    } else if path.table.rows[row].attention != .counted,
      path.table.rows[row].hasPort(where: NameService.isPort)
    {
      nameService(payload, row, at: provenance)
    } else {
      receive(payload, row: row, from: side, at: provenance)
    }
  }

  private func nameService(_ payload: RawSpan, _ row: Int, at provenance: Provenance) {
    if path.table.rows[row].tag == 0 { path.table.setTag(nameServiceTag, row: row) }
    let (message, failure) = DNS.read(payload, onlyAddresses: !policy.wantsCountedFlows)
    // A short snap length leaves the question of an answer, which is what most readers want.
    if let message { emit(.dns(message), flow: reference(row), at: provenance) }
    guard let failure, policy.wantsCountedFlows else { return }
    emit(
      .anomaly(
        Anomaly(.application, "parse_failed", layer: "dns", detail: String(describing: failure))),
      flow: reference(row), at: provenance)
  }

  /// Counts a flow whose first segment names a server of no interest: nothing is kept of it.
  private func passesOver(_ payload: RawSpan, _ row: Int) -> Bool {
    guard payload.byteCount > 0, payload[0] == 0x16, let name = HelloGlance.serverName(in: payload)
    else { return false }
    let flow = path.table.rows[row]
    guard flow.startSeen, path.segment.sequence == flow.firstByte(of: .client),
      passesOver(payload.extracting(name), flow.client, flow.server)
    else { return false }
    path.table.setTag(tlsTag, row: row)
    path.table.setAttention(.counted, row: row)
    return true
  }

  private func passesOver(_ name: RawSpan, _ client: Endpoint, _ server: Endpoint) -> Bool {
    guard !hasSecrets, !policy.wantsCountedFlows,
      policy.passesOver(serverName: name, from: client.address, to: server.address)
    else { return false }
    clientHellos += 1
    return true
  }

  private func begin(_ row: Int, _ side: Side) -> Int32 {
    let flow = path.table.rows[row]
    var firstServerByte = flow.firstByte(of: .server)
    // Of several answers to its SYN the client took the one that it acknowledges.
    if let first = firstServerByte, side == .client, flow.payload.server == 0,
      path.segment.flags.contains(.ack), path.segment.acknowledgment &- first > 1 << 20
    {
      firstServerByte = path.segment.acknowledgment
    }
    let conversation = TCPConversation(
      context(of: row), startsMidway: !flow.startSeen,
      firstClientByte: flow.firstByte(of: .client),
      firstServerByte: firstServerByte, isRecorded: options.digestsStreams)
    // On a gateway, flows that deserve no reading deserve no copies of their bytes either.
    conversation.compareCopies(policy.wantsCountedFlows)
    let slot = Int32(streams.insert(conversation))
    path.table.setConversation(slot, row: row)
    return slot
  }

  func context(of row: Int) -> LayerContext {
    LayerContext(environment: self, state: FlowState(reference(row)))
  }

  /// Brings the table up to what the layers decided.
  private func settle(_ row: Int, _ slot: Int32, _ attention: Attention) {
    guard attention != path.table.rows[row].attention else { return }
    path.table.setAttention(attention, row: row)
    if attention == .counted { release(row) }
    if attention == .opened { streams[slot]?.compareCopies(true) }
  }

  // MARK: - Names of flows

  /// Without its Community ID, which is made when a record needs it.
  func reference(_ row: Int) -> FlowReference {
    let flow = path.table.rows[row]
    return FlowReference(
      id: flow.id, transport: flow.transport ?? .tcp, client: flow.client, server: flow.server,
      clientLink: flow.clientLink)
  }

  func emit(
    _ observation: consuming Observation, flow: FlowReference?, at provenance: Provenance
  ) {
    // The analyst's view shows it in every record; on a gateway only what becomes evidence needs it.
    let communityID = policy.wantsCountedFlows ? flow.map { CommunityID.of($0) } : nil
    sink(
      Record(
        flow: flow, frame: now.last, time: now.time, observation: observation,
        communityID: communityID ?? ""))
  }

  /// Names of application protocols by the small numbers that stand for them in the flow table.
  var protocolNames: [String] = [""]

  /// Whether the protocols are recognised only, and not read.
  private(set) var isOpaque = [false]

  private lazy var nameServiceTag = tag(for: "dns")
  private lazy var tlsTag = tag(for: TLSLayer.name)

  func tag(for name: String) -> UInt8 {
    if let index = protocolNames.firstIndex(of: name) { return UInt8(truncatingIfNeeded: index) }
    guard protocolNames.count < 255 else { return 0 }
    protocolNames.append(name)
    isOpaque.append(Registry.opaqueNames.contains(name))
    return UInt8(protocolNames.count - 1)
  }

  /// Whether a protocol is recognised only, and not read.
  func isOpaque(named name: String) -> Bool {
    let tag = tag(for: name)
    return tag > 0 ? isOpaque[Int(tag)] : Registry.opaqueNames.contains(name)
  }
}

extension Dissector: LayerEnvironment {
  public var limits: Limits { options.layers }
  public var mayLearnSecrets: Bool { options.mayLearnSecrets }
  public var keepsResponseBodies: Bool { options.keepsResponseBodies }
  public var plaintextSample: (byteCount: Int, all: Bool) {
    (options.plaintextBytes, options.samplesAllPlaintext)
  }

  public var hasSecrets: Bool { !secrets.isEmpty || refreshSecrets != nil }

  public func secret(_ label: SecretLabel, for random: ClientRandom) -> [UInt8]? {
    if !secrets.isEmpty, let secret = secrets.secret(label, for: random) { return secret }
    guard let refreshSecrets, refreshedAt != now.last else { return nil }
    refreshedAt = now.last
    refreshSecrets()
    return secrets.secret(label, for: random)
  }

  public func attention(for clue: AttentionClue, of state: FlowState) -> Attention {
    if case .serverName = clue { clientHellos += 1 }
    return policy.attention(for: clue, of: state)
  }

  public func passesOver(serverName: RawSpan, of state: FlowState) -> Bool {
    passesOver(serverName, state.flow.client, state.flow.server)
  }

  public var screenedFields: FieldNameFilter? { policy.screenedFields }

  public func screen(
    _ head: RawSpan, _ scan: HTTP1Scan, of state: FlowState
  ) -> RequestScreening {
    policy.screen(head, scan, of: state)
  }

  public func record(
    _ observation: consuming Observation, flow: FlowReference, at provenance: Provenance
  ) {
    emit(observation, flow: flow, at: provenance)
  }
}
