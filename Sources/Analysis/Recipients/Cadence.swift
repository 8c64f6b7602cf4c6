import Model

/// What volumes and times say of traffic, read or not.
enum Cadence {
  static let mostTimes = 64
  /// Bytes to one host from which on an upload is told.
  static let largeUpload = 50 << 20
  private static let fewestTimes = 5
  private static let shortestPeriod = 2.0

  /// Sentences on the recipients of a tool.
  static func notes(_ recipients: [RecipientTally]) -> [String] {
    recipients.sorted { $0.host < $1.host }.flatMap { tally -> [String] in
      var notes: [String] = []
      if tally.bytesSent >= largeUpload {
        notes.append(
          "\(size(tally.bytesSent)) went up to \(tally.host), \(size(tally.bytesReceived)) came back."
        )
      }
      let isReport = !tally.roles.isDisjoint(with: ["telemetry", "crash", "feature-flags"])
      if isReport, let period = period(of: tally.times) {
        notes.append(
          "\(tally.host) hears from it about every \(Int(period.rounded())) s "
            + "(\(tally.times.count)\(tally.times.count == mostTimes ? " or more" : "") times).")
      }
      return notes
    }
  }

  /// The usual gap in seconds, when four of five gaps are within a quarter of the median.
  static func period(of times: [Timestamp]) -> Double? {
    guard times.count >= fewestTimes else { return nil }
    let sorted = times.sorted()
    let gaps = zip(sorted, sorted.dropFirst()).map { $1.seconds(since: $0) }.sorted()
    let median = gaps[gaps.count / 2]
    guard median >= shortestPeriod else { return nil }
    let close = gaps.count { abs($0 - median) <= median / 4 }
    return close * 5 >= gaps.count * 4 ? median : nil
  }

  private static func size(_ bytes: Int) -> String {
    let (unit, name): (Double, String) =
      bytes >= 1_000_000_000 ? (1e9, "GB") : bytes >= 1_000_000 ? (1e6, "MB") : (1e3, "kB")
    return "\((Double(bytes) / unit * 10).rounded() / 10) \(name)"
  }
}
