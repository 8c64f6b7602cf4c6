import Model
import Wire

/// One QUIC connection: opens its packets, joins its TLS messages, and feeds its streams onward.
///
/// Sides are the connection's own: the client is the one that sent the ClientHello.
final class QUICConnection {
  private(set) var context: LayerContext
  private(set) var version: QUICVersion
  /// The sides are the other way round than the flow says: its first packet was not the client's.
  let isSwapped: Bool
  private(set) var keys: ConnectionKeys
  private(set) var issued = [ConnectionIDs(), ConnectionIDs()]
  private var crypto: [[CryptoStream]]
  private var held: HeldPackets

  private(set) var negotiation = QUICNegotiation()
  /// Source id of a Retry; the client's next Initials go to it, under new keys.
  private(set) var retrySource: [UInt8]?

  var isReported = false
  private var isDecrypted = false
  private var isClosed = false
  private var streams: QUICStreams?
  private var notedAnomalies: Set<String> = []
  private var knownSecrets = 0
  /// The house was told that the connection can be read.
  private var wasOpenable = false

  private static let labels: [SecretLabel] = [
    .clientEarly, .clientHandshake, .serverHandshake, .clientTraffic0, .serverTraffic0,
  ]

  init(
    _ context: LayerContext, version: QUICVersion, destination: [UInt8], source: [UInt8],
    isSwapped: Bool
  ) {
    self.context = context
    self.version = version
    self.isSwapped = isSwapped
    keys = ConnectionKeys(destination: destination)
    let stream = CryptoStream(limit: context.limits.handshakeBytes)
    crypto = [[stream, stream, stream], [stream, stream, stream]]
    held = HeldPackets(limit: context.limits.heldCiphertextBytes)
    issued[0].insert(source)
  }

  // MARK: Packets

  /// Takes an Initial packet; false when it is not under this connection's keys.
  func receiveInitial(
    _ flowPacket: ProtectedPacket, source: RawSpan, destination: RawSpan
  ) -> Bool {
    var packet = flowPacket
    packet.side = role(of: packet.side)
    if case .opened(let opened) = keys.openInitial(packet) {
      accept(opened, packet, source: source)
      return true
    }
    guard packet.side == .client, let retry = retrySource,
      retry.span.bytes.isEqual(to: destination)
    else { return false }
    keys.addDestination(retry)
    retrySource = nil
    restartHello()
    return receiveInitial(flowPacket, source: source, destination: destination)
  }

  /// Takes a Version Negotiation packet: the client begins anew (RFC 9000, section 6.2).
  func receiveVersionNegotiation() {
    if issued[Int(Side.server.rawValue)].ids.isEmpty { restartHello() }
  }

  /// The client sends its hello from the beginning, and it may be another one.
  private func restartHello() {
    guard !isClosed else { return }
    crypto[Int(Side.client.rawValue)][PacketSpace.initial.rawValue] = CryptoStream(
      limit: context.limits.handshakeBytes)
  }

  private func accept(_ opened: OpenedPacket, _ packet: ProtectedPacket, source: RawSpan) {
    // A server may answer in another version (RFC 9368, section 2.3).
    version = packet.version
    issued[Int(packet.side.rawValue)].insert(source.array)
    read(opened, packet)
    openHeld(at: packet.provenance)
  }

  /// Whether 1-RTT packets are worth copying: they can be read, or may be later.
  var isReadable: Bool { !isClosed && (mayOpenLater || knownSecrets > 0) }

  /// Counts a 1-RTT packet that nobody can read.
  func skip(_ payload: Int, from side: Side, at provenance: Provenance) {
    context.state.hasUnreadCiphertext = true
    if role(of: side) == .client { context.state.clientBytesSeen += UInt64(max(0, payload)) }
    report(isDecrypted: isDecrypted, at: provenance)
  }

  /// Takes a packet of another kind.
  func receive(_ packet: ProtectedPacket, source: RawSpan) {
    var packet = packet
    packet.side = role(of: packet.side)
    if packet.kind == .oneRTT { packet.version = version }
    if source.byteCount > 0 { issued[Int(packet.side.rawValue)].insert(source.array) }
    guard !isClosed else {
      countUnread(packet)
      return
    }
    if !held.isEmpty, secretsChanged() { openHeld(at: packet.provenance) }
    if !open(packet) {
      if mayOpenLater {
        if let dropped = held.append(packet, hasHello: hasHello) { countUnread(dropped) }
      } else {
        giveUp(packet)
      }
    }
  }

  /// Takes a packet if it opens under this connection's keys; says nothing when it does not.
  func receiveIfOwn(_ flowPacket: ProtectedPacket) -> Bool {
    var packet = flowPacket
    packet.side = role(of: packet.side)
    packet.version = version
    guard !isClosed, case .opened(let opened) = keys.open(packet, secret: secret) else {
      return false
    }
    read(opened, packet)
    return true
  }

  /// Takes a Retry packet from the server.
  func receiveRetry(_ bytes: [UInt8], source: [UInt8], version: QUICVersion, at: Provenance) {
    // A client takes one Retry only, as answer to its first flight (RFC 9000, section 17.2.5.2).
    guard retrySource == nil, keys.destinations.ids.count == 1,
      let original = keys.destinations.ids.first
    else { return }
    if RetryIntegrity.isValid(bytes, original: original, version: version) == false {
      note("bad_retry", "a Retry packet's integrity tag is wrong", at: at)
      return
    }
    retrySource = source
    issued[Int(Side.server.rawValue)].insert(source)
  }

  /// Takes the end of the flow, or of this connection's time.
  func end(at provenance: Provenance) {
    openHeld(at: provenance)
    for packet in held.removeAll() { giveUp(packet) }
    if !hasHello, !isClosed {
      note("incomplete_hello", "the ClientHello is not whole", at: provenance)
    }
    report(isDecrypted: isDecrypted, isLast: true, at: provenance)
    close(at: provenance)
  }

  private var mayOpenLater: Bool { !hasHello || context.environment.mayLearnSecrets }

  private func secret(_ label: SecretLabel) -> [UInt8]? {
    guard context.environment.hasSecrets else { return nil }
    for random in negotiation.loggedRandoms {
      if let secret = context.environment.secret(label, for: random) { return secret }
    }
    return nil
  }

  /// Whether secrets have come since the last look.
  private func secretsChanged() -> Bool {
    negotiation.openEncryptedHello(context.environment)
    let known = Self.labels.filter { secret($0) != nil }.count
    defer { knownSecrets = known }
    return known != knownSecrets
  }

  /// Opens and reads a packet; false when its secret is not known.
  private func open(_ packet: ProtectedPacket) -> Bool {
    switch keys.open(packet, secret: secret) {
    case .noSecret:
      return false
    case .mismatch:
      note("undecryptable", "a packet does not authenticate under its keys", at: packet.provenance)
      countUnread(packet)
    case .opened(let opened):
      if packet.kind != .oneRTT { version = packet.version }
      read(opened, packet)
    }
    return true
  }

  private func openHeld(at provenance: Provenance) {
    guard !held.isEmpty, hasHello, !isClosed else { return }
    negotiation.openEncryptedHello(context.environment)
    if !wasOpenable, isOpenable {
      wasOpenable = true
      context.decide(.keys)
    }
    let waiting = held.removeAll()
    for packet in waiting {
      if isClosed {
        countUnread(packet)
      } else if !open(packet) {
        if mayOpenLater {
          _ = held.append(packet, hasHello: hasHello)
        } else {
          giveUp(packet)
        }
      }
    }
  }

  private func giveUp(_ packet: ProtectedPacket) {
    countUnread(packet)
    if packet.kind == .oneRTT { report(isDecrypted: isDecrypted, at: packet.provenance) }
  }

  private func countUnread(_ packet: ProtectedPacket) {
    guard packet.space == .application else { return }
    context.state.hasUnreadCiphertext = true
    if packet.side == .client {
      context.state.clientBytesSeen += UInt64(packet.estimatedPayload)
    }
  }

  private func note(_ event: String, _ detail: String, at provenance: Provenance) {
    guard notedAnomalies.insert(event).inserted else { return }
    context.anomaly(event, layer: "quic", detail, at: provenance)
  }

  // MARK: Frames

  private func read(_ opened: OpenedPacket, _ packet: ProtectedPacket) {
    if packet.space == .application, !isDecrypted {
      isDecrypted = true
      context.state.isDecrypted = true
      report(isDecrypted: true, at: packet.provenance)
    }
    let payload = opened.payload
    var offset = 0
    while offset < payload.count, !isClosed {
      do throws(QUICFrame.Failure) {
        let frame = try QUICFrame.next(in: payload.span.bytes, at: &offset)
        take(frame, in: payload.span.bytes, packet)
      } catch {
        note("parse_failed", "frame: \(error)", at: packet.provenance)
        return
      }
    }
  }

  private func take(_ frame: QUICFrame, in payload: RawSpan, _ packet: ProtectedPacket) {
    let index = Int(packet.side.rawValue)
    switch frame {
    case .crypto(let offset, let data):
      let messages = crypto[index][packet.space.rawValue].insert(
        payload.extracting(data), at: offset, provenance: packet.provenance)
      for message in messages { take(message, packet) }
    case .stream(let id, let offset, let data, let isFinal):
      if packet.side == .client {
        context.state.clientBytesSeen += UInt64(data.count)
        context.state.clientBytesRead += UInt64(data.count)
      }
      if streams == nil { streams = makeStreams() }
      let isSound = streams?.receive(
        payload.extracting(data), on: id, at: offset, isFinal: isFinal, from: packet.side,
        provenance: packet.provenance)
      if isSound == false {
        note("bad_stream", "a STREAM frame contradicts its stream", at: packet.provenance)
      }
      if context.state.attention == .counted { close(at: packet.provenance) }
    case .datagram(let data):
      if packet.side == .client {
        context.state.clientBytesSeen += UInt64(data.count)
        context.state.clientBytesRead += UInt64(data.count)
      }
    case .resetStream(let id, _, _):
      streams?.reset(id, from: packet.side, at: packet.provenance)
    case .newConnectionID(_, let id):
      issued[index].insert(payload.extracting(id).array)
    default:
      break
    }
  }

  private func makeStreams() -> QUICStreams {
    let alpn = negotiation.applicationProtocol
    let inner = context.inner {
      $0.isEncrypted = true
      $0.serverName = negotiation.serverName
      $0.alpn = alpn
    }
    let isHTTP = alpn?.hasPrefix("h3") ?? true
    let application: any QUICApplication =
      isHTTP ? HTTP3Connection(inner) : RawStreams(inner)
    return QUICStreams(application, limits: context.limits)
  }

  // MARK: TLS messages

  private func take(_ message: CryptoStream.Message, _ packet: ProtectedPacket) {
    switch (HandshakeType(rawValue: message.type), packet.side, packet.space) {
    case (.clientHello, .client, .initial):
      takeHello(message, at: packet.provenance)
    case (.serverHello, .server, .initial):
      keys.cipherSuite = negotiation.take(serverHello: message.body, context.environment)
      context.path.serverName = negotiation.serverName
      reportIfUnreadable(at: packet.provenance)
    case (.encryptedExtensions, .server, .handshake):
      guard let extensions = try? EncryptedExtensions(parsing: message.body.span.bytes) else {
        return
      }
      negotiation.take(extensions)
      guard let raw = extensions.transportParameters else { return }
      let parameters = TransportParameters(parsing: raw.span.bytes)
      if let id = parameters.preferredConnectionID { issued[1].insert(id) }
    default:
      break
    }
  }

  private func takeHello(_ message: CryptoStream.Message, at now: Provenance) {
    let isFirst = !hasHello
    if isFirst, context.passesOver(hello: message.body.span.bytes) {
      isReported = true
      close(at: now)
      return
    }
    do throws(MalformedHello) {
      guard try negotiation.take(message, context.environment) else { return }
    } catch {
      note("parse_failed", "ClientHello", at: message.provenance)
      return
    }
    context.path.serverName = negotiation.serverName
    knownSecrets = Self.labels.count { secret($0) != nil }
    wasOpenable = isOpenable
    let attention =
      isFirst
      ? context.decide(.serverName(negotiation.intendedName, isOpenable: wasOpenable))
      : wasOpenable ? context.decide(.keys) : context.state.attention
    // Fingerprints cost more than all else here; flows that are only counted go without.
    if attention == .counted {
      isReported = true
      close(at: now)
      return
    }
    negotiation.takeFingerprints(context.environment)
    if !negotiation.awaitsServer { reportIfUnreadable(at: now) }
  }

  /// Whether secrets that open application data are known.
  private var isOpenable: Bool {
    [SecretLabel.clientTraffic0, .serverTraffic0, .clientEarly].contains { secret($0) != nil }
  }

  /// Tells the handshake of a connection whose content nobody will read.
  private func reportIfUnreadable(at provenance: Provenance) {
    guard !isOpenable, !context.environment.mayLearnSecrets else { return }
    report(isDecrypted: false, at: provenance)
  }

  /// Tells the handshake, once, when something of it is known.
  private func report(isDecrypted: Bool, isLast: Bool = false, at provenance: Provenance) {
    guard !isReported, negotiation.hasFingerprints || isLast else { return }
    isReported = true
    negotiation.openEncryptedHello(context.environment)
    context.observe(
      .quic(
        negotiation.handshake(
          version: version.name, isDecrypted: isDecrypted,
          at: negotiation.provenance ?? provenance)), at: provenance)
  }

  /// Stops reading; from here on packets are only counted.
  private func close(at provenance: Provenance) {
    guard !isClosed else { return }
    isClosed = true
    if context.state.attention != .counted { streams?.end(at: provenance) }
    streams = nil
    crypto = [[], []]
    for packet in held.removeAll() { countUnread(packet) }
  }
}
