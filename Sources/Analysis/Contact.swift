import Knowledge
import Model

/// One message from a client to a host, as far as its envelope tells.
struct Contact {
  var flow: FlowReference
  /// Without port, in lower case.
  var host: String
  /// `host`, `sni`, `connect`, `socks`, `dns` or `ip`.
  var hostEvidence: String
  var match: Catalogue.HostMatch?
  var method: String
  /// Path without query.
  var path: Substring
  var query: Substring?
  var fields: [HTTPField]
  var serverName: String?
  var isEncrypted: Bool
  var tunnels: [ProxyTunnel]
  var time: Timestamp
  var frame: FrameID
  /// Frames of the request.
  var provenance: Provenance
  /// The frames of each stretch of the body as it was transferred.
  var segments: [MessageBody.Segment] = []
  /// Whether content codings were removed, so that offsets in the body lead to no frames.
  var isCoded = false
  /// Number of the exchange in the run.
  var exchange: Int?
  /// The API of tool servers or reports that it speaks to a host on no list.
  var service: APIShape?
  var bytesSent = 0
  var bytesReceived = 0

  var client: IPAddress { flow.client.address }

  subscript(name: String) -> String? {
    fields.first { $0.name.equalsIgnoringASCIICase(name) }?.value
  }

  /// Roles of the host for this path.
  var roles: [String] {
    guard let entry = match?.entry else { return [] }
    return entry.pathRoles.first { path.hasPrefix($0.prefix) }?.roles ?? entry.roles
  }
}
