import Model

/// The dynamic table of one direction (RFC 9204, section 3.2): entries by absolute index, from zero.
struct QPACKDynamicTable {
  struct Entry {
    var field: HTTPField
    /// Octets of name and value, and 32 (section 3.2.1).
    var size: Int
    /// False for entries whose content a lost instruction defined.
    var isKnown = true

    static let unknown = Entry(field: HTTPField("?", ""), size: 32, isKnown: false)
  }

  /// Oldest first, from `head` on; what stands before it is evicted.
  private var entries: [Entry] = []
  private var head = 0
  private var size = 0
  private(set) var capacity = 0
  /// Inserts so far.
  private(set) var insertCount = 0

  /// The largest table that is kept, whatever the encoder asks for.
  static let capacityCap = 1 << 20

  private var count: Int { entries.count - head }

  /// The entry of that absolute index, unless it is evicted or not yet there.
  subscript(absolute index: Int) -> Entry? {
    let position = index - (insertCount - count)
    guard index < insertCount, position >= 0 else { return nil }
    return entries[head + position]
  }

  mutating func setCapacity(_ value: Int) {
    capacity = min(value, Self.capacityCap)
    evict(toFit: 0)
  }

  /// Adds an entry, and evicts the oldest to make room.
  mutating func insert(_ entry: Entry) {
    evict(toFit: entry.size)
    insertCount += 1
    guard entry.size <= capacity else {
      // An error of the encoder; the count goes on, so that later references stay right.
      entries = []
      head = 0
      size = 0
      return
    }
    entries.append(entry)
    size += entry.size
  }

  private mutating func evict(toFit needed: Int) {
    while count > 0, size + needed > capacity {
      size -= entries[head].size
      entries[head] = .unknown
      head += 1
    }
    if head > 64, head > entries.count / 2 {
      entries.removeFirst(head)
      head = 0
    }
  }
}
