import Model

/// Times as programs write them for people: `Sun Nov 22 16:57:01 2026 -0500` (git), `Mon, 23 Nov 2026 05:57:01 +0800`
/// (RFC 5322), `Mon Nov 23 2026 05:57:01 GMT+0800 (China Standard Time)` (ECMAScript), `Mon Nov 23 05:57:01 CST 2026` (date).
enum WrittenTime {
  /// - Parameter colon: the one between hours and minutes.
  static func inspect(
    _ text: Span<UInt8>, colon: Int, time: Timestamp, _ sink: inout FindingSink
  ) {
    guard text.byte(colon + 3) == UInt8(ascii: ":"), text.byte(colon + 6) == 0x20,
      let hour = number(text, colon - 2), let minute = number(text, colon + 1),
      let second = number(text, colon + 4), hour < 24, minute < 60, second < 61,
      var date = DateWords(text, before: colon - 2)
    else { return }
    let after = colon + 7
    // The year may stand behind.
    var rest = after
    if date.year == nil {
      date.year = year(text, after)
      if date.year != nil { rest = after + 5 }
    }
    if let offset = Offset(text, at: rest) {
      guard date.year != nil, offset.isElsewhere else { return }
      tell("place.local_time", text, date.start..<offset.range.upperBound, 0.9, &sink)
      tell("place.utc_offset", text, offset.range, 0.9, &sink)
      if let zone = offset.zone { tell("place.timezone", text, zone, 0.8, &sink) }
      return
    }
    guard let zone = abbreviation(text, after) else { return }
    let end: Int
    if date.year == nil {
      date.year = year(text, zone.upperBound + 1)
      end = zone.upperBound + 5
    } else {
      end = zone.upperBound
    }
    guard let year = date.year, let day = CalendarDay(year: year, month: date.month, day: date.day)
    else { return }
    tell("place.local_time", text, date.start..<end, 0.85, &sink)
    tell("place.timezone", text, zone, 0.7, &sink)
    let local = day.daysSince1970 * 86_400 + hour * 3600 + minute * 60 + second
    if let offset = CaptureClock(time).offset(ofLocal: local) { sink.add(offset) }
  }

  private static func tell(
    _ attribute: String, _ text: Span<UInt8>, _ range: Range<Int>, _ confidence: Double,
    _ sink: inout FindingSink
  ) {
    sink.add(
      Finding(attribute, text.copy(range), source: LocalTime.id, confidence: confidence))
  }

  /// Two digits.
  private static func number(_ text: Span<UInt8>, _ at: Int) -> Int? {
    guard let tens = text.byte(at), let ones = text.byte(at + 1), tens.isDigit, ones.isDigit else {
      return nil
    }
    return Int(tens - 0x30) * 10 + Int(ones - 0x30)
  }

  private static func year(_ text: Span<UInt8>, _ at: Int) -> Int? {
    guard text.has("20", at: at), let years = number(text, at + 2),
      text.byte(at + 4).map({ !$0.isWord }) ?? true
    else { return nil }
    return 2000 + years
  }

  /// Three to five capitals that are not UTC's.
  private static func abbreviation(_ text: Span<UInt8>, _ at: Int) -> Range<Int>? {
    let start = text.has("AM ", at: at) || text.has("PM ", at: at) ? at + 3 : at
    let end = text.end(from: start, limit: 6) { $0.isUppercase }
    guard (3...5).contains(end - start), text.byte(end).map({ !$0.isWord }) ?? true,
      !["UTC", "GMT"].contains(text.text(start..<end))
    else { return nil }
    return start..<end
  }

  /// `-0500`, `GMT+0800 (China Standard Time)`.
  private struct Offset {
    var range: Range<Int>
    /// Whether it is another time than UTC.
    var isElsewhere: Bool
    var zone: Range<Int>?

    init?(_ text: Span<UInt8>, at start: Int) {
      let at = text.has("GMT", at: start) ? start + 3 : start
      guard let sign = text.byte(at), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
        return nil
      }
      let minutes = text.byte(at + 3) == UInt8(ascii: ":") ? at + 4 : at + 3
      guard let hour = number(text, at + 1), let minute = number(text, minutes), hour <= 14,
        minute < 60, text.byte(minutes + 2).map({ !$0.isWord }) ?? true
      else { return nil }
      range = at..<(minutes + 2)
      isElsewhere = hour != 0 || minute != 0
      if text.has(" (", at: minutes + 2) {
        let end = text.end(from: minutes + 4, limit: 60) { $0.isLetter || $0 == 0x20 || $0 >= 0x80 }
        if text.byte(end) == UInt8(ascii: ")"), end > minutes + 6 { zone = (minutes + 4)..<end }
      }
    }
  }

  /// The date in front of a time: `Sun Nov 22 `, `Mon, 23 Nov 2026 `, `Mon Nov 23 2026 `.
  private struct DateWords {
    var start: Int
    var month: Int
    var day: Int
    var year: Int?

    init?(_ text: Span<UInt8>, before end: Int) {
      var at = end
      start = end
      var month: Int?
      var day: Int?
      for _ in 0..<4 {
        let space = text.start(before: at, limit: 2) { $0 == 0x20 || $0 == 0x2c }
        let word = text.start(before: space, limit: 10) { $0.isLetter || $0.isDigit }
        guard space < at, word < space else { break }
        let name = text.text(word..<space)
        if let found = CalendarDay.month(name), month == nil {
          month = found
        } else if let value = Int(name), (1...31).contains(value), day == nil {
          day = value
        } else if let value = Int(name), (2000...2099).contains(value), year == nil {
          year = value
        } else if !["mon", "tue", "wed", "thu", "fri", "sat", "sun"].contains(
          name.prefix(3).lowercased())
        {
          break
        }
        start = word
        at = word
      }
      guard let month, let day else { return nil }
      self.month = month
      self.day = day
    }
  }
}
