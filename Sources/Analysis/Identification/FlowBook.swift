import Knowledge
import Model

/// What is known about a flow until it ends.
///
/// An object: it is large, and asked and handed on far more often than it is made.
final class FlowState {
  let reference: FlowReference
  /// Server name of its hello.
  var serverName: String?
  /// Name of the proxied host, innermost last.
  var tunnels: [ProxyTunnel] = []
  var ja4: String?
  var isQUIC = false
  /// What a QUIC client's transport parameters tell, and Google's user agent among them.
  var transportParameters: String?
  var userAgent: String?
  /// Where the hello stood.
  var hello: Provenance?
  var isDecrypted = false
  var undecryptedReason: String?
  /// Whom its exchanges were credited to, and the host.
  var owner: LedgerKey?
  var host: String?
  var lastExchange: Int?
  var exchanges = 0
  /// Whether an exchange on it was clear text.
  var isPlaintext = false
  /// Names on the server's certificate.
  var certificateNames: [String] = []
  /// Whether the hello hides the name of the host (RFC 9849).
  var hidesName = false
  var toldHello = false
  var toldProxy = false

  init(_ reference: FlowReference) { self.reference = reference }
}

/// The flows that are alive, by id; bounded, oldest first out.
struct FlowBook {
  private var states: [UInt64: FlowState] = [:]
  private var order: [UInt64] = []
  private var head = 0
  private let limit: Int

  init(limit: Int) { self.limit = max(1, limit) }

  /// Changes the state of a flow; creates it.
  ///
  /// - Returns: the state that gave way to it, if one had to.
  mutating func update(
    _ reference: FlowReference, _ body: (FlowState) -> Void
  ) -> FlowState? {
    if let known = states[reference.id] {
      body(known)
      return nil
    }
    let gone = states.count >= limit ? makeRoom() : nil
    // Flows that ended leave their ids behind.
    if order.count > 4096, order.count > 2 * states.count {
      order.removeAll { states[$0] == nil }
      head = 0
    }
    order.append(reference.id)
    let state = FlowState(reference)
    states[reference.id] = state
    body(state)
    return gone
  }

  private mutating func makeRoom() -> FlowState? {
    while head < order.count {
      let id = order[head]
      head += 1
      if let old = states.removeValue(forKey: id) { return old }
    }
    return nil
  }

  subscript(id: UInt64) -> FlowState? { states[id] }

  mutating func remove(_ id: UInt64) -> FlowState? { states.removeValue(forKey: id) }

  /// What is left, by id.
  mutating func drain() -> [FlowState] {
    let rest = states.sorted { $0.key < $1.key }.map(\.value)
    states = [:]
    return rest
  }
}
