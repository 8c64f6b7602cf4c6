import Model

/// Spaces other than U+0020 between Latin words, line ends that vary, and white space before line ends that
/// varies from line to line.
///
/// Quiet on French spacing, numbers with units, East Asian text, texts with Windows line ends throughout, and
/// the two spaces by which Markdown breaks lines.
enum OddSpaces: ToolTextDetector {
  static let id = "covert.odd-spaces"
  /// Fewest lines that must vary.
  private static let lines = 8

  static func findings(in text: Span<UInt8>, _ unusual: [UnusualCharacter]) -> [Finding] {
    var counts: [UInt32: Int] = [:]
    for item in unusual where isSpace(item.scalar) {
      guard item.before?.isASCIILetter == true, item.after?.isASCIILetter == true else { continue }
      counts[item.scalar, default: 0] += 1
    }
    var findings: [Finding] = []
    if !counts.isEmpty {
      let total = counts.values.reduce(0, +)
      let names = counts.sorted { $0.key < $1.key }.prefix(8).map {
        UnusualCharacter.name(of: $0.key) + ($0.value > 1 ? " ×\($0.value)" : "")
      }
      findings.append(
        finding(
          names.joined(separator: ", "),
          "between Latin words; up to \(CovertCapacity.bits(total, alphabet: counts.count + 1)) bits"
        ))
    }
    return findings + lineEnds(text)
  }

  private static func isSpace(_ scalar: UInt32) -> Bool {
    scalar == 0xa0 || scalar == 0x1680 || (0x2000...0x200a).contains(scalar) || scalar == 0x202f
      || scalar == 0x205f || scalar == 0x3000
  }

  private static func finding(_ value: String, _ note: String) -> Finding {
    Finding(
      "covert.space_variant", Array(value.utf8), source: id, basis: .marker, confidence: 0.6,
      note: note)
  }

  private static func lineEnds(_ text: Span<UInt8>) -> [Finding] {
    var changes = 0
    var wasReturn: Bool?
    var trailing: [Bool] = []
    for i in text.indices where text[i] == 0x0a {
      let isReturn = text.byte(i - 1) == 0x0d
      if let wasReturn, wasReturn != isReturn { changes += 1 }
      wasReturn = isReturn
      let last = text.byte(isReturn ? i - 2 : i - 1)
      if last == 0x20 || last == 0x09 { trailing.append(last == 0x09) }
    }
    var findings: [Finding] = []
    if changes >= lines {
      findings.append(
        finding("CRLF and LF, \(changes) changes", "line ends vary; up to \(changes) bits"))
    }
    if trailing.count >= lines, trailing.contains(true), trailing.contains(false) {
      findings.append(
        finding(
          "spaces and tabs before \(trailing.count) line ends",
          "trailing white space varies; up to \(trailing.count) bits"))
    }
    return findings
  }
}
