import Model
import Wire

/// What the head of a plain HTTP/1 message says of its framing and its sender, by place in the bytes.
///
/// A gateway sees thousands of ordinary messages for each one that matters. Their heads are looked at
/// in place; nothing is copied or turned into text. Whatever is out of the ordinary (faults, upgrades,
/// proxies, several framings, marked fields) is no scan's business: ``HTTP1Head`` reads it in full.
public struct HTTP1Scan {
  /// The request target; empty in a response.
  public private(set) var target = 0..<0
  public private(set) var host = 0..<0
  public private(set) var userAgent = 0..<0
  /// Where the head ends.
  public private(set) var end = 0
  /// Zero in a request.
  private(set) var status = 0
  private(set) var isHead = false
  private var isChunked = false
  private var contentLength: Int?
  /// Bytes of all field names and values, and four more for each.
  private(set) var fieldBytes = 0

  /// Looks at the head that begins at `start`, if it is whole and ordinary.
  ///
  /// - Parameter marks: names of fields that make a message worth reading in full.
  init?(_ bytes: RawSpan, from start: Int, _ kind: StartLine.Kind, marks: FieldNameFilter) {
    guard let feed = bytes.plainLineEnd(from: start),
      case .success(let line) = StartLine.parse(bytes.extracting(start..<feed &- 1), kind)
    else { return nil }
    switch line {
    case .request(let method, let target, let version, let fault):
      guard fault == nil, version == .http11, bytes[start &+ target.lowerBound] == UInt8(ascii: "/")
      else { return nil }
      self.target = start &+ target.lowerBound..<start &+ target.upperBound
      isHead = bytes.extracting(start..<start &+ method.upperBound).starts(with: "HEAD")
    case .status(let status, _):
      guard status >= 200 else { return nil }
      self.status = status
    }
    guard readFields(bytes, from: feed &+ 1, marks) else { return nil }
    if kind == .request, host.isEmpty { return nil }
  }

  /// False when a field is not ordinary, or the head goes on behind the bytes.
  private mutating func readFields(
    _ bytes: RawSpan, from start: Int, _ marks: FieldNameFilter
  ) -> Bool {
    var start = start
    while let feed = bytes.plainLineEnd(from: start) {
      if feed == start &+ 1 {
        end = feed &+ 1
        return true
      }
      guard let colon = bytes.fieldNameEnd(from: start) else { return false }
      let name = bytes.extracting(start..<colon)
      let value = bytes.trimmedRange(colon &+ 1..<feed &- 1)
      guard !marks.mayContain(name), readField(name, value, bytes) else { return false }
      fieldBytes &+= name.byteCount &+ value.count &+ 4
      start = feed &+ 1
    }
    return false
  }

  private mutating func readField(_ name: RawSpan, _ value: Range<Int>, _ bytes: RawSpan) -> Bool {
    // The length alone rules out nearly every other name.
    switch name.byteCount {
    case 4 where name.isToken("host"):
      guard host.isEmpty else { return false }
      host = value
    case 7 where name.isToken("upgrade"):
      return false
    case 10 where name.isToken("user-agent"):
      userAgent = value
    case 14 where name.isToken("content-length"):
      guard contentLength == nil, !isChunked else { return false }
      contentLength = bytes.extracting(value).decimalNumber
      return contentLength != nil
    case 17 where name.isToken("transfer-encoding"):
      guard contentLength == nil, !isChunked else { return false }
      isChunked = true
      return bytes.extracting(value).isToken("chunked")
    case 19 where name.isToken("proxy-authorization"):
      return false
    default:
      break
    }
    return true
  }

  /// How the body ends (RFC 9112, section 6.3).
  func framing(answeringHead: Bool = false) -> HTTP1Framing {
    if status > 0, answeringHead || status == 204 || status == 304 { return .none }
    if isChunked { return .chunked }
    if let contentLength { return contentLength == 0 ? .none : .length(contentLength) }
    return status == 0 ? .none : .untilClose
  }
}

/// A set of field names that may hold too many, but never too few.
///
/// Made of length, first and last letter, so that asking costs three bytes and no memory.
public struct FieldNameFilter: Sendable {
  private var bits: [UInt64] = Array(repeating: 0, count: 64)

  public init(_ names: some Sequence<String>) {
    for name in names where !name.isEmpty {
      let slot = name.utf8Span.span.bytes.fieldNameSlot
      bits[slot >> 6] |= 1 << UInt64(slot & 63)
    }
  }

  func mayContain(_ name: RawSpan) -> Bool {
    let slot = name.fieldNameSlot
    return bits[slot >> 6] & (1 << UInt64(slot & 63)) != 0
  }
}

extension RawSpan {
  /// Of a name that is not empty: a number below 4096 that ignores case.
  fileprivate var fieldNameSlot: Int {
    let first = Int(self[0] | 0x20)
    let last = Int(self[byteCount &- 1] | 0x20)
    return (byteCount &* 961 &+ first &* 31 &+ last) & 4095
  }

  /// Whether the bytes are a token, which is given in lower case; ASCII letters compare without case.
  fileprivate func isToken(_ token: StaticString) -> Bool {
    guard byteCount == token.utf8CodeUnitCount else { return false }
    return token.withUTF8Buffer { expected in
      // Tokens are letters and hyphens, which this leaves as they are.
      for i in 0..<byteCount where self[i] | 0x20 != expected[i] { return false }
      return true
    }
  }

  /// The number that the bytes spell in decimal digits and nothing else; nil when it may not fit.
  fileprivate var decimalNumber: Int? {
    guard byteCount > 0, byteCount < 19 else { return nil }
    var number = 0
    for i in 0..<byteCount {
      guard self[i].isDecimalDigit else { return nil }
      number = number &* 10 &+ Int(self[i] &- UInt8(ascii: "0"))
    }
    return number
  }
}
