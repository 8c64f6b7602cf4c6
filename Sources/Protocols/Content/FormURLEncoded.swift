import Wire

/// Names and values of `application/x-www-form-urlencoded` text and of queries
/// (WHATWG URL, section 5.1).
public enum FormURLEncoded {
  /// One pair, by its place in the input; an absent `=` gives an empty value at the end of the
  /// name.
  public struct Pair: Sendable, Hashable {
    public var name: Range<Int>
    public var value: Range<Int>

    public init(name: Range<Int>, value: Range<Int>) {
      self.name = name
      self.value = value
    }
  }

  /// Pairs that ``pairs(of:)`` tells at most.
  public static let pairLimit = 16_384

  /// The pairs in order, still encoded. Empty stretches between `&` are left out.
  public static func pairs(of bytes: Span<UInt8>) -> [Pair] {
    let raw = bytes.bytes
    var pairs: [Pair] = []
    var start = 0
    while start < raw.byteCount, pairs.count < pairLimit {
      let end = raw.firstIndex(of: UInt8(ascii: "&"), from: start) ?? raw.byteCount
      if end > start {
        var split = start
        while split < end, raw[split] != UInt8(ascii: "=") { split += 1 }
        pairs.append(Pair(name: start..<split, value: min(split + 1, end)..<end))
      }
      start = end + 1
    }
    return pairs
  }

  /// The text with `+` as a space and `%XX` resolved.
  public static func decode(_ bytes: Span<UInt8>) -> [UInt8] {
    PercentEncoding.decode(bytes, plusIsSpace: true)
  }
}
