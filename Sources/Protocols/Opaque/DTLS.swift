import Model
import Wire

/// DTLS 1.0 to 1.3 (RFC 6347, section 4.1; RFC 9147, section 4): calls, data channels, some VPNs.
struct DTLS: OpaqueDatagramProtocol {
  static let name = "dtls"
  private static let headerByteCount = 13

  static func probe(
    _ datagram: borrowing RawSpan, from side: Side, hints: ProbeHints
  ) -> Probe {
    guard datagram.byteCount > headerByteCount, ContentType(rawValue: datagram[0]) != nil
    else { return .mismatch }
    let version = datagram.uint16(at: 1)
    // 1.0, 1.2, and the number that early Cisco and OpenSSL releases sent.
    guard version == 0xfeff || version == 0xfefd || version == 0x0100 else { return .mismatch }
    let length = Int(datagram.uint16(at: 11))
    return length > 0 && length <= datagram.byteCount - headerByteCount
      && datagram[3] == 0 && datagram.uint16(at: 5) == 0 ? .match : .mismatch
  }
}
