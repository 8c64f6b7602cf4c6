import Model

/// Letters of another script inside a Latin word.
///
/// A word counts when all its other letters are ASCII and there are more of those: words of one script,
/// formulas and mixed brand names stay quiet.
enum ConfusableLetters: ToolTextDetector {
  static let id = "covert.confusable-letters"

  static func findings(in text: Span<UInt8>, _ unusual: [UnusualCharacter]) -> [Finding] {
    var found: [String] = []
    var last = -1
    for item in unusual where found.count < 8 && item.range.lowerBound >= last {
      guard ConfusableLettersTable.letters[item.scalar] != nil else { continue }
      let start = text.start(before: item.range.lowerBound, limit: 48, while: isWord)
      let end = text.end(from: item.range.upperBound, limit: 48, while: isWord)
      last = end
      let word = text.text(start..<end)
      guard let plain = latin(word) else { continue }
      found.append("\(item.name) in \"\(word)\", Latin: \"\(plain)\"")
    }
    guard !found.isEmpty else { return [] }
    return [
      Finding(
        "covert.confusable_letter", Array(found.joined(separator: "; ").utf8), source: id,
        basis: .marker, confidence: 0.8,
        note: "letter of another script in a Latin word; \(found.count) bits or more")
    ]
  }

  private static func isWord(_ byte: UInt8) -> Bool { byte.isLetter || byte >= 0x80 }

  /// The word in Latin letters; nil when it is no Latin word with a few strangers in it.
  private static func latin(_ word: String) -> String? {
    var plain = ""
    var strangers = 0
    for scalar in word.unicodeScalars {
      if scalar.value.isASCIILetter {
        plain.unicodeScalars.append(scalar)
      } else if let letter = ConfusableLettersTable.letters[scalar.value] {
        plain.append(letter)
        strangers += 1
      } else {
        return nil
      }
    }
    return plain.count >= 4 && strangers * 2 < plain.count ? plain : nil
  }
}
