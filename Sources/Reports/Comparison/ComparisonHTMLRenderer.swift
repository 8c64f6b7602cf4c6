public import Model

/// The comparison as one HTML page without scripts, with a matrix of runs.
public struct ComparisonHTMLRenderer: ComparisonRenderer {
  public static let format = "html"

  public init() {}

  public func render(_ comparison: Comparison, options: RenderOptions) -> [UInt8] {
    var page = HTMLPage()
    page.begin("Telltale comparison")
    page.paragraph(ComparisonWords.headline(comparison))
    page.paragraph(ComparisonWords.verdict(comparison), class: "coverage")
    let found = comparison.variations.filter { $0.kind != .noise }
    for kind in Variation.Kind.allCases where kind != .noise {
      section(
        kind.rawValue, found.filter { $0.kind == kind }, badge: kind == .covert ? "critical" : nil,
        on: &page)
    }
    section("unexplained", comparison.unexplained, badge: nil, on: &page)
    matrix(comparison, found, on: &page)
    page.openSection("How sure", badge: nil)
    var notes = [ComparisonWords.inference(comparison)]
    if let placebo = comparison.placebo {
      notes.append(ComparisonWords.measured("Placebo", placebo))
    }
    if let baseline = comparison.baseline {
      notes.append(ComparisonWords.measured("Baseline", baseline))
    }
    notes += comparison.confounding.map {
      "\($0.factor) is confounded with \($0.with). \($0.note)"
    }
    page.list(notes + comparison.coverage.notes)
    page.closeSection()
    page.end("telltale \(comparison.generatorVersion)")
    return Array(page.text.utf8)
  }

  private func section(
    _ title: String, _ variations: [Variation], badge: String?, on page: inout HTMLPage
  ) {
    guard !variations.isEmpty else { return }
    page.openSection(title, badge: badge)
    page.table(
      ["place", "follows", "when", "what stood there", "code points", "how sure"],
      variations.flatMap { variation -> [[HTMLPage.Cell]] in
        variation.levels.enumerated().map { index, level in
          let isFirst = index == 0
          return [
            .code(isFirst ? ComparisonWords.place(variation) : ""),
            .words(isFirst ? ComparisonWords.follows(variation) : ""),
            .words(ComparisonWords.when(level)), .code(level.value),
            .words(level.codePoints.joined(separator: " ")),
            .words(
              isFirst
                ? ComparisonWords.statistics(variation)
                  + (variation.derivedFrom.map { "; from \($0)" } ?? "")
                  + (variation.note.map { "; \($0)" } ?? "") : ""),
          ]
        }
      })
    page.closeSection()
  }

  private func matrix(_ comparison: Comparison, _ found: [Variation], on page: inout HTMLPage) {
    guard !found.isEmpty else { return }
    page.openSection("Runs", badge: nil)
    page.paragraph("The same letter is the same value; a dot says that the run lacks the place.")
    let rows = ComparisonWords.matrixOrder(comparison).prefix(256).map { run in
      [HTMLPage.Cell.code(comparison.runs[run].capture)]
        + comparison.factors.map { .words(comparison.runs[run].factors[$0.name] ?? "") }
        + found.map { HTMLPage.Cell.words(ComparisonWords.letter($0.matrix[run])) }
    }
    page.table(
      ["run"] + comparison.factors.map(\.name) + found.indices.map { "\($0 + 1)" }, Array(rows))
    page.list(found.enumerated().map { "\($0.offset + 1): \(ComparisonWords.place($0.element))" })
    page.closeSection()
  }
}
