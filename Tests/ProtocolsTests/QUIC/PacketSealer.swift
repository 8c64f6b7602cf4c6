import Crypto
import Model
import Protocols

/// Builds protected QUIC packets, as an endpoint would.
struct PacketSealer {
  var version = 1 as UInt32
  var secret: [UInt8]
  var aead = QUICAEAD.aes128GCM

  /// The Initial keys of one side, from the destination id of the client's first packet.
  static func initial(_ side: Side, to id: [UInt8], version: UInt32 = 1) -> PacketSealer {
    let salt = QUICVersion(version)?.initialSalt ?? []
    let secret = KeySchedule.expandLabel(
      .sha256, secret: KeySchedule.extract(.sha256, salt: salt, input: id),
      label: side == .client ? "client in" : "server in", count: 32)
    return PacketSealer(version: version, secret: secret)
  }

  private var isVersion2: Bool { version == 0x6b33_43cf }

  private func derived(_ label: StaticString, _ label2: StaticString, _ count: Int) -> [UInt8] {
    KeySchedule.expandLabel(
      secret.count == 48 ? .sha384 : .sha256, secret: secret, label: isVersion2 ? label2 : label,
      count: count)
  }

  /// A packet with a long header; `type` is 0 Initial, 1 0-RTT, 2 Handshake in every version.
  func long(
    type: UInt8, destination: [UInt8], source: [UInt8] = [], token: [UInt8] = [], number: UInt64,
    numberLength: Int = 2, payload: [UInt8], padTo: Int = 0
  ) throws -> [UInt8] {
    let code = isVersion2 ? (type + 1) & 3 : type
    var header = [0xc0 | code << 4 | UInt8(numberLength - 1)]
    header += (0..<4).map { UInt8(truncatingIfNeeded: version >> (24 - 8 * UInt32($0))) }
    header += [UInt8(destination.count)] + destination + [UInt8(source.count)] + source
    if type == 0 { header += varint(UInt64(token.count)) + token }
    let size = header.count + 2 + numberLength + payload.count + 16
    let padded = payload + [UInt8](repeating: 0, count: max(0, padTo - size))
    let length = UInt16(numberLength + padded.count + 16)
    header += [0x40 | UInt8(length >> 8), UInt8(length & 0xff)]
    return try seal(header, number, numberLength, padded)
  }

  /// A packet with a short header.
  func short(
    destination: [UInt8], number: UInt64, numberLength: Int = 2, phase: Bool = false,
    payload: [UInt8], key other: PacketSealer? = nil
  ) throws -> [UInt8] {
    let header = [0x40 | (phase ? 0x04 : 0) | UInt8(numberLength - 1)] + destination
    return try seal(header, number, numberLength, payload, header: other)
  }

  /// The secret after a key update. Header protection stays with the first one.
  func updated() -> PacketSealer {
    PacketSealer(
      version: version, secret: derived("quic ku", "quicv2 ku", secret.count), aead: aead)
  }

  private func seal(
    _ header: [UInt8], _ number: UInt64, _ numberLength: Int, _ frames: [UInt8],
    header first: PacketSealer? = nil
  ) throws -> [UInt8] {
    // Header protection takes its sample four bytes behind the packet number's first.
    let payload = frames + [UInt8](repeating: 0, count: max(0, 4 - numberLength - frames.count))
    let numberBytes = (0..<numberLength).map {
      UInt8(truncatingIfNeeded: number >> UInt64(8 * (numberLength - 1 - $0)))
    }
    let bare = header + numberBytes
    let key = SymmetricKey(
      data: derived("quic key", "quicv2 key", aead == .aes128GCM ? 16 : 32))
    var nonce = derived("quic iv", "quicv2 iv", 12)
    for i in 0..<8 { nonce[11 - i] ^= UInt8(truncatingIfNeeded: number >> UInt64(8 * i)) }
    let sealed: [UInt8]
    if aead == .chaCha20Poly1305 {
      let box = try ChaChaPoly.seal(
        payload, using: key, nonce: ChaChaPoly.Nonce(data: nonce), authenticating: bare)
      sealed = [UInt8](box.ciphertext) + [UInt8](box.tag)
    } else {
      let box = try AES.GCM.seal(
        payload, using: key, nonce: AES.GCM.Nonce(data: nonce), authenticating: bare)
      sealed = [UInt8](box.ciphertext) + [UInt8](box.tag)
    }
    var packet = bare + sealed
    let cover = first ?? self
    guard let version = QUICVersion(cover.version) else { return packet }
    let keys = PacketKeys(secret: cover.secret, aead: cover.aead, version: version)
    let sample = header.count + 4
    guard let mask = keys.mask(packet[sample..<sample + 16]) else { return packet }
    packet[0] ^= mask[0] & (packet[0] & 0x80 != 0 ? 0x0f : 0x1f)
    for i in 0..<numberLength { packet[header.count + i] ^= mask[i + 1] }
    return packet
  }
}

/// A variable-length integer (RFC 9000, section 16).
func varint(_ value: UInt64) -> [UInt8] {
  switch value {
  case ..<0x40: [UInt8(value)]
  case ..<0x4000: [0x40 | UInt8(value >> 8), UInt8(value & 0xff)]
  case ..<0x4000_0000:
    [0x80 | UInt8(value >> 24)] + (0..<3).map { UInt8(value >> (16 - 8 * UInt64($0)) & 0xff) }
  default:
    [0xc0 | UInt8(value >> 56)] + (0..<7).map { UInt8(value >> (48 - 8 * UInt64($0)) & 0xff) }
  }
}

/// A CRYPTO frame with part of a message.
func cryptoFrame(_ message: [UInt8], _ range: Range<Int>) -> [UInt8] {
  [0x06] + varint(UInt64(range.lowerBound)) + varint(UInt64(range.count)) + message[range]
}

/// A STREAM frame with offset and length.
func streamFrame(
  _ id: UInt64, at offset: Int = 0, _ bytes: [UInt8], isFinal: Bool = false
) -> [UInt8] {
  [isFinal ? 0x0f : 0x0e] + varint(id) + varint(UInt64(offset)) + varint(UInt64(bytes.count))
    + bytes
}
