import Model

/// One word in two Unicode normalization forms (UAX #15) within a text.
///
/// A text in either form is ordinary; file names of macOS beside typed text are seen only where the same word
/// stands in both.
enum MixedNormalization: ToolTextDetector {
  static let id = "covert.mixed-normalization"
  private static let limit = 2048

  static func findings(in text: Span<UInt8>, _ unusual: [UnusualCharacter]) -> [Finding] {
    guard unusual.contains(where: { (0x0300...0x036f).contains($0.scalar) }) else { return [] }
    // Strings compare by canonical equivalence, so that both spellings meet in one entry.
    var spellings: [String: [UInt8]] = [:]
    var last = -1
    for item in unusual where item.range.lowerBound >= last && spellings.count < limit {
      let start = text.start(before: item.range.lowerBound, limit: 64, while: isWord)
      let end = text.end(from: item.range.upperBound, limit: 64, while: isWord)
      last = end
      let bytes = text.copy(start..<end)
      let word = String(decoding: bytes, as: UTF8.self)
      guard word.count >= 2 else { continue }
      if let other = spellings[word] {
        guard other != bytes else { continue }
        return [
          Finding(
            "covert.normalization", Array(word.utf8), source: id, basis: .marker, confidence: 0.7,
            note: "the same word composed and decomposed; 1 bit for each place")
        ]
      }
      spellings[word] = bytes
    }
    return []
  }

  private static func isWord(_ byte: UInt8) -> Bool { byte.isLetter || byte >= 0x80 }
}
