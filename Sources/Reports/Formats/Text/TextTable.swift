/// Columns aligned to the terminal's width.
struct TextTable {
  struct Column {
    var title: String
    /// Columns it may shrink to; nil when it must not shrink.
    var minimum: Int?
    /// Columns it may grow to.
    var maximum = 400
    var isNumber = false
    var keeping = Keeping.start
  }

  let columns: [Column]
  private(set) var rows: [[String]] = []

  init(_ columns: [Column]) {
    self.columns = columns
  }

  mutating func add(_ cells: [String]) {
    precondition(cells.count == columns.count, "a cell for every column")
    // Cut early: a value from the wire may be megabytes long.
    rows.append(
      zip(cells, columns).map { shortened($0, to: $1.maximum, keeping: $1.keeping) })
  }

  /// The lines, indented, no longer than `width` columns, without trailing blanks.
  func lines(width: Int, indent: Int, showsTitles: Bool = true) -> [String] {
    let widths = fitted(to: width - indent, showsTitles: showsTitles)
    var lines: [String] = []
    if showsTitles { lines.append(line(columns.map(\.title), widths, indent)) }
    lines += rows.map { line($0, widths, indent) }
    return lines
  }

  private func fitted(to width: Int, showsTitles: Bool) -> [Int] {
    var widths = columns.indices.map { index in
      let titleWidth = showsTitles ? Reports.columns(of: columns[index].title) : 0
      return rows.reduce(titleWidth) { max($0, Reports.columns(of: $1[index])) }
    }
    var excess = widths.reduce(2 * (columns.count - 1), +) - width
    while excess > 0 {
      let shrinkable = columns.indices.filter { widths[$0] > columns[$0].minimum ?? .max }
      guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private func line(_ cells: [String], _ widths: [Int], _ indent: Int) -> String {
    var line = String(repeating: " ", count: indent)
    for (index, column) in columns.enumerated() {
      if index > 0 { line += "  " }
      let cell = shortened(cells[index], to: widths[index], keeping: column.keeping)
      let padding = String(repeating: " ", count: max(0, widths[index] - Reports.columns(of: cell)))
      line += column.isNumber ? padding + cell : cell + padding
    }
    while line.last == " " { line.removeLast() }
    return line
  }
}
