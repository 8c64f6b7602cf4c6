import Model
import Wire

/// What the TLS messages of a connection have told so far.
///
/// Not copyable: it is large, and asking it something must not copy it.
struct QUICNegotiation: ~Copyable {
  private(set) var hello: ClientHello?
  /// What is asked with every packet: the hello and its facts are large, and looking at them copies them.
  private(set) var hasHello = false
  private(set) var hasFingerprints = false
  /// Where the ClientHello stood.
  private(set) var provenance: Provenance?
  private var parameters: TransportParameters?
  private var facts: ClientHelloFacts?
  /// What is hidden in the hello, when it offers ECH (RFC 9849).
  private(set) var ech: ECHNegotiation?
  private var serverALPN: String?
  private var hasRetryConfigurations = false
  private(set) var hasServerHello = false

  var random: ClientRandom? { hello.flatMap { ClientRandom($0.random) } }

  /// The randoms that a key log may name the connection by, likeliest first.
  var loggedRandoms: [ClientRandom] {
    ech?.loggedRandoms(outer: random) ?? random.map { [$0] } ?? []
  }

  /// The hidden hello, once the server took it.
  private var accepted: ClientHello? { ech?.isConfirmed == true ? ech?.inner : nil }

  /// The name of the server that the client meant to reach.
  var serverName: String? { accepted?.serverName ?? hello?.serverName }

  /// The name to judge the connection by: the hidden one as soon as it is known.
  var intendedName: String? { ech?.inner?.serverName ?? hello?.serverName }

  /// The application protocol agreed on, or the likeliest one of those offered.
  var applicationProtocol: String? {
    if let serverALPN { return serverALPN }
    let offered = ((accepted ?? hello)?.alpn ?? []).map(printableName)
    return offered.first { $0.hasPrefix("h3") } ?? offered.first
  }

  /// Whether what the server answers may change what a record says of the hello.
  var awaitsServer: Bool {
    !hasServerHello && (ech?.inner != nil || parameters?.offersOtherVersions == true)
  }

  /// Takes a ClientHello, and says whether it is a new one. With the random of the one before, it
  /// answers a HelloRetryRequest, or repeats it after a Retry; some clients make another one then.
  mutating func take(
    _ message: CryptoStream.Message, _ environment: any LayerEnvironment
  ) throws(MalformedHello) -> Bool {
    let body = message.body.span.bytes
    let parsed = try ClientHello(parsing: body)
    if let hello {
      guard hello.random != parsed.random, !hasServerHello else {
        ech?.take(second: EncryptedHelloOffer(inBodyOf: body))
        return false
      }
      self = QUICNegotiation()
    }
    hello = parsed
    hasHello = true
    provenance = message.provenance
    parameters = nil
    guard parsed.hasEncryptedClientHello, let offer = EncryptedHelloOffer(inBodyOf: body) else {
      return true
    }
    ech = ECHNegotiation(offer)
    openEncryptedHello(environment)
    return true
  }

  /// Opens an offer of ECH when a key log has its secret.
  mutating func openEncryptedHello(_ environment: any LayerEnvironment) {
    guard let random else { return }
    ech?.open(outer: random, environment)
  }

  /// Takes a ServerHello or HelloRetryRequest, and gives the cipher suite that it names.
  mutating func take(serverHello body: [UInt8], _ environment: any LayerEnvironment) -> UInt16? {
    guard let answer = try? ServerHello(parsing: body.span.bytes) else { return nil }
    if !hasServerHello, ech != nil {
      openEncryptedHello(environment)
      let message = handshakeMessage(.serverHello, body)
      let hash = CipherSuite(answer.cipherSuite).keyHash
      if answer.isHelloRetryRequest {
        ech?.take(retry: message, hash: hash)
      } else {
        ech?.take(serverHello: message, hash: hash)
      }
    }
    if !answer.isHelloRetryRequest { hasServerHello = true }
    return answer.cipherSuite
  }

  mutating func take(_ extensions: EncryptedExtensions) {
    serverALPN = extensions.alpn.map(printableName)
    hasRetryConfigurations = extensions.hasRetryConfigurations
  }

  /// Computes the fingerprints and reads the transport parameters, which cost more than all else here.
  mutating func takeFingerprints(_ environment: any LayerEnvironment) {
    hasFingerprints = hasHello
    facts = hello.map { environment.fingerprints.facts(of: $0, transport: .quic) }
    parameters = hello?.transportParameters.map { TransportParameters(parsing: $0.span.bytes) }
  }

  /// What is known of the handshake.
  func handshake(version: String, isDecrypted: Bool, at provenance: Provenance) -> QUICHandshake {
    let own =
      accepted?.transportParameters
      .map { TransportParameters(parsing: $0.span.bytes) } ?? parameters
    var handshake = QUICHandshake(
      version: version, hello: facts, userAgent: own?.userAgent, isDecrypted: isDecrypted,
      provenance: provenance)
    handshake.transportParameters = own?.fingerprint
    if hello?.hasEncryptedClientHello == true {
      handshake.encryptedClientHello =
        ech?.status(hasRetryConfigurations: hasRetryConfigurations) ?? .present
    } else if hello == nil {
      handshake.encryptedClientHello = .unknown
    }
    handshake.innerHello = ech?.inner?.facts(transport: .quic)
    return handshake
  }
}
