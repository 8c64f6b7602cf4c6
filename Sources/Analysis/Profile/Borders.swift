/// The borders of words, in plain text and in text with escapes.
enum Borders {
  /// Whether no word runs into the place from before.
  static func isOpen(_ text: Span<UInt8>, before start: Int) -> Bool {
    guard start > 0, start < text.count, isWord(text[start]), isWord(text[start - 1]) else {
      return true
    }
    // Behind an escape: `%2F`, `\u002f`, `\n`.
    if start >= 3, text[start - 3] == UInt8(ascii: "%"), isHex(text[start - 2]),
      isHex(text[start - 1])
    {
      return true
    }
    if start >= 2, text[start - 2] == UInt8(ascii: "\\"), "nrtbf".utf8.contains(text[start - 1]) {
      return true
    }
    return start >= 6 && text[start - 6] == UInt8(ascii: "\\")
      && text[start - 5] == UInt8(ascii: "u")
      && isHex(text[start - 1]) && isHex(text[start - 2])
  }

  /// Whether no word runs on behind the place.
  static func isOpen(_ text: Span<UInt8>, after end: Int) -> Bool {
    guard end > 0, end < text.count else { return true }
    return !isWord(text[end - 1]) || !isWord(text[end])
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte >= 0x80
  }
  private static func isHex(_ byte: UInt8) -> Bool {
    byte.isDigit || (0x61...0x66).contains(byte | 0x20)
  }
}

extension UInt8 {
  /// ASCII letters in lower case.
  var lowercased: UInt8 { self >= 0x41 && self <= 0x5a ? self | 0x20 : self }
  /// ASCII letters in upper case.
  var uppercased: UInt8 { self >= 0x61 && self <= 0x7a ? self & 0xdf : self }
}

extension [UInt8] {
  /// Whether another text stands in this one between the borders of words.
  func holdsWord(_ word: [UInt8]) -> Bool {
    guard let first = word.first, word.count <= count else { return false }
    for start in 0...(count - word.count)
    where self[start] == first && self[start..<(start + word.count)].elementsEqual(word)
      && Borders.isOpen(span, before: start) && Borders.isOpen(span, after: start + word.count)
    {
      return true
    }
    return false
  }
}
