import Crypto
package import Model
import Wire

/// A ServerHello or HelloRetryRequest (RFC 8446, section 4.1.3; RFC 5246, section 7.4.1.3).
package struct ServerHello: Sendable, Hashable {
  package var legacyVersion: UInt16 = 0
  package var random: [UInt8] = []
  package var sessionID: [UInt8] = []
  package var cipherSuite: UInt16 = 0
  package var extensionTypes: [UInt16] = []
  package var selectedVersion: UInt16?
  /// The protocol chosen (TLS 1.2 and earlier; TLS 1.3 says it in EncryptedExtensions).
  package var alpn: [UInt8]?
  /// Whether a PSK was accepted (TLS 1.3).
  package var acceptsPreSharedKey = false
  /// Whether records of CBC suites are encrypted, then authenticated (RFC 7366).
  package var encryptsThenMACs = false

  /// SHA-256 of "HelloRetryRequest", the random that marks one.
  private static let retryRandom: [UInt8] = [
    0xcf, 0x21, 0xad, 0x74, 0xe5, 0x9a, 0x61, 0x11, 0xbe, 0x1d, 0x8c, 0x02, 0x1e, 0x65, 0xb8, 0x91,
    0xc2, 0xa2, 0x11, 0x16, 0x7a, 0xbb, 0x8c, 0x5e, 0x07, 0x9e, 0x09, 0xe2, 0xc8, 0xa8, 0x33, 0x9c,
  ]

  /// Reads a handshake message's body.
  package init(parsing body: RawSpan) throws(MalformedHello) {
    do throws(Truncated) {
      try parse(body)
    } catch {
      throw MalformedHello()
    }
  }

  private mutating func parse(_ body: RawSpan) throws(Truncated) {
    var reader = ByteReader(body)
    legacyVersion = try reader.read()
    random = try reader.take(32).array
    // The drafts of TLS 1.3 before 22 had neither session id nor compression here.
    let isEarlyDraft = legacyVersion >> 8 == 0x7f && legacyVersion < 0x7f16
    if !isEarlyDraft {
      let length: UInt8 = try reader.read()
      sessionID = try reader.take(Int(length)).array
    }
    cipherSuite = try reader.read()
    if !isEarlyDraft { try reader.skip(1) }
    guard reader.remaining >= 2 else { return }
    let extensionsLength: UInt16 = try reader.read()
    var extensions = ByteReader(try reader.take(Int(extensionsLength)))
    while !extensions.isAtEnd {
      let type: UInt16 = try extensions.read()
      let length: UInt16 = try extensions.read()
      extensionTypes.append(type)
      read(type, try extensions.take(Int(length)))
    }
  }

  private mutating func read(_ type: UInt16, _ bytes: RawSpan) {
    switch type {
    case 16: alpn = protocolNames(bytes).first
    case 22: encryptsThenMACs = true
    case 41: acceptsPreSharedKey = true
    case 43: if bytes.byteCount == 2 { selectedVersion = bytes.uint16(at: 0) }
    default: break
    }
  }

  /// The version chosen.
  package var version: UInt16 { selectedVersion ?? legacyVersion }

  /// Whether the version is TLS 1.3 or one of its drafts.
  package var isTLS13: Bool { version == 0x0304 || version >> 8 == 0x7f }

  package var isHelloRetryRequest: Bool { random == Self.retryRandom }

  /// What reports say of the hello, given its fingerprint.
  func facts(ja3s: String) -> ServerHelloFacts {
    ServerHelloFacts(
      version: version, cipherSuite: cipherSuite, cipherName: CipherSuite(cipherSuite).name,
      alpn: alpn.map(printableName), ja3s: ja3s)
  }

  /// Version, suite and extensions in the order of the hello, digested as in JA3.
  var ja3s: String {
    var text: [UInt8] = []
    appendDecimal(legacyVersion, to: &text)
    text.append(UInt8(ascii: ","))
    appendDecimal(cipherSuite, to: &text)
    text.append(UInt8(ascii: ","))
    appendDecimals(extensionTypes, to: &text)
    return hexadecimal(Insecure.MD5.hash(data: text))
  }
}

/// What the server says once keys are agreed (RFC 8446, section 4.3.1).
package struct EncryptedExtensions: Sendable, Hashable {
  package var alpn: [UInt8]?
  package var acceptsEarlyData = false
  /// Whether the server offers new ECH configurations: it did not use the one offered, if any.
  package var hasRetryConfigurations = false
  /// Raw bytes of `quic_transport_parameters`.
  package var transportParameters: [UInt8]?

  package init(parsing body: RawSpan) throws(MalformedHello) {
    do throws(Truncated) {
      var reader = ByteReader(body)
      let length: UInt16 = try reader.read()
      var extensions = ByteReader(try reader.take(Int(length)))
      while !extensions.isAtEnd {
        let type: UInt16 = try extensions.read()
        let length: UInt16 = try extensions.read()
        let bytes = try extensions.take(Int(length))
        switch type {
        case 16: alpn = protocolNames(bytes).first
        case 42: acceptsEarlyData = true
        case 57, 0xffa5: transportParameters = bytes.array
        case 0xfe0d: hasRetryConfigurations = true
        default: break
        }
      }
    } catch {
      throw MalformedHello()
    }
  }
}
