import Model

/// The sessions of one tool at one client.
///
/// A session is activity without a long gap. Where the tool names its sessions, each name is one,
/// whatever its gaps; requests without a name belong to the session that was last active.
struct SessionBook {
  struct Entry {
    var key: String?
    var start: Timestamp
    var end: Timestamp
    var exchanges = 0
  }

  /// More named sessions than this at one client are counted into the last.
  private static let limit = 4096
  private(set) var entries: [Entry] = []
  private var named: [String: Int] = [:]
  private var latest: Int?

  /// Notes an activity, and tells which session it belongs to.
  mutating func touch(_ time: Timestamp, key: String?, gap: Double, isExchange: Bool) -> Int {
    let index = place(time, key: key, gap: gap)
    entries[index].start = min(entries[index].start, time)
    entries[index].end = max(entries[index].end, time)
    if isExchange { entries[index].exchanges += 1 }
    latest = index
    return index
  }

  private mutating func place(_ time: Timestamp, key: String?, gap: Double) -> Int {
    if let key, let known = named[key] { return known }
    let current = latest.flatMap { entries[$0].end.seconds(since: time) > -gap ? $0 : nil }
    if let current {
      guard let key else { return current }
      // The first requests of a session often come without its name.
      if entries[current].key == nil {
        entries[current].key = key
        named[key] = current
        return current
      }
    }
    if entries.count >= Self.limit { return entries.count - 1 }
    entries.append(Entry(key: key, start: time, end: time))
    if let key { named[key] = entries.count - 1 }
    return entries.count - 1
  }

  /// Takes another book's sessions in; tells where each went.
  mutating func merge(_ other: SessionBook, gap: Double) -> [Int] {
    other.entries.map { entry in
      let index = place(entry.start, key: entry.key, gap: gap)
      entries[index].start = min(entries[index].start, entry.start)
      entries[index].end = max(entries[index].end, entry.end)
      entries[index].exchanges += entry.exchanges
      if latest == nil || entries[index].end > entries[latest ?? 0].end { latest = index }
      return index
    }
  }
}
