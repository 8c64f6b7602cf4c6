import Model
import Wire

/// PostgreSQL's frontend/backend protocol, version 3, with SSLRequest
/// (PostgreSQL documentation, chapter "Frontend/Backend Protocol", section "Message Flow").
struct PostgreSQL: OpaqueProtocol {
  static let name = "pgsql"

  private enum Request {
    static let startup: UInt32 = 0x0003_0000
    static let tls: UInt32 = 80_877_103
    static let gssEncryption: UInt32 = 80_877_104
    static let cancel: UInt32 = 80_877_102
  }

  /// First bytes of the client that are not a whole message yet.
  private var head: [UInt8] = []
  /// Requests for encryption that the server has not answered.
  private var awaited = 0
  private var isAgreed = false

  static func probe(client: borrowing RawSpan, server: borrowing RawSpan) -> Probe {
    guard client.byteCount > 0 else { return server.byteCount > 0 ? .mismatch : .needsMore }
    guard client.byteCount >= 8 else { return client[0] == 0 ? .needsMore : .mismatch }
    let length = client.uint32(at: 0)
    switch client.uint32(at: 4) {
    case Request.tls, Request.gssEncryption: return length == 8 ? .match : .mismatch
    case Request.cancel: return length >= 16 && length <= 272 ? .match : .mismatch
    // Version 3.0, and 3.2 of release 18; parameters follow in pairs.
    case Request.startup...(Request.startup + 2):
      return length > 9 && length <= 10_000 ? .match : .mismatch
    default: return .mismatch
    }
  }

  mutating func search(_ bytes: RawSpan, from side: Side) -> TLSUpgrade {
    guard bytes.byteCount > 0 else { return .clear }
    switch side {
    case .server:
      if isAgreed { return bytes[0] == tlsHandshakeByte ? .begins(at: 0) : .never }
      guard awaited > 0 else { return .never }
      // One byte of answer; an old server sends an error message instead.
      awaited -= 1
      switch bytes[0] {
      case UInt8(ascii: "S"):
        isAgreed = true
        guard bytes.byteCount > 1 else { return .clear }
        return bytes[1] == tlsHandshakeByte ? .begins(at: 1) : .never
      case UInt8(ascii: "N"): return .clear
      default: return .never
      }
    case .client:
      if bytes[0] == tlsHandshakeByte, head.isEmpty { return .begins(at: 0) }
      var offset = 0
      while offset < bytes.byteCount {
        if head.isEmpty, bytes[offset] == tlsHandshakeByte { return .begins(at: offset) }
        head.append(bytes[offset])
        offset += 1
        guard head.count == 8 else { continue }
        let request = head[4...].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        guard request == Request.tls || request == Request.gssEncryption else { return .never }
        awaited += 1
        head = []
      }
      return .clear
    }
  }
}
