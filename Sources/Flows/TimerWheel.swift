import Model

/// Rows by the second at which they want to be looked at again.
///
/// Entries are hints: whoever takes them out checks whether the time has really come. Buckets hold
/// seconds exactly up to the wheel's size and wrap beyond it, so a far timer is looked at early and put
/// back.
struct TimerWheel: Sendable {
  private static let size = 4_096
  /// Seconds that frames may be out of order.
  private static let tolerance: Int64 = 60
  private var buckets: [[Int32]] = Array(repeating: [], count: size)
  /// The next second to look at; nil before the first frame.
  private var cursor: Int64?

  mutating func schedule(_ entry: Int32, at now: Timestamp, after seconds: Int) {
    let second = now.nanoseconds / 1_000_000_000
    if cursor.map({ $0 - second > Self.tolerance }) ?? true { cursor = second }
    // Never into a second that was already looked at, never so far ahead that it would wrap behind.
    let base = max(second, cursor ?? second)
    let due = base + Int64(min(max(seconds, 1), Self.size - 1))
    buckets[Int(truncatingIfNeeded: due) & (Self.size - 1)].append(entry)
  }

  /// Entries whose second has passed; nil when there are none.
  mutating func due(at now: Timestamp) -> [Int32]? {
    let second = now.nanoseconds / 1_000_000_000
    guard var next = cursor else { return nil }
    guard next < second else {
      // A clock that was set back starts anew; entries are looked at again when their bucket comes.
      if next - second > Self.tolerance { cursor = second }
      return nil
    }
    var due: [Int32] = []
    // After a jump of the clock every bucket is looked at once.
    if second - next > Int64(Self.size) { next = second - Int64(Self.size) }
    while next < second {
      let bucket = Int(truncatingIfNeeded: next) & (Self.size - 1)
      if !buckets[bucket].isEmpty {
        due.append(contentsOf: buckets[bucket])
        buckets[bucket].removeAll()
      }
      next += 1
    }
    cursor = second
    if soonestDue < second, nextSoonest < soonest.count {
      due.append(contentsOf: soonest[nextSoonest...])
      nextSoonest = soonest.count
    }
    return due.isEmpty ? nil : due
  }

  /// Takes out the entry whose time would come first.
  ///
  /// - Parameter secondsLeft: how long the entry really has; nil when it is gone. One that has longer
  ///   than its timer says is put back.
  mutating func takeSoonest(
    at now: Timestamp, _ secondsLeft: (Int32) -> Int?
  ) -> Int32? {
    let second = now.nanoseconds / 1_000_000_000
    for _ in 0...Self.size {
      while nextSoonest < soonest.count {
        let entry = soonest[nextSoonest]
        nextSoonest += 1
        guard let left = secondsLeft(entry) else { continue }
        if Int64(left) <= soonestDue - second + 1 { return entry }
        schedule(entry, at: now, after: left)
      }
      guard let cursor else { return nil }
      soonest.removeAll(keepingCapacity: true)
      nextSoonest = 0
      // The next bucket that holds anything.
      var due = max(cursor, second)
      let end = due + Int64(Self.size)
      while due < end, buckets[Int(truncatingIfNeeded: due) & (Self.size - 1)].isEmpty { due += 1 }
      guard due < end else { return nil }
      swap(&soonest, &buckets[Int(truncatingIfNeeded: due) & (Self.size - 1)])
      soonestDue = due
    }
    return nil
  }

  /// A bucket in the course of being emptied by ``takeSoonest(at:_:)``.
  private var soonest: [Int32] = []
  private var nextSoonest = 0
  private var soonestDue: Int64 = 0
}
