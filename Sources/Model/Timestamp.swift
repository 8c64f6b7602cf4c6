/// A point in time: nanoseconds since 1970-01-01T00:00:00Z.
@frozen
public struct Timestamp: Hashable, Comparable, Sendable {
  public var nanoseconds: Int64

  @inlinable
  public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

  @inlinable
  public static func < (a: Timestamp, b: Timestamp) -> Bool { a.nanoseconds < b.nanoseconds }

  /// Seconds from `earlier` to this moment; negative when the capture's clock ran backwards.
  public func seconds(since earlier: Timestamp) -> Double {
    Double(nanoseconds &- earlier.nanoseconds) / 1e9
  }
}

extension Timestamp: CustomStringConvertible {
  /// ISO 8601 in UTC with microseconds: `2026-11-22T21:26:03.123456Z`.
  public var description: String {
    let (date, time) = civil
    let micros = String(time.micros)
    return "\(date.text)T\(time.text)." + String(repeating: "0", count: 6 - micros.utf8.count)
      + micros + "Z"
  }

  private struct Date {
    var year, month, day: Int64
    var text: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }
  }

  private struct TimeOfDay {
    var hour, minute, second, micros: Int64
    var text: String { "\(padded(hour, 2)):\(padded(minute, 2)):\(padded(second, 2))" }
  }

  /// Days to civil date, after the algorithm for the proleptic Gregorian calendar in 400-year eras.
  private var civil: (date: Date, time: TimeOfDay) {
    let seconds = nanoseconds.floorDivided(by: 1_000_000_000)
    let micros = (nanoseconds - seconds * 1_000_000_000) / 1_000
    let days = seconds.floorDivided(by: 86_400)
    let rest = seconds - days * 86_400
    let shifted = days + 719_468
    let era = shifted.floorDivided(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (
      Date(year: year, month: month, day: dayOfYear - (153 * monthIndex + 2) / 5 + 1),
      TimeOfDay(hour: rest / 3_600, minute: rest / 60 % 60, second: rest % 60, micros: micros)
    )
  }
}

private func padded(_ value: Int64, _ width: Int) -> String {
  let digits = String(value)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

extension Int64 {
  fileprivate func floorDivided(by divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
