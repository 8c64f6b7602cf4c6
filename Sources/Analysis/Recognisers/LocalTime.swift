import Model

/// Dates and times of the user's own clock.
///
/// Three shapes: a time with an offset other than zero (`2026-11-23T05:56:01+08:00`), a time without an
/// offset that differs from the capture's by a whole number of quarter hours (so it is no UTC time), and
/// the sentence `Today's date is …`.
enum LocalTime {
  static let id = "recogniser.local-time"

  static func inspect(
    _ text: Span<UInt8>, hyphen: Int, time: Timestamp, _ sink: inout FindingSink
  ) {
    let start = hyphen - 4
    guard start >= 0, let year = number(text, start, 4), (2000...2099).contains(year),
      text.byte(start - 1).map({ !$0.isWord && $0 != UInt8(ascii: "-") }) ?? true,
      let month = number(text, hyphen + 1, 2), (1...12).contains(month),
      text.byte(hyphen + 3) == UInt8(ascii: "-"),
      let day = number(text, hyphen + 4, 2), (1...31).contains(day),
      let mark = text.byte(hyphen + 6), mark == UInt8(ascii: "T") || mark == 0x20,
      let hour = number(text, hyphen + 7, 2), hour < 24,
      text.byte(hyphen + 9) == UInt8(ascii: ":"),
      let minute = number(text, hyphen + 10, 2), minute < 60
    else { return }
    var end = hyphen + 12
    var second = 0
    if text.byte(end) == UInt8(ascii: ":"), let value = number(text, end + 1, 2) {
      second = value
      end += 3
      if text.byte(end) == UInt8(ascii: ".") {
        end = text.end(from: end + 1, limit: 9) { $0.isDigit }
      }
    }
    if let sign = text.byte(end), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
      offset(text, start..<end, &sink)
    } else if text.byte(end) != UInt8(ascii: "Z"), text.byte(end).map({ !$0.isWord }) ?? true,
      mark == UInt8(ascii: "T")
    {
      guard let date = CalendarDay(year: year, month: month, day: day) else { return }
      let local = date.daysSince1970 * 86_400 + hour * 3600 + minute * 60 + second
      let utc = Int(time.nanoseconds / 1_000_000_000)
      let difference = local - utc
      let quarters = (Double(difference) / 900).rounded()
      guard quarters != 0, abs(quarters) <= 56, abs(Double(difference) - quarters * 900) < 120
      else { return }
      sink.add(
        Finding(
          "place.local_time", text.copy(start..<end), source: id, confidence: 0.75,
          note: "differs from the capture's UTC time by whole quarter hours"))
      if let offset = CaptureClock(time).offset(ofLocal: local) { sink.add(offset) }
    }
  }

  private static func offset(_ text: Span<UInt8>, _ stamp: Range<Int>, _ sink: inout FindingSink) {
    let at = stamp.upperBound
    guard let hours = number(text, at + 1, 2), hours <= 14 else { return }
    let colon = text.byte(at + 3) == UInt8(ascii: ":")
    guard let minutes = number(text, at + (colon ? 4 : 3), 2), minutes < 60,
      hours != 0 || minutes != 0
    else { return }
    let end = at + (colon ? 6 : 5)
    sink.add(
      Finding("place.local_time", text.copy(stamp.lowerBound..<end), source: id, confidence: 0.95))
    sink.add(Finding("place.utc_offset", text.copy(at..<end), source: id, confidence: 0.95))
  }

  /// `Today's date is 2026-11-22`, whatever the apostrophe and the separator.
  static func inspectSentence(
    _ text: Span<UInt8>, at: Int, time: Timestamp, _ sink: inout FindingSink
  ) {
    guard let sentence = DateSentence(text, at: at) else { return }
    sink.add(
      Finding("place.local_time", text.copy(sentence.date), source: id, confidence: 0.9))
    if let offset = CalendarDay(text.text(sentence.date)).flatMap(CaptureClock(time).offsets) {
      sink.add(offset)
    }
  }

  private static func number(_ text: Span<UInt8>, _ start: Int, _ digits: Int) -> Int? {
    guard start >= 0, start + digits <= text.count else { return nil }
    var value = 0
    for i in start..<(start + digits) {
      guard text[i].isDigit else { return nil }
      value = value * 10 + Int(text[i] - 0x30)
    }
    return value
  }
}

/// The carrier sentence of a date line, by its parts.
struct DateSentence {
  /// The one code point between `Today` and `s date is`.
  var apostrophe: Range<Int>
  var date: Range<Int>
  var separator: UInt8

  init?(_ text: Span<UInt8>, at start: Int) {
    guard text.has("Today", at: start), let lead = text.byte(start + 5) else { return nil }
    let width = lead < 0x80 ? 1 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 0
    let after = start + 5 + width
    guard width > 0, text.has("s date is ", at: after) else { return nil }
    apostrophe = (start + 5)..<after
    let at = after + 10
    guard at + 10 <= text.count else { return nil }
    separator = text[at + 4]
    guard separator == text[at + 7], !separator.isWord else { return nil }
    for i in 0..<10 where i != 4 && i != 7 && !text[at + i].isDigit { return nil }
    date = at..<(at + 10)
  }
}
