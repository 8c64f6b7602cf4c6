import Foundation
import Model

/// What a time zone is at a moment: its offset and its abbreviation.
enum ZoneOffset {
  /// The ways in which programs write the offset of a zone; empty for an unknown zone.
  static func spellings(zone: String, at time: Timestamp) -> [String] {
    guard let zone = TimeZone(identifier: zone) else { return [] }
    let date = Date(timeIntervalSince1970: Double(time.nanoseconds) / 1e9)
    let seconds = zone.secondsFromGMT(for: date)
    let sign = seconds < 0 ? "-" : "+"
    let hours = abs(seconds) / 3600
    let minutes = abs(seconds) / 60 % 60
    let long = two(hours) + ":" + two(minutes)
    let short = minutes == 0 ? "\(hours)" : "\(hours):" + two(minutes)
    var spellings = [sign + long, sign + two(hours) + two(minutes), sign + short]
    for name in ["UTC", "GMT"] {
      spellings += [
        name + sign + long, name + sign + two(hours) + two(minutes), name + sign + short,
      ]
    }
    // Minutes west of UTC, as JavaScript counts; minutes and seconds east of it, as others do.
    spellings += ["\(-seconds / 60)", "\(seconds / 60)", "\(seconds)"]
    if let name = zone.abbreviation(for: date) { spellings.append(name) }
    return spellings
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
