/// An exchange in clear text that nothing in its request's head makes worth reading: neither host nor
/// path nor any field has to do with AI.
///
/// It is kept unread, because its host may yet turn out to be a gateway: a tool's first request to
/// one is often a bare `HEAD /`.
public struct OrdinaryExchange: Sendable {
  /// The request's head, as sent.
  public var head: [UInt8]
  /// The value of its `Host` field.
  public var host: String
  /// The request without its fields; its body is still in its content codings.
  public var request: HTTPMessage
  /// Bytes of the response's fields and body; nil when there was no response.
  public var responseLength: Int?
  /// The ordinal of the exchange on its connection.
  public var stream: UInt64

  public init(
    head: [UInt8], host: String, request: HTTPMessage, responseLength: Int?, stream: UInt64
  ) {
    self.head = head
    self.host = host
    self.request = request
    self.responseLength = responseLength
    self.stream = stream
  }
}
