import Model
import Wire

/// What is known of a handshake's Encrypted Client Hello: the offer, what it hides, and whether the
/// server took it (RFC 9849).
struct ECHNegotiation: Sendable {
  private let offer: EncryptedHelloOffer
  private var context: HPKEContext?
  /// The inner hello, once it was opened.
  private(set) var inner: ClientHello?
  /// Inner hellos and what the server said to them, for its confirmation.
  private var transcript: [UInt8] = []
  /// The server's request for another hello, and the offer in what answered it. They wait here while
  /// the secret is not known.
  private var retry: (message: [UInt8], hash: TLSHash)?
  private var second: Second?
  private var answer: (message: [UInt8], hash: TLSHash)?
  /// Whether the server's hello confirms the inner one; nil when that cannot be computed.
  private(set) var isConfirmed: Bool?

  private struct Second: Sendable {
    /// Nil when the client offered nothing the second time.
    var offer: EncryptedHelloOffer?
  }

  init(_ offer: EncryptedHelloOffer) {
    self.offer = offer
  }

  var random: ClientRandom? { inner.flatMap { ClientRandom($0.random) } }

  /// What is certain of the offer.
  ///
  /// A server that takes up an offer answers so that only the client can tell; one that does not may
  /// send other configurations, and only decryption shows them.
  func status(hasRetryConfigurations: Bool) -> EncryptedClientHello {
    switch isConfirmed {
    case true?: .accepted
    case false?: .rejected
    case nil: hasRetryConfigurations ? .rejected : .present
    }
  }

  /// The randoms that a key log may name the connection by, likeliest first: an inner hello's, once
  /// the server takes it, is the one that counts (RFC 9850, section 2.1).
  func loggedRandoms(outer: ClientRandom?) -> [ClientRandom] {
    guard let random, isConfirmed != false else { return outer.map { [$0] } ?? [] }
    return isConfirmed == true ? [random] : [random] + (outer.map { [$0] } ?? [])
  }

  /// Opens the offer when a key log has its secret by now.
  mutating func open(outer: ClientRandom, _ environment: any LayerEnvironment) {
    guard inner == nil, let secret = environment.secret(.ech, for: outer),
      let configuration = environment.secret(.echConfig, for: outer)
    else { return }
    open(secret: secret, configuration: configuration)
  }

  /// Opens the offer with what a key log says of it.
  private mutating func open(secret: [UInt8], configuration: [UInt8]) {
    guard inner == nil,
      let context = offer.context(secret: secret, configuration: configuration),
      let message = offer.inner(context, number: 0)
    else { return }
    self.context = context
    transcript = message
    inner = try? ClientHello(parsing: message.span.bytes.extracting(droppingFirst: 4))
    followRetry()
    confirm()
  }

  /// Takes the server's request for another hello.
  mutating func take(retry message: [UInt8], hash: TLSHash) {
    retry = (message, hash)
  }

  /// Takes the hello that answers such a request.
  mutating func take(second offer: EncryptedHelloOffer?) {
    guard retry != nil, second == nil else { return }
    second = Second(offer: offer)
    followRetry()
  }

  /// Goes on with the second inner hello, once both hellos and the secret are there.
  private mutating func followRetry() {
    guard let context, inner != nil, let retry, let second else { return }
    let digest = KeySchedule.digest(retry.hash, transcript)
    transcript = [254, 0, 0, UInt8(digest.count)] + digest + retry.message
    guard let message = second.offer?.inner(context, number: 1) else {
      // A client that was refused goes on with the outer hello alone.
      isConfirmed = false
      return
    }
    transcript += message
    inner = try? ClientHello(parsing: message.span.bytes.extracting(droppingFirst: 4))
  }

  /// Takes the server's hello.
  mutating func take(serverHello message: [UInt8], hash: TLSHash) {
    answer = (message, hash)
    confirm()
  }

  /// Compares the last bytes of the server's random with the confirmation of the inner hello
  /// (section 7.2).
  private mutating func confirm() {
    guard isConfirmed == nil, let inner, let (message, hash) = answer, message.count >= 38 else {
      return
    }
    var blank = message
    for i in 30..<38 { blank[i] = 0 }
    let secret = KeySchedule.extract(hash, salt: [], input: inner.random)
    let expected = KeySchedule.expandLabel(
      hash, secret: secret, label: "ech accept confirmation",
      context: KeySchedule.digest(hash, transcript + blank), count: 8)
    isConfirmed = Array(message[30..<38]) == expected
  }
}
