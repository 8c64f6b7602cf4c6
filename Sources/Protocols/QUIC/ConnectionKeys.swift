import Model

/// All keys of one connection, derived when they are first needed.
struct ConnectionKeys {
  enum Outcome {
    case opened(OpenedPacket)
    /// The secret is not known, or not yet.
    case noSecret
    /// Keys are there, but the packet does not authenticate under them.
    case mismatch
  }

  private var initial: [(version: UInt32, connectionID: [UInt8], side: Side, keys: PacketKeys)] = []
  /// Handshake and 0-RTT keys: candidates until one has fitted.
  private var long: [SecretLabel: [PacketKeys]] = [:]
  private var application: [[ApplicationKeys]] = [[], []]
  /// Largest packet number by side and space.
  private var largest: [[UInt64?]] = [[nil, nil, nil], [nil, nil, nil]]
  /// Destinations that Initial keys come from: of the client's first packet and, ahead of it, of the
  /// first one after a Retry.
  private(set) var destinations = ConnectionIDs()
  /// The suite the server chose, once its hello was read.
  var cipherSuite: UInt16?

  init(destination: [UInt8]) {
    destinations.insert(destination)
  }

  /// Goes on with the id that a Retry named.
  mutating func addDestination(_ id: [UInt8]) {
    destinations.insertFirst(id)
  }

  /// Opens an Initial packet.
  mutating func openInitial(_ packet: ProtectedPacket) -> Outcome {
    for destination in destinations.ids {
      let keys = initialKeys(packet.version, destination, packet.side)
      if let opened = keys.open(
        packet.bytes, numberOffset: packet.numberOffset, largest: largestNumber(packet))
      {
        return accept(opened, packet)
      }
    }
    return .mismatch
  }

  /// Opens any other packet, with the secret that `secret` finds.
  mutating func open(
    _ packet: ProtectedPacket, secret: (SecretLabel) -> [UInt8]?
  ) -> Outcome {
    guard let label = packet.secretLabel else { return .mismatch }
    if packet.kind == .oneRTT { return openApplication(packet, label, secret) }
    if long[label] == nil {
      guard let value = secret(label) else { return .noSecret }
      long[label] = candidates(value).map {
        PacketKeys(secret: value, aead: $0, version: packet.version)
      }
    }
    for keys in long[label] ?? [] {
      if let opened = keys.open(
        packet.bytes, numberOffset: packet.numberOffset, largest: largestNumber(packet))
      {
        long[label] = [keys]
        return accept(opened, packet)
      }
    }
    return .mismatch
  }

  private mutating func openApplication(
    _ packet: ProtectedPacket, _ label: SecretLabel, _ secret: (SecretLabel) -> [UInt8]?
  ) -> Outcome {
    let index = Int(packet.side.rawValue)
    if application[index].isEmpty {
      guard let value = secret(label) else { return .noSecret }
      application[index] = candidates(value).map {
        ApplicationKeys(PacketKeys(secret: value, aead: $0, version: packet.version))
      }
    }
    for i in application[index].indices {
      if let opened = application[index][i].open(
        packet.bytes, numberOffset: packet.numberOffset, largest: largestNumber(packet))
      {
        if application[index].count > 1 { application[index] = [application[index][i]] }
        return accept(opened, packet)
      }
    }
    return .mismatch
  }

  private func largestNumber(_ packet: ProtectedPacket) -> UInt64? {
    largest[Int(packet.side.rawValue)][packet.space.rawValue]
  }

  private mutating func accept(_ opened: OpenedPacket, _ packet: ProtectedPacket) -> Outcome {
    let known = largestNumber(packet) ?? 0
    largest[Int(packet.side.rawValue)][packet.space.rawValue] = max(known, opened.number)
    return .opened(opened)
  }

  /// The keys of one side; those of the other may never be asked for.
  private mutating func initialKeys(
    _ version: QUICVersion, _ destination: [UInt8], _ side: Side
  ) -> PacketKeys {
    if let known = initial.first(where: {
      $0.version == version.number && $0.side == side && $0.connectionID == destination
    }) {
      return known.keys
    }
    let keys = PacketKeys.initial(connectionID: destination, version: version, side: side)
    if initial.count >= 8 { initial.removeFirst() }
    initial.append((version.number, destination, side, keys))
    return keys
  }

  /// The AEADs that a secret may be for: its length tells the hash, and the hash two of three.
  private func candidates(_ secret: [UInt8]) -> [QUICAEAD] {
    if let chosen = cipherSuite.flatMap(QUICAEAD.init) { return [chosen] }
    return secret.count == 48 ? [.aes256GCM] : [.aes128GCM, .chaCha20Poly1305]
  }
}
