import Model
import Wire

extension TLSLayer {
  /// Whether ciphertext of this connection can be opened.
  enum KeyState {
    case ready
    case waiting
    case never(String)
  }

  var knowsSecrets: Bool { knownLabels > 0 }

  /// How many of the secrets that open records are known of this connection.
  var knownLabels: Int {
    guard context.environment.hasSecrets else { return 0 }
    let labels: [SecretLabel] = [
      .clientRandom, .clientHandshake, .serverHandshake, .clientTraffic0, .serverTraffic0,
    ]
    let randoms = negotiation.loggedRandoms
    return labels.count { label in
      randoms.contains { context.environment.secret(label, for: $0) != nil }
    }
  }

  /// A secret of this connection, when it is known by now.
  func secret(_ label: SecretLabel) -> [UInt8]? {
    for random in negotiation.loggedRandoms {
      if let secret = context.environment.secret(label, for: random) { return secret }
    }
    return nil
  }

  private var mayWait: Bool { context.environment.mayLearnSecrets && !isFinal }

  /// Judges whether the next ciphertext can be opened; what is certain is remembered.
  func keyState(_ direction: TLSDirection) -> KeyState {
    if let unreadable { return .never(unreadable) }
    // Keys in use serve until others are agreed on, also for a renegotiation that they protect.
    if direction.protection != nil { return .ready }
    let state = judgeKeys()
    if case .never(let reason) = state { unreadable = reason }
    return state
  }

  private func judgeKeys() -> KeyState {
    guard negotiation.random != nil else {
      return .never("the handshake is not in the capture")
    }
    if !negotiation.hasSecrets {
      openEncryptedHello()
      guard knowsSecrets else {
        return mayWait ? .waiting : .never("no keys for this connection")
      }
      negotiation.hasSecrets = true
      context.decide(.keys)
    }
    switch context.state.attention {
    case .counted, .observed: return .never("the flow is not opened")
    case .undecided, .opened: break
    }
    guard let server = negotiation.server, let suite = negotiation.suite else {
      guard negotiation.isServerHelloLost || isFinal else { return .waiting }
      // TLS 1.3 secrets do without the ServerHello: the suite shows by trial.
      return secret(.clientTraffic0) == nil
        ? .never("the ServerHello is not in the capture") : .ready
    }
    guard server.version >= 0x0301, suite.cipher != .unsupported else {
      let version = server.version < 0x0301 ? tlsVersionName(server.version) + " " : ""
      return .never("not decrypted: suite \(version)\(suite.name)")
    }
    guard !server.isTLS13, secret(.clientRandom) == nil else {
      return .ready
    }
    return mayWait ? .waiting : .never("no master secret for this connection")
  }

  /// Opens a protected record, holds it until keys come, or counts it.
  func openCiphertext(
    _ header: RecordHeader, _ fragment: RawSpan, _ direction: TLSDirection,
    at provenance: Provenance
  ) {
    switch keyState(direction) {
    case .never:
      direction.lostBytes = 0
      count(header, direction, at: provenance)
    case .waiting:
      hold(header, fragment, direction, at: provenance)
    case .ready:
      var content: [UInt8] = []
      swap(&content, &plaintext)
      content.removeAll(keepingCapacity: true)
      if let type = open(header, fragment, direction, into: &content, at: provenance) {
        direction.failures = 0
        take(type, content.span.bytes, direction, at: provenance)
      } else {
        fail(header, fragment, direction, at: provenance)
      }
      if !isReleased { swap(&content, &plaintext) }
    }
  }

  private func open(
    _ header: RecordHeader, _ fragment: RawSpan, _ direction: TLSDirection,
    into content: inout [UInt8], at provenance: Provenance
  ) -> ContentType? {
    if direction.lostBytes > 0 {
      return openAfterLoss(header, fragment, direction, into: &content, at: provenance)
    }
    if let type = direction.protection?.open(header, fragment, into: &content) { return type }
    for epoch in freshEpochs(direction) {
      for var candidate in protections(direction, epoch) {
        guard let type = candidate.open(header, fragment, into: &content) else { continue }
        adopt(candidate, epoch, direction)
        return type
      }
    }
    return nil
  }

  func adopt(_ protection: RecordProtection, _ epoch: TLSEpoch, _ direction: TLSDirection) {
    direction.protection = protection
    direction.epoch = epoch
  }

  /// The epochs that the next record may belong to, likeliest first. TLS 1.2 and earlier have one.
  private func epochs(from direction: TLSDirection) -> [TLSEpoch] {
    guard negotiation.isTLS13 else { return [.application] }
    var list = [direction.epoch]
    while let next = list.last?.next { list.append(next) }
    return list
  }

  /// The epochs that a record may belong to when the keys in use do not open it.
  func freshEpochs(_ direction: TLSDirection) -> [TLSEpoch] {
    epochs(from: direction).filter { $0 != direction.epoch || direction.protection == nil }
  }

  /// Fresh protections of an epoch: one, or one for each suite that is possible while the ServerHello
  /// is unknown.
  func protections(_ direction: TLSDirection, _ epoch: TLSEpoch) -> [RecordProtection] {
    guard let random = negotiation.random else { return [] }
    if let server = negotiation.server, let suite = negotiation.suite, !server.isTLS13 {
      guard let secret = secret(.clientRandom) else { return [] }
      let protection = RecordProtection(
        masterSecret: secret, clientRandom: random.bytes, serverRandom: server.random,
        version: server.version, suite: suite, encryptsThenMACs: server.encryptsThenMACs,
        sender: direction.side)
      return protection.map { [$0] } ?? []
    }
    guard let label = epoch.label(for: direction.side),
      let secret = secret(label)
    else { return [] }
    let suites =
      negotiation.suite.map { [$0] }
      ?? (negotiation.hello?.cipherSuites ?? []).prefix(64).map { CipherSuite($0) }
    var list: [RecordProtection] = []
    for suite in suites where suite.isTLS13 && suite.keyHash.byteCount == secret.count {
      guard case .aead(let algorithm) = suite.cipher, list.count < 5 else { continue }
      list.append(
        RecordProtection(trafficSecret: secret, algorithm: algorithm, hash: suite.keyHash))
    }
    return list
  }

  /// Deals with a record that no key opens.
  private func fail(
    _ header: RecordHeader, _ fragment: RawSpan, _ direction: TLSDirection,
    at provenance: Provenance
  ) {
    if negotiation.isTLS13, mayWait, negotiation.random != nil,
      let label = TLSEpoch.application.label(for: direction.side), secret(label) == nil
    {
      hold(header, fragment, direction, at: provenance)
      return
    }
    if direction.lostBytes > 0 { direction.lostBytes += RecordHeader.byteCount + header.length }
    direction.failures += 1
    if direction.failures >= 64 {
      unreadable = "records do not open with the keys at hand"
      needsDrain = true
    }
    guard direction.epoch == .application || !negotiation.isTLS13 else {
      // Without the handshake secrets, the encrypted handshake goes by unread; nothing is amiss.
      return
    }
    report(
      "decrypt_failed", "a record does not open with the keys at hand", at: provenance)
    count(header, direction, at: provenance)
    // A CBC chain of TLS 1.0 goes on from the ciphertext, opened or not.
    if case .cbc(var cbc)? = direction.protection?.scheme {
      cbc.chain(on: fragment)
      direction.protection?.scheme = .cbc(cbc)
    }
  }

  // MARK: Holding

  /// Keeps a record until its keys are known, within the limit.
  func hold(
    _ header: RecordHeader, _ fragment: RawSpan, _ direction: TLSDirection,
    at provenance: Provenance
  ) {
    // Small records count for what it takes to remember them.
    let size = fragment.byteCount + 96
    guard direction.heldBytes + size <= context.limits.heldCiphertextBytes else {
      report("cap_reached", "ciphertext waits for keys beyond the hold limit", at: provenance)
      isFinal = true
      needsDrain = true
      if unreadable == nil, negotiation.server != nil || !negotiation.hasSecrets {
        unreadable = "the keys did not come within the hold limit"
      }
      // Behind what is held, so that its order stays.
      held.append(
        HeldRecord(
          side: direction.side, header: header, fragment: fragment.array, provenance: provenance,
          lostBefore: direction.lostBytes))
      direction.heldRecords += 1
      direction.lostBytes = 0
      return
    }
    held.append(
      HeldRecord(
        side: direction.side, header: header, fragment: fragment.array, provenance: provenance,
        lostBefore: direction.lostBytes))
    direction.lostBytes = 0
    direction.heldRecords += 1
    direction.heldBytes += size
    if direction.side == .server, negotiation.server == nil, !negotiation.isServerHelloLost {
      negotiation.isServerHelloLost = true
      needsDrain = true
    }
  }

  /// Reads held records when something was learnt that may let them be read.
  func drainIfNeeded(at provenance: Provenance) {
    guard !held.isEmpty, !isReleased else {
      needsDrain = false
      return
    }
    if !needsDrain {
      guard context.environment.mayLearnSecrets else { return }
      let labels = knownLabels
      guard labels != labelsTried else { return }
      labelsTried = labels
    }
    // Each round needs something new to have been learnt; a handful is all that can be.
    for _ in 0..<8 {
      drain()
      guard needsDrain, !held.isEmpty, !isReleased else { break }
    }
    needsDrain = false
  }

  private func drain() {
    needsDrain = false
    let queue = held
    held = []
    for direction in [client, server] {
      direction.heldRecords = 0
      direction.heldBytes = 0
    }
    for record in queue {
      guard !isReleased else { return }
      let direction = direction(record.side)
      direction.lostBytes += record.lostBefore
      handle(record.header, record.fragment.span.bytes, direction, at: record.provenance)
    }
  }

  /// Nothing more will come: whatever is held is read with what is known, or counted.
  func stopWaiting(at provenance: Provenance) {
    isFinal = true
    if negotiation.server == nil { negotiation.isServerHelloLost = true }
    if !held.isEmpty {
      needsDrain = true
      drainIfNeeded(at: provenance)
    }
    if !earlyData.isEmpty { settleEarlyData(isAccepted: true, at: provenance) }
  }
}
