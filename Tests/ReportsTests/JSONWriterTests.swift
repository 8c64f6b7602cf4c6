import Reports
import TestKit
import Testing

@Suite struct `JSON writer` {
  @Test func `writes members in the order they are given`() {
    var json = JSONWriter()
    json.object { json in
      json.member("z", 1)
      json.member("a", "x")
      json.array("list") { json in
        json.value(true)
        json.null()
        json.value(-2.5)
      }
      json.object("empty") { _ in }
    }
    #expect(text(json.bytes) == #"{"z":1,"a":"x","list":[true,null,-2.5],"empty":{}}"#)
  }

  @Test func `indents by one space and keeps inline containers on one line`() {
    var json = JSONWriter(.indented)
    json.object { json in
      json.object("generator", inline: true) { json in
        json.member("name", "telltale")
        json.member("frames", [41, 44])
      }
      json.array("list") { $0.object { $0.member("n", 1) } }
      json.array("none") { _ in }
    }
    #expect(
      text(json.bytes) == """
        {
         "generator": {"name": "telltale", "frames": [41, 44]},
         "list": [
          {
           "n": 1
          }
         ],
         "none": []
        }
        """)
  }

  @Test(arguments: [
    ("plain", #""plain""#), ("quote \" back \\", #""quote \" back \\""#),
    ("\n\r\t", #""\n\r\t""#), ("\u{0}\u{1b}\u{1f}", #""\u0000\u001b\u001f""#),
    ("\u{7f}\u{85}\u{9b}", #""\u007f\u0085\u009b""#), ("’ü漢😀\u{2028}", "\"’ü漢😀\u{2028}\""),
    ("\r\n", #""\r\n""#),
  ])
  func `escapes what JSON and terminals need escaped`(raw: String, expected: String) {
    var json = JSONWriter()
    json.value(raw)
    #expect(text(json.bytes) == expected)
  }

  @Test(arguments: [
    (0.1, "0.1"), (1.0, "1.0"), (1e300, "1e+300"), (-0.25, "-0.25"), (.nan, "null"),
    (.infinity, "null"), (-.infinity, "null"),
  ])
  func `writes numbers as the shortest text that reads back the same`(
    number: Double, expected: String
  ) {
    var json = JSONWriter()
    json.value(number)
    #expect(text(json.bytes) == expected)
  }

  @Test func `gives another parser the same text back, whatever it is`() throws {
    var random = SeededRandom(seed: 7)
    for _ in 0..<200 {
      let raw = String(
        decoding: (0..<40).map { _ in UInt8.random(in: 0...255, using: &random) }, as: UTF8.self)
      var json = JSONWriter()
      json.object { $0.member(raw + "k", raw) }
      #expect(try parsedObject(json.bytes)[raw + "k"] as? String == raw)
    }
  }
}
