/// Numbers for byte strings: equal strings have equal numbers.
///
/// Nearly everything that runs of one tool say is the same in all of them, so it is kept once.
struct Atoms {
  private var numbers: [[UInt8]: Int32] = [:]
  private var texts: [[UInt8]] = []
  private var byteCount = 0
  private let byteLimit: Int

  /// What is beyond the limit shares one number, and is not compared.
  static let overflow: Int32 = 0
  static let none: Int32 = -1

  init(byteLimit: Int) {
    self.byteLimit = byteLimit
    _ = intern(Array("[beyond the limit]".utf8))
  }

  /// Whether something did not find room.
  private(set) var isFull = false

  mutating func intern(_ bytes: [UInt8]) -> Int32 {
    if let number = numbers[bytes] { return number }
    guard byteCount + bytes.count <= byteLimit else {
      isFull = true
      return Self.overflow
    }
    let number = Int32(texts.count)
    byteCount += bytes.count + 64
    numbers[bytes] = number
    texts.append(bytes)
    return number
  }

  mutating func intern(_ text: String) -> Int32 { intern(Array(text.utf8)) }

  subscript(number: Int32) -> [UInt8] {
    number >= 0 && Int(number) < texts.count ? texts[Int(number)] : []
  }

  func text(_ number: Int32) -> String { String(decoding: self[number], as: UTF8.self) }
}
