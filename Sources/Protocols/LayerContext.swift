public import Model

/// How a stream was reached: what it runs inside.
public struct StreamPath: Sendable, Hashable {
  /// Whether the bytes were read out of TLS or QUIC.
  public var isEncrypted = false
  /// Server name of the innermost TLS connection.
  public var serverName: String?
  /// The application protocol that TLS settled on.
  public var alpn: String?
  /// Proxy tunnels, outermost first.
  public var tunnels: [ProxyTunnel] = []
  /// Streams that this one runs inside; bounded, because each costs a call within a call.
  public var depth = 0

  public init() {}
}

/// What a flow turned out to be, offered to whoever decides how much work it deserves.
public enum AttentionClue: Sendable {
  /// A TLS or QUIC client named its server. `isOpenable` says that its keys are at hand.
  case serverName(String?, isOpenable: Bool)
  /// Keys of a connection came after its hello had been judged.
  case keys
  /// A readable request. `isFirst` distinguishes the first of its connection.
  case request(method: String, host: String?, target: String, fields: [HTTPField])
  /// The stream speaks something that no layer reads.
  case unknownProtocol
}

/// How much of a clear request is read.
public enum RequestScreening: Sendable {
  /// The whole of it.
  case deserving
  /// None: it is kept as it is (``OrdinaryExchange``).
  case ordinary
  /// None, nor of what else its connection carries.
  case enough
}

/// What layers ask of the house they live in.
public protocol LayerEnvironment: AnyObject {
  var limits: Limits { get }

  /// A secret of a key log, when it is known by now.
  func secret(_ label: SecretLabel, for random: ClientRandom) -> [UInt8]?

  /// Whether any secret is at hand, or one may be asked for.
  var hasSecrets: Bool { get }

  /// Sessions of other connections that TLS clients may resume.
  var sessions: ResumableSessions { get set }

  /// Fingerprints of hellos like those that were met before.
  var fingerprints: FingerprintBook { get set }

  /// Whether secrets may still arrive (a growing key log); undecryptable bytes are then held a while.
  var mayLearnSecrets: Bool { get }

  /// Whether anybody wants the bodies of responses; otherwise they are measured, not kept.
  var keepsResponseBodies: Bool { get }

  /// Decides how much work a flow deserves now that something is known of it.
  func attention(for clue: AttentionClue, of state: FlowState) -> Attention

  /// Whether a client's hello that names this server is of no interest: its flow is counted then, and nobody
  /// has to read the rest of the hello.
  func passesOver(serverName: RawSpan, of state: FlowState) -> Bool

  /// Fields that make a clear request worth reading in full; nil when every request is.
  var screenedFields: FieldNameFilter? { get }

  /// Decides whether a clear request is read in full. Asked only where there are ``screenedFields``.
  func screen(_ head: RawSpan, _ scan: HTTP1Scan, of state: FlowState) -> RequestScreening

  /// Takes what was read.
  func record(
    _ observation: consuming Observation, flow: FlowReference, at provenance: Provenance)

  /// How many first bytes of unread streams to keep (`--plaintext`), and whether of all streams.
  var plaintextSample: (byteCount: Int, all: Bool) { get }
}

/// State that all layers of one flow share.
public final class FlowState {
  public let flow: FlowReference
  public var attention = Attention.undecided
  /// The outermost application protocol.
  public var applicationProtocol: String?
  /// Client-to-server application bytes seen, and those of them that were read.
  public var clientBytesSeen: UInt64 = 0
  public var clientBytesRead: UInt64 = 0
  /// Whether anything was decrypted.
  public var isDecrypted = false
  /// Whether encrypted application data went by unread.
  public var hasUnreadCiphertext = false
  /// What the server sent in small records that nobody read.
  public var unreadPieces = UnreadPieces()
  public var missingBytes: UInt64 = 0
  /// Whether the flow was only counted before, and something new seemed to begin in it.
  public var isReopened = false
  /// Requests judged so far.
  public var requests = 0

  public init(_ flow: FlowReference) {
    self.flow = flow
  }
}

/// All that a layer may do to the outside.
public struct LayerContext {
  public let environment: any LayerEnvironment
  public let state: FlowState
  /// Nil for a stream that runs inside nothing, as most do: contexts are copied for each layer.
  private var inside: Inside?

  private final class Inside {
    let path: StreamPath
    init(_ path: StreamPath) { self.path = path }
  }

  public init(environment: any LayerEnvironment, state: FlowState) {
    self.environment = environment
    self.state = state
  }

  public var path: StreamPath {
    get { inside?.path ?? StreamPath() }
    set { inside = Inside(newValue) }
  }

  public var flow: FlowReference { state.flow }
  public var limits: Limits { environment.limits }

  /// Bytes to keep of a body that this side sends.
  public func bodyLimit(of side: Side) -> Int {
    side == .client || environment.keepsResponseBodies ? limits.bodyBytes : 0
  }

  public func observe(_ observation: consuming Observation, at provenance: Provenance) {
    environment.record(observation, flow: state.flow, at: provenance)
  }

  public func anomaly(
    _ event: String, layer: String, _ detail: String, at provenance: Provenance
  ) {
    observe(
      .anomaly(Anomaly(.application, event, layer: layer, detail: detail)), at: provenance)
  }

  /// Offers a clue and takes the verdict for the whole flow.
  ///
  /// A flow once opened for cause stays open; see docs/Architecture.md, Attention.
  @discardableResult
  public func decide(_ clue: AttentionClue) -> Attention {
    if case .request = clue { state.requests += 1 }
    state.attention = environment.attention(for: clue, of: state)
    return state.attention
  }

  /// Asks whether a hello is of no interest by the name of its server alone.
  ///
  /// - Parameter body: the handshake message without its type and length.
  func passesOver(hello body: RawSpan) -> Bool {
    guard state.attention == .undecided, let name = HelloGlance.serverName(inBodyOf: body),
      environment.passesOver(serverName: body.extracting(name), of: state)
    else { return false }
    state.attention = .counted
    return true
  }

  /// Asks whether a clear request is worth reading in full.
  func screen(_ head: RawSpan, _ scan: HTTP1Scan) -> RequestScreening {
    let verdict = environment.screen(head, scan, of: state)
    switch verdict {
    case .deserving: break
    case .ordinary: state.requests += 1
    case .enough: state.attention = .counted
    }
    return verdict
  }

  /// The stream that runs inside this one.
  public func inner(_ change: (inout StreamPath) -> Void) -> LayerContext {
    var context = self
    context.path.depth += 1
    change(&context.path)
    return context
  }
}
