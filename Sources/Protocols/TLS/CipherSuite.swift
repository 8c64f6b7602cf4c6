/// A hash function that TLS derives keys or authenticates records with.
package enum TLSHash: Sendable, Hashable {
  case md5, sha1, sha256, sha384, sha512

  /// Bytes of a digest.
  package var byteCount: Int {
    switch self {
    case .md5: 16
    case .sha1: 20
    case .sha256: 32
    case .sha384: 48
    case .sha512: 64
    }
  }
}

/// An AEAD algorithm that records or packets are sealed with (RFC 5116, RFC 6655, RFC 8439).
package enum AEADAlgorithm: Sendable, Hashable {
  case aes128GCM, aes256GCM
  case chacha20Poly1305
  case aes128CCM, aes256CCM
  /// CCM with tags of 8 bytes.
  case aes128CCM8, aes256CCM8

  package var keyByteCount: Int {
    switch self {
    case .aes128GCM, .aes128CCM, .aes128CCM8: 16
    case .aes256GCM, .aes256CCM, .aes256CCM8, .chacha20Poly1305: 32
    }
  }

  package var tagByteCount: Int {
    switch self {
    case .aes128CCM8, .aes256CCM8: 8
    default: 16
    }
  }
}

/// A cipher suite: its number, its name, and what of it has to be known to open records.
package struct CipherSuite: Sendable, Hashable {
  /// How records are protected.
  package enum Cipher: Sendable, Hashable {
    case aead(AEADAlgorithm)
    case aesCBC(keyByteCount: Int, mac: TLSHash)
    case null(mac: TLSHash)
    /// An algorithm that is named but not opened: Camellia, ARIA, SEED, RC4, DES …
    case unsupported
  }

  /// The IANA number.
  package let number: UInt16
  /// The IANA name, or `0x` and four hexadecimal digits.
  package let name: String
  package let cipher: Cipher
  /// Hash of the TLS 1.2 PRF or of TLS 1.3's HKDF.
  package let keyHash: TLSHash

  /// The suites that servers choose most, made once: to read a name takes long.
  private static let usual: [UInt16: CipherSuite] = [
    0x1301, 0x1302, 0x1303, 0xc02b, 0xc02c, 0xc02f, 0xc030, 0xcca8, 0xcca9,
  ].reduce(into: [:]) { $0[$1] = CipherSuite(reading: $1) }

  package init(_ number: UInt16) {
    self = Self.usual[number] ?? CipherSuite(reading: number)
  }

  /// Reads what the registered name says.
  private init(reading number: UInt16) {
    self.number = number
    guard let name = Self.registeredName(of: number) else {
      self.name = Self.hexadecimalName(of: number)
      cipher = .unsupported
      keyHash = .sha256
      return
    }
    self.name = name
    cipher = Self.cipher(named: name)
    keyHash = name.hasSuffix("_SHA384") ? .sha384 : .sha256
  }

  /// Whether the suite belongs to TLS 1.3, whose names do not mention a key exchange.
  package var isTLS13: Bool { number >> 8 == 0x13 }

  /// Bytes that protection adds to a record, as far as the suite alone says; used to estimate the
  /// size of content that cannot be opened.
  package func overhead(version: UInt16) -> Int {
    switch cipher {
    case .aead(let algorithm):
      if isTLS13 { return algorithm.tagByteCount + 1 }
      return algorithm.tagByteCount + (algorithm == .chacha20Poly1305 ? 0 : 8)
    case .aesCBC(_, let mac):
      return mac.byteCount + (version >= 0x0302 ? 16 : 0) + 1
    case .null(let mac):
      return mac.byteCount
    case .unsupported:
      return 16
    }
  }

  private static func hexadecimalName(of number: UInt16) -> String {
    let digits = String(number, radix: 16)
    return "0x" + String(repeating: "0", count: 4 - digits.count) + digits
  }

  private static func cipher(named name: String) -> Cipher {
    let algorithm: Substring
    if let mark = name.range(of: "_WITH_") {
      algorithm = name[mark.upperBound...]
    } else {
      algorithm = name.dropFirst(4)
    }
    switch algorithm {
    case "AES_128_GCM_SHA256": return .aead(.aes128GCM)
    case "AES_256_GCM_SHA384": return .aead(.aes256GCM)
    case "CHACHA20_POLY1305_SHA256": return .aead(.chacha20Poly1305)
    case "AES_128_CCM", "AES_128_CCM_SHA256": return .aead(.aes128CCM)
    case "AES_256_CCM", "AES_256_CCM_SHA384": return .aead(.aes256CCM)
    case "AES_128_CCM_8", "AES_128_CCM_8_SHA256": return .aead(.aes128CCM8)
    case "AES_256_CCM_8": return .aead(.aes256CCM8)
    case "AES_128_CBC_SHA": return .aesCBC(keyByteCount: 16, mac: .sha1)
    case "AES_256_CBC_SHA": return .aesCBC(keyByteCount: 32, mac: .sha1)
    case "AES_128_CBC_SHA256": return .aesCBC(keyByteCount: 16, mac: .sha256)
    case "AES_256_CBC_SHA256": return .aesCBC(keyByteCount: 32, mac: .sha256)
    case "AES_256_CBC_SHA384": return .aesCBC(keyByteCount: 32, mac: .sha384)
    case "NULL_MD5": return .null(mac: .md5)
    case "NULL_SHA": return .null(mac: .sha1)
    case "NULL_SHA256": return .null(mac: .sha256)
    case "NULL_SHA384": return .null(mac: .sha384)
    default: return .unsupported
    }
  }
}

extension String {
  /// Where the first occurrence of `text` stands.
  fileprivate func range(of text: String) -> Range<String.Index>? {
    let own = utf8
    var start = own.startIndex
    while start != own.endIndex {
      if own[start...].starts(with: text.utf8) {
        return start..<own.index(start, offsetBy: text.utf8.count)
      }
      start = own.index(after: start)
    }
    return nil
  }
}
