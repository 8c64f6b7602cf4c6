public import Model

/// The comparison for a terminal: what is covert first, with visible code points.
public struct ComparisonTextRenderer: ComparisonRenderer {
  public static let format = "text"

  public init() {}

  public func render(_ comparison: Comparison, options: RenderOptions) -> [UInt8] {
    var page = TextPage(options)
    page.paragraph(ComparisonWords.headline(comparison), indent: 0)
    page.line()
    page.line(
      page.tinted(
        shortened(ComparisonWords.verdict(comparison), to: page.width),
        comparison.covert.isEmpty ? .strong : .alarm))
    section("COVERT", comparison.variations.filter { $0.kind == .covert }, .alarm, &page)
    section(
      "TOLD", comparison.variations.filter { $0.kind == .plain || $0.kind == .encoded }, .warning,
      &page)
    section("DERIVED", comparison.variations.filter { $0.kind == .derived }, .calm, &page)
    section("UNEXPLAINED", comparison.unexplained, .faint, &page)
    noise(comparison, &page)
    page.line()
    page.paragraph(ComparisonWords.inference(comparison), indent: 0)
    if let placebo = comparison.placebo {
      page.paragraph(ComparisonWords.measured("Placebo", placebo), indent: 0)
    }
    if let baseline = comparison.baseline {
      page.paragraph(ComparisonWords.measured("Baseline", baseline), indent: 0)
    }
    for item in comparison.confounding {
      page.paragraph("\(item.factor) is confounded with \(item.with). \(item.note)", indent: 0)
    }
    for note in comparison.coverage.notes { page.paragraph(note, indent: 0) }
    return Array(page.text.utf8)
  }

  private func section(
    _ title: String, _ variations: [Variation], _ tint: TextPage.Tint, _ page: inout TextPage
  ) {
    guard !variations.isEmpty else { return }
    page.line()
    page.line(page.tinted(title, tint))
    for variation in variations {
      page.line(
        "  "
          + page.tinted(
            shortened(ComparisonWords.place(variation), to: page.width - 2), .strong))
      let statistics = ComparisonWords.statistics(variation)
      page.paragraph(
        "\(kind(variation)) follows \(ComparisonWords.follows(variation)); \(statistics)", indent: 4
      )
      for level in variation.levels {
        let when = shortened(ComparisonWords.when(level), to: 40)
        page.line(
          "    " + when + "   "
            + shortened(level.value, to: max(20, page.width - 8 - columns(of: when))))
      }
      if let points = ComparisonWords.codePoints(variation), variation.kind == .covert {
        page.paragraph(points, indent: 4)
      }
      if let context = variation.context, variation.kind == .covert {
        page.line("    in " + shortened(context, to: page.width - 8))
      }
      if let cause = variation.derivedFrom {
        page.paragraph("from \(cause): \(variation.note ?? "")", indent: 4)
      } else if let note = variation.note {
        page.paragraph(note, indent: 4)
      }
    }
  }

  private func kind(_ variation: Variation) -> String {
    let encodings =
      variation.encodings.isEmpty
      ? "" : " (" + variation.encodings.joined(separator: ", ") + ")"
    return variation.kind == .covert
      ? ComparisonWords.title(variation) : variation.kind.rawValue + encodings
  }

  private func noise(_ comparison: Comparison, _ page: inout TextPage) {
    let count = comparison.variations.count { $0.kind == .noise } + comparison.unlistedNoise
    guard count > 0 else { return }
    page.line()
    page.line("\(count) fields vary within one condition: noise. -f json lists them.")
  }
}
