/// What a TLS handshake shows to anyone on the path, and whether its content could be read.
public struct TLSHandshake: Sendable, Hashable {
  public var hello: ClientHelloFacts?
  public var server: ServerHelloFacts?
  public var certificate: CertificateFacts?
  /// The certificate that the client showed, when it was asked and that can be read.
  public var clientCertificate: CertificateFacts?
  /// Whether a session ticket or PSK was accepted; nil when that cannot be seen.
  public var isResumed: Bool?
  /// Whether application data was decrypted.
  public var isDecrypted: Bool
  /// Why nothing was decrypted, in words; nil when something was.
  public var undecryptedReason: String?
  public var encryptedClientHello: EncryptedClientHello
  /// The hello that ECH hid, when a key log gave it.
  public var innerHello: ClientHelloFacts?
  /// Where the ClientHello (or, without one, the ServerHello) stood.
  public var provenance: Provenance

  public init(
    hello: ClientHelloFacts?, server: ServerHelloFacts?, certificate: CertificateFacts?,
    isResumed: Bool?, isDecrypted: Bool, undecryptedReason: String?,
    encryptedClientHello: EncryptedClientHello, provenance: Provenance
  ) {
    self.hello = hello
    self.server = server
    self.certificate = certificate
    self.isResumed = isResumed
    self.isDecrypted = isDecrypted
    self.undecryptedReason = undecryptedReason
    self.encryptedClientHello = encryptedClientHello
    self.provenance = provenance
  }
}

extension TLSHandshake {
  /// The name of the server that the client meant to reach: the hidden one when that was taken.
  public var serverName: String? {
    if encryptedClientHello == .accepted, let name = innerHello?.serverName { return name }
    return hello?.serverName
  }

  /// Whether the name in sight is not the one that the client meant, and that is not known.
  public var hidesName: Bool {
    encryptedClientHello == .present
      || encryptedClientHello == .accepted && innerHello?.serverName == nil
  }
}

/// State of Encrypted Client Hello; nothing beyond `present` is claimed without keys.
public enum EncryptedClientHello: String, Sendable, Hashable {
  case absent, present, accepted, rejected, unknown
}

/// The ClientHello, as far as reports speak of it (RFC 8446, section 4.1.2).
public struct ClientHelloFacts: Sendable, Hashable {
  public var serverName: String?
  /// Highest version offered, in the wire's number (0x0304 is TLS 1.3).
  public var version: UInt16
  public var alpn: [String]
  /// MD5 in hex and the string under it (salesforce/ja3).
  public var ja3: String
  public var ja3Text: String
  /// FoxIO JA4.
  public var ja4: String
  /// Size of the handshake message in bytes; post-quantum key shares push it beyond one segment.
  public var byteCount: Int
  /// Groups with a key share, by IANA number (0x11ec is X25519MLKEM768).
  public var keyShareGroups: [UInt16]

  public init(
    serverName: String?, version: UInt16, alpn: [String], ja3: String, ja3Text: String,
    ja4: String, byteCount: Int, keyShareGroups: [UInt16]
  ) {
    self.serverName = serverName
    self.version = version
    self.alpn = alpn
    self.ja3 = ja3
    self.ja3Text = ja3Text
    self.ja4 = ja4
    self.byteCount = byteCount
    self.keyShareGroups = keyShareGroups
  }
}

/// The ServerHello, as far as reports speak of it.
public struct ServerHelloFacts: Sendable, Hashable {
  /// The version chosen, after `supported_versions`.
  public var version: UInt16
  /// The cipher suite's IANA number.
  public var cipherSuite: UInt16
  /// The suite's IANA name, or `0x` and four hex digits.
  public var cipherName: String
  public var alpn: String?
  /// MD5 in hex of the JA3S string.
  public var ja3s: String

  public init(
    version: UInt16, cipherSuite: UInt16, cipherName: String, alpn: String?, ja3s: String
  ) {
    self.version = version
    self.cipherSuite = cipherSuite
    self.cipherName = cipherName
    self.alpn = alpn
    self.ja3s = ja3s
  }
}

/// The end-entity certificate's names.
public struct CertificateFacts: Sendable, Hashable {
  public var subject: String
  public var issuer: String
  public var alternativeNames: [String]
  public init(subject: String, issuer: String, alternativeNames: [String]) {
    self.subject = subject
    self.issuer = issuer
    self.alternativeNames = alternativeNames
  }
}

/// Names a protocol version the way EVE does: `TLS 1.3`.
public func tlsVersionName(_ version: UInt16) -> String {
  switch version {
  case 0x0002: "SSLv2"
  case 0x0300: "SSLv3"
  case 0x0301: "TLSv1"
  case 0x0302: "TLS 1.1"
  case 0x0303: "TLS 1.2"
  case 0x0304: "TLS 1.3"
  default: "0x" + String(version, radix: 16)
  }
}

/// What the first packets of a QUIC connection show.
public struct QUICHandshake: Sendable, Hashable {
  /// `1`, `2`, `draft-29`, or the number in hex.
  public var version: String
  public var hello: ClientHelloFacts?
  /// Google's user-agent transport parameter.
  public var userAgent: String?
  /// The client's transport parameters as far as they tell its stack: names and numbers in order of
  /// id (RFC 9000, section 18.2).
  public var transportParameters: String?
  public var isDecrypted: Bool
  public var encryptedClientHello = EncryptedClientHello.absent
  /// The hello that ECH hid, when a key log gave it.
  public var innerHello: ClientHelloFacts?
  public var provenance: Provenance

  public init(
    version: String, hello: ClientHelloFacts?, userAgent: String?, isDecrypted: Bool,
    provenance: Provenance
  ) {
    self.version = version
    self.hello = hello
    self.userAgent = userAgent
    self.isDecrypted = isDecrypted
    self.provenance = provenance
  }
}

extension QUICHandshake {
  /// The name of the server that the client meant to reach: the hidden one when that was taken.
  public var serverName: String? {
    if encryptedClientHello == .accepted, let name = innerHello?.serverName { return name }
    return hello?.serverName
  }

  /// Whether the name in sight is not the one that the client meant, and that is not known.
  public var hidesName: Bool {
    encryptedClientHello == .present
      || encryptedClientHello == .accepted && innerHello?.serverName == nil
  }
}
