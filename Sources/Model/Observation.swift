/// What was read on the wire, before anybody judges it.
public enum Observation: Sendable {
  case flow(FlowSummary)
  case dns(DNSMessage)
  case tls(TLSHandshake)
  case quic(QUICHandshake)
  case http(HTTPExchange)
  /// Only where a policy lets requests go unread.
  case ordinary(OrdinaryExchange)
  case webSocket(WebSocketMessage)
  case proxy(ProxyTunnel)
  case plaintext(PlaintextSample)
  case anomaly(Anomaly)
}

/// An observation with the flow it belongs to and the frame that completed it.
public struct Record: Sendable {
  public var flow: FlowReference?
  public var frame: FrameID
  public var time: Timestamp
  public var observation: Observation

  @inlinable
  public init(
    flow: consuming FlowReference?, frame: FrameID, time: Timestamp,
    observation: consuming Observation
  ) {
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
