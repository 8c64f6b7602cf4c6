/// Ways to cut a byte sequence into pieces. A stream parser's answer must not depend on them.
public let lawfulPieceSizes = [1, 2, 3, 7, 16, 1448]

/// The bytes in pieces of `size`, the last of which may be shorter.
public func pieces(of bytes: [UInt8], size: Int) -> [[UInt8]] {
  stride(from: 0, to: bytes.count, by: size).map {
    Array(bytes[$0..<min($0 + size, bytes.count)])
  }
}

/// `count` corruptions of the bytes: flips, cuts, repeats and wild lengths, from a fixed seed.
public func mutations(of bytes: [UInt8], count: Int, seed: UInt64) -> [[UInt8]] {
  var random = SeededRandom(seed: seed)
  return (0..<count).map { _ in
    var mutant = bytes
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      guard !mutant.isEmpty else { break }
      let at = Int.random(in: 0..<mutant.count, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: mutant[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 1: mutant[at] = [0, 0xff, 0x7f, 0x80, 1].randomElement(using: &random) ?? 0
      case 2: mutant.removeSubrange(at...)
      case 3: mutant.insert(contentsOf: mutant[at...].prefix(64), at: at)
      default: mutant.remove(at: at)
      }
    }
    return mutant
  }
}
