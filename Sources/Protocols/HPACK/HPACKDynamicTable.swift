import Model

/// The fields that a connection's header blocks have added so far (RFC 7541, section 2.3.2).
///
/// After bytes were lost nobody knows which fields the lost blocks added. What later blocks add still
/// has a known index, because indexes count from the newest entry; anything older is unknown.
struct HPACKDynamicTable {
  /// A field, either half of which may be unknown.
  struct Entry {
    var name: HPACKText
    var value: HPACKText

    /// RFC 7541, section 4.1. Too small when a half is unknown, which only delays eviction.
    var size: Int { name.octets + value.octets + 32 }
  }

  /// A ring: the newest entry stands before `head`.
  private var slots: [Entry?] = []
  private var head = 0
  private(set) var count = 0
  private(set) var size = 0
  private(set) var capacity: Int
  /// Whether older entries may exist that are not known.
  private(set) var isLost = false

  init(capacity: Int) {
    self.capacity = capacity
  }

  /// The entry at `index`, zero being the newest; nil when it is not there.
  subscript(index: Int) -> Entry? {
    guard index >= 0, index < count else { return nil }
    var slot = head - 1 - index
    if slot < 0 { slot += slots.count }
    return slots[slot]
  }

  mutating func insert(_ entry: Entry) {
    evict(until: capacity - entry.size)
    // RFC 7541, section 4.4: an entry larger than the table just empties it.
    guard entry.size <= capacity else {
      isLost = false
      return
    }
    if count == slots.count { grow() }
    slots[head] = entry
    head = head + 1 == slots.count ? 0 : head + 1
    count += 1
    size += entry.size
  }

  mutating func resize(to capacity: Int) {
    self.capacity = capacity
    evict(until: capacity)
    if capacity == 0 { isLost = false }
  }

  /// Forgets everything: from here on, older entries are unknown.
  mutating func lose() {
    slots = []
    head = 0
    count = 0
    size = 0
    isLost = true
  }

  private mutating func evict(until limit: Int) {
    while size > max(limit, 0), count > 0 {
      var oldest = head - count
      if oldest < 0 { oldest += slots.count }
      size -= slots[oldest]?.size ?? 0
      slots[oldest] = nil
      count -= 1
      // Unknown entries are older than all known ones, so they went first.
      isLost = false
    }
  }

  private mutating func grow() {
    var wider: [Entry?] = []
    wider.reserveCapacity(max(16, slots.count * 2))
    for i in stride(from: count - 1, through: 0, by: -1) { wider.append(self[i]) }
    wider.append(contentsOf: repeatElement(nil, count: max(16, slots.count)))
    slots = wider
    head = count
  }
}
