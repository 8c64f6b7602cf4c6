/// A map from 64-bit keys to indices with open addressing: one multiplication and one probe per look-up.
///
/// Its keys come from the catalogue, never from the wire, so nobody can provoke collisions in it.
struct FlatTable: Sendable {
  private var keys: [UInt64]
  private var values: [Int32]
  private var mask: Int
  private var count = 0

  init() {
    keys = Array(repeating: 0, count: 64)
    values = Array(repeating: -1, count: 64)
    mask = 63
  }

  private static func slot(_ key: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 32) & mask
  }

  /// The value for the key, or -1.
  func value(_ key: UInt64) -> Int32 {
    var slot = Self.slot(key, mask)
    while values[slot] >= 0 {
      if keys[slot] == key { return values[slot] }
      slot = (slot + 1) & mask
    }
    return -1
  }

  mutating func insert(_ key: UInt64, _ value: Int32) {
    if (count + 1) * 2 > keys.count { grow() }
    var slot = Self.slot(key, mask)
    while values[slot] >= 0 {
      if keys[slot] == key {
        values[slot] = value
        return
      }
      slot = (slot + 1) & mask
    }
    keys[slot] = key
    values[slot] = value
    count += 1
  }

  private mutating func grow() {
    let old = zip(keys, values).filter { $0.1 >= 0 }
    let size = keys.count * 2
    keys = Array(repeating: 0, count: size)
    values = Array(repeating: -1, count: size)
    mask = size - 1
    count = 0
    for (key, value) in old { insert(key, value) }
  }
}

/// FNV-1a over bytes: enough to tell the catalogue's names apart before they are compared.
func fnv1a(_ bytes: some Sequence<UInt8>, seed: UInt64 = 0xcbf2_9ce4_8422_2325) -> UInt64 {
  var hash = seed
  for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
  return hash
}
