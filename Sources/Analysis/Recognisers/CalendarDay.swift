/// A day of the calendar, of this century.
struct CalendarDay: Equatable {
  var year: Int
  var month: Int
  var day: Int

  init?(year: Int, month: Int, day: Int) {
    guard (2000...2099).contains(year), (1...12).contains(month), (1...31).contains(day) else {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// `2026-11-23` with any separator, `November 23, 2026`, `23 Nov 2026`, with a day of the week or without; nil for
  /// other texts, and for those whose order of day and month is anybody's guess.
  init?(_ text: String) {
    let parts = text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map(String.init)
    if parts.count == 3, parts[0].utf8.count == 4, let year = Int(parts[0]),
      let month = Int(parts[1]), let day = Int(parts[2])
    {
      self.init(year: year, month: month, day: day)
      return
    }
    guard (3...4).contains(parts.count),
      let at = parts.firstIndex(where: { Self.month($0) != nil }),
      let month = Self.month(parts[at])
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == 2, let year = numbers.first(where: { $0 >= 2000 }),
      let day = numbers.first(where: { $0 <= 31 })
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// The number of an English month, whole or by its first three letters.
  static func month(_ name: String) -> Int? {
    let lower = name.lowercased()
    guard lower.utf8.count >= 3 else { return nil }
    return months.firstIndex { $0 == lower || $0.prefix(3) == lower }.map { $0 + 1 }
  }

  var daysSince1970: Int { CivilDate.days(year, month, day) }
}
