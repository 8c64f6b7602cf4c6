import Wire

/// The settings that change how an observer reads (RFC 9113, section 6.5.2).
struct HTTP2Settings {
  private static let headerTableSize: UInt16 = 1
  private static let maximumFrameSize: UInt16 = 5
  private static let entrySize = 6

  private(set) var headerTableSize: Int?
  private(set) var frameSize: Int?

  /// Reads the payload of a `SETTINGS` frame; a later value of the same setting counts.
  init(_ payload: borrowing RawSpan) {
    for offset in stride(from: 0, through: payload.byteCount - Self.entrySize, by: Self.entrySize) {
      let value = Int(payload.uint32(at: offset + 2))
      switch payload.uint16(at: offset) {
      case Self.headerTableSize: headerTableSize = value
      case Self.maximumFrameSize: frameSize = value
      default: break
      }
    }
  }

  /// Reads an `HTTP2-Settings` field: base64url of such a payload (RFC 7540, section 3.2.1).
  init?(field: String) {
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for character in field.utf8 where character != 0x3d {
      let digit: UInt8
      switch character {
      case 0x41...0x5a: digit = character - 0x41
      case 0x61...0x7a: digit = character - 0x61 + 26
      case 0x30...0x39: digit = character - 0x30 + 52
      case 0x2d, 0x2b: digit = 62
      case 0x5f, 0x2f: digit = 63
      default: return nil
      }
      bits = bits << 6 | UInt32(digit)
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    self.init(bytes.span.bytes)
  }

  /// Whether the payload begins as that of a peer does: known settings only.
  static func looksReal(_ payload: borrowing RawSpan) -> Bool {
    guard payload.byteCount.isMultiple(of: entrySize) else { return false }
    for offset in stride(from: 0, to: payload.byteCount, by: entrySize) {
      let id = payload.uint16(at: offset)
      // Greased ids have the form 0x?a?a, those of experiments begin with 0xf (gRPC sends 0xfe03).
      guard (1...0x10).contains(id) || id & 0x0f0f == 0x0a0a || id >= 0xf000 else { return false }
    }
    return true
  }
}
