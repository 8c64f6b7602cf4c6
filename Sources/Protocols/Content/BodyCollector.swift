public import Model
import Wire

/// Gathers one message body as its bytes arrive, within a cap, and remembers which frames carried
/// them.
public struct BodyCollector {
  private var body = MessageBody()
  private let limit: Int

  /// - Parameter limit: bytes to keep; later ones are counted only. Zero keeps none.
  public init(limit: Int) {
    self.limit = limit
  }

  /// Bytes of the body so far, kept or not.
  public var count: Int { body.transferredLength }

  public mutating func append(_ bytes: RawSpan, at provenance: Provenance) {
    guard bytes.byteCount > 0 else { return }
    let room = limit - body.bytes.count
    if room > 0 {
      if let last = body.segments.indices.last, body.segments[last].last == provenance.first {
        body.segments[last].last = provenance.last
      } else {
        body.segments.append(
          .init(offset: body.bytes.count, first: provenance.first, last: provenance.last))
      }
      bytes.extracting(first: room).append(to: &body.bytes)
    }
    // A body that nobody wants is measured only: nothing of it was cut off.
    if limit > 0, bytes.byteCount > room { body.isTruncated = true }
    body.transferredLength += bytes.byteCount
  }

  /// Notes bytes that the capture lost. What follows is kept behind what came before.
  public mutating func gap(_ count: Int) {
    body.missing += count
  }

  /// Removes the content codings and hands the body over.
  ///
  /// - Parameters:
  ///   - codings: the values of `Content-Encoding`, as sent, in order of application.
  ///   - isComplete: whether the message's end was seen.
  public consuming func finish(codings: [String], isComplete: Bool, limits: Limits) -> MessageBody {
    var body = body
    body.isComplete = isComplete && body.missing == 0
    body.removeCodings(codings, limits: limits)
    return body
  }
}

extension MessageBody {
  /// Removes content codings, as far as they can be.
  ///
  /// - Parameter codings: as sent, in order of application.
  mutating func removeCodings(_ codings: [String], limits: Limits) {
    guard !codings.isEmpty, !bytes.isEmpty else { return }
    let decoded = ContentDecoder.decode(bytes, codings: codings, limits: limits)
    bytes = decoded.bytes
    self.codings = decoded.removed
    codingFailure = decoded.failure
    isTruncated = isTruncated || decoded.isTruncated
  }
}
