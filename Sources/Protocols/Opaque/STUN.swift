import Model
import Wire

/// STUN, with which calls and data channels (WebRTC) find a way through NATs (RFC 8489, section 5).
struct STUN: OpaqueDatagramProtocol, OpaqueProtocol {
  static let name = "stun"

  private static let magicCookie: UInt32 = 0x2112_a442
  private static let headerByteCount = 20

  static func probe(
    _ datagram: borrowing RawSpan, from side: Side, hints: ProbeHints
  ) -> Probe {
    guard datagram.byteCount >= headerByteCount, hasHeader(datagram),
      Int(datagram.uint16(at: 2)) == datagram.byteCount - headerByteCount
    else { return .mismatch }
    return .match
  }

  /// Over TCP, messages follow one another with nothing between.
  static func probe(client: borrowing RawSpan, server: borrowing RawSpan) -> Probe {
    guard client.byteCount > 0 else { return server.byteCount > 0 ? .mismatch : .needsMore }
    guard client.byteCount >= headerByteCount else {
      return client[0] < 0x40 && (client.byteCount < 8 || hasHeader(client))
        ? .needsMore : .mismatch
    }
    return hasHeader(client) ? .match : .mismatch
  }

  private static func hasHeader(_ bytes: borrowing RawSpan) -> Bool {
    bytes[0] < 0x40 && bytes[3] & 3 == 0 && bytes.uint32(at: 4) == magicCookie
  }
}
