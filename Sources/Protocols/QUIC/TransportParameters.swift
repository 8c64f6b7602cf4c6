import Wire

/// The transport parameters that say something about their sender (RFC 9000, section 18).
public struct TransportParameters: Sendable, Hashable {
  /// In order of appearance, with the reserved ones.
  public var ids: [UInt64] = []
  /// Google's user agent (0x3129).
  public var userAgent: String?
  /// The id of the server's preferred address.
  public var preferredConnectionID: [UInt8]?
  /// Whether the client would go on in another version that can be read, if the server chose it
  /// (RFC 9368, section 3).
  public var offersOtherVersions = false
  /// The values of parameters that are numbers, by id; the first of each counts.
  private var numbers: [UInt64: UInt64] = [:]

  /// Parameters read; a list may be long on purpose.
  static let countLimit = 256
  /// Bytes kept of a user agent.
  static let userAgentLimit = 1_024

  /// Reads the extension's body; what comes behind a broken parameter is left out.
  public init(parsing bytes: borrowing RawSpan) {
    var position = 0
    while position < bytes.byteCount, ids.count < Self.countLimit {
      guard let id = VariableInteger.read(bytes, at: &position),
        let value = VariableInteger.readRange(bytes, at: &position)
      else { return }
      ids.append(id)
      switch id {
      case TransportParameterID.userAgent:
        let text = bytes.extracting(value).extracting(first: Self.userAgentLimit)
        userAgent = String(decoding: text.array, as: UTF8.self)
      case TransportParameterID.preferredAddress:
        // IPv4 and port, IPv6 and port, then a length-prefixed id.
        let count = value.lowerBound + 24
        guard count < value.upperBound else { break }
        let end = count + 1 + Int(bytes[count])
        guard end <= value.upperBound else { break }
        preferredConnectionID = bytes.extracting(count + 1..<end).array
      case TransportParameterID.versionInformation:
        let list = bytes.extracting(value)
        for at in stride(from: 4, to: min(list.byteCount, 256) - 3, by: 4)
        where list.uint32(at: at) != list.uint32(at: 0) {
          offersOtherVersions = offersOtherVersions || QUICVersion(list.uint32(at: at)) != nil
        }
      default:
        guard TransportParameterID.numbers.contains(id), numbers[id] == nil else { break }
        var start = value.lowerBound
        let number = VariableInteger.read(bytes, at: &start)
        if start == value.upperBound { numbers[id] = number }
      }
    }
  }

  /// What the parameters tell of the client's stack: names and numbers in order of id, such as
  /// `max_idle_timeout=30000 max_udp_payload_size=1472`.
  ///
  /// Clients shuffle the parameters and add reserved ones (RFC 9000, section 18.1) so that servers
  /// stay tolerant; both are left out, and so are values that differ with every connection.
  public var fingerprint: String {
    Set(ids).filter { !TransportParameterID.isReserved($0) }.sorted().map { id in
      let name = TransportParameterID.name(of: id)
      return numbers[id].map { "\(name)=\($0)" } ?? name
    }.joined(separator: " ")
  }
}
