import Crypto
public import Model

/// The AEADs that QUIC runs with (RFC 9001, section 5.3).
public enum QUICAEAD: Sendable, Hashable {
  case aes128GCM, aes256GCM, chaCha20Poly1305

  /// The AEAD of a TLS 1.3 cipher suite, by IANA number.
  public init?(cipherSuite: UInt16) {
    switch cipherSuite {
    case 0x1301: self = .aes128GCM
    case 0x1302: self = .aes256GCM
    case 0x1303: self = .chaCha20Poly1305
    default: return nil
    }
  }

  var keyLength: Int { self == .aes128GCM ? 16 : 32 }
}

/// A packet with its protection removed.
public struct OpenedPacket: Sendable, Hashable {
  public var number: UInt64
  public var firstByte: UInt8
  public var payload: [UInt8]

  /// The key phase bit of a short header.
  public var keyPhase: Bool { firstByte & 0x04 != 0 }
}

/// The keys of one direction at one encryption level.
public struct PacketKeys: Sendable {
  private let secret: [UInt8]
  private let aead: QUICAEAD
  private let isVersion2: Bool
  private let headerKey: [UInt8]
  private let initializationVector: [UInt8]
  private let cipher: any PacketCipher

  /// Derives keys from a traffic secret (RFC 9001, section 5.1).
  public init(secret: [UInt8], aead: QUICAEAD, version: QUICVersion) {
    let expander = LabelExpander(secret)
    let headerKey = expander.expand(
      version.isVersion2 ? "quicv2 hp" : "quic hp", count: aead.keyLength)
    self.init(
      secret: secret, expander, aead: aead, isVersion2: version.isVersion2, headerKey: headerKey)
  }

  private init(
    secret: [UInt8], _ expander: LabelExpander, aead: QUICAEAD, isVersion2: Bool,
    headerKey: [UInt8]
  ) {
    self.secret = secret
    self.aead = aead
    self.isVersion2 = isVersion2
    self.headerKey = headerKey
    let key = SymmetricKey(
      data: expander.expand(isVersion2 ? "quicv2 key" : "quic key", count: aead.keyLength))
    initializationVector = expander.expand(isVersion2 ? "quicv2 iv" : "quic iv", count: 12)
    let coverKey = SymmetricKey(data: headerKey)
    switch aead {
    case .aes128GCM, .aes256GCM: cipher = AESPacketCipher(key: key, headerKey: coverKey)
    case .chaCha20Poly1305: cipher = ChaChaPacketCipher(key: key, headerKey: coverKey)
    }
  }

  /// The keys of one side's Initial packets (RFC 9001, section 5.2).
  public static func initial(
    connectionID: [UInt8], version: QUICVersion, side: Side
  ) -> PacketKeys {
    // HKDF-Extract is one HMAC under the salt (RFC 5869, section 2.2).
    let secret = KeyedSHA256(version.initialSalt).code(connectionID)
    return PacketKeys(
      secret: LabelExpander(secret).expand(
        side == .client ? "client in" : "server in", count: 32),
      aead: .aes128GCM, version: version)
  }

  /// The five bytes that cover a header (RFC 9001, section 5.4), from 16 bytes of ciphertext.
  package func mask(_ sample: ArraySlice<UInt8>) -> [UInt8]? { cipher.mask(sample) }

  /// The keys after a key update (RFC 9001, section 6); header protection stays.
  public func updated() -> PacketKeys {
    let next = LabelExpander(secret).expand(
      isVersion2 ? "quicv2 ku" : "quic ku", count: secret.count)
    return PacketKeys(
      secret: next, LabelExpander(next), aead: aead, isVersion2: isVersion2, headerKey: headerKey)
  }

  /// Header of a packet with its protection removed.
  struct Header {
    var bytes: [UInt8]
    var number: UInt64
    var isLong: Bool { bytes[0] & 0x80 != 0 }
    var keyPhase: Bool { bytes[0] & 0x04 != 0 }
  }

  /// Removes header protection (RFC 9001, section 5.4); nil when the packet is too short.
  ///
  /// - Parameter numberOffset: where the packet number stands in `packet`.
  func header(of packet: [UInt8], numberOffset: Int, largest: UInt64?) -> Header? {
    guard packet.count >= numberOffset + 20,
      let mask = cipher.mask(packet[numberOffset + 4..<numberOffset + 20])
    else { return nil }
    let first = packet[0] ^ (mask[0] & (packet[0] & 0x80 != 0 ? 0x0f : 0x1f))
    let length = Int(first & 3) + 1
    var bytes = Array(packet[..<(numberOffset + length)])
    bytes[0] = first
    var truncated: UInt64 = 0
    for i in 0..<length {
      bytes[numberOffset + i] ^= mask[i + 1]
      truncated = truncated << 8 | UInt64(bytes[numberOffset + i])
    }
    return Header(
      bytes: bytes,
      number: decodePacketNumber(truncated, length: length, largest: largest))
  }

  /// Removes packet protection under a header that is already bare.
  func open(_ packet: [UInt8], under header: Header) -> OpenedPacket? {
    var nonce = initializationVector
    for i in 0..<8 {
      nonce[11 - i] ^= UInt8(truncatingIfNeeded: header.number >> UInt64(8 * i))
    }
    guard
      let payload = cipher.open(
        packet[header.bytes.count...], nonce: nonce, header: header.bytes)
    else { return nil }
    return OpenedPacket(number: header.number, firstByte: header.bytes[0], payload: payload)
  }

  /// Removes both protections; nil when the keys do not fit.
  public func open(_ packet: [UInt8], numberOffset: Int, largest: UInt64?) -> OpenedPacket? {
    header(of: packet, numberOffset: numberOffset, largest: largest)
      .flatMap { open(packet, under: $0) }
  }
}

/// Checks Retry's integrity tag (RFC 9001, section 5.8).
public enum RetryIntegrity {
  /// - Parameters:
  ///   - packet: the whole Retry packet, its 16-byte tag last.
  ///   - original: the destination connection id of the client's first Initial.
  /// - Returns: nil when the version's Retry has no tag.
  public static func isValid(
    _ packet: [UInt8], original: [UInt8], version: QUICVersion
  ) -> Bool? {
    guard let key = version.retryKey, let nonce = version.retryNonce else { return nil }
    guard packet.count >= 16, original.count <= 255 else { return false }
    let pseudo = [UInt8(original.count)] + original + packet.dropLast(16)
    let cipher = AESPacketCipher(
      key: SymmetricKey(data: key), headerKey: SymmetricKey(data: key))
    return cipher.open(packet.suffix(16), nonce: nonce, header: pseudo) != nil
  }
}
