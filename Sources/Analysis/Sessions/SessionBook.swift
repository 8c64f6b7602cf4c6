import Model

/// The sessions of one tool at one client.
///
/// A session is activity without a long gap. Where the tool names its sessions, each name is one,
/// whatever its gaps, and so is each agent that a session sends out under an id of its own; requests
/// without a name belong to the session that was last active.
struct SessionBook {
  struct Key: Hashable {
    var session: String
    /// Id of an agent within the session; nil for the main one.
    var agent: String?
  }

  struct Entry {
    var key: Key?
    var start: Timestamp
    var end: Timestamp
    var exchanges = 0
  }

  /// More named sessions than this at one client are counted into the last.
  private static let limit = 4096
  private(set) var entries: [Entry] = []
  private var named: [Key: Int] = [:]
  private var latest: Int?

  /// Notes an activity, and tells which session it belongs to.
  mutating func touch(_ time: Timestamp, key: Key?, gap: Double, isExchange: Bool) -> Int {
    let index = place(time, key: key, gap: gap)
    entries[index].start = min(entries[index].start, time)
    entries[index].end = max(entries[index].end, time)
    if isExchange { entries[index].exchanges += 1 }
    // What has no name is the main agent's rather than that of one it sent out.
    if key?.agent == nil || latest == nil { latest = index }
    return index
  }

  private mutating func place(_ time: Timestamp, key: Key?, gap: Double) -> Int {
    if let key, let known = named[key] { return known }
    let current = latest.flatMap { entries[$0].end.seconds(since: time) > -gap ? $0 : nil }
    if let current {
      guard let key else { return current }
      // The first requests of a session often come without its name.
      if entries[current].key == nil, key.agent == nil {
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

  /// The session that sent an agent out; nil for main agents, and where it was never seen.
  func parent(of index: Int) -> Int? {
    guard let key = entries[index].key, key.agent != nil else { return nil }
    return named[Key(session: key.session, agent: nil)]
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
