// QUIC versions: RFC 9001, RFC 9369, the drafts, and IANA's registry as of 2025-11:
// https://www.iana.org/assignments/quic/quic.xhtml#quic-versions

/// A version of QUIC whose first packets can be read.
public struct QUICVersion: Sendable, Hashable {
  /// The number on the wire.
  public var number: UInt32
  /// EVE's name: `1`, `2`, `draft-29` …
  public var name: String
  private let family: Family

  /// Salt of the Initial secret (RFC 9001, section 5.2).
  public var initialSalt: [UInt8] { family.salt }
  /// Key and nonce of Retry's integrity tag (RFC 9001, section 5.8); nil where there is
  /// none, as before draft 25, or where it is not known.
  public var retryKey: [UInt8]? { family.retry.key }
  public var retryNonce: [UInt8]? { family.retry.nonce }
  /// Whether packet types and key labels are those of RFC 9369.
  public var isVersion2: Bool { family == .v2 }

  /// The version of that number, or nil when its packets cannot be read.
  public init?(_ number: UInt32) {
    self.number = number
    switch number {
    case 1: (name, family) = ("1", .v1)
    case 0x6b33_43cf: (name, family) = ("2", .v2)
    case 0xff00_0016...0xff00_0022:
      let draft = number & 0xff
      name = "draft-\(draft)"
      family =
        switch draft {
        case 22: .draft22
        case 23, 24: .draft23
        case 25...28: .draft25
        case 29...32: .draft29
        default: .v1
        }
    // Facebook's mvfst keeps the salt of draft 23 for all numbers but these two.
    case 0xface_b001: (name, family) = ("mvfst-draft-22", .draft22)
    case 0xface_b003: (name, family) = ("mvfst-1", .v1)
    case 0xface_b002: (name, family) = ("mvfst-draft-27", .mvfst)
    case 0xface_b00d, 0xface_b00e, 0xface_b011, 0xface_b013:
      (name, family) = ("mvfst-experimental", .mvfst)
    case 0xface_b010, 0xface_b012: (name, family) = ("mvfst", .mvfst)
    default: return nil
    }
  }

  /// EVE's name of any version: `Q043` for Google's own, the number in hex for the rest.
  public static func name(of number: UInt32) -> String {
    if let known = QUICVersion(number) { return known.name }
    let letters = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> UInt32($0)) }
    if letters[0] == 0x51 || letters[0] == 0x54, letters[1...].allSatisfy({ (0x30...0x39) ~= $0 }) {
      return String(decoding: letters, as: UTF8.self)
    }
    let digits = String(number, radix: 16)
    return "0x" + String(repeating: "0", count: 8 - digits.utf8.count) + digits
  }

  /// Whether the number is reserved to make a server list its versions (RFC 9000, section 15).
  public static func isReserved(_ number: UInt32) -> Bool { number & 0x0f0f_0f0f == 0x0a0a_0a0a }

  /// Versions that share salt and Retry key.
  private enum Family {
    case draft22, draft23, draft25, draft29, mvfst, v1, v2

    var salt: [UInt8] {
      switch self {
      case .draft22:
        [
          0x7f, 0xbc, 0xdb, 0x0e, 0x7c, 0x66, 0xbb, 0xe9, 0x19, 0x3a,
          0x96, 0xcd, 0x21, 0x51, 0x9e, 0xbd, 0x7a, 0x02, 0x64, 0x4a,
        ]
      case .draft23, .draft25, .mvfst:
        [
          0xc3, 0xee, 0xf7, 0x12, 0xc7, 0x2e, 0xbb, 0x5a, 0x11, 0xa7,
          0xd2, 0x43, 0x2b, 0xb4, 0x63, 0x65, 0xbe, 0xf9, 0xf5, 0x02,
        ]
      case .draft29:
        [
          0xaf, 0xbf, 0xec, 0x28, 0x99, 0x93, 0xd2, 0x4c, 0x9e, 0x97,
          0x86, 0xf1, 0x9c, 0x61, 0x11, 0xe0, 0x43, 0x90, 0xa8, 0x99,
        ]
      case .v1:
        [
          0x38, 0x76, 0x2c, 0xf7, 0xf5, 0x59, 0x34, 0xb3, 0x4d, 0x17,
          0x9a, 0xe6, 0xa4, 0xc8, 0x0c, 0xad, 0xcc, 0xbb, 0x7f, 0x0a,
        ]
      case .v2:
        [
          0x0d, 0xed, 0xe3, 0xde, 0xf7, 0x00, 0xa6, 0xdb, 0x81, 0x93,
          0x81, 0xbe, 0x6e, 0x26, 0x9d, 0xcb, 0xf9, 0xbd, 0x2e, 0xd9,
        ]
      }
    }

    var retry: (key: [UInt8]?, nonce: [UInt8]?) {
      switch self {
      case .draft22, .draft23:
        (nil, nil)
      case .mvfst:
        // Its releases differ in which draft's key they took.
        (nil, nil)
      case .draft25:
        (
          [
            0x4d, 0x32, 0xec, 0xdb, 0x2a, 0x21, 0x33, 0xc8,
            0x41, 0xe4, 0x04, 0x3d, 0xf2, 0x7d, 0x44, 0x30,
          ], [0x4d, 0x16, 0x11, 0xd0, 0x55, 0x13, 0xa5, 0x52, 0xc5, 0x87, 0xd5, 0x75]
        )
      case .draft29:
        (
          [
            0xcc, 0xce, 0x18, 0x7e, 0xd0, 0x9a, 0x09, 0xd0,
            0x57, 0x28, 0x15, 0x5a, 0x6c, 0xb9, 0x6b, 0xe1,
          ], [0xe5, 0x49, 0x30, 0xf9, 0x7f, 0x21, 0x36, 0xf0, 0x53, 0x0a, 0x8c, 0x1c]
        )
      case .v1:
        (
          [
            0xbe, 0x0c, 0x69, 0x0b, 0x9f, 0x66, 0x57, 0x5a,
            0x1d, 0x76, 0x6b, 0x54, 0xe3, 0x68, 0xc8, 0x4e,
          ], [0x46, 0x15, 0x99, 0xd3, 0x5d, 0x63, 0x2b, 0xf2, 0x23, 0x98, 0x25, 0xbb]
        )
      case .v2:
        (
          [
            0x8f, 0xb4, 0xb0, 0x1b, 0x56, 0xac, 0x48, 0xe2,
            0x60, 0xfb, 0xcb, 0xce, 0xad, 0x7c, 0xcc, 0x92,
          ], [0xd8, 0x69, 0x69, 0xbc, 0x2d, 0x7c, 0x6d, 0x99, 0x90, 0xef, 0xb0, 0x4a]
        )
      }
    }
  }
}
