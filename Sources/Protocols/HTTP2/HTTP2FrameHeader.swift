import Wire

/// The nine bytes before every HTTP/2 frame (RFC 9113, section 4.1).
///
///     +-----------------------------------------------+
///     |                 Length (24)                   |
///     +---------------+---------------+---------------+
///     |   Type (8)    |   Flags (8)   |
///     +-+-------------+---------------+-------------------------------+
///     |R|                 Stream Identifier (31)                      |
///     +=+=============================================================+
struct HTTP2FrameHeader: Hashable, Sendable {
  static let size = 9

  /// RFC 9113, section 6; the others are extensions, which are skipped.
  enum Kind {
    static let data: UInt8 = 0
    static let headers: UInt8 = 1
    static let priority: UInt8 = 2
    static let resetStream: UInt8 = 3
    static let settings: UInt8 = 4
    static let pushPromise: UInt8 = 5
    static let ping: UInt8 = 6
    static let goAway: UInt8 = 7
    static let windowUpdate: UInt8 = 8
    static let continuation: UInt8 = 9
    /// ALTSVC, ORIGIN and PRIORITY_UPDATE (RFC 7838, RFC 8336, RFC 9218).
    static let extensions: [UInt8] = [0x0a, 0x0c, 0x10]
  }

  enum Flags {
    static let endStream: UInt8 = 0x01
    static let acknowledge: UInt8 = 0x01
    static let endHeaders: UInt8 = 0x04
    static let padded: UInt8 = 0x08
    static let priority: UInt8 = 0x20
  }

  var length: Int
  var type: UInt8
  var flags: UInt8
  var stream: UInt32
  var isReservedBitSet: Bool

  /// Reads the header at `offset`, where nine bytes must stand.
  init(_ bytes: borrowing RawSpan, at offset: Int) {
    length = Int(bytes[offset]) << 16 | Int(bytes.uint16(at: offset + 1))
    type = bytes[offset + 3]
    flags = bytes[offset + 4]
    let word = bytes.uint32(at: offset + 5)
    stream = word & 0x7fff_ffff
    isReservedBitSet = word >> 31 == 1
  }

  func has(_ flag: UInt8) -> Bool { flags & flag != 0 }

  /// Whether the length is one that the type can have, and the stream one that it can be about.
  var isWellFormed: Bool {
    switch type {
    case Kind.data, Kind.headers, Kind.continuation: stream != 0
    case Kind.pushPromise: stream != 0 && length >= 4
    case Kind.priority: stream != 0 && length == 5
    case Kind.resetStream: stream != 0 && length == 4
    case Kind.settings:
      stream == 0 && length.isMultiple(of: 6) && (!has(Flags.acknowledge) || length == 0)
    case Kind.ping: stream == 0 && length == 8
    case Kind.goAway: stream == 0 && length >= 8
    case Kind.windowUpdate: length == 4
    default: true
    }
  }

  /// Whether a frame of this side may begin here, when it is not known where frames begin.
  ///
  /// - Parameters:
  ///   - maximum: the longest payload that is allowed.
  ///   - lastStream: the largest stream that may be in use.
  func isPlausible(maximum: Int, lastStream: UInt32) -> Bool {
    guard !isReservedBitSet, length <= maximum, stream <= lastStream, isWellFormed else {
      return false
    }
    let allowed: UInt8
    switch type {
    case Kind.data: allowed = Flags.endStream | Flags.padded
    case Kind.headers:
      allowed = Flags.endStream | Flags.endHeaders | Flags.padded | Flags.priority
      if length == 0 { return false }
    case Kind.pushPromise: allowed = Flags.endHeaders | Flags.padded
    case Kind.continuation: allowed = Flags.endHeaders
    case Kind.settings, Kind.ping: allowed = Flags.acknowledge
    case Kind.priority, Kind.resetStream, Kind.goAway, Kind.windowUpdate: allowed = 0
    default:
      guard Kind.extensions.contains(type) else { return false }
      allowed = 0
    }
    return flags & ~allowed == 0
  }
}
