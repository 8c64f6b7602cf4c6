import Model
import Wire

/// The ids of the connections in a flow that is only counted.
///
/// An Initial packet to an id that is not among them begins another connection in the same flow (RFC
/// 9000, section 7.2), which may be to anyone.
struct QUICMemory: FlowMemory {
  /// Digests of ids, oldest first.
  private var ids: [UInt64] = []
  private static let limit = 16

  static func minds(_ firstByte: UInt8) -> Bool { firstByte & 0xc0 == 0xc0 }

  mutating func isNews(_ datagram: borrowing RawSpan, from side: Side) -> Bool {
    guard let header = try? QUICPacketHeader(parsing: datagram, at: 0) else { return false }
    guard side == .client else {
      // The id that the client has to use from here on.
      remember(datagram.extracting(header.source))
      return false
    }
    guard header.kind == .initial else { return false }
    let id = Self.digest(datagram.extracting(header.destination))
    guard !ids.contains(id) else { return false }
    insert(id)
    return true
  }

  mutating func merge(_ other: any FlowMemory) {
    guard let other = other as? QUICMemory else { return }
    for id in other.ids { insert(id) }
  }

  mutating func remember(_ id: RawSpan) { insert(Self.digest(id)) }

  private mutating func insert(_ id: UInt64) {
    guard !ids.contains(id) else { return }
    if ids.count >= Self.limit { ids.removeFirst() }
    ids.append(id)
  }

  /// FNV-1a; two ids of one digest only mean that a connection goes uncounted.
  private static func digest(_ id: RawSpan) -> UInt64 {
    var digest: UInt64 = 0xcbf2_9ce4_8422_2325
    for i in 0..<id.byteCount { digest = (digest ^ UInt64(id[i])) &* 0x100_0000_01b3 }
    return digest
  }
}
