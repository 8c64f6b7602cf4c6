import Protocols
import TestKit
import Testing

/// The events of a text as lines, and the failure.
private func walk(_ text: [UInt8], depthLimit: Int = 128) -> (events: [String], JSONFailure?) {
  var events: [String] = []
  let failure = JSON.walk(text.span, depthLimit: depthLimit) { event in
    func at(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }
    switch event {
    case .beginObject: events.append("{")
    case .endObject: events.append("}")
    case .beginArray: events.append("[")
    case .endArray: events.append("]")
    case .key(let range): events.append("key \(at(range))")
    case .string(let range): events.append("string \(at(range))")
    case .number(let range): events.append("number \(at(range))")
    case .literal(let range): events.append("literal \(at(range))")
    }
    return true
  }
  return (events, failure)
}

private func walk(_ text: String) -> (events: [String], JSONFailure?) { walk(Array(text.utf8)) }

@Suite struct `JSON walk` {
  /// The first example of RFC 8259, section 13, shortened.
  private static let example = #"""
    {"Image": {"Width":  800, "Title": "View from 15th Floor", "Animated" : false,
      "IDs": [116, -943.5e+2, null]}}
    """#

  @Test func `tells the tokens of the RFC example in order`() {
    let (events, failure) = walk(Self.example)
    #expect(failure == nil)
    #expect(
      events == [
        "{", "key Image", "{", "key Width", "number 800", "key Title",
        "string View from 15th Floor", "key Animated", "literal false", "key IDs", "[",
        "number 116", "number -943.5e+2", "literal null", "]", "}", "}",
      ])
  }

  @Test func `keeps duplicate keys, order and escapes`() {
    let (events, failure) = walk(#"{"b":1.0,"a":"\u0041\"","b":1}"#)
    #expect(failure == nil)
    #expect(
      events == [
        "{", "key b", "number 1.0", "key a", #"string \u0041\""#, "key b", "number 1", "}",
      ])
  }

  @Test(arguments: ["1", " \"x\" ", "[]", "{}", "[[],{}]", "true", "\u{feff}[0]", "-0", "1E5"])
  func `takes any value alone`(text: String) {
    #expect(walk(text).1 == nil)
  }

  @Test(arguments: [
    ("", 0), ("   ", 3), ("{", 1), ("[1,]", 3), ("{\"a\":1,}", 7), ("{\"a\" 1}", 5), ("[1 2]", 3),
    ("{a:1}", 1), ("[01]", 2), ("[1.]", 3), ("[-]", 2), ("[1e]", 3), ("nul", 0), ("[NaN]", 1),
    ("[1}", 2), ("{\"a\":1]", 6), ("1 2", 2), ("]", 0), ("[\"abc", 5), ("{\"abc", 5), ("[12", 3),
    ("{\"a\"", 4),
  ])
  func `says where a text stops being JSON`(text: String, offset: Int) {
    #expect(walk(text).1?.offset == offset)
  }

  @Test func `tells the beginning of a text that was cut off`() {
    let (events, failure) = walk(#"{"system":"Today’s date is 2026/1"#)
    #expect(events == ["{", "key system", "string Today’s date is 2026/1"])
    #expect(failure?.reason == "string does not end")
  }

  @Test func `finds the end of strings of every length and alignment`() {
    for length in 0..<40 {
      for escape in 0...length {
        let inner =
          String(repeating: "x", count: escape) + #"\""#
          + String(repeating: "\u{1}", count: length - escape)
        #expect(walk("[\"\(inner)\",7]").0 == ["[", "string \(inner)", "number 7", "]"])
      }
    }
  }

  @Test func `follows nesting to its limit and no further`() {
    func nested(_ depth: Int) -> [UInt8] {
      Array(repeating: 0x5b, count: depth) + Array(repeating: 0x5d, count: depth)
    }
    #expect(walk(nested(128)).1 == nil)
    #expect(walk(nested(129)).1 == JSONFailure(offset: 128, reason: "nested too deep"))
    #expect(walk(nested(5), depthLimit: 4).1?.offset == 4)
    #expect(walk(nested(1_000_000)).1?.offset == 128)
  }

  @Test func `remembers which containers are open at any depth`() {
    let text =
      String(repeating: "[{\"a\":", count: 60) + "1" + String(repeating: "}]", count: 60)
    let (events, failure) = walk(text)
    #expect(failure == nil)
    #expect(events.filter { $0 == "{" }.count == 60)
    #expect(events.suffix(2) == ["}", "]"])
  }

  @Test func `stops when asked`() {
    let text = Array("[1,2,3]".utf8)
    var seen = 0
    let failure = JSON.walk(text.span) { _ in
      seen += 1
      return seen < 3
    }
    #expect(failure == nil)
    #expect(seen == 3)
  }

  @Test func `tells the same of every prefix as of the whole`() {
    let whole = Array(Self.example.utf8)
    let all = walk(whole).0
    for count in 0..<whole.count {
      let (events, failure) = walk(Array(whole[..<count]))
      #expect(failure != nil)
      let sure = events.last?.hasPrefix("string") == true ? events.dropLast() : events[...]
      #expect(all.starts(with: sure))
    }
  }

  @Test func `survives mutations`() {
    for mutant in mutations(of: Array(Self.example.utf8), count: 2_000, seed: 11) {
      let (events, failure) = walk(mutant)
      #expect(failure != nil || !events.isEmpty)
      if let failure { #expect(failure.offset <= mutant.count) }
    }
  }
}
