import Wire

/// The first line of a chunk: its size and, unread, its extensions (RFC 9112, section 7.1).
struct ChunkSize: Hashable {
  var value: Int
  /// Whether the line ended as lines should.
  var endsInReturn: Bool

  /// - Parameter line: the line without its LF; a CR at its end is left out.
  init?(_ line: RawSpan) {
    var i = 0
    var size = 0
    while i < line.byteCount, let digit = line[i].hexadecimalValue {
      // Fifteen digits are an exabyte, and cannot overflow.
      guard i < 15 else { return nil }
      size = size << 4 | Int(digit)
      i += 1
    }
    guard i > 0 else { return nil }
    while i < line.byteCount, line[i] == 0x20 || line[i] == 0x09 { i += 1 }
    if i < line.byteCount, line[i] == 0x0d, i + 1 == line.byteCount { i += 1 }
    guard i == line.byteCount || line[i] == UInt8(ascii: ";") else { return nil }
    value = size
    endsInReturn = line[line.byteCount - 1] == 0x0d
  }
}
