import Model

/// Punctuation that looks like ASCII's, in a phrase that has the plain sign elsewhere in the same text.
///
/// Typographic quotes are ordinary in prose, and prompts of several authors mix them: a phrase is the word with
/// the sign and the word behind it, and only the same phrase in both spellings counts. Signs that no
/// keyboard and no typesetter puts between Latin letters count by themselves.
enum LookAlikePunctuation: ToolTextDetector {
  static let id = "covert.look-alike-punctuation"
  private static let reach = 16

  /// Signs by the ASCII one they look like (Unicode confusables.txt 16.0 and the general punctuation block).
  private static let plain: [UInt32: UInt8] = [
    0x2018: 0x27, 0x2019: 0x27, 0x02bc: 0x27, 0x02b9: 0x27, 0x2032: 0x27, 0xff07: 0x27,
    0x055a: 0x27,
    0xa78c: 0x27, 0x02c8: 0x27, 0x2010: 0x2d, 0x2011: 0x2d, 0x2012: 0x2d, 0x2212: 0x2d,
    0xff0d: 0x2d,
    0xfe63: 0x2d, 0x02d7: 0x2d, 0x2044: 0x2f, 0x2215: 0x2f, 0xff0f: 0x2f, 0xff0e: 0x2e,
    0x2024: 0x2e,
    0xff1a: 0x3a, 0xa789: 0x3a, 0x2236: 0x3a, 0x201a: 0x2c, 0x037e: 0x3b, 0xff1b: 0x3b,
  ]
  private static let strange: Set<UInt32> = [
    0x02b9, 0xff07, 0x055a, 0xa78c, 0xfe63, 0x02d7, 0xff0f, 0xff0e, 0x2024, 0xa789, 0x037e,
  ]

  static func findings(in text: Span<UInt8>, _ unusual: [UnusualCharacter]) -> [Finding] {
    var words: Set<String>?
    var found: [String] = []
    for item in unusual where found.count < 8 {
      guard let sign = plain[item.scalar], item.before?.isASCIIWord == true,
        item.after?.isASCIIWord == true
      else { continue }
      let start = text.start(before: item.range.lowerBound, limit: reach, while: isWord)
      let end = phraseEnd(text, from: item.range.upperBound)
      let head = text.text(start..<item.range.lowerBound)
      let tail = text.text(item.range.upperBound..<end)
      // The marker of the date line is told by its own rule.
      if head == "Today", text.has("s date is ", at: item.range.upperBound) {
        continue
      }
      let twin = head + String(UnicodeScalar(sign)) + tail
      if !strange.contains(item.scalar) {
        let known = words ?? plainWords(text)
        words = known
        guard known.contains(twin) else { continue }
      }
      found.append("\(item.name) in \"\(text.text(start..<end))\", plain: \"\(twin)\"")
    }
    guard !found.isEmpty else { return [] }
    return [
      Finding(
        "covert.punctuation_homoglyph", Array(found.joined(separator: "; ").utf8), source: id,
        basis: .marker, confidence: 0.8,
        note: "look-alike sign where the plain one is expected; \(found.count) bits or more")
    ]
  }

  private static func isWord(_ byte: UInt8) -> Bool { byte.isLetter || byte.isDigit }

  /// The end of the word that begins here, and of the next one behind a space.
  private static func phraseEnd(_ text: Span<UInt8>, from start: Int) -> Int {
    let end = text.end(from: start, limit: reach, while: isWord)
    guard text.byte(end) == 0x20 else { return end }
    let next = text.end(from: end + 1, limit: reach, while: isWord)
    return next > end + 1 ? next : end
  }

  /// Phrases that hold a plain sign between letters or digits.
  private static func plainWords(_ text: Span<UInt8>) -> Set<String> {
    var words: Set<String> = []
    var at = 1
    while at + 1 < text.count, words.count < 4096 {
      let byte = text[at]
      if byte < 0x40, !isWord(byte), byte > 0x20, isWord(text[at - 1]), isWord(text[at + 1]) {
        let start = text.start(before: at, limit: reach, while: isWord)
        let end = phraseEnd(text, from: at + 1)
        words.insert(text.text(start..<end))
      }
      at += 1
    }
    return words
  }
}
