import Model
import Wire

extension TLSLayer {
  func readHandshake(_ content: RawSpan, _ direction: TLSDirection, at provenance: Provenance) {
    // Reading a message may let go of the whole connection, so the assembler is taken out meanwhile.
    var assembler = HandshakeAssembler(limit: context.limits.handshakeBytes)
    swap(&assembler, &direction.handshake)
    defer { if !isReleased { swap(&assembler, &direction.handshake) } }
    do throws(HandshakeAssembler.Failure) {
      try assembler.push(content, at: provenance) { type, body, place in
        guard !isReleased, let type = HandshakeType(rawValue: type) else { return }
        readMessage(type, body, direction, at: place)
      }
    } catch {
      report("cap_reached", "a handshake message is longer than its limit", at: provenance)
    }
  }

  private func readMessage(
    _ type: HandshakeType, _ body: RawSpan, _ direction: TLSDirection, at provenance: Provenance
  ) {
    switch (type, direction.side) {
    case (.clientHello, .client):
      if !negotiation.hasHello, context.passesOver(hello: body) {
        release()
        return
      }
      guard let hello = try? ClientHello(parsing: body) else {
        report("malformed_hello", "a ClientHello breaks its own format", at: provenance)
        return
      }
      take(hello, body, at: provenance)
    case (.serverHello, .server):
      guard let hello = try? ServerHello(parsing: body) else {
        report("malformed_hello", "a ServerHello breaks its own format", at: provenance)
        return
      }
      noteEncryptedHello(answer: hello, body)
      take(hello, at: provenance)
    case (.encryptedExtensions, .server):
      guard let extensions = try? EncryptedExtensions(parsing: body) else { return }
      take(extensions, at: provenance)
    case (.newSessionTicket, .server):
      noteTicket(body)
    case (.certificate, let side):
      take(
        CertificateMessage.facts(parsing: body, isTLS13: negotiation.isTLS13), from: side)
    case (.compressedCertificate, let side):
      take(compressedCertificate: body, from: side, at: provenance)
    case (.endOfEarlyData, .client):
      settleEarlyData(isAccepted: true, at: provenance)
      advance(direction, to: .handshake)
    case (.finished, _):
      if negotiation.isTLS13 { advance(direction, to: .application) }
    case (.keyUpdate, _):
      if direction.epoch == .application { direction.protection?.update() }
    default:
      break
    }
  }

  /// The records that follow belong to a later epoch.
  private func advance(_ direction: TLSDirection, to epoch: TLSEpoch) {
    guard direction.epoch < epoch else { return }
    direction.epoch = epoch
    direction.protection = nil
  }

  private func take(
    compressedCertificate body: RawSpan, from side: Side, at provenance: Provenance
  ) {
    var facts: CertificateFacts?
    do throws(CertificateMessage.ExpansionFault) {
      facts = try CertificateMessage.facts(
        parsingCompressed: body, limit: context.limits.handshakeBytes)
    } catch {
      report(error.event, error.detail, at: provenance)
    }
    take(facts, from: side)
  }

  private func take(_ certificate: CertificateFacts?, from side: Side) {
    switch side {
    case .server:
      refuseResumption()
      negotiation.sawCertificate = true
      if negotiation.certificate == nil { negotiation.certificate = certificate }
    case .client:
      negotiation.clientCertificate = certificate
    }
  }

  func take(_ hello: ClientHello, _ body: RawSpan, at provenance: Provenance) {
    if let first = negotiation.hello {
      // The answer to a HelloRetryRequest repeats the random; anything else is a renegotiation,
      // which TLS 1.3 does not have.
      guard first.random != hello.random, negotiation.server?.isTLS13 != true else {
        negotiation.ech?.take(second: EncryptedHelloOffer(inBodyOf: body))
        return
      }
      report(isDecrypted: hasRead, at: provenance)
      negotiation = TLSNegotiation()
      negotiation.hasSecrets = true
      set(hello, at: provenance)
      negotiation.facts = context.environment.fingerprints.facts(of: hello, transport: .tls)
      return
    }
    set(hello, at: provenance)
    if hello.hasEncryptedClientHello, let offer = EncryptedHelloOffer(inBodyOf: body) {
      negotiation.ech = ECHNegotiation(offer)
      openEncryptedHello()
    }
    negotiation.hasSecrets = knowsSecrets
    let verdict = context.decide(
      .serverName(
        negotiation.ech?.inner?.serverName ?? hello.serverName,
        isOpenable: negotiation.hasSecrets))
    // Fingerprints cost more than all else here; flows that are only counted go without.
    if verdict == .counted {
      release()
    } else {
      negotiation.facts = context.environment.fingerprints.facts(of: hello, transport: .tls)
    }
  }

  /// Opens an offer of ECH when a key log has its secret.
  func openEncryptedHello() {
    guard let random = negotiation.random else { return }
    negotiation.ech?.open(outer: random, context.environment)
  }

  private func noteEncryptedHello(answer hello: ServerHello, _ body: RawSpan) {
    guard negotiation.ech != nil, negotiation.server == nil else { return }
    openEncryptedHello()
    let message = handshakeMessage(.serverHello, body.array)
    let hash = CipherSuite(hello.cipherSuite).keyHash
    if hello.isHelloRetryRequest {
      negotiation.ech?.take(retry: message, hash: hash)
    } else {
      negotiation.ech?.take(serverHello: message, hash: hash)
    }
  }

  private func set(_ hello: ClientHello, at provenance: Provenance) {
    negotiation.set(hello)
    negotiation.random = ClientRandom(hello.random)
    negotiation.provenance = provenance
    noteOffer(hello)
    if client.protection == nil, !hello.offersEarlyData { client.epoch = .handshake }
  }

  private func take(_ hello: ServerHello, at provenance: Provenance) {
    if hello.isHelloRetryRequest {
      negotiation.sawRetry = true
      negotiation.acceptsEarlyData = false
      earlyData = []
      client.isProtected = false
      return
    }
    guard negotiation.server == nil else { return }
    negotiation.server = hello
    negotiation.suite = CipherSuite(hello.cipherSuite)
    negotiation.alpn = hello.alpn
    if negotiation.provenance == nil { negotiation.provenance = provenance }
    if hello.isTLS13 {
      negotiation.isResumed = hello.acceptsPreSharedKey
      client.isProtected = false
      server.isProtected = false
    } else {
      negotiation.isResumed =
        negotiation.hello.map { !hello.sessionID.isEmpty && $0.sessionID == hello.sessionID }
    }
    noteSession(hello)
    needsDrain = true
  }

  private func take(_ extensions: EncryptedExtensions, at provenance: Provenance) {
    negotiation.alpn = extensions.alpn
    negotiation.hasRetryConfigurations = extensions.hasRetryConfigurations
    if negotiation.hello?.offersEarlyData == true {
      settleEarlyData(isAccepted: extensions.acceptsEarlyData, at: provenance)
    }
  }

  func changeCipherSpec(_ direction: TLSDirection) {
    // In TLS 1.3 the record is there for old middleboxes only (RFC 8446, appendix D.4).
    if negotiation.server?.isTLS13 == true || negotiation.sawRetry { return }
    direction.isProtected = true
    direction.protection = nil
    if direction.side == .server, negotiation.isResumed == false, !negotiation.sawCertificate,
      let name = negotiation.suite?.name,
      ["TLS_ECDHE_RSA_", "TLS_ECDHE_ECDSA_", "TLS_RSA_WITH_", "TLS_DHE_RSA_"]
        .contains(where: name.hasPrefix)
    {
      // A server that authenticates with a certificate and sends none has taken a ticket (RFC 5077).
      negotiation.isResumed = true
    }
  }

  /// Reports the handshake once it is known whether its content can be read.
  func report(isDecrypted: Bool, reason: String? = nil, at provenance: Provenance) {
    guard !negotiation.isReported else { return }
    negotiation.isReported = true
    var facts = negotiation.server.map { context.environment.fingerprints.facts(of: $0) }
    facts?.alpn = negotiation.alpn.map(printableName)
    var handshake = TLSHandshake(
      hello: negotiation.facts, server: facts, certificate: negotiation.certificate,
      isResumed: negotiation.isResumed, isDecrypted: isDecrypted,
      undecryptedReason: isDecrypted ? nil : reason ?? "no application data was seen",
      encryptedClientHello: negotiation.encryptedClientHello,
      provenance: negotiation.provenance ?? provenance)
    handshake.innerHello = negotiation.ech?.inner?.facts(transport: .tls)
    handshake.clientCertificate = negotiation.clientCertificate
    context.observe(.tls(handshake), at: provenance)
  }

  /// Reports what has not been reported when nothing more will come.
  func settle(at provenance: Provenance) {
    report(isDecrypted: false, reason: unreadable, at: provenance)
  }

  /// Lets everything go; nothing more is read of this flow.
  func release() {
    isReleased = true
    held = []
    earlyData = []
    plaintext = []
    inner = nil
    for direction in [client, server] {
      direction.pending = []
      direction.handshake.reset()
      direction.protection = nil
    }
    negotiation = TLSNegotiation()
    negotiation.isReported = true
  }
}
