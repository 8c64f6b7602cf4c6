public import Model

/// Reads NSS key logs (draft-ietf-tls-keylogfile): one secret a line.
public enum KeyLog {
  /// What became of some key-log text.
  public struct Tally: Sendable, Hashable {
    /// Secrets taken.
    public var secrets = 0
    /// Lines that are neither secrets, comments nor empty.
    public var unreadable = 0
    public init() {}
  }

  /// Takes the secrets of a key log into a store. Lines that make no sense are counted and passed over.
  @discardableResult
  public static func read(_ text: [UInt8], into store: inout SecretStore) -> Tally {
    read(text[...], into: &store)
  }

  static func read(_ text: ArraySlice<UInt8>, into store: inout SecretStore) -> Tally {
    var tally = Tally()
    for line in text.split(whereSeparator: { $0 == 0x0a || $0 == 0x0d }) {
      guard let first = line.first(where: { $0 != 0x20 && $0 != 0x09 }), first != 0x23 else {
        continue
      }
      if read(line: line, into: &store) {
        tally.secrets += 1
      } else {
        tally.unreadable += 1
      }
    }
    return tally
  }

  /// Labels of the QUIC drafts and of some libraries, for secrets that TLS names without the prefix.
  private static let quicPrefix = Array("QUIC_".utf8)

  /// An ECHConfig with a post-quantum key is the longest value.
  private static let longestSecret = 4_096

  private static func read(line: ArraySlice<UInt8>, into store: inout SecretStore) -> Bool {
    let words = line.split(whereSeparator: { $0 == 0x20 || $0 == 0x09 })
    guard words.count == 3 else { return false }
    var name = words[0]
    if name.starts(with: quicPrefix) { name = name.dropFirst(quicPrefix.count) }
    guard let label = SecretLabel(rawValue: String(decoding: name, as: UTF8.self)) else {
      // A label that is not needed is none the less a good line.
      return name.allSatisfy {
        $0 == 0x5f || ($0 >= 0x30 && $0 <= 0x39) || ($0 >= 0x41 && $0 <= 0x5a)
      }
    }
    guard let randomBytes = unhex(words[1]), let random = ClientRandom(randomBytes),
      let secret = unhex(words[2]), (1...longestSecret).contains(secret.count)
    else { return false }
    store.insert(secret, label: label, for: random)
    return true
  }

  private static func unhex(_ digits: ArraySlice<UInt8>) -> [UInt8]? {
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count / 2)
    var high: UInt8?
    for digit in digits {
      let value: UInt8
      switch digit {
      case 0x30...0x39: value = digit - 0x30
      case 0x41...0x46: value = digit - 0x37
      case 0x61...0x66: value = digit - 0x57
      default: return nil
      }
      if let upper = high {
        bytes.append(upper << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    return bytes
  }
}
