import Protocols

/// Compressed data that says so by its first bytes, where no header does.
enum CompressedForm: Equatable {
  case gzip
  case zstd
  case zlib

  init?(beginning bytes: Span<UInt8>) {
    guard bytes.count >= 8 else { return nil }
    switch (bytes[0], bytes[1]) {
    case (0x1f, 0x8b) where bytes[2] == 0x08: self = .gzip
    case (0x28, 0xb5) where bytes[2] == 0x2f && bytes[3] == 0xfd: self = .zstd
    // RFC 1950, section 2.2, without the level that begins as text does.
    case (0x78, 0x01), (0x78, 0x9c), (0x78, 0xda): self = .zlib
    default: return nil
    }
  }

  /// As content codings are called.
  var name: String {
    switch self {
    case .gzip: "gzip"
    case .zstd: "zstd"
    case .zlib: "deflate"
    }
  }

  /// Whether base 64 text begins as that of compressed data does.
  static func mayBegin(base64 text: Span<UInt8>) -> Bool {
    guard text.count >= 12 else { return false }
    switch (text[0], text[1], text[2]) {
    case (UInt8(ascii: "H"), UInt8(ascii: "4"), UInt8(ascii: "s")): return true
    case (UInt8(ascii: "K"), UInt8(ascii: "L"), UInt8(ascii: "U")): return true
    case (UInt8(ascii: "e"), UInt8(ascii: "J"), _), (UInt8(ascii: "e"), UInt8(ascii: "N"), _),
      (UInt8(ascii: "e"), UInt8(ascii: "A"), UInt8(ascii: "E")):
      return true
    default: return false
    }
  }
}
