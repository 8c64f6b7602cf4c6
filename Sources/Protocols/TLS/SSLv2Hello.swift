import Model
import Wire

/// The ClientHello of SSL 2.0, which old clients also open TLS connections with (RFC 5246, appendix E.2).
///
/// ```
/// +-+--------+------+---------+--------------+-----------+------------------+
/// |1| length | type | version | suites bytes | id bytes  | challenge bytes  |
/// |1|   15   |  8   |   16    |      16      |    16     |       16         |
/// +-+--------+------+---------+--------------+-----------+------------------+
/// ```
enum SSLv2Hello {
  private static let headerByteCount = 11
  private static let mostBytes = 1_024

  /// Bytes of the hello with its header, when these bytes may begin one.
  static func byteCount(_ bytes: borrowing RawSpan) -> Int? {
    guard bytes.byteCount >= headerByteCount, bytes[0] & 0x80 != 0, bytes[2] == 1 else {
      return nil
    }
    let length = Int(bytes[0] & 0x7f) << 8 | Int(bytes[1])
    let version = bytes.uint16(at: 3)
    let suites = Int(bytes.uint16(at: 5))
    let session = Int(bytes.uint16(at: 7))
    let challenge = Int(bytes.uint16(at: 9))
    guard version == 0x0002 || (version >= 0x0300 && version <= 0x0303), suites > 0,
      suites % 3 == 0, challenge >= 16, challenge <= 32, length <= mostBytes,
      length == 9 + suites + session + challenge
    else { return nil }
    return 2 + length
  }

  static func isPlausible(_ bytes: borrowing RawSpan) -> Bool { byteCount(bytes) != nil }

  /// Whether more bytes are needed to tell.
  static func isCut(_ bytes: borrowing RawSpan) -> Bool {
    bytes.byteCount >= 3 && bytes.byteCount < headerByteCount && bytes[0] & 0x80 != 0
      && bytes[2] == 1
  }
}

extension ClientHello {
  /// Reads an SSL 2.0 ClientHello that is whole.
  init?(parsingSSLv2 bytes: RawSpan) {
    guard let count = SSLv2Hello.byteCount(bytes), bytes.byteCount >= count else { return nil }
    let suites = Int(bytes.uint16(at: 5))
    let session = Int(bytes.uint16(at: 7))
    let challenge = Int(bytes.uint16(at: 9))
    legacyVersion = bytes.uint16(at: 3)
    // A challenge shorter than a random is padded in front (appendix E.2).
    random =
      [UInt8](repeating: 0, count: 32 - challenge)
      + bytes.extracting(11 + suites + session..<11 + suites + session + challenge).array
    for i in 0..<suites / 3 where bytes[11 + 3 * i] == 0 {
      cipherSuites.append(bytes.uint16(at: 12 + 3 * i))
    }
    byteCount = count
  }
}

extension TLSLayer {
  enum SSLv2Reading {
    case notOne
    case incomplete
    case read(Int)
  }

  /// Reads an SSL 2.0 ClientHello at the very beginning of the client's bytes.
  func readSSLv2Hello(
    _ bytes: RawSpan, _ direction: TLSDirection, at provenance: Provenance
  ) -> SSLv2Reading {
    guard direction.side == .client, !negotiation.hasHello, negotiation.server == nil else {
      return .notOne
    }
    guard !SSLv2Hello.isCut(bytes) else { return .incomplete }
    guard let count = SSLv2Hello.byteCount(bytes) else { return .notOne }
    guard bytes.byteCount >= count else { return .incomplete }
    guard let hello = ClientHello(parsingSSLv2: bytes) else { return .notOne }
    report("sslv2_hello", "the client opens with a hello of SSL 2.0", at: provenance)
    take(hello, bytes, at: provenance)
    return .read(count)
  }
}
