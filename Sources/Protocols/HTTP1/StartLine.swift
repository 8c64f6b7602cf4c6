import Model
import Wire

/// What the first line of a message says (RFC 9112, sections 3 and 4), by its place in the bytes.
enum StartLine: Hashable {
  case request(method: Range<Int>, target: Range<Int>, version: HTTPVersion, fault: HTTP1Fault?)
  case status(Int, version: HTTPVersion)

  /// Which of the two a direction carries.
  enum Kind: Hashable, Sendable {
    case request
    case status
  }

  /// Bytes that a method may have.
  static let methodLimit = 32

  /// Reads a line that ends in front of its line end.
  static func parse(_ line: RawSpan, _ kind: Kind) -> Result<StartLine, HTTP1Fault> {
    switch kind {
    case .request: parseRequest(line)
    case .status: parseStatus(line)
    }
  }

  private static func parseRequest(_ line: RawSpan) -> Result<StartLine, HTTP1Fault> {
    guard let methodEnd = methodEnd(line), line[methodEnd] == 0x20 else {
      return .failure(.notHTTP)
    }
    var end = line.byteCount
    while end > methodEnd, line[end - 1] == 0x20 { end -= 1 }
    let versionStart = end - 8
    guard versionStart > methodEnd + 1, line[versionStart - 1] == 0x20,
      let version = version(line, at: versionStart)
    else {
      return parseWithoutVersion(line, methodEnd: methodEnd, end: end)
    }
    let target = line.trimmedRange(methodEnd + 1..<versionStart - 1)
    guard !target.isEmpty else { return .failure(.notHTTP) }
    var hasSpace = false
    for i in target where line[i] == 0x20 || line[i] == 0x09 { hasSpace = true }
    return .success(
      .request(
        method: 0..<methodEnd, target: target, version: version,
        fault: hasSpace ? .spaceInTarget : nil))
  }

  /// Reads `GET /path`, which was a request once (RFC 1945, section 4.1), and `GET /path HTTP/1.`.
  private static func parseWithoutVersion(
    _ line: RawSpan, methodEnd: Int, end: Int
  ) -> Result<StartLine, HTTP1Fault> {
    var target = line.trimmedRange(methodEnd + 1..<end)
    var version = HTTPVersion.http09
    if let space = line.extracting(target).firstIndex(of: 0x20) {
      let rest = line.extracting(line.trimmedRange(target.lowerBound + space..<end))
      guard rest.starts(with: "HTTP/1"), rest.firstIndex(of: 0x20) == nil else {
        return .failure(.notHTTP)
      }
      target = target.lowerBound..<target.lowerBound + space
      version = .http11
    }
    guard knownMethodLength(line, endingAt: methodEnd) == methodEnd, !target.isEmpty,
      line[target.lowerBound] == UInt8(ascii: "/")
    else { return .failure(.notHTTP) }
    for i in target where line[i] <= 0x20 || line[i] == 0x7f { return .failure(.notHTTP) }
    return .success(
      .request(method: 0..<methodEnd, target: target, version: version, fault: .noVersion))
  }

  private static func parseStatus(_ line: RawSpan) -> Result<StartLine, HTTP1Fault> {
    guard let version = version(line, at: 0), let status = status(line, at: 8) else {
      return .failure(.notHTTP)
    }
    return .success(.status(status, version: version))
  }

  /// Offset behind the token that the line begins with; nil when there is none, or it is too long.
  private static func methodEnd(_ line: RawSpan) -> Int? {
    var i = 0
    while i < line.byteCount, i <= methodLimit, line[i].isTokenCharacter { i += 1 }
    return i > 0 && i <= methodLimit && i < line.byteCount ? i : nil
  }

  /// Reads `HTTP/1.x`.
  private static func version(_ line: RawSpan, at offset: Int) -> HTTPVersion? {
    guard offset >= 0, offset + 8 <= line.byteCount,
      line.extracting(offset..<offset + 7).starts(with: "HTTP/1."),
      line[offset + 7].isDecimalDigit
    else { return nil }
    return line[offset + 7] == UInt8(ascii: "0") ? .http10 : .http11
  }

  /// Reads a space, three digits, and the space or line end behind them.
  private static func status(_ line: RawSpan, at offset: Int) -> Int? {
    guard offset + 4 <= line.byteCount, line[offset] == 0x20,
      (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(line[offset + 1]),
      line[offset + 2].isDecimalDigit, line[offset + 3].isDecimalDigit
    else { return nil }
    if offset + 4 < line.byteCount, line[offset + 4] != 0x20, line[offset + 4] != 0x0d {
      return nil
    }
    return (1...3).reduce(0) { $0 * 10 + Int(line[offset + $1] - UInt8(ascii: "0")) }
  }

  /// Whether bytes that hold no complete line yet can still begin a message.
  static func mayBegin(_ bytes: RawSpan, _ kind: Kind) -> Bool {
    switch kind {
    case .status:
      let expected = Array("HTTP/1.".utf8)
      let count = min(bytes.byteCount, expected.count)
      return bytes.extracting(first: count).isEqual(
        to: expected.span.bytes.extracting(first: count))
    case .request:
      var i = 0
      while i < bytes.byteCount, i <= methodLimit, bytes[i].isTokenCharacter { i += 1 }
      if i == bytes.byteCount { return i <= methodLimit }
      return i > 0 && bytes[i] == 0x20
    }
  }

  /// Where in a line a message may begin, when the line's own beginning may belong to something
  /// else.
  ///
  /// Used to find the next message behind lost bytes, so only known methods count.
  static func find(in line: RawSpan, _ kind: Kind) -> Int? {
    switch kind {
    case .status:
      var i = line.byteCount - 12
      while i >= 0 {
        if line[i] == UInt8(ascii: "H"), version(line, at: i) != nil, status(line, at: i + 8) != nil
        {
          return i
        }
        i -= 1
      }
      return nil
    case .request:
      guard version(line, at: line.byteCount - 8) != nil else { return nil }
      var space = line.byteCount - 9
      guard space > 0, line[space] == 0x20 else { return nil }
      space -= 1
      let targetEnd = space
      while space > 0, line[space] > 0x20 { space -= 1 }
      guard space > 0, space < targetEnd, line[space] == 0x20 else { return nil }
      return knownMethodLength(line, endingAt: space).map { space - $0 }
    }
  }

  /// Length of the longest known method that ends at `end`.
  static func knownMethodLength(_ line: RawSpan, endingAt end: Int) -> Int? {
    var longest: Int?
    for method in knownMethods {
      let length = method.utf8CodeUnitCount
      guard length <= end, length > longest ?? 0,
        line.extracting(end - length..<end).starts(with: method)
      else { continue }
      longest = length
    }
    return longest
  }

  /// Methods of RFC 9110, 5789 and 4918, and some that caches, searches and system managers use.
  static let knownMethods: [StaticString] = [
    "GET", "POST", "HEAD", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH", "PROPFIND",
    "PROPPATCH", "MKCOL", "COPY", "MOVE", "LOCK", "UNLOCK", "REPORT", "SEARCH", "QUERY", "PURGE",
    "CCM_POST",
  ]
}
