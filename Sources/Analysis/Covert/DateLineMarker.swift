import Model

/// The marker that Claude Code 2.1.91 to 2.1.196 wrote into its date line.
///
/// `Today's date is 2026-06-30` carries three bits when `ANTHROPIC_BASE_URL` names another host: the
/// apostrophe tells the class of that host, the separator whether the time zone is one of two Chinese
/// ones. U+0027 with hyphens is the plain sentence, and says nothing. Only this sentence counts:
/// typographic apostrophes are ordinary in prose.
enum DateLineMarker: CovertDetector {
  static let id = "marker.claude-code-date-line"

  private struct Apostrophe {
    var bytes: [UInt8]
    var name: String
    var meaning: String
  }

  private static let apostrophes = [
    Apostrophe(
      bytes: [0xe2, 0x80, 0x99], name: "U+2019 RIGHT SINGLE QUOTATION MARK",
      meaning: "gateway host is on the domain list, without a laboratory's name in it"),
    Apostrophe(
      bytes: [0xca, 0xbc], name: "U+02BC MODIFIER LETTER APOSTROPHE",
      meaning: "gateway host holds a laboratory's name, and is not on the domain list"),
    Apostrophe(
      bytes: [0xca, 0xb9], name: "U+02B9 MODIFIER LETTER PRIME",
      meaning: "gateway host is on the domain list and holds a laboratory's name"),
  ]

  static func wants(_ text: Span<UInt8>) -> Bool { text.count >= 26 }

  static func findings(in text: Span<UInt8>) -> [Finding] {
    var findings: [Finding] = []
    var at = 0
    let last = text.count - 26
    while at <= last, findings.count < 64 {
      if text[at] == UInt8(ascii: "T"), let sentence = DateSentence(text, at: at) {
        add(sentence, text, to: &findings)
      }
      at += 1
    }
    return findings
  }

  private static func add(
    _ sentence: DateSentence, _ text: Span<UInt8>, to findings: inout [Finding]
  ) {
    let sent = text.copy(sentence.apostrophe)
    let mark = apostrophes.first { $0.bytes == sent }
    let isPlain = sent == [UInt8(ascii: "'")]
    // An apostrophe outside the published table belongs to some other text.
    guard mark != nil || isPlain else { return }
    let isSlashed = sentence.separator == UInt8(ascii: "/")
    guard isSlashed || sentence.separator == UInt8(ascii: "-") else { return }
    let host = mark?.meaning ?? "gateway host is on neither list"
    let zone =
      isSlashed ? "time zone is Asia/Shanghai or Asia/Urumqi" : "time zone is neither of the two"
    let note = "documented marker of 2.1.91 to 2.1.196, 3 bits; it says: \(host); \(zone)"
    if let mark {
      findings.append(
        Finding(
          "covert.punctuation_homoglyph",
          Array(
            "\(mark.name) in \"Today\(String(decoding: sent, as: UTF8.self))s date is …\"".utf8),
          source: id, basis: .marker, confidence: 0.99, note: note))
    }
    if isSlashed {
      findings.append(
        Finding(
          "covert.date_separator", text.copy(sentence.date), source: id, basis: .marker,
          confidence: 0.99, note: note))
    }
  }
}
