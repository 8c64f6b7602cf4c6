import Model
import Wire

/// OpenVPN's first packets (openvpn.net, "OpenVPN protocol"; draft-openvpn-wire-protocol).
///
/// ```
/// +--------+-----------+-------------------------------+-------------+-----------+
/// | opcode | session id| HMAC, packet number, time     | acks (none) | packet id |
/// | 5 bits | 64 bits   | with tls-auth; tls-crypt seals|  8 bits: 0  | 32 bits:0 |
/// +--------+-----------+-------------------------------+-------------+-----------+
/// ```
struct OpenVPN: OpaqueDatagramProtocol, OpaqueProtocol {
  static let name = "openvpn"

  /// Hard resets: client versions 1 to 3, and the server's answers.
  private static let clientOpcodes: Set<UInt8> = [1, 7, 10]
  private static let serverOpcodes: Set<UInt8> = [2, 8]

  static func probe(
    _ datagram: borrowing RawSpan, from side: Side, hints: ProbeHints
  ) -> Probe {
    isReset(datagram.extracting(0..<datagram.byteCount), from: side) ? .match : .mismatch
  }

  /// Over TCP, each packet has its length in front.
  static func probe(client: borrowing RawSpan, server: borrowing RawSpan) -> Probe {
    guard client.byteCount > 0 else { return server.byteCount > 0 ? .mismatch : .needsMore }
    guard client.byteCount >= 3 else { return client[0] == 0 ? .needsMore : .mismatch }
    let length = Int(client.uint16(at: 0))
    guard client[2] & 7 == 0, clientOpcodes.contains(client[2] >> 3), length >= 14, length <= 1_024
    else { return .mismatch }
    guard client.byteCount >= 2 + length else { return .needsMore }
    return isReset(client.extracting(2..<2 + length), from: .client) ? .match : .mismatch
  }

  private static func isReset(_ packet: RawSpan, from side: Side) -> Bool {
    let count = packet.byteCount
    // Key id zero.
    guard count >= 14, packet[0] & 7 == 0, packet.uint64(at: 1) != 0,
      (side == .client ? clientOpcodes : serverOpcodes).contains(packet[0] >> 3)
    else { return false }
    if side == .server { return count == 14 || count == 26 || count > 34 }
    switch count {
    // Bare, or with an HMAC of SHA-1, SHA-256 or SHA-512: no acknowledgments, packet zero.
    case 14: return packet.uint32(at: 10) == 0 && packet[9] == 0
    case 42, 54, 86:
      if packet[count - 5] == 0, packet.uint32(at: count - 4) == 0 { return true }
      return count == 54 && isFirstSealed(packet)
    // tls-crypt-v2: a wrapped key follows.
    default: return packet[0] >> 3 == 10 && count > 54 && isFirstSealed(packet)
    }
  }

  /// Whether the number of a first packet of tls-crypt stands behind the session id, which has a bit
  /// pattern of its own in tls-crypt-v2, and then a time of this century.
  private static func isFirstSealed(_ packet: RawSpan) -> Bool {
    let number = packet.uint32(at: 9)
    return (number == 1 || number == 0x0f00_0001)
      && (1_000_000_000..<4_000_000_000).contains(packet.uint32(at: 13))
  }
}
