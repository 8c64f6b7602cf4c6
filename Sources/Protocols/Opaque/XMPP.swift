import Model
import Wire

/// XMPP with STARTTLS (RFC 6120).
struct XMPP: OpaqueProtocol {
  static let name = "xmpp"

  static func probe(client: borrowing RawSpan, server: borrowing RawSpan) -> Probe {
    guard client.byteCount > 0 else { return server.byteCount > 0 ? .mismatch : .needsMore }
    let direct = Probe(client, begin: "<stream:stream")
    guard direct == .mismatch else { return direct }
    let declaration = Probe(client, begin: "<?xml ")
    guard declaration == .match else { return declaration }
    guard let end = client.firstIndex(of: UInt8(ascii: ">")) else { return .needsMore }
    var rest = client.extracting(droppingFirst: end + 1)
    while rest.byteCount > 0, [0x09, 0x0a, 0x0d, 0x20].contains(rest[0]) {
      rest = rest.extracting(droppingFirst: 1)
    }
    return Probe(rest, begin: "<stream:stream")
  }

  /// The first byte of a TLS record is no character of XML (XML 1.0, section 2.2).
  mutating func search(_ bytes: RawSpan, from side: Side) -> TLSUpgrade {
    bytes.firstIndex(of: tlsHandshakeByte).map { .begins(at: $0) } ?? .clear
  }
}
