public import Model

/// The stream protocols that can be recognised, in the order they are asked.
///
/// Adding one: a folder of its own and a line here.
public enum Registry {
  public static let layers: [any Layer.Type] = [
    TLSLayer.self,
    HTTP2Layer.self,
    HTTP1Layer.self,
    ProxyProtocolLayer.self,
    SOCKSLayer.self,
    DNSLayer.self,
    OpaqueLayer<SSH>.self,
    OpaqueLayer<SMTP>.self,
    OpaqueLayer<FTP>.self,
    OpaqueLayer<IMAP>.self,
    OpaqueLayer<POP3>.self,
    OpaqueLayer<NNTP>.self,
    OpaqueLayer<XMPP>.self,
    OpaqueLayer<LDAP>.self,
    OpaqueLayer<PostgreSQL>.self,
    OpaqueLayer<MySQL>.self,
    OpaqueLayer<RemoteDesktop>.self,
    OpaqueLayer<AndroidDebugBridge>.self,
    OpaqueLayer<RemoteFramebuffer>.self,
    OpaqueLayer<OpenVPN>.self,
    OpaqueLayer<STUN>.self,
  ]

  /// The datagram protocols that can be recognised, in the order they are asked.
  public static let datagramLayers: [any DatagramLayer.Type] = [
    QUICLayer.self,
    NBNSLayer.self,
    DNSDatagramLayer.self,
    OpaqueDatagramLayer<STUN>.self,
    OpaqueDatagramLayer<DTLS>.self,
    OpaqueDatagramLayer<WireGuard>.self,
    OpaqueDatagramLayer<OpenVPN>.self,
    OpaqueDatagramLayer<KeyExchange>.self,
    OpaqueDatagramLayer<EncapsulatedSecurityPayload>.self,
  ]

  /// Names of the protocols that are recognised but not read.
  public static let opaqueNames = Set(
    layers.filter { $0.isOpaque }.map { $0.name }
      + datagramLayers.filter { $0.isOpaque }.map { $0.name })

  /// Whether a counted flow's datagrams that begin with that byte may begin something new.
  @inline(__always)
  public static func remembers(_ firstByte: UInt8) -> Bool { QUICMemory.minds(firstByte) }

  /// The bit of the address that a datagram bears beside its flow's; zero where it bears none.
  public static func addressBit(of datagram: RawSpan) -> UInt64 {
    QUICLayer.addressBit(of: datagram)
  }

  /// The layer that goes on after `101 Switching Protocols`, or nil when nothing reads that protocol.
  ///
  /// - Parameters:
  ///   - token: the `Upgrade` value that the server chose, such as `websocket` or `h2c`.
  ///   - request: the exchange that asked for it, response included.
  public static func upgrade(
    to token: String, after request: HTTPExchange, in context: LayerContext
  ) -> (any Layer)? {
    switch token.lowercased() {
    case "websocket": WebSocketLayer(context, after: request)
    case "h2c": HTTP2Layer(context, after: request)
    default: nil
    }
  }
}
