import Crypto
package import Model
import Wire

/// Community ID v1 (github.com/corelight/community-id-spec), seed 0.
package enum CommunityID {
  package static func of(_ flow: FlowReference) -> String {
    let transport = flow.transport
    var a = flow.client
    var b = flow.server
    // The type that answers a message stands in the other port's place; a type without an answer makes
    // the tuple one-way.
    let isOneWay =
      (transport == .icmp || transport == .icmpV6)
      && ICMPTypes.counterpart(
        of: UInt8(truncatingIfNeeded: a.port), isV6: transport == .icmpV6) == nil
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
}
