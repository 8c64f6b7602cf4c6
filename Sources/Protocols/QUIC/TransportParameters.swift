import Wire

/// The transport parameters that say something about their sender (RFC 9000, section 18).
public struct TransportParameters: Sendable, Hashable {
  /// In order of appearance, with the reserved ones.
  public var ids: [UInt64] = []
  /// Google's user agent (0x3129).
  public var userAgent: String?
  /// The id of the server's preferred address.
  public var preferredConnectionID: [UInt8]?

  /// Parameters read; a list may be long on purpose.
  static let countLimit = 256

  /// Reads the extension's body; what comes behind a broken parameter is left out.
  public init(parsing bytes: borrowing RawSpan) {
    var position = 0
    while position < bytes.byteCount, ids.count < Self.countLimit {
      guard let id = VariableInteger.read(bytes, at: &position),
        let value = VariableInteger.readRange(bytes, at: &position)
      else { return }
      ids.append(id)
      switch id {
      case 0x3129:
        userAgent = String(decoding: bytes.extracting(value).array, as: UTF8.self)
      case 0x0d:
        // IPv4 and port, IPv6 and port, then a length-prefixed id.
        let count = value.lowerBound + 24
        guard count < value.upperBound else { break }
        let end = count + 1 + Int(bytes[count])
        guard end <= value.upperBound else { break }
        preferredConnectionID = bytes.extracting(count + 1..<end).array
      default:
        break
      }
    }
  }
}
