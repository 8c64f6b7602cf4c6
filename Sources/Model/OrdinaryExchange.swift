/// An exchange in clear text that nothing in its request's head makes worth reading: neither host nor
/// path nor any field has to do with AI.
///
/// It is kept unread, because its host may yet turn out to be a gateway: a tool's first request to
/// one is often a bare `HEAD /`. There are thousands of these for each one that matters, so passing one
/// on costs a reference.
public final class OrdinaryExchange: Sendable {
  /// The request's head, as sent.
  public let head: [UInt8]
  /// Where the value of its `Host` field stands in `head`.
  private let hostRange: Range<Int>
  /// What came of the request's body, in its content codings; nil when it has none.
  public let body: MessageBody?
  /// The frames of the request.
  public let provenance: Provenance
  /// Bytes of the response's fields and body; nil when there was no response.
  public let responseLength: Int?
  /// The ordinal of the exchange on its connection.
  public let stream: UInt64

  /// - Parameter hostRange: where the value of the `Host` field stands in `head`.
  public init(
    head: [UInt8], hostRange: Range<Int>, body: MessageBody?, provenance: Provenance,
    responseLength: Int?, stream: UInt64
  ) {
    self.head = head
    self.hostRange = hostRange.clamped(to: 0..<head.count)
    self.body = body
    self.provenance = provenance
    self.responseLength = responseLength
    self.stream = stream
  }

  /// The value of the `Host` field.
  public var host: String { String(decoding: head[hostRange], as: UTF8.self) }

  /// Bytes that it holds.
  public var byteCount: Int { head.count + (body?.bytes.count ?? 0) }
}
