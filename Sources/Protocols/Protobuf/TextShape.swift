import Wire

/// How much a stretch of bytes looks like text.
enum TextShape {
  /// UTF-8 without control characters, line ends and tabs apart.
  case text
  /// UTF-8 with control characters.
  case controlled
  case binary

  init(_ bytes: borrowing RawSpan, _ range: Range<Int>) {
    var hasControls = false
    var i = range.lowerBound
    while i < range.upperBound {
      let byte = bytes[i]
      if byte < 0x80 {
        let isControl = byte < 0x20 && byte != 0x09 && byte != 0x0a && byte != 0x0d
        if isControl || byte == 0x7f { hasControls = true }
        i += 1
        continue
      }
      guard let length = Self.sequenceLength(bytes, at: i, end: range.upperBound) else {
        self = .binary
        return
      }
      i += length
    }
    self = hasControls ? .controlled : .text
  }

  /// Length of the well-formed sequence at `i` (Unicode, table 3-7), or nil.
  private static func sequenceLength(
    _ bytes: borrowing RawSpan, at i: Int, end: Int
  ) -> Int? {
    let lead = bytes[i]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xbf
    switch lead {
    case 0xc2...0xdf: length = 2
    case 0xe0...0xef:
      length = 3
      if lead == 0xe0 { second = 0xa0...0xbf }
      if lead == 0xed { second = 0x80...0x9f }
    case 0xf0...0xf4:
      length = 4
      if lead == 0xf0 { second = 0x90...0xbf }
      if lead == 0xf4 { second = 0x80...0x8f }
    default: return nil
    }
    guard end - i >= length, second.contains(bytes[i + 1]) else { return nil }
    for k in 2..<max(length, 2) where bytes[i + k] & 0xc0 != 0x80 { return nil }
    return length
  }
}
