/// Whether words are a command of a shell: they begin with a program's path or with a program that is known.
enum CommandShape {
  /// - Parameter inProse: whether the words may as well be a sentence about the program; they must then show an
  ///   option, a path or an operator, or at least no word of sentences.
  static func isCommand(
    _ text: Span<UInt8>, _ range: Range<Int>, inProse: Bool = false
  ) -> Bool {
    var at = range.lowerBound
    while at < range.upperBound {
      let end = min(text.end(from: at, limit: 256) { $0 > 0x20 }, range.upperBound)
      guard end > at, end - at < 256 else { return false }
      let next = text.end(from: end, limit: 16) { $0 == 0x20 }
      if isAssignment(text, at..<end) {
        at = next
        continue
      }
      let word = text.text(at..<end)
      if prefixes.contains(word), next < range.upperBound, text[next] != UInt8(ascii: "-") {
        at = next
        continue
      }
      guard isProgram(word, hasMore: next < range.upperBound) else { return false }
      let rest = end..<range.upperBound
      return !inProse || isTechnical(text, rest)
        || (!CommandTable.englishWords.contains(word) && !isSentence(text, rest))
    }
    return false
  }

  /// Words that stand before the program.
  private static let prefixes: Set<String> = [
    "sudo", "env", "time", "nohup", "exec", "command", "doas", "nice", "&&",
  ]

  private static func isProgram(_ word: String, hasMore: Bool) -> Bool {
    let bytes = Array(word.utf8)
    guard bytes.count <= 200, bytes.allSatisfy({ isProgramByte($0) }) else { return false }
    let isPath =
      word.hasPrefix("./") || word.hasPrefix("../") || word.hasPrefix("~/") || word.hasPrefix("/")
    if isPath {
      let last = word.split(separator: "/").last ?? ""
      return last.utf8.count >= 2 && (hasMore || word.hasPrefix("./"))
        && word.utf8.contains(where: \.isLetter)
    }
    if CommandTable.programs.contains(word) { return true }
    // Get-ChildItem and its kin: a verb and a noun (PowerShell).
    let parts = word.split(separator: "-")
    return parts.count == 2 && CommandTable.verbs.contains(String(parts[0]))
      && parts[1].first?.isUppercase == true
  }

  private static func isSentence(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard let last = text.byte(range.upperBound - 1), range.count <= 400 else { return true }
    let isEnded =
      last == UInt8(ascii: ".") || last == UInt8(ascii: "!") || last == UInt8(ascii: "?")
    return isEnded
      || text.text(range).split(separator: " ").contains {
        CommandTable.sentenceWords.contains($0.lowercased())
      }
  }

  /// Whether a rest of a line has what sentences have not.
  private static func isTechnical(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for i in range {
      switch text[i] {
      case UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "|"), UInt8(ascii: "&"),
        UInt8(ascii: "*"), UInt8(ascii: "$"):
        return true
      case UInt8(ascii: "-"):
        if text[i - 1] == 0x20, text.byte(i + 1)?.isWord == true { return true }
      case UInt8(ascii: "."): if text.byte(i + 1)?.isWord == true { return true }
      default: break
      }
    }
    return false
  }

  /// `NAME=value` before a command.
  private static func isAssignment(_ text: Span<UInt8>, _ word: Range<Int>) -> Bool {
    let end = text.end(from: word.lowerBound, limit: 64) { $0.isWord }
    return end > word.lowerBound && end < word.upperBound && text[end] == UInt8(ascii: "=")
      && text[word.lowerBound].isUppercase
  }

  private static func isProgramByte(_ byte: UInt8) -> Bool {
    byte.isWord || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/")
      || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "~") || byte == UInt8(ascii: "+")
  }
}
