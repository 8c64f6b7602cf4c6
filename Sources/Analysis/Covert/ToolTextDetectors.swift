/// A detector of characters that carry more than a program's text says.
///
/// It sees only text that the program itself made, because people paste anything. A new one is a file beside
/// this one and one line in ``ToolTextDetectors``.
protocol ToolTextDetector: Sendable {
  static var id: String { get }
  static func findings(in text: Span<UInt8>, _ unusual: [UnusualCharacter]) -> [Finding]
}

enum ToolTextDetectors {
  static let all: [any ToolTextDetector.Type] = [
    InvisibleCharacters.self, LookAlikePunctuation.self, ConfusableLetters.self, OddSpaces.self,
    MixedNormalization.self, DateForms.self,
  ]

  static func findings(in text: Span<UInt8>) -> [Finding] {
    let unusual = UnusualCharacter.all(in: text)
    return all.flatMap { $0.findings(in: text, unusual) }
  }

  /// Tag characters and long runs of invisible ones count in anybody's text: nobody types them.
  static func findingsInAnyText(_ text: Span<UInt8>) -> [Finding] {
    InvisibleCharacters.payloads(in: text)
  }
}
