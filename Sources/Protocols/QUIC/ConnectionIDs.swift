import Wire

/// The connection ids that one side issued, by which the other side addresses it.
struct ConnectionIDs {
  /// Ids kept; an endpoint offers far fewer at a time.
  private static let limit = 64

  /// In order of issue.
  private(set) var ids: [[UInt8]] = []
  /// What ``RawSpan/idTag`` makes of each: many ids are looked through for one that fits.
  private var tags: [UInt64] = []
  /// The ``RawSpan/addressBit``s of all ids that were ever here.
  private(set) var filter: UInt64 = 0

  mutating func insert(_ id: [UInt8]) {
    guard !ids.contains(id) else { return }
    if ids.count >= Self.limit {
      ids.remove(at: 1)
      tags.remove(at: 1)
    }
    ids.append(id)
    tags.append(id.span.bytes.idTag)
    filter |= id.span.bytes.addressBit
  }

  /// Puts an id in front of all others.
  mutating func insertFirst(_ id: [UInt8]) {
    ids.insert(id, at: 0)
    tags.insert(id.span.bytes.idTag, at: 0)
    filter |= id.span.bytes.addressBit
  }

  func contains(_ id: RawSpan) -> Bool {
    let tag = id.idTag
    for i in tags.indices where tags[i] == tag {
      let known = ids[i]
      if known.span.bytes.isEqual(to: id) { return true }
    }
    return false
  }

  /// Length of the id that the bytes begin with; the longest wins.
  func prefixLength(of bytes: RawSpan) -> Int? {
    var best: Int?
    for id in ids where id.count <= bytes.byteCount && id.count >= best ?? 0 {
      if id.span.bytes.isEqual(to: bytes.extracting(first: id.count)) { best = id.count }
    }
    return best
  }
}

extension RawSpan {
  /// One of 64 bits, by the first four bytes of an id; none for shorter ones, which are no names.
  var addressBit: UInt64 {
    byteCount < 4 ? 0 : 1 << UInt64((uint32(at: 0) &* 0x9e37_79b9) >> 26)
  }

  /// The same for equal ids, and rarely so for others.
  fileprivate var idTag: UInt64 {
    if byteCount >= 8 { return uint64(at: 0) &+ UInt64(byteCount) }
    var tag = UInt64(byteCount)
    for i in 0..<byteCount { tag = tag << 8 | UInt64(self[i]) }
    return tag
  }
}
