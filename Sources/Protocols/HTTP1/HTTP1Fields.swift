import Model
import Wire

/// Field lines of a head or trailer section (RFC 9112, section 5).
enum HTTP1Fields {
  /// Reads the lines up to the first empty one, or to the end.
  static func parse(_ bytes: RawSpan, note: (HTTP1Fault) -> Void) -> [HTTPField] {
    var fields: [HTTPField] = []
    fields.reserveCapacity(16)
    var start = 0
    while start < bytes.byteCount {
      let feed = bytes.firstLineFeed(from: start) ?? bytes.byteCount
      var end = feed
      if end > start, bytes[end - 1] == 0x0d {
        end -= 1
      } else if feed < bytes.byteCount {
        note(.bareLineFeed)
      }
      if end == start { break }
      if bytes[start] == 0x20 || bytes[start] == 0x09 {
        fold(bytes, start..<end, into: &fields, note)
      } else {
        read(bytes, start..<end, into: &fields, note)
      }
      start = feed + 1
    }
    return fields
  }

  private static func read(
    _ bytes: RawSpan, _ line: Range<Int>, into fields: inout [HTTPField],
    _ note: (HTTP1Fault) -> Void
  ) {
    var colon = line.lowerBound
    while colon < line.upperBound, bytes[colon].isTokenCharacter { colon += 1 }
    let name = line.lowerBound..<colon
    if colon < line.upperBound, bytes[colon] == 0x20 || bytes[colon] == 0x09 {
      while colon < line.upperBound, bytes[colon] == 0x20 || bytes[colon] == 0x09 { colon += 1 }
      if colon < line.upperBound, bytes[colon] == UInt8(ascii: ":") { note(.spaceBeforeColon) }
    }
    guard !name.isEmpty, colon < line.upperBound, bytes[colon] == UInt8(ascii: ":") else {
      note(.badFieldLine)
      return
    }
    fields.append(
      HTTPField(
        bytes.extracting(name).fieldText, value(bytes, colon + 1..<line.upperBound, note)))
  }

  /// Joins a continuation to the value before it with one space.
  private static func fold(
    _ bytes: RawSpan, _ line: Range<Int>, into fields: inout [HTTPField],
    _ note: (HTTP1Fault) -> Void
  ) {
    guard !fields.isEmpty else {
      note(.badFieldLine)
      return
    }
    note(.obsoleteFold)
    let text = value(bytes, line, note)
    guard !text.isEmpty else { return }
    fields[fields.count - 1].value += " "
    fields[fields.count - 1].value += text
  }

  private static func value(
    _ bytes: RawSpan, _ range: Range<Int>, _ note: (HTTP1Fault) -> Void
  ) -> String {
    let text = bytes.extracting(bytes.trimmedRange(range))
    guard let first = text.firstControlCharacter else { return text.fieldText }
    guard text.firstIndex(of: 0x0d) != nil else {
      note(.controlCharacter)
      return text.fieldText
    }
    note(text[first] == 0x0d ? .bareCarriageReturn : .controlCharacter)
    let spaced = text.array.map { $0 == 0x0d ? 0x20 : $0 }
    return spaced.span.bytes.fieldText
  }
}
