import Wire

/// The connection ids that one side issued, by which the other side addresses it.
struct ConnectionIDs {
  /// Ids kept; an endpoint offers far fewer at a time.
  private static let limit = 64

  /// In order of issue.
  private(set) var ids: [[UInt8]] = []

  mutating func insert(_ id: [UInt8]) {
    guard !ids.contains(id) else { return }
    if ids.count >= Self.limit { ids.remove(at: 1) }
    ids.append(id)
  }

  func contains(_ id: RawSpan) -> Bool {
    ids.contains { $0.span.bytes.isEqual(to: id) }
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
