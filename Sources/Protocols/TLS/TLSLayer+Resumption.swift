import Model
import Wire

/// Master secrets that a connection of TLS 1.2 or earlier took over from one before.
extension TLSLayer {
  /// Looks up the session that a hello offers to resume.
  func noteOffer(_ hello: ClientHello) {
    negotiation.resumed =
      hello.sessionTicket.flatMap { context.environment.sessions.random(of: $0) }
      ?? context.environment.sessions.random(of: hello.sessionID)
  }

  /// Takes the server's word on the offer, and keeps a new session in mind.
  func noteSession(_ answer: ServerHello) {
    guard !answer.isTLS13 else {
      refuseResumption()
      return
    }
    guard negotiation.isResumed != true else { return }
    // A ticket may be taken in silence: what comes next, certificate or not, tells.
    if negotiation.hello?.sessionTicket?.isEmpty != false { refuseResumption() }
    remember(answer.sessionID)
  }

  /// Keeps the ticket of a NewSessionTicket message in mind (RFC 5077, section 3.3).
  func noteTicket(_ body: RawSpan) {
    guard negotiation.server?.isTLS13 == false, body.byteCount > 6 else { return }
    let ticket = body.extracting(droppingFirst: 6)
    guard ticket.byteCount == Int(body.uint16(at: 4)) else { return }
    remember(ticket.array)
  }

  /// The handshake is a full one after all.
  func refuseResumption() {
    guard negotiation.resumed != nil else { return }
    negotiation.resumed = nil
    negotiation.hasSecrets = knowsSecrets
  }

  private func remember(_ identity: [UInt8]) {
    let environment = context.environment
    guard let random = negotiation.resumed ?? negotiation.random,
      negotiation.hasSecrets || environment.mayLearnSecrets
    else { return }
    environment.sessions.remember(identity, random: random)
  }
}
