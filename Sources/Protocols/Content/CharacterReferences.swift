import Wire

/// Character references of HTML and XML (HTML Living Standard, section 13.5; XML 1.0, section 4.6).
///
/// Numeric ones in full; of the named ones those that escape markup, and those for punctuation that paths,
/// addresses and commands are made of.
public enum CharacterReferences {
  private static let names: [(name: StaticString, character: UInt8)] = [
    ("lt", 0x3c), ("gt", 0x3e), ("amp", 0x26), ("quot", 0x22), ("apos", 0x27), ("sol", 0x2f),
    ("bsol", 0x5c), ("colon", 0x3a), ("period", 0x2e), ("commat", 0x40), ("lowbar", 0x5f),
    ("equals", 0x3d), ("nbsp", 0x20),
  ]
  /// Bytes of the longest reference: `&#x10ffff;`.
  private static let longest = 10

  /// The bytes with their references resolved; nil when there is none.
  public static func decode(_ bytes: Span<UInt8>) -> [UInt8]? {
    let raw = bytes.bytes
    guard var next = raw.firstIndex(of: UInt8(ascii: "&")) else { return nil }
    var output: [UInt8] = []
    var copied = 0
    while true {
      if let (scalar, length) = reference(raw, at: next) {
        raw.extracting(copied..<next).append(to: &output)
        output.append(contentsOf: String(Character(scalar)).utf8)
        copied = next + length
        next = copied
      } else {
        next += 1
      }
      guard let found = raw.firstIndex(of: UInt8(ascii: "&"), from: next) else { break }
      next = found
    }
    guard copied > 0 else { return nil }
    raw.extracting(copied..<raw.byteCount).append(to: &output)
    return output
  }

  /// What the reference at an ampersand stands for, and how long it is.
  private static func reference(
    _ raw: RawSpan, at start: Int
  ) -> (scalar: Unicode.Scalar, length: Int)? {
    let end = min(raw.byteCount, start + longest)
    var semicolon = start + 1
    while semicolon < end, raw[semicolon] != UInt8(ascii: ";") { semicolon += 1 }
    guard semicolon < end, semicolon > start + 1 else { return nil }
    let body = raw.extracting(start + 1..<semicolon)
    let length = semicolon + 1 - start
    guard body[0] == UInt8(ascii: "#") else {
      for (name, character) in names
      where body.byteCount == name.utf8CodeUnitCount && body.starts(with: name) {
        return (Unicode.Scalar(character), length)
      }
      return nil
    }
    return number(body).map { ($0, length) }
  }

  /// A numeric reference, between `#` and the semicolon; never a control character.
  private static func number(_ body: RawSpan) -> Unicode.Scalar? {
    guard body.byteCount > 1 else { return nil }
    let isHex = body[1] | 0x20 == UInt8(ascii: "x")
    var value: UInt32 = 0
    let first = isHex ? 2 : 1
    guard first < body.byteCount else { return nil }
    for i in first..<body.byteCount {
      guard let digit = body[i].hexadecimalValue, isHex || digit < 10 else { return nil }
      value = value &* (isHex ? 16 : 10) &+ UInt32(digit)
    }
    guard value >= 0x20 || value == 0x09 || value == 0x0a || value == 0x0d else { return nil }
    return Unicode.Scalar(value)
  }
}
