import Model

/// A date line whose date stands with another separator elsewhere in the same text.
enum DateForms: ToolTextDetector {
  static let id = "covert.date-forms"

  static func findings(in text: Span<UInt8>, _ unusual: [UnusualCharacter]) -> [Finding] {
    var separators: [String: Set<UInt8>] = [:]
    var lines: [(digits: String, date: Range<Int>)] = []
    var at = 4
    while at + 6 <= text.count, lines.count < 64, separators.count < 1024 {
      defer { at += 1 }
      let separator = text[at]
      guard
        separator == UInt8(ascii: "-") || separator == UInt8(ascii: "/")
          || separator == UInt8(ascii: "."), text[at + 3] == separator,
        isNumber(text, (at - 4)..<at), isNumber(text, (at + 1)..<(at + 3)),
        isNumber(text, (at + 4)..<(at + 6)), isEdge(text.byte(at - 5)), isEdge(text.byte(at + 6))
      else { continue }
      let digits =
        text.text((at - 4)..<at) + text.text((at + 1)..<(at + 3))
        + text.text((at + 4)..<(at + 6))
      separators[digits, default: []].insert(separator)
      if separator != UInt8(ascii: "-"), isDateLine(text, before: at - 4) {
        lines.append((digits, (at - 4)..<(at + 6)))
      }
    }
    guard let line = lines.first(where: { (separators[$0.digits]?.count ?? 0) > 1 }) else {
      return []
    }
    return [
      Finding(
        "covert.date_separator", text.copy(line.date), source: id, basis: .marker, confidence: 0.6,
        note: "the same date has another separator elsewhere in the text; 1 bit")
    ]
  }

  private static func isNumber(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for i in range where !text[i].isDigit { return false }
    return true
  }

  private static func isEdge(_ byte: UInt8?) -> Bool {
    byte.map { !$0.isWord && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "-") } ?? true
  }

  /// Whether `date` stands close in front, as in `Today's date is` and `Current date:`.
  private static func isDateLine(_ text: Span<UInt8>, before start: Int) -> Bool {
    var at = start - 4
    while at >= 0, start - at <= 16 {
      if text.has("date", at: at) || text.has("Date", at: at) { return true }
      at -= 1
    }
    return false
  }
}
