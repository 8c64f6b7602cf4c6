import Model
import Wire

/// MySQL's and MariaDB's client/server protocol, with the SSL request
/// (MySQL Internals, "Connection Phase"; mariadb.com/kb/en/connection).
struct MySQL: OpaqueProtocol {
  static let name = "mysql"

  /// `CLIENT_SSL` of the capability flags.
  private static let tlsFlag: UInt8 = 0x08
  private static let headerByteCount = 4

  /// The client's first packet, as far as it has come.
  private var head: [UInt8] = []
  private var isAgreed = false
  /// Bytes of the server's greeting that are still to come; nil before its header.
  private var greeting: [UInt8] = []
  private var remaining: Int?

  static func probe(client: borrowing RawSpan, server: borrowing RawSpan) -> Probe {
    // The server speaks first.
    guard server.byteCount > 0 else { return client.byteCount > 0 ? .mismatch : .needsMore }
    guard server.byteCount >= 7 else { return .needsMore }
    let length = Int(server[0]) | Int(server[1]) << 8 | Int(server[2]) << 16
    guard server[3] == 0, length >= 12, length < 1_024 else { return .mismatch }
    switch server[4] {
    case 10:
      // A version such as 8.0.36 or 5.5.5-10.11.6-MariaDB.
      let isVersion = (0x30...0x39).contains(server[5]) && (server[6] == 0x2e || server[6] <= 0x39)
      return isVersion ? .match : .mismatch
    case 0xff:
      // An error, such as "Host is blocked".
      guard server.byteCount >= 4 + 4 else { return .needsMore }
      let code = Int(server[5]) | Int(server[6]) << 8
      return (1_000..<2_000).contains(code) ? .match : .mismatch
    default:
      return .mismatch
    }
  }

  mutating func search(_ bytes: RawSpan, from side: Side) -> TLSUpgrade {
    side == .client ? searchClient(bytes) : searchServer(bytes)
  }

  private mutating func searchClient(_ bytes: RawSpan) -> TLSUpgrade {
    var offset = 0
    while offset < bytes.byteCount {
      if isAgreed { return bytes[offset] == tlsHandshakeByte ? .begins(at: offset) : .never }
      head.append(bytes[offset])
      offset += 1
      guard head.count >= Self.headerByteCount + 2 else { continue }
      // Number 1, and no more than flags, sizes and character set: 32 bytes, 4 in old versions.
      let length = Int(head[0]) | Int(head[1]) << 8 | Int(head[2]) << 16
      guard head[3] == 1, length == 32 || length == 4, head[5] & Self.tlsFlag != 0 else {
        return .never
      }
      isAgreed = head.count == Self.headerByteCount + length
    }
    return .clear
  }

  private mutating func searchServer(_ bytes: RawSpan) -> TLSUpgrade {
    var offset = 0
    while offset < bytes.byteCount {
      if let left = remaining, left > 0 {
        let count = min(left, bytes.byteCount - offset)
        remaining = left - count
        offset += count
        continue
      }
      if remaining != nil {
        return bytes[offset] == tlsHandshakeByte ? .begins(at: offset) : .never
      }
      greeting.append(bytes[offset])
      offset += 1
      guard greeting.count == Self.headerByteCount else { continue }
      remaining = Int(greeting[0]) | Int(greeting[1]) << 8 | Int(greeting[2]) << 16
    }
    return .clear
  }
}
