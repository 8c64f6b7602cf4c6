import Model
import Wire

/// Remote desktop connections: X.224 in TPKT, then TLS ([MS-RDPBCGR], section 1.3.1.1; RFC 1006).
struct RemoteDesktop: OpaqueProtocol {
  static let name = "rdp"

  private var heads: [[UInt8]] = [[], []]
  private var remaining = [0, 0]

  static func probe(client: borrowing RawSpan, server: borrowing RawSpan) -> Probe {
    guard client.byteCount > 0 else { return server.byteCount > 0 ? .mismatch : .needsMore }
    guard client[0] == 3 else { return .mismatch }
    guard client.byteCount >= 7 else { return .needsMore }
    // Version 3, and a connection request that fills its packet.
    let length = Int(client.uint16(at: 2))
    let isRequest =
      client[1] == 0 && length >= 11 && length <= 512 && Int(client[4]) == length - 5
      && client[5] == 0xe0 && client[6] == 0
    return isRequest ? .match : .mismatch
  }

  mutating func search(_ bytes: RawSpan, from side: Side) -> TLSUpgrade {
    let index = Int(side.rawValue)
    var offset = 0
    while offset < bytes.byteCount {
      if remaining[index] > 0 {
        let count = min(remaining[index], bytes.byteCount - offset)
        remaining[index] -= count
        offset += count
        continue
      }
      if heads[index].isEmpty {
        if bytes[offset] == tlsHandshakeByte { return .begins(at: offset) }
        guard bytes[offset] == 3 else { return .never }
      }
      heads[index].append(bytes[offset])
      offset += 1
      guard heads[index].count == 4 else { continue }
      remaining[index] = max(0, (Int(heads[index][2]) << 8 | Int(heads[index][3])) - 4)
      heads[index] = []
    }
    return .clear
  }
}
