import Model

/// Keys and tokens whose issuers gave them a shape of their own, wherever they stand.
enum CredentialShape {
  static let id = "recogniser.credential"

  private struct Shape {
    var prefix: StaticString
    /// Least and greatest number of characters after the prefix.
    var rest: ClosedRange<Int>
    var attribute: String
  }

  /// Prefixes as their issuers document them; the rest must be long enough to be a secret.
  private static let shapes: [Shape] = [
    Shape(prefix: "sk-ant-", rest: 24...256, attribute: "account.api_key"),
    Shape(prefix: "sk-proj-", rest: 24...256, attribute: "account.api_key"),
    Shape(prefix: "sk-or-", rest: 24...128, attribute: "account.api_key"),
    Shape(prefix: "ghp_", rest: 36...36, attribute: "account.token"),
    Shape(prefix: "gho_", rest: 36...36, attribute: "account.token"),
    Shape(prefix: "ghu_", rest: 36...36, attribute: "account.token"),
    Shape(prefix: "ghs_", rest: 36...36, attribute: "account.token"),
    Shape(prefix: "github_pat_", rest: 40...120, attribute: "account.token"),
    Shape(prefix: "glpat-", rest: 20...64, attribute: "account.token"),
    Shape(prefix: "xoxb-", rest: 20...200, attribute: "account.token"),
    Shape(prefix: "xoxp-", rest: 20...200, attribute: "account.token"),
    Shape(prefix: "hf_", rest: 30...64, attribute: "account.token"),
    Shape(prefix: "AKIA", rest: 16...16, attribute: "account.cloud_account"),
    Shape(prefix: "AIza", rest: 35...35, attribute: "account.api_key"),
    Shape(prefix: "ASIA", rest: 16...16, attribute: "account.cloud_account"),
    Shape(prefix: "ghr_", rest: 36...36, attribute: "account.token"),
    Shape(prefix: "xoxa-", rest: 20...200, attribute: "account.token"),
    Shape(prefix: "xoxr-", rest: 20...200, attribute: "account.token"),
    Shape(prefix: "xai-", rest: 40...128, attribute: "account.api_key"),
    Shape(prefix: "gsk_", rest: 40...80, attribute: "account.api_key"),
    Shape(prefix: "r8_", rest: 32...64, attribute: "account.api_key"),
    Shape(prefix: "nvapi-", rest: 40...128, attribute: "account.api_key"),
    Shape(prefix: "pplx-", rest: 40...80, attribute: "account.api_key"),
    Shape(prefix: "tvly-", rest: 24...80, attribute: "account.api_key"),
    Shape(prefix: "lsv2_", rest: 32...120, attribute: "account.api_key"),
    Shape(prefix: "npm_", rest: 36...36, attribute: "account.token"),
    Shape(prefix: "pypi-", rest: 80...400, attribute: "account.token"),
    Shape(prefix: "dckr_pat_", rest: 20...64, attribute: "account.token"),
    Shape(prefix: "sk_live_", rest: 20...128, attribute: "account.api_key"),
    Shape(prefix: "rk_live_", rest: 20...128, attribute: "account.api_key"),
    Shape(prefix: "sk-", rest: 40...200, attribute: "account.api_key"),
  ]

  static func inspect(_ text: Span<UInt8>, at: Int, _ sink: inout FindingSink) {
    // The byte that woke us is the first separator of the prefix, or its first letter.
    let start: Int
    if text[at] == UInt8(ascii: "A") {
      start = at
    } else {
      start = text.start(before: at, limit: 8) { $0.isLetter || $0.isDigit }
    }
    if let before = text.byte(start - 1), before.isWord || before == UInt8(ascii: "-") { return }
    for shape in shapes where text.has(shape.prefix, at: start) {
      let from = start + shape.prefix.utf8CodeUnitCount
      let end = text.end(from: from, limit: shape.rest.upperBound + 1) {
        $0.isWord || $0 == UInt8(ascii: "-")
      }
      guard shape.rest.contains(end - from), hasMixture(text, from..<end) else { return }
      sink.add(
        Finding(
          shape.attribute, text.copy(start..<end), source: id, confidence: 0.9,
          isSecret: shape.attribute != "account.cloud_account"))
      return
    }
  }

  /// Letters and digits both: `sk-ant-your-key-goes-right-here` is a manual's.
  private static func hasMixture(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var digits = 0
    var letters = 0
    for i in range {
      if text[i].isDigit { digits += 1 } else if text[i].isLetter { letters += 1 }
    }
    return digits >= 2 && letters >= 2
  }
}
