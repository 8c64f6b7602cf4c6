import Wire

/// What a TLS record carries (RFC 8446, section 5.1).
package enum ContentType: UInt8, Sendable, Hashable {
  case changeCipherSpec = 20
  case alert = 21
  case handshake = 22
  case applicationData = 23
  case heartbeat = 24
}

/// The five bytes in front of each record (RFC 8446, section 5.1; RFC 5246, section 6.2.1).
///
/// ```
/// +------+---------+--------+
/// | type | version | length |
/// |  8   |   16    |   16   |
/// +------+---------+--------+
/// ```
package struct RecordHeader: Sendable, Hashable {
  package static let byteCount = 5
  /// The longest fragment that any version allows: 2^14 bytes and 2048 of expansion.
  package static let maximumLength = 16_384 + 2_048

  package let type: ContentType
  package let version: UInt16
  /// Bytes of the fragment.
  package let length: Int

  /// Reads a header, or gives nil when these bytes cannot be one.
  package init?(_ bytes: borrowing RawSpan, at offset: Int = 0) {
    guard offset >= 0, bytes.byteCount - offset >= Self.byteCount,
      let type = ContentType(rawValue: bytes[offset])
    else { return nil }
    let version = bytes.uint16(at: offset + 1)
    let length = Int(bytes.uint16(at: offset + 3))
    guard version >> 8 == 3, version & 0xff <= 4, length <= Self.maximumLength else { return nil }
    self.type = type
    self.version = version
    self.length = length
  }

  /// Whether a header in the middle of a stream looks real: lengths that each type can have.
  package var isPlausible: Bool {
    switch type {
    case .changeCipherSpec: length == 1 || length >= 16
    case .alert: length == 2 || (length >= 16 && length <= 512)
    case .handshake: length >= 4
    case .applicationData: length >= 9
    case .heartbeat: length >= 19
    }
  }

  /// The header's bytes, which protection authenticates.
  package var bytes: [UInt8] {
    [
      type.rawValue, UInt8(version >> 8), UInt8(version & 0xff), UInt8(length >> 8),
      UInt8(length & 0xff),
    ]
  }
}
