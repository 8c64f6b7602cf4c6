import Model
import Wire

/// A hello of either side that breaks its own format.
package struct MalformedHello: Error, Hashable {}

/// A ClientHello, as sent (RFC 8446, section 4.1.2; RFC 5246, section 7.4.1.2).
///
/// TLS, DTLS-free QUIC and the decrypted inner hello of ECH share it: it reads a handshake message's
/// body, without the four bytes of type and length.
package struct ClientHello: Sendable, Hashable {
  package var legacyVersion: UInt16 = 0
  package var random: [UInt8] = []
  package var sessionID: [UInt8] = []
  /// The content of `session_ticket` (RFC 5077, section 3.2), empty where one is asked for.
  package var sessionTicket: [UInt8]?
  package var cipherSuites: [UInt16] = []
  /// Types of all extensions, in order.
  package var extensionTypes: [UInt16] = []
  /// Whether there is a `server_name` extension, readable or not.
  package var hasServerName = false
  /// The host name, when it is one: visible ASCII only, lower risk by construction.
  package var serverName: String?
  /// The protocol names offered, as bytes.
  package var alpn: [[UInt8]] = []
  package var supportedGroups: [UInt16] = []
  package var pointFormats: [UInt8] = []
  package var signatureAlgorithms: [UInt16] = []
  package var supportedVersions: [UInt16] = []
  package var keyShareGroups: [UInt16] = []
  /// Raw bytes of `quic_transport_parameters` (RFC 9001, section 8.2), either code point.
  package var transportParameters: [UInt8]?
  /// Whether 0-RTT data is announced.
  package var offersEarlyData = false
  /// Whether a PSK is offered (RFC 8446, section 4.2.11).
  package var offersPreSharedKey = false
  /// Whether there is an `encrypted_client_hello` extension of the outer kind, real or GREASE.
  package var hasEncryptedClientHello = false
  /// Bytes of the message with its header.
  package var byteCount = 0

  /// Reads a handshake message's body.
  package init(parsing body: RawSpan) throws(MalformedHello) {
    do throws(Truncated) {
      try parse(body)
    } catch {
      throw MalformedHello()
    }
  }

  private mutating func parse(_ body: RawSpan) throws(Truncated) {
    byteCount = body.byteCount + 4
    var reader = ByteReader(body)
    legacyVersion = try reader.read()
    random = try reader.take(32).array
    let sessionLength: UInt8 = try reader.read()
    sessionID = try reader.take(Int(sessionLength)).array
    let suitesLength: UInt16 = try reader.read()
    cipherSuites = uint16List(try reader.take(Int(suitesLength)))
    let compressionLength: UInt8 = try reader.read()
    try reader.skip(Int(compressionLength))
    guard reader.remaining >= 2 else { return }
    let extensionsLength: UInt16 = try reader.read()
    var extensions = ByteReader(try reader.take(Int(extensionsLength)))
    extensionTypes.reserveCapacity(20)
    while !extensions.isAtEnd {
      let type: UInt16 = try extensions.read()
      let length: UInt16 = try extensions.read()
      extensionTypes.append(type)
      read(type, try extensions.take(Int(length)))
    }
  }

  /// Reads one extension. A malformed one counts as present with no content.
  private mutating func read(_ type: UInt16, _ bytes: RawSpan) {
    switch type {
    case 0:
      // There must be no second one (RFC 8446, section 4.2).
      guard !hasServerName else { return }
      hasServerName = true
      serverName = hostName(bytes)
    case 10: supportedGroups = prefixedUInt16List(bytes)
    case 11:
      if bytes.byteCount > 1 {
        pointFormats = bytes.extracting(1..<min(bytes.byteCount, 1 + Int(bytes[0]))).array
      }
    case 13: signatureAlgorithms = prefixedUInt16List(bytes)
    case 16: alpn = protocolNames(bytes)
    case 35: sessionTicket = bytes.array
    case 41: offersPreSharedKey = true
    case 42: offersEarlyData = true
    case 43:
      if bytes.byteCount > 1 {
        supportedVersions = uint16List(
          bytes.extracting(1..<min(bytes.byteCount, 1 + Int(bytes[0]))))
      }
    case 51: keyShareGroups = keyShares(bytes)
    case 57, 0xffa5: transportParameters = bytes.array
    case 0xfe0d: hasEncryptedClientHello = bytes.byteCount > 0 && bytes[0] == 0
    default: break
    }
  }

  /// Highest version offered, GREASE and the 0x7e numbers of one browser's experiments aside.
  package var version: UInt16 {
    supportedVersions.filter { !isGREASE($0) && $0 >> 8 != 0x7e }.max() ?? legacyVersion
  }

  /// Whether this hello may lead to TLS 1.3.
  package var offersTLS13: Bool { supportedVersions.contains { $0 == 0x0304 || $0 >> 8 == 0x7f } }
}

/// Whether a value is one of the sixteen that clients sprinkle in (RFC 8701).
package func isGREASE(_ value: UInt16) -> Bool {
  value & 0x0f0f == 0x0a0a && value >> 8 == value & 0xff
}

/// The 16-bit numbers of a span; an odd last byte is left out.
func uint16List(_ bytes: RawSpan) -> [UInt16] {
  var numbers: [UInt16] = []
  numbers.reserveCapacity(bytes.byteCount / 2)
  for i in 0..<bytes.byteCount / 2 { numbers.append(bytes.uint16(at: 2 * i)) }
  return numbers
}

/// The 16-bit numbers behind a 16-bit byte count.
private func prefixedUInt16List(_ bytes: RawSpan) -> [UInt16] {
  guard bytes.byteCount >= 2 else { return [] }
  let end = min(bytes.byteCount, 2 + Int(bytes.uint16(at: 0)))
  return uint16List(bytes.extracting(2..<end))
}

/// The names of an ALPN list (RFC 7301, section 3.1), up to the first broken one.
func protocolNames(_ bytes: RawSpan) -> [[UInt8]] {
  var names: [[UInt8]] = []
  var offset = 2
  while offset < bytes.byteCount {
    let end = offset + 1 + Int(bytes[offset])
    guard end <= bytes.byteCount else { break }
    names.append(bytes.extracting(offset + 1..<end).array)
    offset = end
  }
  return names
}

/// The groups of a client's key shares (RFC 8446, section 4.2.8).
private func keyShares(_ bytes: RawSpan) -> [UInt16] {
  var groups: [UInt16] = []
  var offset = 2
  while offset + 4 <= bytes.byteCount {
    groups.append(bytes.uint16(at: offset))
    offset += 4 + Int(bytes.uint16(at: offset + 2))
  }
  return groups
}

/// The host name of a `server_name` extension (RFC 6066, section 3), or nil unless all of it is
/// visible ASCII and it has a length that a name can have.
private func hostName(_ bytes: RawSpan) -> String? {
  var offset = 2
  while offset + 3 <= bytes.byteCount {
    let length = Int(bytes.uint16(at: offset + 1))
    guard offset + 3 + length <= bytes.byteCount else { return nil }
    if bytes[offset] == 0 {
      return visibleASCII(bytes.extracting(offset + 3..<offset + 3 + length))
    }
    offset += 3 + length
  }
  return nil
}

/// The text of a span, when it is all visible ASCII and no longer than a host name.
private func visibleASCII(_ bytes: RawSpan) -> String? {
  guard bytes.byteCount > 0, bytes.byteCount <= 255 else { return nil }
  for i in 0..<bytes.byteCount where bytes[i] <= 0x20 || bytes[i] >= 0x7f { return nil }
  return String(decoding: bytes.array, as: UTF8.self)
}
