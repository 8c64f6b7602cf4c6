import Model

/// What the messages of one handshake have told so far.
struct TLSNegotiation {
  private(set) var hello: ClientHello?
  /// What is asked of the hello with every record: the hello itself is large, and looking at it copies it.
  private(set) var hasHello = false
  private var offersTLS13 = false
  var facts: ClientHelloFacts?
  var random: ClientRandom?
  /// Where the ClientHello, or without one the ServerHello, stood.
  var provenance: Provenance?
  var server: ServerHello?
  var suite: CipherSuite?
  var alpn: [UInt8]?
  var certificate: CertificateFacts?
  var clientCertificate: CertificateFacts?
  var sawCertificate = false
  var isResumed: Bool?
  /// The connection whose master secret this one took over.
  var resumed: ClientRandom?
  /// Whether the server asked for another ClientHello.
  var sawRetry = false
  /// Whether the server took the 0-RTT data; nil until that is known.
  var acceptsEarlyData: Bool?
  /// What is hidden in the hello, when it offers ECH.
  var ech: ECHNegotiation?
  /// Whether the server offered other ECH configurations than the one used.
  var hasRetryConfigurations = false
  /// Whether secrets of this connection are at hand.
  var hasSecrets = false
  /// Whether it is certain that no ServerHello will be read.
  var isServerHelloLost = false
  var isReported = false

  mutating func set(_ hello: ClientHello) {
    hasHello = true
    offersTLS13 = hello.offersTLS13
    self.hello = hello
  }

  /// TLS 1.3 was agreed on, or nothing else can have been.
  var isTLS13: Bool {
    server?.isTLS13 ?? (sawRetry || offersTLS13)
  }

  /// The version agreed on, or the one that records of unknown version are taken for.
  var version: UInt16 {
    server?.version ?? (isTLS13 ? 0x0304 : 0x0303)
  }

  /// What is certain about Encrypted Client Hello (RFC 9849).
  var encryptedClientHello: EncryptedClientHello {
    guard let hello else { return .unknown }
    guard hello.hasEncryptedClientHello else { return .absent }
    return ech?.status(hasRetryConfigurations: hasRetryConfigurations) ?? .present
  }

  /// The randoms that a key log may name the connection by, likeliest first.
  var loggedRandoms: [ClientRandom] {
    (ech?.loggedRandoms(outer: random) ?? random.map { [$0] } ?? []) + (resumed.map { [$0] } ?? [])
  }

  /// The name of the server that the client meant to reach.
  var serverName: String? {
    if ech?.isConfirmed == true, let name = ech?.inner?.serverName { return name }
    return facts?.serverName
  }
}
