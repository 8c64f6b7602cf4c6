/// Small questions about bytes in a text, all bounds-checked.
extension Span<UInt8> {
  @inline(__always)
  func byte(_ offset: Int) -> UInt8? {
    offset >= 0 && offset < count ? self[offset] : nil
  }

  /// Whether the text has these bytes at an offset.
  func has(_ text: StaticString, at offset: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard offset >= 0, offset + length <= count else { return false }
    return text.withUTF8Buffer { expected in
      for i in 0..<length where self[offset + i] != expected[i] { return false }
      return true
    }
  }

  /// First offset at or after `start`, at most `limit` further, where the byte is not accepted.
  func end(from start: Int, limit: Int, while accepts: (UInt8) -> Bool) -> Int {
    var at = start
    let stop = Swift.min(count, start + limit)
    while at < stop, accepts(self[at]) { at += 1 }
    return at
  }

  /// The offset after walking back from `end` over accepted bytes.
  func start(before end: Int, limit: Int, while accepts: (UInt8) -> Bool) -> Int {
    var at = end
    let stop = Swift.max(0, end - limit)
    while at > stop, accepts(self[at - 1]) { at -= 1 }
    return at
  }

  /// Text of a range, for values that are short.
  func text(_ range: Range<Int>) -> String {
    String(decoding: copy(range), as: UTF8.self)
  }
}

extension UInt8 {
  @inline(__always) var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  @inline(__always) var isLetter: Bool { self | 0x20 >= 0x61 && self | 0x20 <= 0x7a }
  @inline(__always) var isWord: Bool { isLetter || isDigit || self == UInt8(ascii: "_") }
  @inline(__always) var isHex: Bool { isDigit || (self | 0x20 >= 0x61 && self | 0x20 <= 0x66) }
}
