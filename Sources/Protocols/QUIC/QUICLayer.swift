public import Model
import Wire

/// QUIC on one UDP flow (RFC 9000, RFC 9001, RFC 9369): finds the connections in it, which may be
/// several one after another, and gives each packet to its own.
///
/// Initial packets are readable to anyone on the path, and so is the ClientHello in them; everything
/// behind needs the secrets of a key log.
public final class QUICLayer: DatagramLayer {
  public static let name = "quic"

  /// Connections of one flow that are followed at a time; the oldest gives way.
  private static let connectionLimit = 8
  /// Packets of one datagram; more are only a way to waste time.
  private static let coalescingLimit = 16
  /// Versions of one flow that are told.
  private static let versionLimit = 8

  /// Packets kept for a connection that is not known yet.
  private static let orphanLimit = 16

  private struct Orphan {
    var packet: ProtectedPacket
    var destination: [UInt8]
    var source: [UInt8]
  }

  private let context: LayerContext
  private var connections: [QUICConnection] = []
  /// Packets whose connection is not known yet: its Initial may come late.
  private var orphans: [Orphan] = []
  private var toldVersions: Set<UInt32> = []
  /// Version of packets that belong to no connection whose beginning was seen.
  private var unopenedVersion: UInt32?
  private var hasOpened = false
  private var notedAnomalies: Set<String> = []

  public init(_ context: LayerContext) {
    self.context = context
    if context.state.applicationProtocol == nil { context.state.applicationProtocol = Self.name }
  }

  /// Judges by the long header: only that says what it is.
  public static func probe(
    _ datagram: borrowing RawSpan, from side: Side, hints: ProbeHints
  ) -> Probe {
    if PublicHeader.version(of: datagram) != nil { return .match }
    guard datagram.byteCount >= 7, datagram[0] & 0x80 != 0 else { return .mismatch }
    guard let header = try? QUICPacketHeader(parsing: datagram, at: 0) else {
      return versionOfCut(datagram) != nil ? .match : .mismatch
    }
    switch header.kind {
    case .initial, .zeroRTT, .handshake, .retry:
      return datagram[0] & 0x40 != 0 ? .match : .mismatch
    case .versionNegotiation:
      let list = datagram.byteCount - header.numberOffset
      guard list >= 4, list.isMultiple(of: 4), header.destination.count <= 20,
        header.source.count <= 20
      else { return .mismatch }
      return .match
    case .unknownVersion:
      let isNamed =
        QUICVersion.isReserved(header.version) || header.version >> 8 == 0xff_0000
        || header.version >> 16 == 0xface
        || !QUICVersion.name(of: header.version).hasPrefix("0x")
      return isNamed && datagram[0] & 0x40 != 0 && header.destination.count <= 20
        ? .match : .mismatch
    case .oneRTT:
      return .mismatch
    }
  }

  /// The version of a packet that the capture cut short, or that is broken behind its version.
  private static func versionOfCut(_ datagram: borrowing RawSpan) -> UInt32? {
    guard datagram.byteCount >= 7, datagram[0] & 0xc0 == 0xc0, datagram[5] <= 20 else { return nil }
    let version = datagram.uint32(at: 1)
    return QUICVersion(version) != nil ? version : nil
  }

  /// Whether a datagram from another flow belongs to a connection of this one: after migration or a
  /// change of the client's address (RFC 9000, section 9).
  ///
  /// - Parameter side: who sent it, client or server of the connection's flow.
  public func owns(_ datagram: borrowing RawSpan, from side: Side) -> Bool {
    // Long headers name their destination in the same place in all versions (RFC 8999, section 5.1):
    // that settles nearly every case without reading the rest.
    if datagram.byteCount > 6, datagram[0] & 0x80 != 0 {
      let id = 6..<6 + Int(datagram[5])
      guard id.count >= 4, id.upperBound <= datagram.byteCount,
        connections.contains(where: {
          $0.isAddressed(by: datagram.extracting(id), from: side)
        })
      else { return false }
    }
    guard let header = try? QUICPacketHeader(parsing: datagram, at: 0) else { return false }
    return connections.contains { connection in
      if header.kind == .oneRTT {
        return connection.idLength(at: datagram.extracting(droppingFirst: 1), from: side) ?? 0 >= 4
      }
      return header.destination.count >= 4
        && connection.isAddressed(by: datagram.extracting(header.destination), from: side)
    }
  }

  public var addressFilter: UInt64 {
    var filter: UInt64 = 0
    for i in connections.indices { filter |= connections[i].addressFilter }
    return filter
  }

  /// The bit of the connection id that a datagram is addressed to, which stands in a place of its own in all
  /// versions (RFC 8999, section 5).
  static func addressBit(of datagram: RawSpan) -> UInt64 {
    guard datagram.byteCount > 6 else { return 0 }
    let id =
      datagram[0] & 0x80 != 0
      ? datagram.extracting(droppingFirst: 6).extracting(first: Int(datagram[5]))
      : datagram.extracting(droppingFirst: 1)
    return id.addressBit
  }

  public func receive(_ datagram: RawSpan, from side: Side, at provenance: Provenance) {
    var start = 0
    for _ in 0..<Self.coalescingLimit where start < datagram.byteCount {
      if start == 0, let version = PublicHeader.version(of: datagram) {
        context.decide(.unknownProtocol)
        tell(version, at: provenance)
        return
      }
      do throws(QUICPacketHeader.Failure) {
        let header = try QUICPacketHeader(parsing: datagram, at: start)
        receive(header, in: datagram, from: side, at: provenance)
        start = header.end
      } catch {
        // Bytes behind a packet that are none themselves are padding.
        if start == 0 {
          note("parse_failed", "packet header: \(error)", at: provenance)
          unopenedVersion = unopenedVersion ?? Self.versionOfCut(datagram)
        }
        return
      }
    }
  }

  public func end(at provenance: Provenance) {
    for connection in connections { connection.end(at: provenance) }
    connections = []
    orphans = []
    if let unopenedVersion, !hasOpened { tell(unopenedVersion, at: provenance) }
  }

  public var memory: (any FlowMemory)? {
    var memory = QUICMemory()
    for id in connections.flatMap(\.clientTargets) { memory.remember(id.span.bytes) }
    return memory
  }

  // MARK: Dispatch

  private func receive(
    _ header: QUICPacketHeader, in datagram: RawSpan, from side: Side, at provenance: Provenance
  ) {
    let destination = datagram.extracting(header.destination)
    let source = datagram.extracting(header.source)
    switch header.kind {
    case .oneRTT:
      receiveShort(header, in: datagram, from: side, at: provenance)
    case .versionNegotiation:
      connection(to: destination, source: source, from: side)?.receiveVersionNegotiation()
    case .unknownVersion:
      guard !QUICVersion.isReserved(header.version) else { return }
      context.decide(.unknownProtocol)
      tell(header.version, at: provenance)
    case .initial, .zeroRTT, .handshake, .retry:
      guard let version = QUICVersion(header.version) else { return }
      let packet = ProtectedPacket(
        kind: header.kind, version: version,
        bytes: datagram.extracting(header.start..<header.end).array,
        numberOffset: header.numberOffset - header.start, side: side, provenance: provenance)
      if header.kind == .initial {
        receiveInitial(packet, source: source, destination: destination)
        return
      }
      guard let connection = connection(to: destination, source: source, from: side) else {
        unopenedVersion = unopenedVersion ?? version.number
        if header.kind != .retry {
          keep(
            Orphan(packet: packet, destination: destination.array, source: source.array),
            at: provenance)
        }
        return
      }
      if header.kind == .retry {
        connection.receiveRetry(
          packet.bytes, source: source.array, version: version, at: provenance)
      } else {
        connection.receive(packet, source: source)
      }
    }
  }

  /// Keeps a packet whose connection is not known yet, while there is room.
  private func keep(_ orphan: Orphan, at provenance: Provenance) {
    guard orphans.count < Self.orphanLimit else {
      note(
        "cap_reached", "more than \(Self.orphanLimit) packets came before their connection began",
        at: provenance)
      guard orphan.packet.space == .application else { return }
      context.state.hasUnreadCiphertext = true
      if orphan.packet.side == .client {
        context.state.clientBytesSeen += UInt64(orphan.packet.estimatedPayload)
      }
      return
    }
    orphans.append(orphan)
  }

  private func receiveShort(
    _ header: QUICPacketHeader, in datagram: RawSpan, from side: Side, at provenance: Provenance
  ) {
    // Nobody asks for the content, and the next connection begins with a long header.
    guard context.state.attention != .counted else { return }
    // Behind another packet only the fixed bit tells a short header from padding.
    guard header.start == 0 || header.firstByte & 0x40 != 0 else { return }
    let rest = datagram.extracting(droppingFirst: header.start + 1)
    var best: (index: Int, length: Int)?
    var hasRivals = false
    for i in connections.indices.reversed() {
      guard let length = connections[i].idLength(at: rest, from: side) else { continue }
      if length > best?.length ?? -1 {
        best = (i, length)
        hasRivals = false
      } else if length == best?.length {
        hasRivals = true
      }
    }
    // An id that was issued out of sight has the length of those before it.
    if best == nil, let connection = connections.last {
      best = (connections.count - 1, connection.usualIDLength(from: side))
    }
    guard let best, best.length <= rest.byteCount else {
      unaddressed(datagram.byteCount - header.start, from: side, at: provenance)
      return
    }
    let connection = connections[best.index]
    let rivals =
      hasRivals
      ? connections[..<best.index].reversed().filter {
        $0.idLength(at: rest, from: side) == best.length
      } : []
    guard connection.isReadable || rivals.contains(where: \.isReadable) else {
      connection.skip(
        header.end - header.numberOffset - best.length - 17, from: side, at: provenance)
      return
    }
    let packet = ProtectedPacket(
      kind: .oneRTT, version: connection.version,
      bytes: datagram.extracting(header.start..<header.end).array,
      numberOffset: 1 + best.length, side: side, provenance: provenance)
    // Ids without bytes are no names: with several connections only the keys tell.
    if !rivals.isEmpty, ([connection] + rivals).contains(where: { $0.receiveIfOwn(packet) }) {
      return
    }
    connection.receive(packet, source: datagram.extracting(0..<0))
  }

  /// A packet to an id that nobody was seen to issue: its beginning is not in the capture.
  private func unaddressed(_ count: Int, from side: Side, at provenance: Provenance) {
    if toldVersions.isEmpty {
      note("key_missing", "packets of a connection whose beginning was not seen", at: provenance)
    }
    context.state.hasUnreadCiphertext = true
    if side == .client { context.state.clientBytesSeen += UInt64(max(0, count - 26)) }
  }

  private func connection(
    to destination: RawSpan, source: RawSpan, from side: Side
  ) -> QUICConnection? {
    connections.last { $0.isAddressed(by: destination, from: side) }
      ?? connections.last { $0.hasIssued(source, by: side) }
  }

  private func receiveInitial(
    _ packet: ProtectedPacket, source: RawSpan, destination: RawSpan
  ) {
    let candidates = connections.reversed().filter {
      $0.isAddressed(by: destination, from: packet.side) || $0.hasIssued(source, by: packet.side)
    }
    for candidate in candidates
    where candidate.receiveInitial(packet, source: source, destination: destination) {
      return
    }
    // A flow is usually opened by its client; a capture that begins late may have it the wrong way.
    let connection = QUICConnection(
      context, version: packet.version, destination: destination.array, source: source.array,
      isSwapped: packet.side == .server)
    guard connection.receiveInitial(packet, source: source, destination: destination) else {
      if context.state.isReopened, connections.isEmpty {
        // It was no new connection, only an id that went by unseen.
        context.state.attention = .counted
        return
      }
      unopenedVersion = unopenedVersion ?? packet.version.number
      note("undecryptable", "an Initial packet cannot be opened", at: packet.provenance)
      return
    }
    if let former = connections.firstIndex(where: { connection.repeats($0) }) {
      connection.isReported = connection.isReported || connections[former].isReported
      connections.remove(at: former)
    }
    if connections.count >= Self.connectionLimit {
      connections.removeFirst().end(at: packet.provenance)
    }
    connections.append(connection)
    hasOpened = true
    adopt(for: connection)
  }

  /// Gives a new connection the packets that came before its first Initial.
  private func adopt(for connection: QUICConnection) {
    let waiting = orphans
    orphans = []
    for orphan in waiting {
      let destination = orphan.destination
      let source = orphan.source
      let side = orphan.packet.side
      if connection.isAddressed(by: destination.span.bytes, from: side)
        || connection.hasIssued(source.span.bytes, by: side)
      {
        connection.receive(orphan.packet, source: source.span.bytes)
      } else {
        orphans.append(orphan)
      }
    }
  }

  /// Tells of a connection in a version that cannot be read.
  private func tell(_ version: UInt32, at provenance: Provenance) {
    guard toldVersions.count < Self.versionLimit, toldVersions.insert(version).inserted else {
      return
    }
    context.observe(
      .quic(
        QUICHandshake(
          version: QUICVersion.name(of: version), hello: nil, userAgent: nil, isDecrypted: false,
          provenance: provenance)), at: provenance)
  }

  private func note(_ event: String, _ detail: String, at provenance: Provenance) {
    guard notedAnomalies.insert(event).inserted else { return }
    context.anomaly(event, layer: "quic", detail, at: provenance)
  }
}
