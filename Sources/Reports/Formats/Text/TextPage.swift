import Model

/// Lines of a text report, with colour where it was asked for.
struct TextPage {
  enum Tint: String {
    case strong = "1"
    case alarm = "1;31"
    case warning = "33"
    case calm = "36"
    case faint = "2"
  }

  let width: Int
  private let usesColor: Bool
  private(set) var text = ""

  init(_ options: RenderOptions) {
    width = max(80, min(400, options.width))
    usesColor = options.color
  }

  mutating func line(_ line: String = "") {
    text += line + "\n"
  }

  /// A paragraph from the summary, made visible and wrapped.
  mutating func paragraph(_ paragraph: String, indent: Int, limit: Int = 1_000) {
    let start = String(repeating: " ", count: indent)
    var current = start
    var used = indent
    for word in shortened(paragraph, to: limit).unicodeScalars.split(separator: " ") {
      let piece = shortened(String(word), to: width - indent)
      let size = columns(of: piece)
      if used > indent, used + 1 + size > width {
        line(current)
        current = start
        used = indent
      }
      if used > indent {
        current += " "
        used += 1
      }
      current += piece
      used += size
    }
    if used > indent { line(current) }
  }

  func tinted(_ text: String, _ tint: Tint) -> String {
    usesColor ? "\u{1b}[\(tint.rawValue)m\(text)\u{1b}[0m" : text
  }
}

extension ExposureRating {
  var tint: TextPage.Tint {
    switch self {
    case .critical, .high: .alarm
    case .moderate: .warning
    case .low: .calm
    case .none: .faint
    }
  }
}
