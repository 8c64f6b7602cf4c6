import Model
import Wire

/// Internet key exchange, versions 1 and 2 (RFC 2408, section 3.1; RFC 7296, section 3.1), which sets up
/// IPsec tunnels.
struct KeyExchange: OpaqueDatagramProtocol {
  static let name = "ike"

  static func probe(
    _ datagram: borrowing RawSpan, from side: Side, hints: ProbeHints
  ) -> Probe {
    // Beside ESP on one port, four zero bytes mark it (RFC 3948, section 2.2).
    let start = datagram.byteCount >= 4 && datagram.uint32(at: 0) == 0 ? 4 : 0
    guard datagram.byteCount >= start + 28 else { return .mismatch }
    let version = datagram[start + 17]
    let exchange = datagram[start + 18]
    let isKnown =
      version == 0x10 && [2, 4, 5, 6, 32].contains(exchange)
      || version == 0x20 && (34...43).contains(exchange)
    let hasLength = Int(datagram.uint32(at: start + 24)) == datagram.byteCount - start
    return isKnown && hasLength && datagram.uint64(at: start) != 0 ? .match : .mismatch
  }
}

/// IPsec's ESP in UDP (RFC 3948): nothing but an SPI and a number is clear, so its port has to help.
struct EncapsulatedSecurityPayload: OpaqueDatagramProtocol {
  static let name = "esp"
  private static let port: UInt16 = 4_500

  static func probe(
    _ datagram: borrowing RawSpan, from side: Side, hints: ProbeHints
  ) -> Probe {
    guard hints.serverPort == port || hints.clientPort == port else { return .mismatch }
    if datagram.byteCount == 1 { return datagram[0] == 0xff ? .match : .mismatch }
    // SPIs up to 255 are reserved (RFC 4303, section 2.1).
    return datagram.byteCount >= 28 && datagram.uint32(at: 0) > 255 && datagram.uint32(at: 4) > 0
      ? .match : .mismatch
  }
}
