import Crypto
import Model
import Protocols

/// Community ID v1 (github.com/corelight/community-id-spec), seed 0.
enum CommunityID {
  static func make(_ transport: TransportProtocol, _ a: Endpoint, _ b: Endpoint) -> String {
    var a = a
    var b = b
    var isOneWay = false
    if transport == .icmp || transport == .icmpV6 {
      // Message types of a pair stand in the ports' place; others make the tuple one-way.
      let type = a.port
      if let counterpart = counterpart(of: type, isV6: transport == .icmpV6) {
        b.port = counterpart
      } else {
        isOneWay = true
      }
    }
    let first = a.address.bytes
    let second = b.address.bytes
    let isOrdered =
      isOneWay || a.address < b.address || (a.address == b.address && a.port < b.port)
    if !isOrdered { swap(&a, &b) }
    var input: [UInt8] = [0, 0]
    input += isOrdered ? first : second
    input += isOrdered ? second : first
    input += [transport.rawValue, 0]
    for port in [a.port, b.port] {
      input += [UInt8(port >> 8), UInt8(truncatingIfNeeded: port)]
    }
    return "1:" + Base64.encode(Array(Insecure.SHA1.hash(data: input)))
  }

  /// The ICMP type that answers another, for types that come in pairs.
  private static func counterpart(of type: UInt16, isV6: Bool) -> UInt16? {
    let pairs: [UInt16: UInt16] =
      isV6
      ? [
        128: 129, 129: 128, 133: 134, 134: 133, 135: 136, 136: 135, 130: 131, 131: 130,
        139: 140, 140: 139, 144: 145, 145: 144,
      ]
      : [0: 8, 8: 0, 13: 14, 14: 13, 15: 16, 16: 15, 17: 18, 18: 17, 9: 10, 10: 9]
    return pairs[type]
  }
}
