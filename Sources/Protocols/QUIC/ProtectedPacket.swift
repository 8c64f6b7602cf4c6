import Model

/// The spaces in which packets are numbered (RFC 9000, section 12.3).
enum PacketSpace: Int {
  case initial = 0
  case handshake = 1
  case application = 2
}

/// A packet as it came, with what is needed to open it later.
struct ProtectedPacket {
  var kind: QUICPacketHeader.Kind
  /// Of the connection when the packet has a short header.
  var version: QUICVersion
  var bytes: [UInt8]
  var numberOffset: Int
  var side: Side
  var provenance: Provenance

  var space: PacketSpace {
    switch kind {
    case .initial: .initial
    case .handshake: .handshake
    default: .application
    }
  }

  /// The secret that its keys come from; nil for Initial packets.
  var secretLabel: SecretLabel? {
    switch (kind, side) {
    case (.handshake, .client): .clientHandshake
    case (.handshake, .server): .serverHandshake
    case (.zeroRTT, .client): .clientEarly
    case (.oneRTT, .client): .clientTraffic0
    case (.oneRTT, .server): .serverTraffic0
    default: nil
    }
  }

  /// Bytes of frames inside, as far as the size tells: without the shortest number and the tag.
  var estimatedPayload: Int { max(0, bytes.count - numberOffset - 17) }
}
