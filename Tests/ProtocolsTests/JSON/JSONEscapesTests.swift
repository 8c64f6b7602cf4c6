import Protocols
import TestKit
import Testing

private func unescape(_ text: String) -> String {
  String(decoding: JSON.unescape(Array(text.utf8).span), as: UTF8.self)
}

@Suite struct `JSON escapes` {
  @Test(arguments: [
    ("plain", "plain"), (#"\"\\\/\b\f\n\r\t"#, "\"\\/\u{8}\u{c}\n\r\t"), (#"a\u00e9b"#, "aéb"),
    (#"\uD834\uDD1E"#, "𝄞"), (#"\u2019"#, "’"), (#"\ud834"#, "\u{fffd}"),
    (#"\udd1e\ud834x"#, "\u{fffd}\u{fffd}x"), (#"\ud834\u0041"#, "\u{fffd}A"), (#"\u0000"#, "\0"),
    (#"\q"#, #"\q"#), (#"\u12"#, #"\u12"#), (#"\uzzzz"#, #"\uzzzz"#), (#"x\"#, #"x\"#), ("", ""),
  ])
  func `are resolved as RFC 8259 says`(raw: String, text: String) {
    #expect(unescape(raw) == text)
  }

  @Test func `of any bytes never grow`() {
    let sample = Array(#"\ud83d\ude00\n\u00e9\x\u12\ud800 é"#.utf8)
    for mutant in mutations(of: sample, count: 500, seed: 5) {
      #expect(JSON.unescape(mutant.span).count <= mutant.count)
    }
  }
}
