import Wire

/// Multipart bodies, above all `multipart/form-data` (RFC 2046, section 5.1; RFC 7578).
public enum Multipart {
  /// One part, by its place in the input.
  public struct Part: Sendable, Hashable {
    /// Field names and values in order; values are unfolded.
    public var fields: [Field] = []
    public var body: Range<Int>
    /// Whether the delimiter behind it was there.
    public var isComplete: Bool

    /// Value of the first field of that name, compared without regard to case.
    public func first(_ name: String, in bytes: Span<UInt8>) -> Range<Int>? {
      let raw = bytes.bytes
      return fields.first { raw.extracting($0.name).equalsIgnoringASCIICase(name) }?.value
    }
  }

  /// A field line of a part.
  public struct Field: Sendable, Hashable {
    public var name: Range<Int>
    public var value: Range<Int>
  }

  /// Parts that ``parts(of:boundary:)`` tells at most.
  public static let partLimit = 4_096
  /// Field lines of a part that are told at most.
  public static let fieldLimit = 64

  /// Splits a body at its boundary.
  ///
  /// - Parameters:
  ///   - bytes: the body.
  ///   - boundary: the parameter of that name of the content type.
  public static func parts(of bytes: Span<UInt8>, boundary: [UInt8]) -> [Part] {
    let raw = bytes.bytes
    guard (1...70).contains(boundary.count) else { return [] }
    let delimiter = [0x2d, 0x2d] + boundary
    var parts: [Part] = []
    var search = 0
    var start: Int?
    while parts.count < partLimit {
      let found = nextDelimiter(raw, delimiter, from: search)
      if let start {
        parts.append(part(raw, start..<(found?.lowerBound ?? raw.byteCount), found != nil))
      }
      guard let found, !isLast(raw, found.upperBound) else { break }
      search = afterLine(raw, found.upperBound)
      start = search
    }
    return parts
  }

  /// A parameter of a field value such as `form-data; name="a"; filename="b"`, unquoted.
  public static func parameter(_ name: String, of value: [UInt8]) -> [UInt8]? {
    let raw = value.span.bytes
    var i = raw.firstIndex(of: UInt8(ascii: ";")) ?? raw.byteCount
    while i < raw.byteCount {
      i += 1
      // A folded value still has its line ends.
      while i < raw.byteCount, raw[i] <= 0x20 { i += 1 }
      let start = i
      while i < raw.byteCount, raw[i] != UInt8(ascii: "="), raw[i] != UInt8(ascii: ";") { i += 1 }
      let key = raw.extracting(start..<i)
      var text: [UInt8] = []
      if i < raw.byteCount, raw[i] == UInt8(ascii: "=") {
        i = readValue(raw, from: i + 1, into: &text)
      }
      if key.equalsIgnoringASCIICase(name) { return text }
      while i < raw.byteCount, raw[i] != UInt8(ascii: ";") { i += 1 }
    }
    return nil
  }

  /// Reads a token or quoted string and returns the offset behind it.
  private static func readValue(_ raw: RawSpan, from start: Int, into text: inout [UInt8]) -> Int {
    var i = start
    guard i < raw.byteCount, raw[i] == UInt8(ascii: "\"") else {
      while i < raw.byteCount, raw[i] != UInt8(ascii: ";"), raw[i] != 0x20 {
        text.append(raw[i])
        i += 1
      }
      return i
    }
    i += 1
    while i < raw.byteCount, raw[i] != UInt8(ascii: "\"") {
      // Browsers write a backslash in file names as it is; only an escaped quote is an escape.
      if raw[i] == UInt8(ascii: "\\"), i + 1 < raw.byteCount, raw[i + 1] == UInt8(ascii: "\"") {
        i += 1
      }
      text.append(raw[i])
      i += 1
    }
    return min(i + 1, raw.byteCount)
  }

  /// The next delimiter that stands at the beginning of a line, with the line end in front of it.
  private static func nextDelimiter(
    _ raw: RawSpan, _ delimiter: [UInt8], from start: Int
  ) -> Range<Int>? {
    var i = start
    let pattern = delimiter.span.bytes
    while let dash = raw.firstIndex(of: UInt8(ascii: "-"), from: i) {
      guard dash + pattern.byteCount <= raw.byteCount else { return nil }
      i = dash + 1
      let isAtLineStart = dash == 0 || raw[dash - 1] == 0x0a
      guard isAtLineStart,
        raw.extracting(dash..<dash + pattern.byteCount).isEqual(to: pattern)
      else { continue }
      var lower = dash
      if lower > start, raw[lower - 1] == 0x0a { lower -= 1 }
      if lower > start, raw[lower - 1] == 0x0d { lower -= 1 }
      return lower..<dash + pattern.byteCount
    }
    return nil
  }

  private static func isLast(_ raw: RawSpan, _ offset: Int) -> Bool {
    offset + 2 <= raw.byteCount && raw[offset] == 0x2d && raw[offset + 1] == 0x2d
  }

  private static func afterLine(_ raw: RawSpan, _ offset: Int) -> Int {
    (raw.firstIndex(of: 0x0a, from: offset) ?? raw.byteCount - 1) + 1
  }

  private static func part(_ raw: RawSpan, _ extent: Range<Int>, _ isComplete: Bool) -> Part {
    var part = Part(body: extent, isComplete: isComplete)
    var start = extent.lowerBound
    while start < extent.upperBound {
      let feed = min(
        raw.firstIndex(of: 0x0a, from: start) ?? extent.upperBound, extent.upperBound)
      var end = feed
      if end > start, raw[end - 1] == 0x0d { end -= 1 }
      let next = min(feed + 1, extent.upperBound)
      if end == start {
        part.body = next..<extent.upperBound
        return part
      }
      if part.fields.count < fieldLimit { readField(raw, start..<end, into: &part) }
      start = next
    }
    part.body = extent.upperBound..<extent.upperBound
    return part
  }

  private static func readField(_ raw: RawSpan, _ line: Range<Int>, into part: inout Part) {
    if raw[line.lowerBound] == 0x20 || raw[line.lowerBound] == 0x09, !part.fields.isEmpty {
      part.fields[part.fields.count - 1].value =
        part.fields[part.fields.count - 1].value.lowerBound..<line.upperBound
      return
    }
    var colon = line.lowerBound
    while colon < line.upperBound, raw[colon] != UInt8(ascii: ":") { colon += 1 }
    guard colon < line.upperBound else { return }
    var value = colon + 1
    while value < line.upperBound, raw[value] == 0x20 || raw[value] == 0x09 { value += 1 }
    part.fields.append(Field(name: line.lowerBound..<colon, value: value..<line.upperBound))
  }
}

extension RawSpan {
  /// Equality with text that folds only the ASCII letters.
  func equalsIgnoringASCIICase(_ text: String) -> Bool {
    guard byteCount == text.utf8.count else { return false }
    var i = 0
    for byte in text.utf8 {
      let own = self[i]
      let isLetter = (own | 0x20) >= UInt8(ascii: "a") && (own | 0x20) <= UInt8(ascii: "z")
      guard own == byte || (isLetter && own ^ byte == 0x20) else { return false }
      i += 1
    }
    return true
  }
}
