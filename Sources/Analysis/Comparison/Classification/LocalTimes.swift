import Foundation
import Model

/// What a clock on the wall shows in a time zone: functions of the zone that everybody knows.
struct LocalTimes {
  /// Offsets by level; nil for levels that name no time zone.
  private let zones: [TimeZone?]

  init(levels: [[Experiment.Fact]]) {
    zones = levels.map { facts in
      facts.lazy.filter { $0.attribute == "place.timezone" || TimeZoneName.isName($0.value) }
        .compactMap { TimeZone(identifier: $0.value) }.first
    }
  }

  /// Whether any level names a time zone.
  var isEmpty: Bool { zones.allSatisfy { $0 == nil } }

  /// What a text may be: each function's name, and its value at a time under a level.
  func functions(level: Int, at time: Timestamp) -> [String: Set<String>] {
    guard level < zones.count, let zone = zones[level] else { return [:] }
    let unix = Int(time.nanoseconds / 1_000_000_000)
    let date = Date(timeIntervalSince1970: Double(unix))
    let offset = zone.secondsFromGMT(for: date)
    let local = unix + offset
    let days = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    let second = local - days * 86_400
    let civil = CivilDate.date(days)
    let hour = second / 3_600
    let weekday = ((days % 7) + 11) % 7
    func both(_ number: Int) -> Set<String> { [String(number), padded(number)] }
    let minutes = abs(offset) / 60
    let sign = offset < 0 ? "-" : "+"
    let hours = padded(minutes / 60)
    let rest = padded(minutes % 60)
    return [
      "local date": both(civil.day).union([
        Self.weekdays[weekday], String(Self.weekdays[weekday].prefix(3)),
      ]),
      "local month": both(civil.month).union([
        Self.months[civil.month - 1], String(Self.months[civil.month - 1].prefix(3)),
      ]),
      "local year": [String(civil.year), padded(civil.year % 100)],
      "local hour": both(hour).union(both((hour + 11) % 12 + 1)),
      "local time": [hour < 12 ? "AM" : "PM", hour < 12 ? "am" : "pm"],
      "offset from UTC": [
        sign + hours + ":" + rest, sign + hours + rest, hours + ":" + rest, hours + rest, hours,
        String(minutes / 60), sign + String(minutes / 60), String(offset / 60),
        String(-offset / 60),
        String(offset), sign,
      ],
      "time zone abbreviation": [zone.abbreviation(for: date) ?? ""],
    ]
  }

  private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static let weekdays = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
