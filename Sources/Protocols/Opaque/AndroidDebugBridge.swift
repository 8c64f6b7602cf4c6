import Model
import Wire

/// The Android Debug Bridge over TCP: messages of a 24-byte header and a payload, and TLS once both
/// sides have sent `STLS` (AOSP, packages/modules/adb/protocol.txt).
///
/// ```
/// +---------+------+------+--------+----------+--------------------+
/// | command | arg0 | arg1 | length | checksum | command xor ffff…  |   little-endian
/// |   32    |  32  |  32  |   32   |    32    |         32         |
/// +---------+------+------+--------+----------+--------------------+
/// ```
struct AndroidDebugBridge: OpaqueProtocol {
  static let name = "adb"

  private static let headerLength = 24
  private var heads: [[UInt8]] = [[], []]
  private var remaining = [0, 0]
  /// Sides whose next message would be a TLS record.
  private var asked = [false, false]

  static func probe(client: borrowing RawSpan, server: borrowing RawSpan) -> Probe {
    guard client.byteCount > 0 else { return server.byteCount > 0 ? .mismatch : .needsMore }
    let begins = Probe(client, begin: "CNXN")
    guard begins == .match else { return begins }
    guard client.byteCount >= headerLength else { return .needsMore }
    return (0..<4).allSatisfy { client[$0] ^ client[20 + $0] == 0xff } ? .match : .mismatch
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
      if asked[index] {
        return bytes[offset] == tlsHandshakeByte ? .begins(at: offset) : .never
      }
      heads[index].append(bytes[offset])
      offset += 1
      guard heads[index].count == Self.headerLength else { continue }
      let head = heads[index]
      guard (0..<4).allSatisfy({ head[$0] ^ head[20 + $0] == 0xff }) else { return .never }
      asked[index] = head.starts(with: "STLS".utf8)
      remaining[index] = (0..<4).reduce(0) { $0 | Int(head[12 + $1]) << (8 * $1) }
      heads[index] = []
    }
    return .clear
  }
}
