public import Model
import Wire

/// The head of a message: start line and fields, and what they say of the body's framing.
public struct HTTP1Head: Sendable, Hashable {
  /// Empty in a response.
  public var method = ""
  /// The request target as sent; empty in a response.
  public var target = ""
  /// Nil in a request.
  public var status: Int?
  public var version: HTTPVersion
  public var fields: [HTTPField] = []
  /// What is wrong with the head, each once, in order of discovery.
  public var faults: [HTTP1Fault] = []
  /// The body's length, when it is given and good.
  public var contentLength: Int?
  public var hasTransferEncoding = false
  /// Whether `chunked` is the last transfer coding.
  public var isChunked = false
  /// Transfer codings below `chunked`, in order of application.
  public var transferCodings: [String] = []
  /// Values of `Content-Encoding`.
  public var contentCodings: [String] = []
  public var host: String?
  public var upgrade: String?
  public var proxyAuthorization: String?

  /// Reads a head that ends with its empty line; fails when the start line is none.
  ///
  /// Lines may end in a lone LF (RFC 9112, section 2.2). Field lines never make a head fail: what
  /// cannot be read is left out and told in ``faults``.
  init(parsing bytes: RawSpan, _ kind: StartLine.Kind) throws(HTTP1Fault) {
    let feed = bytes.firstLineFeed(from: 0) ?? bytes.byteCount
    let lineEnd = feed > 0 && bytes[feed - 1] == 0x0d ? feed - 1 : feed
    switch try StartLine.parse(bytes.extracting(0..<lineEnd), kind).get() {
    case .request(let method, let target, let version, let fault):
      self.version = version
      self.method = bytes.extracting(method).fieldText
      self.target = bytes.extracting(target).fieldText
      if let fault { note(fault) }
    case .status(let status, let version):
      self.version = version
      self.status = status
    }
    if lineEnd == feed, feed < bytes.byteCount { note(.bareLineFeed) }
    fields = HTTP1Fields.parse(bytes.extracting(droppingFirst: min(feed + 1, bytes.byteCount))) {
      note($0)
    }
    readKnownFields()
  }

  private mutating func note(_ fault: HTTP1Fault) {
    if !faults.contains(fault) { faults.append(fault) }
  }

  private mutating func readKnownFields() {
    var codings: [String] = []
    for field in fields {
      // The length alone rules out nearly every other name.
      switch field.name.utf8.count {
      case 4 where field.name.equalsIgnoringASCIICase("host"):
        if host != nil { note(.repeatedHost) } else { host = field.value }
      case 7 where field.name.equalsIgnoringASCIICase("upgrade"):
        if upgrade == nil { upgrade = field.value }
      case 14 where field.name.equalsIgnoringASCIICase("content-length"):
        readContentLength(field.value)
      case 16 where field.name.equalsIgnoringASCIICase("content-encoding"):
        contentCodings.append(field.value)
      case 17 where field.name.equalsIgnoringASCIICase("transfer-encoding"):
        hasTransferEncoding = true
        for coding in field.value.split(separator: ",") {
          codings.append(coding.lowercased().filter { $0 != " " && $0 != "\t" })
        }
      case 19 where field.name.equalsIgnoringASCIICase("proxy-authorization"):
        if proxyAuthorization == nil { proxyAuthorization = field.value }
      default:
        break
      }
    }
    guard hasTransferEncoding else { return }
    let isLast = codings.last == "chunked"
    isChunked = isLast || status == nil && codings.contains("chunked")
    if isLast { codings.removeLast() }
    if !isLast || codings.contains("chunked") { note(.badTransferEncoding) }
    transferCodings = codings.filter { $0 != "chunked" }
    if contentLength != nil { note(.lengthAndTransferEncoding) }
    if version == .http10 { note(.transferEncodingInHTTP10) }
  }

  /// A length from which one more digit might not fit.
  private static let lengthLimit = Int.max / 10

  /// Reads a number or a list of the same number (RFC 9110, section 8.6).
  private mutating func readContentLength(_ value: String) {
    for part in value.split(separator: ",", omittingEmptySubsequences: false) {
      guard let length = Self.length(part) else {
        note(.badContentLength)
        return
      }
      if let contentLength {
        note(contentLength == length ? .repeatedContentLength : .conflictingContentLength)
      } else {
        contentLength = length
      }
    }
  }

  /// The number that digits stand for, within white space.
  private static func length(_ text: Substring) -> Int? {
    var length = 0
    var count = 0
    var isOver = false
    for digit in text.utf8.drop(while: { $0 == 0x20 || $0 == 0x09 }) {
      if digit == 0x20 || digit == 0x09 {
        isOver = true
        continue
      }
      guard !isOver, digit.isDecimalDigit, length < lengthLimit else { return nil }
      length = length * 10 + Int(digit - UInt8(ascii: "0"))
      count += 1
    }
    return count > 0 ? length : nil
  }

  /// How the body ends (RFC 9112, section 6.3).
  ///
  /// - Parameter answeringHead: whether a response answers a `HEAD`.
  public func framing(answeringHead: Bool = false) -> HTTP1Framing {
    if let status {
      if answeringHead || status / 100 == 1 || status == 204 || status == 304 {
        return .none
      }
    }
    if isChunked { return .chunked }
    if hasTransferEncoding, status != nil { return .untilClose }
    if let contentLength { return contentLength == 0 ? .none : .length(contentLength) }
    return status == nil ? .none : .untilClose
  }
}

/// How the end of a message's body is found.
public enum HTTP1Framing: Sendable, Hashable {
  case none
  case length(Int)
  case chunked
  case untilClose
}
