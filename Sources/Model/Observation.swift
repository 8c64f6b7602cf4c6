/// What was read on the wire, before anybody judges it.
///
/// What it holds is large and handed from one to the next, so it is kept apart.
public enum Observation: Sendable {
  indirect case flow(FlowSummary)
  indirect case dns(DNSMessage)
  indirect case tls(TLSHandshake)
  indirect case quic(QUICHandshake)
  indirect case http(HTTPExchange)
  /// Only where a policy lets requests go unread.
  case ordinary(OrdinaryExchange)
  indirect case webSocket(WebSocketMessage)
  indirect case proxy(ProxyTunnel)
  indirect case plaintext(PlaintextSample)
  indirect case anomaly(Anomaly)
}

/// An observation with the flow it belongs to and the frame that completed it.
public struct Record: Sendable {
  public var flow: FlowReference?
  public var frame: FrameID
  public var time: Timestamp
  public var observation: Observation
  /// Community ID v1 of the flow (corelight/community-id-spec), seed 0: `1:` and base64 of a SHA-1. Empty where
  /// nobody looks at single records; it follows from the flow.
  public var communityID: String

  @inlinable
  public init(
    flow: FlowReference?, frame: FrameID, time: Timestamp, observation: consuming Observation,
    communityID: String = ""
  ) {
    self.communityID = communityID
    self.flow = flow
    self.frame = frame
    self.time = time
    self.observation = observation
  }
}

/// A connection made through a proxy; what runs inside is dissected as its own protocol.
public struct ProxyTunnel: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable {
    case httpConnect = "http-connect"
    case socks4
    case socks5
  }

  public var kind: Kind
  public var targetHost: String
  public var targetPort: UInt16
  /// Whether the client sent credentials to the proxy.
  public var isAuthenticated: Bool
  /// Header or sub-negotiation value that carried the credentials, as sent.
  public var credentials: String?
  /// Where the request to the proxy stood.
  public var provenance: Provenance

  public init(
    kind: Kind, targetHost: String, targetPort: UInt16, isAuthenticated: Bool,
    credentials: String?, provenance: Provenance
  ) {
    self.kind = kind
    self.targetHost = targetHost
    self.targetPort = targetPort
    self.isAuthenticated = isAuthenticated
    self.credentials = credentials
    self.provenance = provenance
  }
}

/// The first bytes of a readable stream that no parser understood (`dissect --plaintext`).
public struct PlaintextSample: Sendable, Hashable {
  public var sender: Side
  public var offset: Int
  public var bytes: [UInt8]

  public init(sender: Side, offset: Int, bytes: [UInt8]) {
    self.sender = sender
    self.offset = offset
    self.bytes = bytes
  }
}
