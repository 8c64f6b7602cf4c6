import Knowledge
import TestKit
import Testing

@Suite struct `Patterns` {
  /// Pattern, input, what the whole match must be, what the first group must be.
  @Test(
    arguments: [
      ("abc", "xxabcx", "abc", nil),
      ("", "abc", "", nil),
      ("a|ab", "ab", "a", nil),
      ("ab|a", "ab", "ab", nil),
      ("a*", "aaab", "aaa", nil),
      ("a+", "baaab", "aaa", nil),
      ("colou?r", "my color", "color", nil),
      ("[a-c]+", "xxabcabd", "abcab", nil),
      ("[^a-c]+", "abxyzc", "xyz", nil),
      ("[]x]+", "a]x]", "]x]", nil),
      ("[a-]+", "b-a-", "-a-", nil),
      ("\\d{2,3}", "1 12345", "123", nil),
      ("\\d{2}", "1 12345", "12", nil),
      ("\\d{3,}", "12 12345", "12345", nil),
      ("^claude-cli/(\\d+\\.\\d+)", "claude-cli/2.1 (x)", "claude-cli/2.1", "2.1"),
      ("(?:a|b)+(c)", "xabac", "abac", "c"),
      ("(a)|b", "b", "b", nil),
      ("(a)(b)", "ab", "ab", "a"),
      ("(ab)*c", "ababc", "ababc", "ab"),
      ("a.c", "a\nc abc", "abc", nil),
      ("\\w+@\\w+", "to ada@example now", "ada@example", nil),
      ("\\S+$", "last word", "word", nil),
      ("^$", "", "", nil),
      ("x$|y", "xy", "y", nil),
      ("(?i)curl", "CuRl/7", "CuRl", nil),
      ("\\x41\\t", "A\t", "A\t", nil),
      ("Today(.)s", "Today's", "Today's", "'"),
      ("’s", "Today’s", "’s", nil),
      ("é+", "caféé", "éé", nil),
      ("[é-ü’]+", "caféü’x", "éü’", nil),
      ("[^│⋮]+", "│añ’😀b│", "añ’😀b", nil),
      ("first ([^│]+)│", "first α β│ γ", "first α β│", "α β"),
      ("[a-\u{10FFFF}]+", "Azé\u{FFFD}😀", "zé\u{FFFD}😀", nil),
      ("(a*)*", "aab", "aa", "aa"),
      ("(a*)+b", "aab", "aab", "aa"),
      ("\\$\\{x\\}", "a ${x}", "${x}", nil),
    ] as [(String, String, String, String?)])
  func `find the leftmost match and its first group`(
    source: String, input: String, whole: String, group: String?
  ) throws {
    let match = try #require(try Pattern(source).firstMatch(in: input))
    let bytes = Array(input.utf8)
    #expect(String(decoding: bytes[match.range], as: UTF8.self) == whole)
    #expect(match.group.map { String(decoding: bytes[$0], as: UTF8.self) } == group)
  }

  @Test(arguments: [
    ("^abc", "xabc"), ("abc$", "abcx"), ("a{3}", "aa"), ("[a-c]", "xyz"), ("a.b", "a\nb"),
    ("\\d", "none"), ("curl", "CURL"), ("^$", "a"), ("a^b", "ab"), ("abc", "ab"), ("é", "\u{e8}"),
  ])
  func `stay silent on what they do not fit`(source: String, input: String) throws {
    #expect(try Pattern(source).firstMatch(in: input) == nil)
  }

  @Test func `ignore case when asked to, in classes as well`() throws {
    let pattern = try Pattern("[a-f]+x", ignoringCase: true)
    #expect(pattern.firstValue(in: "zzABcX") == "ABcX")
  }

  @Test func `go on from an offset, where the beginning is no longer`() throws {
    let bytes = Array("ab ab ab".utf8)
    let pattern = try Pattern("ab")
    #expect(pattern.firstMatch(in: bytes.span, from: 1)?.range == 3..<5)
    #expect(pattern.firstMatch(in: bytes.span, from: 7) == nil)
    #expect(pattern.firstMatch(in: bytes.span, from: 99) == nil)
    #expect(pattern.firstMatch(in: bytes.span, from: -1) == nil)
    #expect(try Pattern("^ab").firstMatch(in: bytes.span, from: 3) == nil)
  }

  @Test(arguments: [
    ("(ab", 0), ("ab)", 2), ("[ab", 0), ("a**", 2), ("*a", 0), ("a{2,1}", 2), ("a{", 2),
    ("a{999}", 2),
    ("\\q", 0), ("ab\\", 2), ("(?<n>a)", 0), ("[z-a]", 4), ("^*", 1), ("\\xZ1", 0),
    ("a*?", 2),
  ])
  func `are refused with the offset of the mistake`(source: String, offset: Int) {
    let error = #expect(throws: PatternError.self) { try Pattern(source) }
    #expect(error?.offset == offset, "\(String(describing: error))")
  }

  @Test func `have a bounded size and depth`() {
    #expect(throws: PatternError.self) { try Pattern("((a{255}){255}){255}") }
    #expect(throws: PatternError.self) { try Pattern(String(repeating: "(", count: 100_000)) }
    // Nothing, repeated 255 to the power of 20 times, is still nothing.
    let nested =
      String(repeating: "(?:", count: 20) + String(repeating: "){255}", count: 20)
    #expect(throws: Never.self) { try Pattern(nested) }
  }

  @Test(arguments: [
    "(a|a)*b", "(a*)*b", "(a|aa)+$", "(?:a+)+b", "(a?){200}a{200}b", "([a-z]+)+\\d",
  ])
  func `need no time beyond the input's length`(source: String) throws {
    // A backtracking engine would not come back from any of these.
    let pattern = try Pattern(source)
    let input = String(repeating: "a", count: 3_000) + "!"
    #expect(pattern.firstMatch(in: input) == nil)
  }

  @Test func `agree with a plain search on random literals`() throws {
    var random = SeededRandom(seed: 7)
    for _ in 0..<400 {
      let text = (0..<40).map { _ in "ab".randomElement(using: &random) ?? "a" }
      let needle = (0..<4).map { _ in "ab".randomElement(using: &random) ?? "a" }
      let expected = (0...36).first { Array(text[$0..<$0 + 4]) == needle }
      #expect(
        try Pattern(String(needle)).firstMatch(in: String(text))?.range.lowerBound == expected)
      // The same, by a program that no prefix helps.
      let classes = needle.map { "[\($0)]" }.joined()
      #expect(try Pattern(classes).firstMatch(in: String(text))?.range.lowerBound == expected)
    }
  }

  @Test func `survive random sources and bytes`() {
    var random = SeededRandom(seed: 11)
    let alphabet = Array("ab01()[]{}*+?|^$.\\,-dé".utf8)
    for _ in 0..<3_000 {
      let source = (0..<12).map { _ in alphabet.randomElement(using: &random) ?? 97 }
      guard let pattern = try? Pattern(String(decoding: source, as: UTF8.self)) else { continue }
      let input = (0..<50).map { _ in UInt8.random(in: 0...255, using: &random) }
      if let match = pattern.firstMatch(in: input.span) {
        #expect(match.range.upperBound <= input.count)
        #expect(match.group.map { match.range.contains($0) } ?? true)
      }
    }
  }
}

extension Range where Bound == Int {
  fileprivate func contains(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
