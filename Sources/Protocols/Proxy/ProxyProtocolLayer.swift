public import Model
import Wire

/// The PROXY protocol, versions 1 and 2: a line or block in front of a forwarded connection that
/// says whose it was (https://www.haproxy.org/download/3.0/doc/proxy-protocol.txt).
///
/// It is passed over; the connection behind it is read.
public final class ProxyProtocolLayer: Layer {
  public static let name = "proxy-protocol"

  private static let signature2: [UInt8] = [
    0x0d, 0x0a, 0x0d, 0x0a, 0x00, 0x0d, 0x0a, 0x51, 0x55, 0x49, 0x54, 0x0a,
  ]
  private static let signature1 = Array("PROXY ".utf8)
  /// The longest line of version 1, line end included.
  private static let lineLimit = 107

  private let context: LayerContext
  private let inner: StreamDetector
  private var held: [UInt8] = []
  private var isRead = false

  public init(_ context: LayerContext) {
    self.context = context
    inner = StreamDetector(context.inner { _ in })
  }

  public static func probe(
    client: borrowing RawSpan, server: borrowing RawSpan, hints: ProbeHints
  ) -> Probe {
    guard client.byteCount > 0 else { return server.byteCount > 0 ? .mismatch : .needsMore }
    let bytes = client.extracting(first: 16).array
    for signature in [signature1, signature2] where begins(bytes, like: signature) {
      guard bytes.count >= signature.count else { return .needsMore }
      if signature == signature1 { return .match }
      guard bytes.count >= 14 else { return .needsMore }
      // Version 2, command LOCAL or PROXY.
      return bytes[12] == 0x20 || bytes[12] == 0x21 ? .match : .mismatch
    }
    return .mismatch
  }

  private static func begins(_ bytes: [UInt8], like signature: [UInt8]) -> Bool {
    zip(bytes, signature).allSatisfy { $0 == $1 }
  }

  public func receive(_ bytes: RawSpan, from side: Side, at provenance: Provenance) {
    guard side == .client, !isRead else {
      inner.receive(bytes, from: side, at: provenance)
      return
    }
    bytes.append(to: &held)
    guard let length = headerLength else {
      context.anomaly(
        "parse_failed", layer: Self.name, "the first line is not that of the PROXY protocol",
        at: provenance)
      pass(0, provenance)
      return
    }
    if held.count >= length { pass(length, provenance) }
  }

  public func gap(_ count: Int, from side: Side, at provenance: Provenance) {
    if side == .client, !isRead { pass(held.count, provenance) }
    inner.gap(count, from: side, at: provenance)
  }

  public func end(from side: Side, isClean: Bool, at provenance: Provenance) {
    inner.end(from: side, isClean: isClean, at: provenance)
  }

  /// Bytes of the header, `.max` while that cannot be said; nil when it has no end.
  private var headerLength: Int? {
    if held.first == Self.signature2.first {
      guard held.count >= 16 else { return .max }
      return 16 + (Int(held[14]) << 8 | Int(held[15]))
    }
    if let end = held.firstIndex(of: 0x0a) { return end < Self.lineLimit ? end + 1 : nil }
    return held.count < Self.lineLimit ? .max : nil
  }

  /// Drops the header and hands on what is behind it.
  private func pass(_ length: Int, _ provenance: Provenance) {
    isRead = true
    let rest = Array(held.dropFirst(length))
    if !context.path.isEncrypted {
      context.state.clientBytesSeen += UInt64(held.count - rest.count)
      context.state.clientBytesRead += UInt64(held.count - rest.count)
    }
    held = []
    if !rest.isEmpty { inner.receive(rest.span.bytes, from: .client, at: provenance) }
  }
}
