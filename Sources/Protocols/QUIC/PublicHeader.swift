import Wire

/// The header of QUIC before the IETF took it over: recognised, named, not read.
enum PublicHeader {
  /// The version in a public header (Q043 and earlier), which a client sends until it is agreed.
  ///
  /// ```
  /// flags 8 (0x01 version, 0x08 connection id) | connection id 64 | version 32 | …
  /// ```
  static func version(of datagram: borrowing RawSpan) -> UInt32? {
    guard datagram.byteCount >= 14, datagram[0] & 0xc9 == 0x09 else { return nil }
    let version = datagram.uint32(at: 9)
    let digits = [UInt32(16), 8, 0].map { UInt8(truncatingIfNeeded: version >> $0) }
    guard version >> 24 == 0x51, digits.allSatisfy({ (0x30...0x39) ~= $0 }) else { return nil }
    return version
  }
}
