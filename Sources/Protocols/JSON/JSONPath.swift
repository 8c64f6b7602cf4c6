/// The place of a value in a JSON text, generalised: list items are `[*]`, whatever their index.
///
/// Steps are written as in RFC 9535; a name of letters, digits, `_`, `-` and `$` that does not
/// begin with a digit or `-` stands plain (`$.batch[*].properties.$os`), any other in quotes
/// (`$.extra['sys.argv']`). The text grows and shrinks in place as a walk goes down and up.
public struct JSONPath: Sendable, Hashable {
  /// Bytes of one name that are written; a longer one ends in `…`.
  public static let nameLimit = 256

  @usableFromInline var buffer: [UInt8] = [UInt8(ascii: "$")]
  /// Where the text of each step begins.
  @usableFromInline var starts: [Int] = []

  /// The path of the whole text, `$`.
  public init() {}

  /// The path as text: `$`, `$.a`, `$.a[*]`.
  public var text: String { String(decoding: buffer, as: UTF8.self) }

  /// The path's text, in UTF-8.
  public var utf8: [UInt8] { buffer }

  /// Steps below the root.
  public var depth: Int { starts.count }

  /// Goes down to a member of an object.
  ///
  /// - Parameter key: the member's name, unescaped.
  @inlinable
  public mutating func enter(key: some Sequence<UInt8>) {
    let start = buffer.count
    starts.append(start)
    buffer.append(UInt8(ascii: "."))
    var length = 0
    var isPlain = true
    for byte in key {
      guard length < Self.nameLimit else {
        isPlain = false
        length += 1
        break
      }
      if !Self.isPlain(byte, first: length == 0) { isPlain = false }
      buffer.append(byte)
      length += 1
    }
    if !isPlain || length == 0 { quote(from: start, isCut: length > Self.nameLimit) }
  }

  /// Goes down to the items of an array.
  public mutating func enterArray() {
    starts.append(buffer.count)
    buffer.append(UInt8(ascii: "["))
    buffer.append(UInt8(ascii: "*"))
    buffer.append(UInt8(ascii: "]"))
  }

  /// Goes back up; does nothing at the root.
  public mutating func leave() {
    guard let start = starts.popLast() else { return }
    buffer.removeSubrange(start...)
  }

  @inlinable
  static func isPlain(_ byte: UInt8, first: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"), UInt8(ascii: "$"):
      true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      !first
    default:
      false
    }
  }

  /// Rewrites the step that begins at `start` as a quoted name.
  @usableFromInline
  mutating func quote(from start: Int, isCut: Bool) {
    let name = Array(buffer[(start + 1)...])
    buffer.removeSubrange(start...)
    buffer.append(contentsOf: "['".utf8)
    for byte in name {
      switch byte {
      case UInt8(ascii: "'"), UInt8(ascii: "\\"):
        buffer.append(UInt8(ascii: "\\"))
        buffer.append(byte)
      case 0x08: buffer.append(contentsOf: #"\b"#.utf8)
      case 0x09: buffer.append(contentsOf: #"\t"#.utf8)
      case 0x0a: buffer.append(contentsOf: #"\n"#.utf8)
      case 0x0c: buffer.append(contentsOf: #"\f"#.utf8)
      case 0x0d: buffer.append(contentsOf: #"\r"#.utf8)
      case 0..<0x20:
        buffer.append(contentsOf: byte < 0x10 ? #"\u000"#.utf8 : #"\u00"#.utf8)
        buffer.append(contentsOf: String(byte, radix: 16).utf8)
      default: buffer.append(byte)
      }
    }
    if isCut { buffer.append(contentsOf: "…".utf8) }
    buffer.append(contentsOf: "']".utf8)
  }
}
