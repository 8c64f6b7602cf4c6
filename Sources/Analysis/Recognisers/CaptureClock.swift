import Model

/// What a local date or time says of its zone, with the capture's clock as the measure.
///
/// Nobody can tell a local date from a UTC one by itself. One that is a day off while the capture ran shows on which side
/// of UTC the clock stood, and how far at least; a time that is off by whole quarter hours, as zones are, shows the offset.
struct CaptureClock {
  /// Seconds since 1970, UTC.
  private let now: Int
  /// Seconds that may pass between the writing of a time and its sending.
  private static let delay = 30
  /// Quarter hours of the zones furthest east and west.
  private static let furthestEast = 56
  private static let furthestWest = -48

  init(_ time: Timestamp) {
    now = Int(time.nanoseconds / 1_000_000_000)
  }

  /// What a date without a time tells; nil when it is the capture's own, or none of the days beside it.
  func offsets(of date: CalendarDay) -> Finding? {
    let day = now / 86_400
    let quarters = (now - day * 86_400) / 900
    switch date.daysSince1970 - day {
    case 1:
      // Local midnight has passed: the offset is at least what is left of the day.
      let least = 96 - quarters
      guard least <= Self.furthestEast else { return nil }
      return finding(
        "\(Self.text(least)) to \(Self.text(Self.furthestEast))", 0.6,
        "the date is a day ahead of UTC's at that time, so the clock is this far east at least")
    case -1:
      let most = -quarters - 1
      guard most >= Self.furthestWest else { return nil }
      return finding(
        "\(Self.text(Self.furthestWest)) to \(Self.text(most))", 0.4,
        "the date is a day behind UTC's at that time: the clock is this far west at least, or the text was "
          + "written the day before")
    default: return nil
    }
  }

  /// The offset that a time without one has; nil when it is UTC's, or too far from any.
  ///
  /// - Parameter seconds: the local time, counted as if it were UTC.
  func offset(ofLocal seconds: Int) -> Finding? {
    let quarters = Int((Double(seconds - now) / 900).rounded())
    guard quarters != 0, (Self.furthestWest...Self.furthestEast).contains(quarters),
      abs(seconds - now - quarters * 900) <= Self.delay
    else { return nil }
    return finding(
      Self.text(quarters), 0.6, "the difference between the time told and the capture's")
  }

  private func finding(_ value: String, _ confidence: Double, _ note: String) -> Finding {
    Finding(
      "place.utc_offset", Array(value.utf8), source: LocalTime.id, confidence: confidence,
      note: note)
  }

  /// `+05:30`, of a number of quarter hours.
  private static func text(_ quarters: Int) -> String {
    let minutes = abs(quarters) * 15
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return (quarters < 0 ? "-" : "+") + two(minutes / 60) + ":" + two(minutes % 60)
  }
}
