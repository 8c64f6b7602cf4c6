/// A text cut into words, numbers, and single code points of everything else.
struct TextTokens {
  /// Offset of each token in the bytes, and the text's length behind the last.
  private(set) var bounds: [Int]
  private(set) var classes: [Place.TokenClass] = []
  /// Numbers of the tokens' texts, the same for the same text.
  private(set) var ids: [Int32] = []

  /// Words of all texts that are compared with each other.
  struct Lexicon {
    private var numbers: [ArraySlice<UInt8>: Int32] = [:]

    mutating func number(_ word: ArraySlice<UInt8>) -> Int32 {
      if let number = numbers[word] { return number }
      let number = Int32(numbers.count)
      numbers[word] = number
      return number
    }
  }

  var count: Int { ids.count }

  /// - Parameter limit: tokens; what follows the last is part of it.
  init(_ text: ArraySlice<UInt8>, limit: Int, _ lexicon: inout Lexicon) {
    bounds = [text.startIndex]
    var position = text.startIndex
    while position < text.endIndex {
      guard count < limit else {
        append(text, to: text.endIndex, .other, &lexicon)
        return
      }
      var end = position
      var onlyDigits = true
      while end < text.endIndex, let length = Self.wordLength(text, end) {
        if !(text[end] >= 0x30 && text[end] <= 0x39) { onlyDigits = false }
        end += length
      }
      if end > position {
        append(text, to: end, onlyDigits ? .number : .word, &lexicon)
      } else {
        let length = Self.scalarLength(text, position)
        append(text, to: position + length, Self.tokenClass(text[position]), &lexicon)
      }
      position = bounds[bounds.count - 1]
    }
  }

  private mutating func append(
    _ text: ArraySlice<UInt8>, to end: Int, _ kind: Place.TokenClass, _ lexicon: inout Lexicon
  ) {
    ids.append(lexicon.number(text[bounds[bounds.count - 1]..<end]))
    classes.append(kind)
    bounds.append(end)
  }

  private static func tokenClass(_ byte: UInt8) -> Place.TokenClass {
    switch byte {
    case 0x09, 0x0a, 0x0d, 0x20: .space
    case 0x21...0x7e: .punctuation
    default: .other
    }
  }

  /// Bytes of the word character at a position; nil when there is none.
  private static func wordLength(_ text: ArraySlice<UInt8>, _ position: Int) -> Int? {
    let byte = text[position]
    if byte < 0x80 {
      let isWord =
        byte >= 0x30 && byte <= 0x39 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a
        || byte == 0x5f
      return isWord ? 1 : nil
    }
    let length = scalarLength(text, position)
    guard length > 1,
      let scalar = String(decoding: text[position..<position + length], as: UTF8.self)
        .unicodeScalars.first
    else { return nil }
    // Han and kana have no spaces between words: each stands for itself, as do all marks.
    if (0x2e80...0xa4cf).contains(scalar.value) || (0xf900...0xfaff).contains(scalar.value) {
      return nil
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter: return length
    default: return nil
    }
  }

  /// Bytes of the code point at a position; one where the bytes are no UTF-8.
  static func scalarLength(_ text: ArraySlice<UInt8>, _ position: Int) -> Int {
    let length =
      switch text[position] {
      case 0xc2...0xdf: 2
      case 0xe0...0xef: 3
      case 0xf0...0xf4: 4
      default: 1
      }
    guard position + length <= text.endIndex,
      text[(position + 1)..<(position + length)].allSatisfy({ $0 & 0xc0 == 0x80 })
    else { return 1 }
    return length
  }
}
