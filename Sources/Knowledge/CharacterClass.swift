/// The members of `[…]`: bytes, and characters outside ASCII, which become sequences of UTF-8
/// bytes.
struct CharacterClass {
  private var bytes = ByteSet()
  /// Code points from U+0080 on.
  private var ranges: [ClosedRange<UInt32>] = []

  private static let ascii = ByteSet(0...0x7F)

  mutating func insert(_ set: ByteSet) { bytes.formUnion(set) }

  mutating func insert(_ range: ClosedRange<UInt32>) {
    if range.lowerBound < 0x80 {
      let low = UInt8(range.lowerBound)
      bytes.formUnion(ByteSet(low...UInt8(min(range.upperBound, 0x7F))))
    }
    if range.upperBound >= 0x80 { ranges.append(max(range.lowerBound, 0x80)...range.upperBound) }
  }

  /// The class as a syntax tree.
  ///
  /// Without characters outside ASCII a class is a set of bytes, and an inverted one takes any byte
  /// of such characters; with them, an inverted class takes whole characters.
  func node(isInverted: Bool, ignoringCase: Bool) -> PatternNode {
    var set = ignoringCase ? bytes.foldingCase : bytes
    if ranges.isEmpty { return .set(isInverted ? set.inverted : set) }
    var wanted = ranges
    if isInverted {
      wanted = set.contains(0x80) ? [] : complement()
      set = set.inverted.intersection(Self.ascii)
    }
    return .alternatives([.set(set)] + wanted.flatMap(Self.sequences))
  }

  /// What the ranges leave of U+0080 to U+10FFFF.
  private func complement() -> [ClosedRange<UInt32>] {
    var result: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0x80
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if range.lowerBound > next { result.append(next...range.lowerBound - 1) }
      next = max(next, range.upperBound + 1)
    }
    if next <= 0x10_FFFF { result.append(next...0x10_FFFF) }
    return result
  }

  /// The byte sequences of the code points in a range (RFC 3629, section 3): the range is cut until
  /// in each piece every byte runs through a range of its own.
  private static func sequences(_ range: ClosedRange<UInt32>) -> [PatternNode] {
    var result: [PatternNode] = []
    var pending = [range]
    while let piece = pending.popLast() {
      if let (first, second) = cut(piece) {
        pending += [second, first]
      } else if !(0xD800...0xDFFF).contains(piece.lowerBound) {
        let bounds = zip(utf8(piece.lowerBound), utf8(piece.upperBound))
        result.append(.sequence(bounds.map { .set(ByteSet($0...$1)) }))
      }
    }
    return result
  }

  private static func cut(
    _ range: ClosedRange<UInt32>
  ) -> (ClosedRange<UInt32>, ClosedRange<UInt32>)? {
    let (low, high) = (range.lowerBound, range.upperBound)
    // Where the length of the encoding changes, and around the surrogates, which have none.
    for last: UInt32 in [0x7FF, 0xD7FF, 0xDFFF, 0xFFFF] where low <= last && high > last {
      return (low...last, last + 1...high)
    }
    for shift: UInt32 in [6, 12, 18] {
      let mask: UInt32 = 1 << shift - 1
      if low & ~mask == high & ~mask { continue }
      if low & mask != 0 { return (low...low | mask, (low | mask) + 1...high) }
      if high & mask != mask { return (low...(high & ~mask) - 1, high & ~mask...high) }
    }
    return nil
  }

  private static func utf8(_ value: UInt32) -> [UInt8] {
    Unicode.Scalar(value).map { Array(UTF8.encode($0) ?? UTF8.encodedReplacementCharacter) } ?? []
  }
}
