import Wire

/// Protocol Buffers read without a schema.
///
/// The wire format tells neither strings from messages nor signed from unsigned; what a
/// length-delimited field holds is judged by its shape. Text wins over a message that happens to be
/// printable, except when it begins as a message with a field 1 does.
public enum Protobuf {
  /// Messages within messages that are looked into.
  public static let maximumDepth = 24
  /// Fields that one walk visits.
  public static let maximumFields = 1 << 20

  /// Walks over the fields of a message in order, into nested messages.
  ///
  /// - Parameter body: takes each event; false ends the walk.
  /// - Returns: whether the bytes were a well-formed message and all of it was visited.
  @discardableResult
  public static func walk(_ bytes: Span<UInt8>, _ body: (ProtobufEvent) -> Bool) -> Bool {
    let raw = bytes.bytes
    var budget = maximumFields
    return walk(raw, 0..<raw.byteCount, depth: 0, &budget, body)
  }

  /// Whether the bytes are the fields of a message, with no byte left over.
  ///
  /// Short random bytes pass now and then; text hardly ever does.
  public static func looksLikeMessage(_ bytes: Span<UInt8>) -> Bool {
    let raw = bytes.bytes
    return isMessage(raw, 0..<raw.byteCount)
  }

  private static func walk(
    _ bytes: borrowing RawSpan, _ range: Range<Int>, depth: Int, _ budget: inout Int,
    _ body: (ProtobufEvent) -> Bool
  ) -> Bool {
    var scanner = ProtobufScanner(range)
    var groups: [Int] = []
    while true {
      let next: ProtobufScanner.Field?
      do { next = try scanner.next(in: bytes) } catch { return false }
      guard let field = next else { return groups.isEmpty }
      guard budget > 0 else { return false }
      budget -= 1
      let number = field.number
      let goesOn: Bool
      switch field.content {
      case .varint(let value):
        goesOn = body(.varint(field: number, value: value, range: field.range))
      case .fixed32(let bits):
        goesOn = body(.fixed32(field: number, bits: bits, range: field.range))
      case .fixed64(let bits):
        goesOn = body(.fixed64(field: number, bits: bits, range: field.range))
      case .startGroup:
        guard depth + groups.count < maximumDepth else { return false }
        groups.append(number)
        goesOn = body(.beginMessage(field: number, content: field.range))
      case .endGroup:
        guard groups.popLast() == number else { return false }
        goesOn = body(.endMessage(field: number))
      case .delimited:
        switch shape(bytes, field.range, mayNest: depth + groups.count + 1 < maximumDepth) {
        case .string: goesOn = body(.string(field: number, range: field.range))
        case .bytes: goesOn = body(.bytes(field: number, range: field.range))
        case .message:
          goesOn =
            body(.beginMessage(field: number, content: field.range))
            && walk(bytes, field.range, depth: depth + groups.count + 1, &budget, body)
            && body(.endMessage(field: number))
        }
      }
      guard goesOn else { return false }
    }
  }

  private enum Shape { case string, bytes, message }

  /// Judges a length-delimited field.
  private static func shape(
    _ bytes: borrowing RawSpan, _ range: Range<Int>, mayNest: Bool
  ) -> Shape {
    guard let first = range.first else { return .string }
    let text = TextShape(bytes, range)
    // 09, 0a and 0d are white space to a reader of text, and tags of field 1 to one of messages.
    let mayBeMessage = text != .text || [0x09, 0x0a, 0x0d].contains(bytes[first])
    if mayNest, mayBeMessage, isMessage(bytes, range) { return .message }
    return text == .binary ? .bytes : .string
  }

  private static func isMessage(_ bytes: borrowing RawSpan, _ range: Range<Int>) -> Bool {
    guard !range.isEmpty else { return false }
    // Digests and ids are short; a large field number in them is chance.
    let largestNumber = range.count < 32 ? 2_047 : 0x1fff_ffff
    var scanner = ProtobufScanner(range)
    var groups: [Int] = []
    while true {
      let next: ProtobufScanner.Field?
      do { next = try scanner.next(in: bytes) } catch { return false }
      guard let field = next else { return groups.isEmpty }
      guard field.number <= largestNumber, !(19_000...19_999).contains(field.number) else {
        return false
      }
      switch field.content {
      case .startGroup:
        guard groups.count < maximumDepth else { return false }
        groups.append(field.number)
      case .endGroup:
        guard groups.popLast() == field.number else { return false }
      default: break
      }
    }
  }
}
