import Protocols
import TestKit
import Testing

private func text(_ bytes: [UInt8], _ range: Range<Int>?) -> String? {
  range.map { String(decoding: bytes[$0], as: UTF8.self) }
}

@Suite struct `Form-encoded text` {
  @Test func `gives names and values by place`() {
    let bytes = Array("a=1&b=x+y%2Fz&&c&=d&e==".utf8)
    let pairs = FormURLEncoded.pairs(of: bytes.span).map {
      (text(bytes, $0.name) ?? "") + ":" + (text(bytes, $0.value) ?? "")
    }
    #expect(pairs == ["a:1", "b:x+y%2Fz", "c:", ":d", "e:="])
  }

  @Test func `is decoded with plus as space`() {
    #expect(FormURLEncoded.decode(Array("x+y%2Fz%zz%4".utf8).span) == Array("x y/z%zz%4".utf8))
    #expect(PercentEncoding.decode(Array("x+y%2f".utf8).span) == Array("x+y/".utf8))
  }
}

@Suite struct `Event stream` {
  @Test func `joins the lines of an event and skips comments`() {
    let bytes = Array(
      (": hello\n\nevent: add\r\ndata: 1\r\ndata:  2\r\nid: 7\r\n\r\n"
        + "data\rdata\r\rid: 9\n\ndata: end")
        .utf8)
    let events = EventStream.events(in: bytes.span)
    #expect(events.map { text(bytes, $0.type) } == ["add", nil, nil])
    #expect(events.map { text(bytes, $0.id) } == ["7", nil, nil])
    let data = events.map {
      String(decoding: EventStream.data(of: $0, in: bytes.span), as: UTF8.self)
    }
    #expect(data == ["1\n 2", "\n", "end"])
    #expect(events.map(\.isComplete) == [true, true, false])
    #expect(text(bytes, events.last?.extent) == "data: end")
  }

  @Test func `survives mutations`() {
    let sample = Array("event: a\ndata: {\"x\":1}\n\ndata: [DONE]\n\n".utf8)
    for mutant in mutations(of: sample, count: 500, seed: 8) {
      for event in EventStream.events(in: mutant.span) {
        #expect(event.extent.upperBound <= mutant.count)
        #expect(event.data.allSatisfy { $0.upperBound <= mutant.count })
      }
    }
  }
}

@Suite struct `Multipart form` {
  /// After the example of RFC 7578, section 4.
  private static let form = Array(
    """
    preamble\r
    --AaB03x\r
    Content-Disposition: form-data; name="field1"\r
    \r
    Joe Blow\r
    --AaB03x\r
    content-disposition: form-data;\r
     name="file"; filename="C:\\a\\b \\"x\\".txt"\r
    Content-Type: text/plain\r
    \r
    line --AaB03x in the middle\r
    --not it\r
    \r
    --AaB03x--\r
    epilogue
    """.utf8)

  @Test func `splits a form at its boundary`() {
    let parts = Multipart.parts(of: Self.form.span, boundary: Array("AaB03x".utf8))
    #expect(
      parts.map { text(Self.form, $0.body) } == [
        "Joe Blow", "line --AaB03x in the middle\r\n--not it\r\n",
      ])
    #expect(parts.map(\.isComplete) == [true, true])
    let values = parts.map { part in
      part.first("Content-Disposition", in: Self.form.span).map { Array(Self.form[$0]) } ?? []
    }
    let names = values.map { Multipart.parameter("name", of: $0) }
    #expect(names == [Array("field1".utf8), Array("file".utf8)])
    #expect(
      Multipart.parameter("filename", of: values[1]) == Array(#"C:\a\b "x".txt"#.utf8))
    #expect(Multipart.parameter("size", of: values[1]) == nil)
  }

  @Test func `tells a part that was cut off`() {
    let bytes = Array("--b\r\nA: 1\r\n\r\nhalf".utf8)
    let parts = Multipart.parts(of: bytes.span, boundary: Array("b".utf8))
    #expect(parts.map { text(bytes, $0.body) } == ["half"])
    #expect(parts.map(\.isComplete) == [false])
  }

  @Test func `refuses boundaries that RFC 2046 does not allow`() {
    #expect(Multipart.parts(of: Self.form.span, boundary: []).isEmpty)
    #expect(
      Multipart.parts(of: Self.form.span, boundary: Array(repeating: 0x2d, count: 71)).isEmpty)
  }

  @Test func `survives every prefix and mutations`() {
    let boundary = Array("AaB03x".utf8)
    let prefixes = (0..<Self.form.count).map { Array(Self.form[..<$0]) }
    for bytes in prefixes + mutations(of: Self.form, count: 1_000, seed: 2) {
      for part in Multipart.parts(of: bytes.span, boundary: boundary) {
        #expect(part.body.upperBound <= bytes.count)
        #expect(part.fields.allSatisfy { $0.value.upperBound <= bytes.count })
      }
    }
  }
}
