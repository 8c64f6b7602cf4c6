/// The shapes of values that say nothing by themselves, and may stand for somebody or something.
enum OpaqueValue: Sendable, Hashable {
  /// 128 bits in five groups (RFC 9562).
  case uuid
  /// A digest, or random bytes in letters.
  case token

  /// Longer ones are content.
  static let lengths = 16...128

  init?(_ value: Span<UInt8>) {
    guard Self.lengths.contains(value.count) else { return nil }
    if Self.isUUID(value) {
      self = .uuid
    } else if Self.isToken(value) {
      self = .token
    } else {
      return nil
    }
  }

  private static func isUUID(_ value: Span<UInt8>) -> Bool {
    guard value.count == 36 else { return false }
    for i in 0..<36 {
      let isGroupEnd = i == 8 || i == 13 || i == 18 || i == 23
      guard isGroupEnd ? value[i] == UInt8(ascii: "-") : value[i].isHex else { return false }
    }
    return true
  }

  /// Digits and letters without words: hexadecimal digits alone, or all kinds of characters in turn.
  private static func isToken(_ value: Span<UInt8>) -> Bool {
    var seen: (digits: Int, upper: Int, lower: Int, changes: Int) = (0, 0, 0, 0)
    var isHexadecimal = true
    var former = 0
    var different: Set<UInt8> = []
    for i in 0..<value.count {
      let byte = value[i]
      let kind: Int
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        seen.digits += 1
        kind = 1
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        seen.upper += 1
        kind = 2
      case UInt8(ascii: "a")...UInt8(ascii: "z"):
        seen.lower += 1
        kind = 3
      case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "/"),
        UInt8(ascii: "="):
        kind = 4
      default:
        return false
      }
      isHexadecimal = isHexadecimal && byte.isHex
      if kind != former { seen.changes += 1 }
      former = kind
      different.insert(byte)
    }
    // Numbers and repeated characters are no tokens.
    guard seen.digits > 0, seen.digits < value.count, different.count >= 8 else { return false }
    if isHexadecimal { return seen.digits * 8 >= value.count * 3 }
    return value.count >= 20 && seen.upper >= 3 && seen.lower >= 3 && seen.digits >= 2
      && seen.changes * 3 >= value.count
  }
}
