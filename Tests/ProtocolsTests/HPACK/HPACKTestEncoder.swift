import Model
import TestKit

/// An HPACK encoder that uses every representation, chosen at random.
struct HPACKTestEncoder {
  private var entries: [HTTPField] = []
  private var capacity = 4_096
  private var pendingSize: Int?

  mutating func resize(to size: Int) {
    capacity = size
    pendingSize = size
    evict()
  }

  mutating func encode(_ fields: [HTTPField], using random: inout SeededRandom) -> [UInt8] {
    var bytes: [UInt8] = []
    if let size = pendingSize { bytes += Self.integer(size, prefix: 5, pattern: 0x20) }
    pendingSize = nil
    for field in fields { bytes += encode(field, using: &random) }
    return bytes
  }

  private mutating func encode(_ field: HTTPField, using random: inout SeededRandom) -> [UInt8] {
    if let index = entries.firstIndex(of: field), Bool.random(using: &random) {
      return Self.integer(index + 62, prefix: 7, pattern: 0x80)
    }
    let name = entries.firstIndex { $0.name == field.name }.map { $0 + 62 } ?? 0
    let habit = Int.random(in: 0..<3, using: &random)
    var bytes =
      switch habit {
      case 0: Self.integer(name, prefix: 6, pattern: 0x40)
      case 1: Self.integer(name, prefix: 4, pattern: 0x00)
      default: Self.integer(name, prefix: 4, pattern: 0x10)
      }
    if name == 0 { bytes += Self.string(field.name, using: &random) }
    bytes += Self.string(field.value, using: &random)
    if habit == 0 {
      entries.insert(field, at: 0)
      evict()
    }
    return bytes
  }

  private mutating func evict() {
    func size(_ field: HTTPField) -> Int { field.name.utf8.count + field.value.utf8.count + 32 }
    while entries.reduce(0, { $0 + size($1) }) > capacity { entries.removeLast() }
  }

  /// A string in the Huffman code or plain, as chance has it.
  static func string(_ text: String, using random: inout SeededRandom) -> [UInt8] {
    guard Bool.random(using: &random) else { return string(text) }
    let coded = HuffmanTestEncoder.encode(Array(text.utf8))
    return integer(coded.count, prefix: 7, pattern: 0x80) + coded
  }

  static func string(_ text: String) -> [UInt8] {
    integer(text.utf8.count, prefix: 7, pattern: 0) + Array(text.utf8)
  }

  /// RFC 7541, section 5.1.
  static func integer(_ value: Int, prefix: Int, pattern: UInt8) -> [UInt8] {
    let mask = (1 << prefix) - 1
    guard value >= mask else { return [pattern | UInt8(value)] }
    var bytes = [pattern | UInt8(mask)]
    var rest = value - mask
    while rest >= 128 {
      bytes.append(UInt8(rest & 0x7f) | 0x80)
      rest >>= 7
    }
    return bytes + [UInt8(rest)]
  }
}
