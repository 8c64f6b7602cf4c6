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

  @Test func `lead back from decoded to raw offsets`() {
    let raw = Array(#"ab\u2019c\n\uD834\uDD1Ed"#.utf8)
    // a b ’ ’ ’ c LF 𝄞 𝄞 𝄞 𝄞 d, and the end.
    let expected = [0, 1, 2, 2, 2, 8, 9, 11, 11, 11, 11, 23, 24]
    #expect(JSON.unescape(raw.span).count == expected.count - 1)
    for (decoded, offset) in expected.enumerated() {
      #expect(JSON.rawOffset(ofDecoded: decoded, in: raw.span) == offset)
    }
    #expect(JSON.rawOffset(ofDecoded: 1_000, in: raw.span) == raw.count)
  }

  @Test func `of any bytes keep offsets in step`() {
    let sample = Array(#"\ud83d\ude00\n\u00e9\\x\u12\ud800 é"#.utf8)
    for mutant in mutations(of: sample, count: 500, seed: 5) {
      let count = JSON.unescape(mutant.span).count
      var previous = 0
      for decoded in 0...count {
        let offset = JSON.rawOffset(ofDecoded: decoded, in: mutant.span)
        #expect(offset >= previous && offset <= mutant.count)
        previous = offset
      }
      #expect(previous == mutant.count)
    }
  }
}

@Suite struct `JSON path` {
  @Test func `follows a walk down and up`() {
    var path = JSONPath()
    #expect(path.text == "$")
    path.enter(key: "batch".utf8)
    path.enterArray()
    path.enter(key: "properties".utf8)
    path.enter(key: "$os".utf8)
    #expect(path.text == "$.batch[*].properties.$os")
    path.leave()
    path.leave()
    #expect(path.text == "$.batch[*]")
    #expect(path.depth == 2)
    path.leave()
    path.leave()
    path.leave()
    #expect(path.text == "$")
  }

  @Test(arguments: [
    ("x-codex-turn-metadata", "$.x-codex-turn-metadata"), ("sys.argv", "$['sys.argv']"),
    ("/home/x", "$['/home/x']"), ("", "$['']"), ("1st", "$['1st']"), ("-a", "$['-a']"),
    ("it's", #"$['it\'s']"#), (#"a\b"#, #"$['a\\b']"#), ("a\nb\u{1}", #"$['a\nb\u0001']"#),
    ("_a1", "$._a1"), ("naïve", "$['naïve']"),
  ])
  func `quotes names that are not plain`(key: String, text: String) {
    var path = JSONPath()
    path.enter(key: key.utf8)
    #expect(path.text == text)
    path.leave()
    #expect(path == JSONPath())
  }

  @Test func `cuts endless names`() {
    var path = JSONPath()
    path.enter(key: Array(repeating: UInt8(ascii: "a"), count: 1_000_000))
    #expect(path.utf8.count < JSONPath.nameLimit + 16)
    #expect(path.text.hasSuffix("…']"))
  }
}
