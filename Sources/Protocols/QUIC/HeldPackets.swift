import Model

/// Packets that wait for their secret, oldest first, within a cap for each side.
struct HeldPackets {
  private let limit: Int
  private var packets: [ProtectedPacket] = []
  private var byteCounts = [0, 0]

  init(limit: Int) {
    self.limit = limit
  }

  var isEmpty: Bool { packets.isEmpty }

  /// Bytes held of a side before the ClientHello is whole: only packets that overtook it.
  private static let overtakingLimit = 64 << 10

  /// Adds a packet; gives it back when its side is full.
  mutating func append(_ packet: ProtectedPacket, hasHello: Bool) -> ProtectedPacket? {
    let index = Int(packet.side.rawValue)
    let limit = hasHello ? limit : min(limit, Self.overtakingLimit)
    guard byteCounts[index] + packet.bytes.count <= limit else { return packet }
    byteCounts[index] += packet.bytes.count
    packets.append(packet)
    return nil
  }

  mutating func removeAll() -> [ProtectedPacket] {
    defer {
      packets = []
      byteCounts = [0, 0]
    }
    return packets
  }
}
