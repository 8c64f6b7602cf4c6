/// A character that plain text of a program would not need, and its neighbours.
struct UnusualCharacter {
  var scalar: UInt32
  var range: Range<Int>
  /// Neighbours, nil at the ends of the text.
  var before: UInt32?
  var after: UInt32?

  /// More than this many in one text are not looked at: it is a text in another script.
  private static let limit = 1 << 14

  /// All characters outside ASCII, and control characters, in order of place.
  static func all(in text: Span<UInt8>) -> [UnusualCharacter] {
    var found: [UnusualCharacter] = []
    var last: UInt32?
    var isOpen = false
    var at = 0
    while at < text.count, found.count < limit {
      let (scalar, width) = decode(text, at)
      if isOpen { found[found.count - 1].after = scalar }
      isOpen = scalar >= 0x7f || isControl(scalar)
      if isOpen {
        found.append(
          UnusualCharacter(scalar: scalar, range: at..<(at + width), before: last, after: nil))
      }
      last = scalar
      at += width
    }
    return found
  }

  private static func isControl(_ scalar: UInt32) -> Bool {
    scalar < 0x20 && scalar != 0x09 && scalar != 0x0a && scalar != 0x0d && scalar != 0x1b
  }

  /// The scalar at an offset; a byte that begins none counts as U+FFFD.
  private static func decode(_ text: Span<UInt8>, _ at: Int) -> (UInt32, Int) {
    let lead = text[at]
    if lead < 0x80 { return (UInt32(lead), 1) }
    let width = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1
    guard width > 1, at + width <= text.count else { return (0xfffd, 1) }
    var scalar = UInt32(lead) & (width == 4 ? 0x07 : width == 3 ? 0x0f : 0x1f)
    for i in 1..<width {
      guard text[at + i] & 0xc0 == 0x80 else { return (0xfffd, 1) }
      scalar = scalar << 6 | UInt32(text[at + i] & 0x3f)
    }
    return (scalar, width)
  }

  /// `U+200B`.
  var name: String { Self.name(of: scalar) }

  static func name(of scalar: UInt32) -> String {
    let hex = String(scalar, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
  }
}

extension UInt32 {
  var isASCIILetter: Bool { self < 0x80 && UInt8(truncatingIfNeeded: self).isLetter }
  var isASCIIWord: Bool {
    self < 0x80
      && (UInt8(truncatingIfNeeded: self).isLetter || UInt8(truncatingIfNeeded: self).isDigit)
  }
}
