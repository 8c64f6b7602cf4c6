import Wire

/// Texts one a line: NDJSON, JSON Lines and their like.
public enum NewlineDelimited {
  /// Lines that ``lines(of:)`` tells at most.
  public static let lineLimit = 262_144

  /// Places of the lines that are not blank, without their line ends.
  public static func lines(of bytes: Span<UInt8>) -> [Range<Int>] {
    let raw = bytes.bytes
    var lines: [Range<Int>] = []
    var start = 0
    while start < raw.byteCount, lines.count < lineLimit {
      let feed = raw.firstIndex(of: 0x0a, from: start) ?? raw.byteCount
      var end = feed
      while end > start, isSpace(raw[end - 1]) { end -= 1 }
      while start < end, isSpace(raw[start]) { start += 1 }
      if end > start { lines.append(start..<end) }
      start = feed + 1
    }
    return lines
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0d || byte == 0x09
  }
}
