// HTTP/3 registries: https://www.iana.org/assignments/http3-parameters, 2025-11.

/// Frame types (RFC 9114, section 7.2). All others are skipped, reserved ones among them.
enum HTTP3FrameType {
  static let data: UInt64 = 0x00
  static let headers: UInt64 = 0x01
  static let settings: UInt64 = 0x04
  static let pushPromise: UInt64 = 0x05
}

/// Types of unidirectional streams (RFC 9114, section 6.2; RFC 9204, section 4.2).
enum HTTP3StreamType {
  static let control: UInt64 = 0x00
  static let push: UInt64 = 0x01
  static let qpackEncoder: UInt64 = 0x02
}

/// Settings that matter to an observer (RFC 9204, section 5).
enum HTTP3Setting {
  static let qpackMaxTableCapacity: UInt64 = 0x01
}
