public import Model

/// The comparison as Markdown, with a matrix of runs.
public struct ComparisonMarkdownRenderer: ComparisonRenderer {
  public static let format = "markdown"

  public init() {}

  public func render(_ comparison: Comparison, options: RenderOptions) -> [UInt8] {
    var page = "# Telltale comparison\n\n\(words(ComparisonWords.headline(comparison)))\n\n"
    page += "**\(words(ComparisonWords.verdict(comparison)))**\n"
    let found = comparison.variations.filter { $0.kind != .noise }
    for kind in Variation.Kind.allCases where kind != .noise {
      section(kind.rawValue, found.filter { $0.kind == kind }, on: &page)
    }
    section("unexplained", comparison.unexplained, on: &page)
    matrix(comparison, found, on: &page)
    page += "\n## How sure\n\n- \(words(ComparisonWords.inference(comparison)))\n"
    if let placebo = comparison.placebo {
      page += "- \(words(ComparisonWords.measured("Placebo", placebo)))\n"
    }
    if let baseline = comparison.baseline {
      page += "- \(words(ComparisonWords.measured("Baseline", baseline)))\n"
    }
    for item in comparison.confounding {
      page += "- \(words("\(item.factor) is confounded with \(item.with). \(item.note)"))\n"
    }
    for note in comparison.coverage.notes { page += "- \(words(note))\n" }
    return Array(page.utf8)
  }

  private func section(_ title: String, _ variations: [Variation], on page: inout String) {
    guard !variations.isEmpty else { return }
    page += "\n## \(title)\n\n| place | follows | what stood there | code points | how sure |\n"
    page += "| --- | --- | --- | --- | --- |\n"
    for variation in variations {
      let levels = variation.levels.map {
        "\(words(ComparisonWords.when($0))): \(code($0.value))"
      }.joined(separator: "<br>")
      let cells = [
        code(ComparisonWords.place(variation)), words(ComparisonWords.follows(variation)), levels,
        words(ComparisonWords.codePoints(variation) ?? ""),
        words(
          ComparisonWords.statistics(variation)
            + (variation.derivedFrom.map { "; from \($0)" } ?? "")
            + (variation.note.map { "; \($0)" } ?? "")),
      ]
      page += "| " + cells.joined(separator: " | ") + " |\n"
    }
  }

  private func matrix(_ comparison: Comparison, _ found: [Variation], on page: inout String) {
    guard !found.isEmpty else { return }
    let order = ComparisonWords.matrixOrder(comparison).prefix(64)
    page +=
      "\n## Runs\n\nThe same letter is the same value; a dot says that the run lacks the place.\n\n"
    page += "| run | " + comparison.factors.map { words($0.name) }.joined(separator: " | ")
    page += found.indices.map { " | \($0 + 1)" }.joined() + " |\n"
    let columns = 1 + comparison.factors.count + found.count
    page += "|" + String(repeating: " --- |", count: columns) + "\n"
    for run in order {
      let levels = comparison.factors.map { words(comparison.runs[run].factors[$0.name] ?? "") }
      let letters = found.map { ComparisonWords.letter($0.matrix[run]) }
      page += "| " + ([String(run + 1)] + levels + letters).joined(separator: " | ") + " |\n"
    }
    page += "\n"
    for (index, variation) in found.enumerated() {
      page += "\(index + 1). \(code(ComparisonWords.place(variation)))\n"
    }
  }

  private func words(_ text: String) -> String {
    var output = ""
    for character in shortened(text, to: 300) {
      if "\\`*_{}[]<>|#~&!".contains(character) { output.append("\\") }
      output.append(character)
    }
    return output
  }

  /// A code span; backticks and bars inside cannot end it or the cell.
  private func code(_ text: String) -> String {
    let safe = shortened(text, to: 160).replacing("|", with: "\\|")
    let ticks = safe.contains("`") ? "``" : "`"
    return safe.isEmpty
      ? ""
      : ticks + (ticks.count > 1 ? " " : "") + safe
        + (ticks.count > 1 ? " " : "") + ticks
  }
}
