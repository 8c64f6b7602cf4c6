import Model

/// Values that only tell when they were made.
enum Clock {
  private static let nearest = 86_400.0

  /// Whether the value is a point in time near the run's own time in every run that has it.
  static func follows(_ values: [[UInt8]?], times: [Timestamp]) -> Bool {
    var seen = false
    for (run, value) in values.enumerated() {
      guard let value else { continue }
      guard value.count <= 40, let seconds = seconds(value) else { return false }
      let time = Double(times[run].nanoseconds) / 1e9
      guard abs(seconds - time) <= nearest else { return false }
      seen = true
    }
    return seen
  }

  /// Seconds since 1970 of a number (in seconds or a thousandth part of them, and so on) or of an
  /// ISO 8601 time in UTC. Times with an offset are left alone: the offset tells where.
  private static func seconds(_ value: [UInt8]) -> Double? {
    let text = String(decoding: value, as: UTF8.self)
    if let number = Double(text), number >= 1e9 {
      var seconds = number
      while seconds >= 1e11 { seconds /= 1_000 }
      return seconds
    }
    if let seconds = fixdate(value) { return seconds }
    guard value.count >= 17, value.last == UInt8(ascii: "Z"), value[4] == UInt8(ascii: "-"),
      value[10] == UInt8(ascii: "T")
    else { return nil }
    func field(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= value.count else { return nil }
      return Int(String(decoding: value[range], as: UTF8.self))
    }
    guard let year = field(0..<4), let month = field(5..<7), let day = field(8..<10),
      let hour = field(11..<13), let minute = field(14..<16), (1...12).contains(month)
    else { return nil }
    return Double(CivilDate.days(year, month, day)) * 86_400 + Double(hour * 3_600 + minute * 60)
  }
}

extension Clock {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// `Thu, 26 Nov 2026 01:22:13 GMT` (RFC 9110, section 5.6.7).
  private static func fixdate(_ value: [UInt8]) -> Double? {
    guard value.count == 29, value.suffix(4).elementsEqual(" GMT".utf8) else { return nil }
    let parts = value.split { $0 == 0x20 || $0 == 0x2c || $0 == 0x3a }.map {
      String(decoding: $0, as: UTF8.self)
    }
    guard parts.count == 8, let day = Int(parts[1]), (1...31).contains(day),
      let month = months.firstIndex(of: parts[2]), let year = Int(parts[3]),
      (1970...9999).contains(year), let hour = Int(parts[4]), let minute = Int(parts[5]),
      let second = Int(parts[6]), [hour, minute, second].allSatisfy((0...60).contains)
    else { return nil }
    let days = CivilDate.days(year, month + 1, day)
    return Double(days) * 86_400 + Double(hour * 3_600 + minute * 60 + second)
  }
}

/// Dates of the proleptic Gregorian calendar, in 400-year eras.
enum CivilDate {
  /// Days since 1970-01-01.
  static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// Year, month and day of a count of days since 1970-01-01.
  static func date(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let number = month < 10 ? month + 3 : month - 9
    return (
      yearOfEra + era * 400 + (number <= 2 ? 1 : 0), number,
      dayOfYear - (153 * month + 2) / 5 + 1
    )
  }
}
