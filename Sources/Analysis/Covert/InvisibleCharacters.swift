import Model

/// Characters that nobody sees: zero-width, tags, variation selectors, direction marks, controls, private use.
///
/// Quiet where scripts and emoji need them: joiners between Arabic or Indic letters and in emoji sequences,
/// zero-width spaces in scripts without spaces, selectors behind symbols and ideographs, tags of regional
/// flags, direction marks in texts that hold right-to-left letters, a byte order mark at the beginning.
enum InvisibleCharacters: ToolTextDetector {
  static let id = "covert.invisible-characters"
  /// Fewest invisible characters that make a payload in text that may have been pasted.
  private static let payload = 16

  static func findings(in text: Span<UInt8>, _ unusual: [UnusualCharacter]) -> [Finding] {
    report(hidden(unusual))
  }

  static func payloads(in text: Span<UInt8>) -> [Finding] {
    // All of them begin with one of these bytes.
    var count = 0
    for i in text.indices where text[i] == 0xe2 || text[i] == 0xf3 || text[i] == 0xef {
      count += 1
      if count >= payload { break }
    }
    guard count >= payload else { return [] }
    let found = hidden(UnusualCharacter.all(in: text)).filter { !isPrivate($0.scalar) }
    return found.count >= payload ? report(found) : []
  }

  private static func report(_ found: [UnusualCharacter]) -> [Finding] {
    guard !found.isEmpty else { return [] }
    var counts: [UInt32: Int] = [:]
    for item in found { counts[item.scalar, default: 0] += 1 }
    let names = counts.sorted { $0.key < $1.key }.prefix(8).map {
      UnusualCharacter.name(of: $0.key) + ($0.value > 1 ? " ×\($0.value)" : "")
    }
    let tags = found.compactMap { item -> Character? in
      guard (0xe0020...0xe007e).contains(item.scalar) else { return nil }
      return UnicodeScalar(item.scalar - 0xe0000).map { Character($0) }
    }
    var note =
      "invisible; up to \(CovertCapacity.bits(found.count, alphabet: counts.count + 1)) bits"
    if tags.count >= 2 { note += "; as tags it reads \"\(String(tags.prefix(120)))\"" }
    return [
      Finding(
        "covert.invisible_character", Array(names.joined(separator: ", ").utf8), source: id,
        basis: .marker, confidence: 0.85, note: note)
    ]
  }

  private static func hidden(_ unusual: [UnusualCharacter]) -> [UnusualCharacter] {
    let isRightToLeft = unusual.contains { isRightToLeftLetter($0.scalar) }
    var isFlag = false
    return unusual.filter { item in
      if item.before == 0x1f3f4, isTag(item.scalar) { isFlag = true }
      if !isTag(item.scalar) { isFlag = false }
      return isHidden(item, isRightToLeft, isFlag)
    }
  }

  private static func isHidden(
    _ item: UnusualCharacter, _ isRightToLeft: Bool, _ isFlag: Bool
  ) -> Bool {
    switch item.scalar {
    case 0xe0000...0xe007f: !isFlag
    case 0x200b, 0x2060...0x2064, 0x206a...0x206f, 0x180e, 0x00ad:
      isPlain(item.before) && isPlain(item.after)
    case 0xfeff: item.range.lowerBound > 0 && isPlain(item.before) && isPlain(item.after)
    case 0x200c, 0x200d: isPlain(item.before) && isPlain(item.after)
    case 0x200e, 0x200f, 0x061c, 0x202a...0x202e, 0x2066...0x2069: !isRightToLeft
    case 0xfe00...0xfe0f:
      item.before.map { $0 < 0x2000 && !($0 == 0xa9 || $0 == 0xae) } ?? true
        && item.after != 0x20e3
    case 0xe0100...0xe01ef: !(item.before.map(isIdeograph) ?? false)
    case 0x00...0x1f, 0x7f...0x9f: true
    default: isPrivate(item.scalar)
    }
  }

  private static func isTag(_ scalar: UInt32) -> Bool { (0xe0000...0xe007f).contains(scalar) }

  private static func isPrivate(_ scalar: UInt32) -> Bool {
    (0xe000...0xf8ff).contains(scalar) || (0xf0000...0x10fffd).contains(scalar)
  }

  /// Latin, an end of the text, or another invisible character: nothing that needs a joiner.
  private static func isPlain(_ scalar: UInt32?) -> Bool {
    guard let scalar else { return true }
    return scalar < 0x0250 || (0x2000...0x206f).contains(scalar) || scalar == 0xfeff
  }

  private static func isIdeograph(_ scalar: UInt32) -> Bool {
    (0x3400...0x9fff).contains(scalar) || (0xf900...0xfaff).contains(scalar)
      || (0x20000...0x3ffff).contains(scalar)
  }

  private static func isRightToLeftLetter(_ scalar: UInt32) -> Bool {
    (0x0590...0x08ff).contains(scalar) && scalar != 0x061c || (0xfb1d...0xfdff).contains(scalar)
      || (0xfe70...0xfefe).contains(scalar)
  }
}

/// How much a channel could carry.
enum CovertCapacity {
  /// Whole bits of so many signs out of so many kinds.
  static func bits(_ count: Int, alphabet: Int) -> Int {
    var perSign = 0.0
    var rest = Double(max(alphabet, 1))
    while rest >= 2 {
      perSign += 1
      rest /= 2
    }
    // The part between two powers, close enough for an estimate.
    perSign += rest - 1
    return Int((Double(count) * perSign).rounded(.up))
  }
}
