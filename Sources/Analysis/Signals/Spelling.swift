/// A name without its spelling: letters and digits in lower case, all else left out.
///
/// `os_version`, `osVersion`, `$os_version`, `OS-Version` and `os.version` are one name. What is kept is a
/// hash that grows, so that a parent's spelling goes on in its member's: `{"os": {"version": …}}` is the same
/// name again. Two names that meet in 64 bits would be taken for one another; the names that are asked for
/// come from the catalogue, and a value must still fit its signal's pattern.
struct Spelling: Hashable, Sendable {
  private static let limit = 64
  private(set) var hash: UInt64 = 0xcbf2_9ce4_8422_2325

  init(_ name: Span<UInt8>) { extend(name) }

  /// The spelling of a member below this one.
  func joined(_ name: Span<UInt8>) -> Spelling {
    var longer = self
    longer.extend(name)
    return longer
  }

  private mutating func extend(_ name: Span<UInt8>) {
    for i in 0..<min(name.count, Self.limit) {
      var byte = name[i]
      if byte >= 0x41, byte <= 0x5a { byte |= 0x20 }
      guard (byte >= 0x61 && byte <= 0x7a) || byte.isDigit else { continue }
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
  }
}
