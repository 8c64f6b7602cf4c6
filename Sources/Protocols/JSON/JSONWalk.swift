import Wire

/// The state of one walk: where it is, what it may meet next, and which containers are open.
///
/// Iterative, so that nesting costs a bit and not a stack frame.
struct JSONWalk {
  private enum Expectation {
    case value
    case firstValueOrEnd
    case key
    case firstKeyOrEnd
    case separatorOrEnd
  }

  private let depthLimit: Int
  private var offset = 0
  private var depth = 0
  /// One bit per open container, the innermost lowest: set for objects.
  private var objects: UInt128 = 0
  private var expectation = Expectation.value

  init(depthLimit: Int) {
    self.depthLimit = depthLimit
  }

  mutating func run(_ text: RawSpan, _ body: (JSONEvent) -> Bool) -> JSONFailure? {
    if text.starts(with: "\u{feff}") { offset = 3 }
    while true {
      skipSpace(text)
      guard offset < text.byteCount else {
        return JSONFailure(
          offset: text.byteCount, reason: depth == 0 ? "no value" : "ends inside a container")
      }
      let byte = text[offset]
      switch expectation {
      case .separatorOrEnd:
        if byte == UInt8(ascii: ",") {
          offset += 1
          expectation = isInObject ? .key : .value
          continue
        }
        guard isCloser(byte) else { return failure("neither a comma nor an end") }
        if !close(body) { return nil }

      case .firstKeyOrEnd where byte == UInt8(ascii: "}"),
        .firstValueOrEnd where byte == UInt8(ascii: "]"):
        if !close(body) { return nil }

      case .key, .firstKeyOrEnd:
        switch key(text, body) {
        case .next: continue
        case .stop(let failure): return failure
        }

      case .value, .firstValueOrEnd:
        switch value(byte, text, body) {
        case .next: break
        case .stop(let failure): return failure
        }
      }
      if depth == 0 { return afterLastValue(text) }
    }
  }

  private enum Step {
    case next
    /// The walk is over: at a fault, or because the taker wants no more.
    case stop(JSONFailure?)
  }

  private var isInObject: Bool { objects & 1 == 1 }

  private func failure(_ reason: String) -> JSONFailure {
    JSONFailure(offset: offset, reason: reason)
  }

  private func isCloser(_ byte: UInt8) -> Bool {
    byte == (isInObject ? UInt8(ascii: "}") : UInt8(ascii: "]"))
  }

  private mutating func close(_ body: (JSONEvent) -> Bool) -> Bool {
    let event = isInObject ? JSONEvent.endObject : .endArray
    offset += 1
    depth -= 1
    objects >>= 1
    expectation = .separatorOrEnd
    return body(event)
  }

  private mutating func open(object: Bool, _ body: (JSONEvent) -> Bool) -> Step {
    guard depth < depthLimit else { return .stop(failure("nested too deep")) }
    offset += 1
    depth += 1
    objects = objects << 1 | (object ? 1 : 0)
    expectation = object ? .firstKeyOrEnd : .firstValueOrEnd
    return body(object ? .beginObject : .beginArray) ? .next : .stop(nil)
  }

  /// Reads a member name and the colon behind it.
  private mutating func key(_ text: RawSpan, _ body: (JSONEvent) -> Bool) -> Step {
    guard text[offset] == UInt8(ascii: "\"") else { return .stop(failure("no member name")) }
    let start = offset + 1
    let end = Self.endOfString(text, from: start)
    offset = end
    guard end < text.byteCount else { return .stop(failure("member name does not end")) }
    offset += 1
    guard body(.key(start..<end)) else { return .stop(nil) }
    skipSpace(text)
    guard offset < text.byteCount, text[offset] == UInt8(ascii: ":") else {
      return .stop(failure("no colon after a member name"))
    }
    offset += 1
    expectation = .value
    return .next
  }

  private mutating func value(
    _ byte: UInt8, _ text: RawSpan, _ body: (JSONEvent) -> Bool
  ) -> Step {
    let start = offset
    switch byte {
    case UInt8(ascii: "\""):
      let end = Self.endOfString(text, from: start + 1)
      offset = end
      guard body(.string(start + 1..<end)) else { return .stop(nil) }
      guard end < text.byteCount else { return .stop(failure("string does not end")) }
      offset += 1
      expectation = .separatorOrEnd
      return .next
    case UInt8(ascii: "{"):
      return open(object: true, body)
    case UInt8(ascii: "["):
      return open(object: false, body)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      guard number(text) else { return .stop(failure("malformed number")) }
      // A number at the very end of a text that goes on elsewhere may lack digits.
      guard offset < text.byteCount || depth == 0 else {
        return .stop(failure("ends inside a container"))
      }
      expectation = .separatorOrEnd
      return body(.number(start..<offset)) ? .next : .stop(nil)
    default:
      let rest = text.extracting(droppingFirst: start)
      let length =
        rest.starts(with: "true") || rest.starts(with: "null")
        ? 4 : rest.starts(with: "false") ? 5 : 0
      guard length > 0 else { return .stop(failure("no value")) }
      offset += length
      expectation = .separatorOrEnd
      return body(.literal(start..<offset)) ? .next : .stop(nil)
    }
  }

  /// Steps over a number (RFC 8259, section 6); false, standing at the fault, when it is malformed.
  private mutating func number(_ text: RawSpan) -> Bool {
    if text[offset] == UInt8(ascii: "-") { offset += 1 }
    let first = offset
    guard digits(text) else { return false }
    if text[first] == UInt8(ascii: "0"), offset > first + 1 {
      offset = first + 1
      return false
    }
    if offset < text.byteCount, text[offset] == UInt8(ascii: ".") {
      offset += 1
      guard digits(text) else { return false }
    }
    if offset < text.byteCount, text[offset] | 0x20 == UInt8(ascii: "e") {
      offset += 1
      if offset < text.byteCount,
        text[offset] == UInt8(ascii: "+") || text[offset] == UInt8(ascii: "-")
      {
        offset += 1
      }
      guard digits(text) else { return false }
    }
    return true
  }

  /// Steps over decimal digits; false when there is none.
  private mutating func digits(_ text: RawSpan) -> Bool {
    let start = offset
    while offset < text.byteCount, text[offset] &- UInt8(ascii: "0") <= 9 { offset += 1 }
    return offset > start
  }

  private mutating func skipSpace(_ text: RawSpan) {
    while offset < text.byteCount {
      switch text[offset] {
      case 0x20, 0x0a, 0x0d, 0x09: offset += 1
      default: return
      }
    }
  }

  private mutating func afterLastValue(_ text: RawSpan) -> JSONFailure? {
    skipSpace(text)
    return offset == text.byteCount ? nil : failure("more after the value")
  }

  /// Offset of the quote that closes a string, or the length of the text when none does.
  private static func endOfString(_ text: RawSpan, from start: Int) -> Int {
    var i = start
    while true {
      // Eight bytes at a time: a byte that equals the quote or the backslash becomes zero under
      // exclusive or, and the subtraction finds zero bytes.
      while i &+ 8 <= text.byteCount {
        let word = text.uint64(at: i)
        let quote = word ^ 0x2222_2222_2222_2222
        let backslash = word ^ 0x5c5c_5c5c_5c5c_5c5c
        let found =
          ((quote &- 0x0101_0101_0101_0101) & ~quote
            | (backslash &- 0x0101_0101_0101_0101) & ~backslash) & 0x8080_8080_8080_8080
        if found != 0 { break }
        i &+= 8
      }
      let stop = min(i &+ 8, text.byteCount)
      while i < stop {
        switch text[i] {
        case UInt8(ascii: "\""): return i
        case UInt8(ascii: "\\"): i &+= 2
        default: i &+= 1
        }
      }
      if i >= text.byteCount { return text.byteCount }
    }
  }
}
