/// One header, trailer or pseudo-header field, spelled as it was sent.
public struct HTTPField: Sendable, Hashable {
  public var name: String
  /// UTF-8 where the bytes are; otherwise each byte read as Latin-1.
  public var value: String

  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// The version an exchange was spoken in, spelled as EVE does.
public enum HTTPVersion: String, Sendable, Hashable {
  case http09 = "HTTP/0.9"
  case http10 = "HTTP/1.0"
  case http11 = "HTTP/1.1"
  case http2 = "HTTP/2"
  case http3 = "HTTP/3"
}

/// A message body after transfer and content codings were removed.
public struct MessageBody: Sendable, Hashable {
  /// Which frames carried which stretch of the body, before content codings.
  public struct Segment: Sendable, Hashable {
    /// Offset in the body where the stretch begins.
    public var offset: Int
    public var first: FrameID
    public var last: FrameID
    public init(offset: Int, first: FrameID, last: FrameID) {
      self.offset = offset
      self.first = first
      self.last = last
    }
  }

  /// The content, up to the body cap.
  public var bytes: [UInt8] = []
  /// Bytes of the body as transferred, before content codings were removed.
  public var transferredLength = 0
  /// Content codings that were removed, outermost first (`gzip`, `br` …).
  public var codings: [String] = []
  /// Codings that could not be removed, and why; nil when all were.
  public var codingFailure: String?
  /// Whether the message's end was seen and nothing in it is missing.
  public var isComplete = false
  /// Whether the body was longer than the cap; `bytes` holds its beginning.
  public var isTruncated = false
  /// Bytes that the capture lost.
  public var missing = 0
  public var segments: [Segment] = []

  public init() {}
}

/// One half of an exchange.
public struct HTTPMessage: Sendable, Hashable {
  public var fields: [HTTPField]
  public var trailers: [HTTPField] = []
  public var body = MessageBody()
  /// The frames from the first byte of the head to the last of the message.
  public var provenance: Provenance

  public init(fields: [HTTPField], provenance: Provenance) {
    self.fields = fields
    self.provenance = provenance
  }

  /// The first field of that name, compared without regard to case.
  public subscript(name: String) -> String? {
    fields.first { $0.name.equalsIgnoringASCIICase(name) }?.value
  }
}

/// A request and its response, either of which may be missing or cut off.
public struct HTTPExchange: Sendable {
  public var version: HTTPVersion
  public var method: String
  /// The authority the request is for, as it was sent (absolute form, else `Host`; `:authority`), without
  /// the scheme's default port.
  public var host: String?
  /// Path and query; for `CONNECT` the target authority.
  public var target: String
  public var request: HTTPMessage?
  public var response: HTTPMessage?
  public var status: Int?
  /// Whether it was read out of TLS (or QUIC).
  public var isEncrypted: Bool
  /// Server name of the TLS connection that carried it.
  public var serverName: String?
  /// The proxy tunnel it went through, outermost first.
  public var tunnels: [ProxyTunnel]
  /// Whether the request line was in absolute form, as a forward proxy gets it.
  public var isProxied: Bool
  /// HTTP/2 or HTTP/3 stream, or the ordinal of the exchange on its connection.
  public var stream: UInt64

  public init(
    version: HTTPVersion, method: String, host: String?, target: String, request: HTTPMessage?,
    response: HTTPMessage?, status: Int?, isEncrypted: Bool, serverName: String?,
    tunnels: [ProxyTunnel], isProxied: Bool, stream: UInt64
  ) {
    self.version = version
    self.method = method
    self.host = host
    self.target = target
    self.request = request
    self.response = response
    self.status = status
    self.isEncrypted = isEncrypted
    self.serverName = serverName
    self.tunnels = tunnels
    self.isProxied = isProxied
    self.stream = stream
  }
}

/// A WebSocket message, reassembled from its fragments and inflated (RFC 6455, RFC 7692).
public struct WebSocketMessage: Sendable {
  public var sender: Side
  /// 1 text, 2 binary, 8 close, 9 ping, 10 pong.
  public var opcode: UInt8
  public var isFinal: Bool
  public var payload: [UInt8]
  /// Which frames of the capture carried which stretch of the payload, before it was inflated.
  public var segments: [MessageBody.Segment] = []
  /// Bytes of the payload as transferred.
  public var transferredLength: Int
  /// Whether permessage-deflate was removed.
  public var isDeflated: Bool
  public var isTruncated: Bool
  public var host: String?
  public var target: String
  public var serverName: String?
  public var tunnels: [ProxyTunnel]
  public var isEncrypted: Bool
  /// Header fields of the request that opened the connection.
  public var handshake: [HTTPField]
  public var provenance: Provenance

  public init(
    sender: Side, opcode: UInt8, isFinal: Bool, payload: [UInt8], transferredLength: Int,
    isDeflated: Bool, isTruncated: Bool, host: String?, target: String, serverName: String?,
    tunnels: [ProxyTunnel], isEncrypted: Bool, handshake: [HTTPField], provenance: Provenance
  ) {
    self.sender = sender
    self.opcode = opcode
    self.isFinal = isFinal
    self.payload = payload
    self.transferredLength = transferredLength
    self.isDeflated = isDeflated
    self.isTruncated = isTruncated
    self.host = host
    self.target = target
    self.serverName = serverName
    self.tunnels = tunnels
    self.isEncrypted = isEncrypted
    self.handshake = handshake
    self.provenance = provenance
  }

  /// Why the connection is closed (RFC 6455, section 7.4): of a close frame that says so.
  public var closeCode: UInt16? {
    guard opcode == 8, payload.count >= 2 else { return nil }
    return UInt16(payload[0]) << 8 | UInt16(payload[1])
  }
}

extension String {
  /// Equality that folds only the ASCII letters, as protocol tokens compare.
  public func equalsIgnoringASCIICase(_ other: String) -> Bool {
    utf8.count == other.utf8.count
      && zip(utf8, other.utf8).allSatisfy { a, b in
        a == b || ((a ^ b) == 0x20 && (a | 0x20) >= 0x61 && (a | 0x20) <= 0x7a)
      }
  }
}
