/// Writes JSON (RFC 8259) into bytes, members in the order they are given.
///
/// Same calls, same bytes. Numbers are written as the shortest text that reads back the same;
/// a number that JSON cannot hold becomes null. Text stays UTF-8; control characters (C0, DEL and
/// C1) are escaped, so that no terminal obeys them.
public struct JSONWriter: Sendable {
  public enum Style: Sendable {
    /// No white space at all.
    case compact
    /// One value a line, indented by one space a level; empty and `inline` containers on one line.
    case indented
  }

  private struct Level {
    var isArray: Bool
    var isInline: Bool
    var isEmpty = true
  }

  /// What was written so far.
  public private(set) var bytes: [UInt8] = []
  private let style: Style
  private var levels: [Level] = []
  private var followsKey = false

  public init(_ style: Style = .compact) {
    self.style = style
    bytes.reserveCapacity(1_024)
  }

  // MARK: Containers

  /// Writes an object whose members the closure writes.
  /// - Parameter inline: in indented style, on one line, with all that is in it.
  public mutating func object(inline: Bool = false, _ members: (inout JSONWriter) -> Void) {
    container(open: 0x7b, close: 0x7d, inline: inline, members)
  }

  /// Writes an array whose items the closure writes.
  /// - Parameter inline: in indented style, on one line, with all that is in it.
  public mutating func array(inline: Bool = false, _ items: (inout JSONWriter) -> Void) {
    container(open: 0x5b, close: 0x5d, inline: inline, items)
  }

  private mutating func container(
    open: UInt8, close: UInt8, inline: Bool, _ content: (inout JSONWriter) -> Void
  ) {
    separate()
    bytes.append(open)
    let isInline = inline || (levels.last?.isInline ?? false)
    levels.append(Level(isArray: open == 0x5b, isInline: isInline))
    content(&self)
    let level = levels.removeLast()
    if !level.isEmpty, !level.isInline { newLine() }
    bytes.append(close)
  }

  /// Begins a member of the object at hand; its value must follow.
  public mutating func key(_ name: String) {
    separate()
    quoted(name)
    bytes.append(0x3a)
    if style == .indented { bytes.append(0x20) }
    followsKey = true
  }

  // MARK: Values

  public mutating func value(_ text: String) {
    separate()
    quoted(text)
  }

  public mutating func value(_ number: some BinaryInteger) {
    separate()
    bytes.append(contentsOf: String(number).utf8)
  }

  public mutating func value(_ number: Double) {
    separate()
    bytes.append(contentsOf: (number.isFinite ? number.description : "null").utf8)
  }

  public mutating func value(_ truth: Bool) {
    separate()
    bytes.append(contentsOf: (truth ? "true" : "false").utf8)
  }

  public mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  // MARK: Members

  public mutating func member(_ name: String, _ text: String?) {
    key(name)
    if let text { value(text) } else { null() }
  }

  public mutating func member(_ name: String, _ number: (some BinaryInteger)?) {
    key(name)
    if let number { value(number) } else { null() }
  }

  public mutating func member(_ name: String, _ number: Double?) {
    key(name)
    if let number { value(number) } else { null() }
  }

  public mutating func member(_ name: String, _ truth: Bool?) {
    key(name)
    if let truth { value(truth) } else { null() }
  }

  /// A member that is a list of texts, on one line.
  public mutating func member(_ name: String, _ texts: [String]) {
    key(name)
    array(inline: true) { for text in texts { $0.value(text) } }
  }

  /// A member that is a list of whole numbers, on one line.
  public mutating func member(_ name: String, _ numbers: [Int]) {
    key(name)
    array(inline: true) { for number in numbers { $0.value(number) } }
  }

  /// A member that is an object.
  public mutating func object(
    _ name: String, inline: Bool = false, _ members: (inout JSONWriter) -> Void
  ) {
    key(name)
    object(inline: inline, members)
  }

  /// A member that is an array.
  public mutating func array(
    _ name: String, inline: Bool = false, _ items: (inout JSONWriter) -> Void
  ) {
    key(name)
    array(inline: inline, items)
  }

  /// Ends the line, after a whole value.
  public mutating func endLine() {
    bytes.append(0x0a)
  }

  // MARK: Bytes

  private mutating func separate() {
    guard !followsKey else {
      followsKey = false
      return
    }
    guard let level = levels.indices.last else { return }
    if !levels[level].isEmpty { bytes.append(0x2c) }
    if !levels[level].isInline {
      newLine()
    } else if !levels[level].isEmpty, style == .indented {
      bytes.append(0x20)
    }
    levels[level].isEmpty = false
  }

  private mutating func newLine() {
    guard style == .indented else { return }
    bytes.append(0x0a)
    bytes.append(contentsOf: repeatElement(0x20, count: levels.count))
  }

  private mutating func quoted(_ text: String) {
    bytes.append(0x22)
    // Almost all text needs no escape, and then goes in as one block.
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7f && $0 != 0x22 && $0 != 0x5c }) {
      bytes.append(contentsOf: text.utf8)
    } else {
      for scalar in text.unicodeScalars { append(scalar) }
    }
    bytes.append(0x22)
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x22: bytes.append(contentsOf: [0x5c, 0x22])
    case 0x5c: bytes.append(contentsOf: [0x5c, 0x5c])
    case 0x0a: bytes.append(contentsOf: [0x5c, 0x6e])
    case 0x0d: bytes.append(contentsOf: [0x5c, 0x72])
    case 0x09: bytes.append(contentsOf: [0x5c, 0x74])
    case 0..<0x20, 0x7f..<0xa0:
      bytes.append(contentsOf: "\\u00".utf8)
      if scalar.value < 0x10 { bytes.append(0x30) }
      bytes.append(contentsOf: String(scalar.value, radix: 16).utf8)
    default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }
}
