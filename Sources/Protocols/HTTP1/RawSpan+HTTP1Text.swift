import Wire

extension RawSpan {
  /// Offset of the first line feed at or after `start`, found eight bytes at a time.
  func firstLineFeed(from start: Int) -> Int? {
    var i = start
    while i &+ 8 <= byteCount {
      let found = Self.zeroBytes(uint64(at: i) ^ 0x0a0a_0a0a_0a0a_0a0a)
      if found != 0 { return i &+ found.leadingZeroBitCount >> 3 }
      i &+= 8
    }
    while i < byteCount {
      if self[i] == 0x0a { return i }
      i &+= 1
    }
    return nil
  }

  /// Offset of the line feed of a line that ends with CRLF and holds neither of both before; nil for any other.
  func plainLineEnd(from start: Int) -> Int? {
    var i = start
    while i &+ 8 <= byteCount {
      // The first byte lowest, so that a borrow marks none before the first that is below 14: an end of a line,
      // a tab, or what stands in no line.
      let word = uint64(at: i).byteSwapped
      let low = (word &- 0x0e0e_0e0e_0e0e_0e0e) & ~word & 0x8080_8080_8080_8080
      guard low != 0 else {
        i &+= 8
        continue
      }
      i &+= low.trailingZeroBitCount >> 3
      if self[i] == 0x0a || self[i] == 0x0d { return lineEnd(at: i) }
      i &+= 1
    }
    while i < byteCount {
      if self[i] == 0x0a || self[i] == 0x0d { return lineEnd(at: i) }
      i &+= 1
    }
    return nil
  }

  private func lineEnd(at place: Int) -> Int? {
    let next = place &+ 1
    return self[place] == 0x0d && next < byteCount && self[next] == 0x0a ? next : nil
  }

  /// Offset of the colon behind the field name that begins at `start`; nil where no name stands. Somewhere
  /// behind it must be a byte that is no token character.
  func fieldNameEnd(from start: Int) -> Int? {
    var i = start
    while i &+ 8 <= byteCount {
      let other = ~Self.wordBytes(uint64(at: i)) & 0x8080_8080_8080_8080
      guard other == 0 else {
        i &+= other.leadingZeroBitCount >> 3
        break
      }
      i &+= 8
    }
    // Nearly always at once the colon.
    while self[i].isTokenCharacter { i &+= 1 }
    return i > start && self[i] == UInt8(ascii: ":") ? i : nil
  }

  /// The top bit of each byte is set exactly where the byte is an ASCII letter, a digit or a hyphen.
  @inline(__always)
  private static func wordBytes(_ word: UInt64) -> UInt64 {
    let plain = word & 0x7f7f_7f7f_7f7f_7f7f
    let lower = plain | 0x2020_2020_2020_2020
    // A sum reaches the top bit from the first of a range on; the other from behind its last.
    let letters = (lower &+ 0x1f1f_1f1f_1f1f_1f1f) & ~(lower &+ 0x0505_0505_0505_0505)
    let digits = (plain &+ 0x5050_5050_5050_5050) & ~(plain &+ 0x4646_4646_4646_4646)
    return (letters | digits | zeroBytes(word ^ 0x2d2d_2d2d_2d2d_2d2d)) & ~word
  }

  /// The top bit of each byte is set exactly where the byte is zero.
  @inline(__always)
  private static func zeroBytes(_ word: UInt64) -> UInt64 {
    let low = (word & 0x7f7f_7f7f_7f7f_7f7f) &+ 0x7f7f_7f7f_7f7f_7f7f
    return ~(low | word | 0x7f7f_7f7f_7f7f_7f7f)
  }

  /// Offset behind the empty line that ends a head or trailer section, looked for from `start` on.
  func endOfHead(from start: Int) -> Int? {
    var from = start
    while let feed = firstLineFeed(from: from) {
      if feed + 1 < byteCount, self[feed + 1] == 0x0a { return feed + 2 }
      if feed + 2 < byteCount, self[feed + 1] == 0x0d, self[feed + 2] == 0x0a { return feed + 3 }
      from = feed + 1
    }
    return nil
  }

  /// Offset of the first byte that may stand in no field value: a control character but for HTAB.
  var firstControlCharacter: Int? {
    for i in 0..<byteCount where self[i] < 0x20 && self[i] != 0x09 || self[i] == 0x7f { return i }
    return nil
  }

  /// The bytes as text: UTF-8 where they are, otherwise each byte read as Latin-1.
  public var fieldText: String {
    let text = withUnsafeBytes { raw in
      raw.withMemoryRebound(to: UInt8.self) { String(validating: $0, as: UTF8.self) }
    }
    if let text { return text }
    var latin = ""
    for i in 0..<byteCount { latin.unicodeScalars.append(Unicode.Scalar(self[i])) }
    return latin
  }

  /// The span without spaces and tabs at its ends.
  func trimmedRange(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, self[lower] == 0x20 || self[lower] == 0x09 { lower += 1 }
    while upper > lower, self[upper - 1] == 0x20 || self[upper - 1] == 0x09 { upper -= 1 }
    return lower..<upper
  }
}

extension UInt8 {
  /// Whether the byte may stand in a token, such as a method or field name (RFC 9110, section
  /// 5.6.2).
  var isTokenCharacter: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"),
      UInt8(ascii: "&"), UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "+"),
      UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "^"), UInt8(ascii: "_"),
      UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "~"):
      true
    default:
      false
    }
  }

  var isDecimalDigit: Bool { self &- UInt8(ascii: "0") <= 9 }
}
