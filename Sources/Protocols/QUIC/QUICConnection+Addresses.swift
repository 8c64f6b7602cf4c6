import Model
import Wire

/// Which packets are a connection's own.
extension QUICConnection {
  /// The connection's name for a side of the flow.
  func role(of side: Side) -> Side { isSwapped ? side.peer : side }

  /// Whether a packet to `destination`, sent by that side of the flow, is addressed to this connection.
  func isAddressed(by destination: RawSpan, from side: Side) -> Bool {
    let role = role(of: side)
    if issued[Int(role.peer.rawValue)].contains(destination) { return true }
    guard role == .client else { return false }
    return keys.destinations.contains(destination)
  }

  /// The bits of all ids that packets of either side may be addressed to.
  var addressFilter: UInt64 {
    issued[0].filter | issued[1].filter | keys.destinations.filter
  }

  func hasIssued(_ source: RawSpan, by side: Side) -> Bool {
    issued[Int(role(of: side).rawValue)].contains(source)
  }

  /// Length of this connection's id at the front of a short header's bytes; nil when none fits.
  func idLength(at bytes: RawSpan, from side: Side) -> Int? {
    issued[Int(role(of: side).peer.rawValue)].prefixLength(of: bytes)
  }

  /// Length of the ids that packets of that side of the flow are addressed to, as a rule.
  func usualIDLength(from side: Side) -> Int {
    issued[Int(role(of: side).peer.rawValue)].ids.last?.count ?? 0
  }

  /// The ids that the client's packets may be addressed to.
  var clientTargets: [[UInt8]] {
    keys.destinations.ids + issued[Int(Side.server.rawValue)].ids + (retrySource.map { [$0] } ?? [])
  }

  /// Whether both connections begin with the same ClientHello, as after a Retry that was not seen.
  func repeats(_ other: QUICConnection) -> Bool {
    hasHello && negotiation.random == other.negotiation.random
  }

  var hasHello: Bool { negotiation.hasHello }
}
