import Model

/// Words that the formats for people share.
enum ComparisonWords {
  static func headline(_ comparison: Comparison) -> String {
    let factors = comparison.factors.map { factor in
      let levels = factor.levels.map { "\($0.name) (\($0.runs))" }.joined(separator: ", ")
      return "\(factor.name): \(levels)"
    }
    return "\(comparison.runs.count) runs, \(comparison.alignedExchanges) exchanges aligned; "
      + factors.joined(separator: "; ")
  }

  static func verdict(_ comparison: Comparison) -> String {
    let coverage = comparison.coverage
    let isPartial = coverage.clientHellos > coverage.decryptedHandshakes
    return found(comparison)
      + (isPartial ? " What was encrypted could not be compared." : "")
  }

  private static func found(_ comparison: Comparison) -> String {
    let covert = comparison.covert.count
    let told = comparison.variations.count { $0.kind != .noise && $0.kind != .covert }
    if covert == 0, told == 0 {
      let doubtful = comparison.unexplained.count
      return doubtful == 0
        ? "Nothing was found that follows a factor."
        : "Nothing is proven; \(doubtful) differences may follow a factor, or chance."
    }
    let hidden = covert == 0 ? "Nothing follows a factor covertly" : "\(covert) covert"
    return "\(hidden), \(told) that follow a factor openly."
  }

  static func inference(_ comparison: Comparison) -> String {
    var words = "\(comparison.tests) tests"
    if let p = comparison.smallestP, let q = comparison.smallestQ {
      words += ", smallest p \(rounded(p)) and q \(rounded(q)) attainable"
    }
    words +=
      "; \(comparison.untestable) pairs of place and factor could not be tested and count as noise"
    return words + "."
  }

  static func measured(_ name: String, _ measured: Comparison.FalsePositives) -> String {
    let share = rounded(measured.share * 100)
    return
      "\(name): \(measured.splitsWithFindings) of \(measured.splits) splits of like runs have a "
      + "finding (\(share) %), with \(measured.tests) tests each."
  }

  static func title(_ variation: Variation) -> String {
    switch (variation.kind, variation.aspect) {
    case (_, .presence): "presence"
    case (_, .order): "order"
    case (_, .name): "spelling of a name"
    case (_, .size): "size"
    case (_, .spelling): "spelling"
    case (.covert, .value): "covert value"
    case (_, .value): "value"
    }
  }

  static func place(_ variation: Variation) -> String {
    let items = variation.items.isEmpty ? "" : " [" + variation.items.joined(separator: ", ") + "]"
    let part =
      variation.part == "body" || variation.path.hasPrefix(variation.part)
      ? "" : variation.part + " "
    return "\(variation.exchange)  \(part)\(variation.path)\(items)"
  }

  static func follows(_ variation: Variation) -> String {
    variation.factors.joined(separator: variation.isInteraction ? " × " : ", ")
  }

  static func when(_ level: Variation.Level) -> String {
    level.when.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
  }

  /// What sets a level apart: `U+2019 where U+0027 stands under base_url=neutral`.
  static func codePoints(_ variation: Variation) -> String? {
    guard variation.levels.contains(where: { !$0.codePoints.isEmpty }) else { return nil }
    return variation.levels.map { level in
      let points = level.codePoints.isEmpty ? "nothing" : level.codePoints.joined(separator: " ")
      return "\(points) when \(when(level))"
    }.joined(separator: ", ")
  }

  static func statistics(_ variation: Variation) -> String {
    var words: [String] = []
    if variation.bits > 0 { words.append("\(rounded(variation.bits)) bits") }
    if let p = variation.pValue { words.append("p \(rounded(p))") }
    if let q = variation.qValue { words.append("q \(rounded(q))") }
    words.append("\(variation.runs) runs")
    return words.joined(separator: ", ")
  }

  /// Two significant digits.
  static func rounded(_ number: Double) -> String {
    guard number > 0, number.isFinite else { return "0" }
    guard number >= 1e-12 else { return "below 1e-12" }
    var factor = 1.0
    while number * factor < 10, factor < 1e15 { factor *= 10 }
    let value = (number * factor).rounded() / factor
    return value == value.rounded() && value < 1e15 ? "\(Int(value))" : "\(value)"
  }

  static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")

  /// A letter for the value that a run had; runs with the same letter had the same value.
  static func letter(_ code: Int?) -> String {
    guard let code else { return "·" }
    return code < letters.count ? String(letters[code]) : "*"
  }

  /// Runs in the order of their conditions, for the matrix.
  static func matrixOrder(_ comparison: Comparison) -> [Int] {
    let names = comparison.factors.map(\.name)
    func key(_ run: Int) -> [String] { names.map { comparison.runs[run].factors[$0] ?? "" } }
    return comparison.runs.indices.sorted { a, b in
      let (x, y) = (key(a), key(b))
      return x == y ? a < b : x.lexicographicallyPrecedes(y)
    }
  }
}
