/// An IPv4 or IPv6 address, held as the sixteen bytes of its IPv6 form.
///
/// IPv4 addresses are stored as IPv4-mapped IPv6 addresses (RFC 4291, section 2.5.5.2), so that one
/// flow key serves both families.
@frozen
public struct IPAddress: Hashable, Sendable {
  /// The first eight bytes, in network order, as a number.
  public var high: UInt64
  /// The last eight bytes, in network order, as a number.
  public var low: UInt64

  @inlinable
  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// An IPv4 address from its 32 bits.
  @inlinable
  public init(v4 bits: UInt32) {
    high = 0
    low = 0xffff_0000_0000 | UInt64(bits)
  }

  /// Whether this is an IPv4 address.
  @inlinable
  public var isV4: Bool { high == 0 && low >> 32 == 0xffff }

  /// The address's bytes in network order: four for IPv4, sixteen for IPv6.
  public var bytes: [UInt8] {
    if isV4 { return (0..<4).map { UInt8(truncatingIfNeeded: low >> (24 - 8 * $0)) } }
    return (0..<8).map { UInt8(truncatingIfNeeded: high >> (56 - 8 * $0)) }
      + (0..<8).map { UInt8(truncatingIfNeeded: low >> (56 - 8 * $0)) }
  }

  /// Whether the address is private, shared, link-local, unique-local or loopback
  /// (RFC 1918, 3927, 4193, 4291, 6598).
  public var isPrivate: Bool {
    if isV4 {
      let bits = UInt32(truncatingIfNeeded: low)
      return bits >> 24 == 10 || bits >> 20 == 0xac1 || bits >> 16 == 0xc0a8
        || bits >> 24 == 127 || bits >> 16 == 0xa9fe || bits >> 22 == 0x191
    }
    return high >> 57 == 0x7e || high >> 54 == 0x3fa || (high == 0 && low == 1)
  }
}

extension IPAddress: Comparable {
  @inlinable
  public static func < (a: IPAddress, b: IPAddress) -> Bool {
    a.high != b.high ? a.high < b.high : a.low < b.low
  }
}

extension IPAddress: CustomStringConvertible {
  /// Dotted decimal for IPv4; the canonical text of RFC 5952 for IPv6.
  public var description: String {
    if isV4 {
      return bytes.map { String($0) }.joined(separator: ".")
    }
    let groups = (0..<8).map { i in
      UInt16(truncatingIfNeeded: (i < 4 ? high : low) >> (48 - 16 * (i % 4)))
    }
    var best = 0..<0
    var i = 0
    while i < 8 {
      guard groups[i] == 0 else {
        i += 1
        continue
      }
      var end = i
      while end < 8, groups[end] == 0 { end += 1 }
      if end - i > best.count, end - i > 1 { best = i..<end }
      i = end
    }
    let hex = groups.map { String($0, radix: 16) }
    if best.isEmpty { return hex.joined(separator: ":") }
    return hex[..<best.lowerBound].joined(separator: ":") + "::"
      + hex[best.upperBound...].joined(separator: ":")
  }
}

extension IPAddress {
  /// Reads dotted decimal or RFC 4291 text; nil when it is neither.
  public init?(_ text: some StringProtocol) {
    if !text.contains(":") {
      let parts = text.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count == 4 else { return nil }
      var bits: UInt32 = 0
      for part in parts {
        guard part.utf8.count <= 3, part.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
          let byte = UInt8(part)
        else { return nil }
        bits = bits << 8 | UInt32(byte)
      }
      self.init(v4: bits)
      return
    }
    guard let groups = Self.groups(of: String(text)) else { return nil }
    var high: UInt64 = 0
    var low: UInt64 = 0
    for i in 0..<4 { high = high << 16 | UInt64(groups[i]) }
    for i in 4..<8 { low = low << 16 | UInt64(groups[i]) }
    self.init(high: high, low: low)
  }

  private static func groups(of text: String) -> [UInt16]? {
    func parse(_ half: Substring) -> [UInt16]? {
      if half.isEmpty { return [] }
      var groups: [UInt16] = []
      for part in half.split(separator: ":", omittingEmptySubsequences: false) {
        guard (1...4).contains(part.utf8.count), let group = UInt16(part, radix: 16) else {
          return nil
        }
        groups.append(group)
      }
      return groups
    }
    var text = text
    // A trailing dotted quad stands for the last two groups.
    if let colon = text.lastIndex(of: ":"), text[colon...].contains(".") {
      let tail = text.index(after: colon)
      guard let v4 = IPAddress(text[tail...]), v4.isV4 else { return nil }
      let a = String(UInt16(truncatingIfNeeded: v4.low >> 16), radix: 16)
      let b = String(UInt16(truncatingIfNeeded: v4.low), radix: 16)
      text = String(text[..<tail]) + a + ":" + b
    }
    guard let gap = firstDoubleColon(in: text) else {
      guard let all = parse(text[...]), all.count == 8 else { return nil }
      return all
    }
    guard let front = parse(text[..<gap.lowerBound]), let back = parse(text[gap.upperBound...]),
      front.count + back.count <= 7
    else { return nil }
    return front + Array(repeating: 0, count: 8 - front.count - back.count) + back
  }

  private static func firstDoubleColon(in text: String) -> Range<String.Index>? {
    var previous: String.Index?
    for index in text.indices {
      if text[index] == ":" {
        if let previous { return previous..<text.index(after: index) }
        previous = index
      } else {
        previous = nil
      }
    }
    return nil
  }
}
