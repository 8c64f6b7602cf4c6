/// Builds a page out of escaped text; nothing else can get in.
struct HTMLPage {
  enum Cell {
    case words(String)
    case code(String)
    case number(Int)
  }

  private static let longestText = 2_000

  private(set) var text = ""

  /// The policy forbids all that the page does not need, should an escape ever be missed.
  mutating func begin(_ title: String) {
    text += """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy"
        content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="referrer" content="no-referrer">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(escaped(title))</title>
      <style>
      \(htmlStyle)
      </style>
      </head>
      <body>
      <h1>\(escaped(title))</h1>

      """
  }

  mutating func end(_ generator: String) {
    text += "<footer>\(escaped(generator))</footer>\n</body>\n</html>\n"
  }

  /// - Parameter badge: a rating, one of the vocabulary's words.
  mutating func openSection(_ title: String, badge: String?) {
    text += "<section>\n<h2>"
    if let badge { text += "<span class=\"badge \(escaped(badge))\">\(escaped(badge))</span> " }
    text += "\(escaped(title))</h2>\n"
  }

  mutating func closeSection() {
    text += "</section>\n"
  }

  mutating func heading(_ title: String) {
    text += "<h3>\(escaped(title))</h3>\n"
  }

  mutating func paragraph(_ words: String, class name: String? = nil) {
    text += name.map { "<p class=\"\(escaped($0))\">" } ?? "<p>"
    text += escaped(words) + "</p>\n"
  }

  mutating func list(_ items: [String]) {
    guard !items.isEmpty else { return }
    text += "<ul>\n"
    for item in items { text += "<li>\(escaped(item))</li>\n" }
    text += "</ul>\n"
  }

  mutating func table(_ titles: [String], _ rows: [[Cell]]) {
    guard !rows.isEmpty else { return }
    text += "<div class=\"wide\"><table>\n<thead><tr>"
    for title in titles { text += "<th scope=\"col\">\(escaped(title))</th>" }
    text += "</tr></thead>\n<tbody>\n"
    for row in rows {
      text += "<tr>"
      for cell in row {
        switch cell {
        case .words(let words): text += "<td>\(escaped(words))</td>"
        case .code(let code): text += "<td><code>\(escaped(code))</code></td>"
        case .number(let number): text += "<td class=\"number\">\(number)</td>"
        }
      }
      text += "</tr>\n"
    }
    text += "</tbody>\n</table></div>\n"
  }

  private func escaped(_ text: String) -> String {
    htmlEscaped(shortened(text, to: Self.longestText))
  }
}

private let htmlStyle = """
  :root { color-scheme: light dark; }
  body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 90rem;
    padding: 0 1rem; }
  h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 2.5rem; } h3 { font-size: 1rem; }
  .wide { overflow-x: auto; }
  table { border-collapse: collapse; font-size: .87rem; }
  th, td { border-bottom: 1px solid #8884; padding: .3rem .6rem; text-align: left;
    vertical-align: top; }
  th { white-space: nowrap; }
  code { font-family: ui-monospace, monospace; overflow-wrap: anywhere; }
  .number { text-align: right; font-variant-numeric: tabular-nums; }
  .badge { border-radius: .3rem; color: #fff; background: #666; font-size: .75rem;
    padding: .15rem .5rem; text-transform: uppercase; vertical-align: middle; }
  .critical, .high { background: #b3261e; } .moderate { background: #9a6700; }
  .low { background: #0969da; }
  .coverage, .closing { font-weight: 600; }
  footer { margin-top: 3rem; opacity: .7; font-size: .8rem; }
  """
