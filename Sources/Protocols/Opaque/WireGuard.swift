import Model
import Wire

/// WireGuard tunnels (wireguard.com/protocol): four message types of fixed or rounded lengths.
struct WireGuard: OpaqueDatagramProtocol {
  static let name = "wireguard"

  static func probe(
    _ datagram: borrowing RawSpan, from side: Side, hints: ProbeHints
  ) -> Probe {
    let count = datagram.byteCount
    guard count >= 32, datagram.uint32(at: 0) & 0x00ff_ffff == 0 else { return .mismatch }
    switch datagram[0] {
    case 1: return count == 148 ? .match : .mismatch
    case 2: return count == 92 ? .match : .mismatch
    case 3: return count == 64 ? .match : .mismatch
    // Receiver, counter (little-endian, far from 2^48), and padded content with its tag.
    case 4:
      let isCounter = datagram[14] == 0 && datagram[15] == 0
      return count % 16 == 0 && isCounter && datagram.uint32(at: 4) != 0 ? .match : .mismatch
    default: return .mismatch
    }
  }
}
