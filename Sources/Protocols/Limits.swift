/// Caps of everything that grows with input (docs/Limits.md lists them with their policies).
public struct Limits: Sendable, Hashable {
  /// First bytes of each side that protocol detection may hold.
  public var probeBytes = 4_096
  /// Clear bytes of a protocol that may turn into TLS (STARTTLS), before that is no longer expected.
  public var clearPreludeBytes = 64 << 10
  /// Bytes of one message head (HTTP/1 request or status line and fields; HTTP/2 field block).
  public var headBytes = 256 << 10
  /// Decoded bytes kept of one message body.
  public var bodyBytes = 64 << 20
  /// Bytes of one TLS handshake message.
  public var handshakeBytes = 128 << 10
  /// Ciphertext held per direction while secrets may still arrive.
  public var heldCiphertextBytes = 1 << 20
  /// Exchanges of one connection that wait for their response.
  public var pendingExchanges = 1_024
  /// Concurrent HTTP/2 or HTTP/3 streams read of one connection.
  public var streams = 4_096
  /// Out-of-order bytes held of one QUIC connection's streams.
  public var streamReorderBytes = 8 << 20
  /// Seconds of capture time that a hole in a QUIC stream may stay open.
  public var streamHoleSeconds = 10
  /// Content codings applied on top of one another.
  public var contentCodings = 4

  public init() {}
}
