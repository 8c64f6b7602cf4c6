import Foundation
import Model
import Reports
import Testing

@Suite struct `Hostile text` {
  /// Characters that a terminal obeys or hides.
  static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
    (scalar.value < 0x20 && scalar != "\n") || (0x7f..<0xa0).contains(scalar.value)
      || scalar.properties.isDefaultIgnorableCodePoint || scalar.value == 0x202e
  }

  @Test(arguments: ["text", "markdown", "html"])
  func `reaches no reader raw`(format: String) throws {
    let renderer = try #require(RendererRegistry.renderer(for: format))
    let page = text(renderer.render(Sample.hostileSummary(), options: RenderOptions()))
    #expect(!page.unicodeScalars.contains(where: Self.isDangerous))
    #expect(page.contains("U+202E"))
  }

  @Test func `reaches no terminal as a control character in any format`() throws {
    for format in RendererRegistry.formats {
      let renderer = try #require(RendererRegistry.renderer(for: format))
      let page = text(renderer.render(Sample.hostileSummary(), options: RenderOptions()))
      let controls = page.unicodeScalars.filter {
        ($0.value < 0x20 && $0 != "\n" && !(format == "csv" && $0 == "\r"))
          || (0x7f..<0xa0).contains($0.value)
      }
      #expect(controls.isEmpty, "\(format)")
    }
  }

  @Test(arguments: ["markdown", "html"])
  func `makes no element of its own`(format: String) throws {
    let renderer = try #require(RendererRegistry.renderer(for: format))
    let page = text(renderer.render(Sample.hostileSummary(), options: RenderOptions()))
    #expect(!page.contains("<script"))
    #expect(page.contains("&lt;script&gt;"))
  }

  @Test func `loads nothing into the HTML page`() {
    let page = text(HTMLRenderer().render(Sample.hostileSummary(), options: RenderOptions()))
    for forbidden in ["src=", "href=", "url(", "@import", "<link", "<iframe", "onload"] {
      #expect(!page.contains(forbidden), "\(forbidden)")
    }
    #expect(page.contains("default-src 'none'"))
  }

  @Test func `breaks no table of Markdown`() {
    let page = text(MarkdownRenderer().render(Sample.hostileSummary(), options: RenderOptions()))
    for line in page.split(separator: "\n") where line.hasPrefix("| ") {
      #expect(line.hasSuffix(" |"))
    }
    let told = page.split(separator: "\n").first { $0.contains("host name") } ?? ""
    let bars = zip(" " + told, told).filter { $0 != "\\" && $1 == "|" }.count
    #expect(bars == 7)
  }

  @Test func `starts no formula in a spreadsheet`() {
    var summary = Sample.summary()
    summary.tools[0].disclosures = [
      Sample.disclosure("machine.hostname", 5, "=cmd|' /C calc'!A0"),
      Sample.disclosure("place.utc_offset", 3, "-5"),
    ]
    let page = text(CSVRenderer().render(summary, options: RenderOptions()))
    #expect(page.contains(",'=cmd|"))
    #expect(page.contains(",-5,"))
  }

  @Test func `shows unseen characters by their code points`() {
    #expect(visible("a\u{200b}b\u{e0041}\u{fe0f}\u{a0}c") == "a<U+200B>b<U+E0041><U+FE0F><U+00A0>c")
    #expect(visible("\u{1b}[2J\t\r\n\u{0}\u{7f}") == "\\x1B[2J\\t\\r\\n\\x00\\x7F")
    #expect(visible("naïve ’ 漢 😀") == "naïve ’ 漢 😀")
    let stacked = "e" + String(repeating: "\u{301}", count: 50)
    #expect(visible(stacked).hasPrefix("e\u{301}\u{301}<U+0301><U+0301>"))
  }
}
