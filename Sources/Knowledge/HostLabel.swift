/// Labels of a host name, looked at eight bytes at a time.
enum HostLabel {
  /// Where the label begins that ends at `end`: behind the dot before it, or at the name's beginning.
  @inline(__always)
  static func start(_ name: RawSpan, end: Int) -> Int {
    var position = end
    while position > 0 {
      let run = bytesBehindLastDot(lastEight(name, end: position))
      if run < 8 { return position - run }
      position -= 8
    }
    return 0
  }

  /// Bytes of a label that ``tail(_:_:_:)`` holds.
  static let tailLength = 8

  /// The last eight bytes of a label that is not empty, in lower case, the last of them on top; zeros
  /// stand for those that it does not have.
  @inline(__always)
  static func tail(_ name: RawSpan, _ start: Int, _ end: Int) -> UInt64 {
    let word = lowercased(lastEight(name, end: end))
    let count = end - start
    return count < tailLength ? word & ~(UInt64.max >> UInt64(8 * count)) : word
  }

  /// A hash, not negative, of a label's tail and of the place that the label hangs below.
  ///
  /// The names in the table are the catalogue's own, so nobody can choose collisions.
  @inline(__always)
  static func hash(_ tail: UInt64, below parent: Int32) -> Int {
    let word = tail ^ UInt64(UInt32(bitPattern: parent)) &* 0x0001_0001
    return Int(((word ^ word >> 29) &* 0x9e37_79b9_7f4a_7c15) >> 32)
  }

  /// The eight bytes before `end`, the last of them on top; zeros stand for those before the name.
  @inline(__always)
  private static func lastEight(_ name: RawSpan, end: Int) -> UInt64 {
    if end >= 8 {
      return UInt64(
        littleEndian: name.unsafeLoadUnaligned(fromByteOffset: end - 8, as: UInt64.self))
    }
    var word: UInt64 = 0
    for position in 0..<end { word = word >> 8 | UInt64(name.byte(position)) << 56 }
    return word
  }

  /// Bytes above the topmost dot; 8 when there is no dot.
  @inline(__always)
  private static func bytesBehindLastDot(_ word: UInt64) -> Int {
    let low = everyByte(0x7f)
    let difference = word ^ everyByte(UInt8(ascii: "."))
    // The top bit of each byte that is zero, and of no other: no carry leaves its byte.
    let dots = ~((difference & low) &+ low | difference | low)
    return dots.leadingZeroBitCount / 8
  }

  /// A word with the ASCII capitals among its bytes made small.
  @inline(__always)
  private static func lowercased(_ word: UInt64) -> UInt64 {
    let low = word & everyByte(0x7f)
    // Sums that reach the top bit of a byte from A on, and from behind Z on.
    let fromA = low &+ everyByte(0x80 - UInt8(ascii: "A"))
    let behindZ = low &+ everyByte(0x7f - UInt8(ascii: "Z"))
    return word | ((fromA ^ behindZ) & ~word & everyByte(0x80)) >> 2
  }

  @inline(__always)
  private static func everyByte(_ byte: UInt8) -> UInt64 {
    UInt64(byte) &* 0x0101_0101_0101_0101
  }
}
