import Model
import Wire

/// LDAP with StartTLS (RFC 4511).
///
/// Each message is a BER SEQUENCE, so the byte behind one tells whether another follows or TLS does.
struct LDAP: OpaqueProtocol {
  static let name = "ldap"

  /// Bytes of the message in progress that are still to come, by side.
  private var remaining = [0, 0]
  /// The beginning of a message whose length is not known yet.
  private var heads: [[UInt8]] = [[], []]
  private var isLost = [false, false]

  static func probe(client: borrowing RawSpan, server: borrowing RawSpan) -> Probe {
    guard client.byteCount > 0 else { return server.byteCount > 0 ? .mismatch : .needsMore }
    // SEQUENCE, length, INTEGER message id, then an operation of a client: bind, search, extended.
    guard client[0] == 0x30 else { return .mismatch }
    guard client.byteCount >= 2 else { return .needsMore }
    let head = client.extracting(first: 6).array
    guard let (headerCount, length) = header(head) else {
      return head.count < 6 ? .needsMore : .mismatch
    }
    guard length >= 5, length < 1 << 20 else { return .mismatch }
    guard client.byteCount >= headerCount + 3 else { return .needsMore }
    let idCount = Int(client[headerCount + 1])
    guard client[headerCount] == 0x02, (1...4).contains(idCount), client[headerCount + 2] < 0x80
    else { return .mismatch }
    guard client.byteCount > headerCount + 2 + idCount else { return .needsMore }
    let operation = client[headerCount + 2 + idCount]
    return [0x60, 0x63, 0x77, 0x42].contains(operation) ? .match : .mismatch
  }

  mutating func search(_ bytes: RawSpan, from side: Side) -> TLSUpgrade {
    let index = Int(side.rawValue)
    if isLost[index] {
      guard bytes.byteCount > 0, bytes[0] == tlsHandshakeByte else { return .clear }
      return .begins(at: 0)
    }
    var offset = 0
    while offset < bytes.byteCount {
      if remaining[index] > 0 {
        let count = min(remaining[index], bytes.byteCount - offset)
        remaining[index] -= count
        offset += count
        continue
      }
      if heads[index].isEmpty, bytes[offset] == tlsHandshakeByte { return .begins(at: offset) }
      heads[index].append(bytes[offset])
      offset += 1
      guard heads[index][0] == 0x30, heads[index].count <= 6 else { return .never }
      if let (_, length) = Self.header(heads[index]) {
        remaining[index] = length
        heads[index] = []
      }
    }
    return .clear
  }

  mutating func lose(from side: Side) {
    isLost[Int(side.rawValue)] = true
  }

  /// Bytes of tag and length, and the length itself; nil when it is not whole or not definite.
  private static func header(_ bytes: [UInt8]) -> (count: Int, length: Int)? {
    guard bytes.count >= 2 else { return nil }
    if bytes[1] < 0x80 { return (2, Int(bytes[1])) }
    let count = Int(bytes[1] & 0x7f)
    guard (1...4).contains(count), bytes.count >= 2 + count else { return nil }
    return (2 + count, bytes[2..<2 + count].reduce(0) { $0 << 8 | Int($1) })
  }
}
