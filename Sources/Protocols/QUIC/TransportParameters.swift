import Wire

/// The transport parameters that say something about their sender (RFC 9000, section 18).
public struct TransportParameters: Sendable, Hashable {
  /// A parameter, and its value where that is a number; the first of several counts.
  private struct Parameter: Hashable {
    var id: UInt64
    var number: UInt64?
  }

  /// In order of appearance, with the reserved ones.
  private var parameters: [Parameter] = []
  /// Google's user agent (0x3129).
  public var userAgent: String?
  /// The id of the server's preferred address.
  public var preferredConnectionID: [UInt8]?
  /// Whether the client would go on in another version that can be read, if the server chose it
  /// (RFC 9368, section 3).
  public var offersOtherVersions = false

  /// Parameters read; a list may be long on purpose.
  static let countLimit = 256
  /// Bytes kept of a user agent.
  static let userAgentLimit = 1_024

  /// Reads the extension's body; what comes behind a broken parameter is left out.
  public init(parsing bytes: borrowing RawSpan) {
    var position = 0
    parameters.reserveCapacity(16)
    while position < bytes.byteCount, parameters.count < Self.countLimit {
      guard let id = VariableInteger.read(bytes, at: &position),
        let value = VariableInteger.readRange(bytes, at: &position)
      else { return }
      parameters.append(Parameter(id: id))
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
        guard TransportParameterID.isNumber(id),
          !parameters.contains(where: { $0.id == id && $0.number != nil })
        else { break }
        var start = value.lowerBound
        let number = VariableInteger.read(bytes, at: &start)
        if start == value.upperBound { parameters[parameters.count - 1].number = number }
      }
    }
  }

  /// What the parameters tell of the client's stack: names and numbers in order of id, such as
  /// `max_idle_timeout=30000 max_udp_payload_size=1472`.
  ///
  /// Clients shuffle the parameters and add reserved ones (RFC 9000, section 18.1) so that servers
  /// stay tolerant; both are left out, and so are values that differ with every connection.
  public var fingerprint: String {
    var text = ""
    var last: UInt64?
    // Of those with one id, the one with the number comes first and speaks for all.
    for parameter in parameters.sorted(by: Self.comesBefore)
    where !TransportParameterID.isReserved(parameter.id) && parameter.id != last {
      if last != nil { text += " " }
      last = parameter.id
      text += TransportParameterID.name(of: parameter.id)
      guard let number = parameter.number else { continue }
      text += "="
      text += String(number)
    }
    return text
  }

  private static func comesBefore(_ one: Parameter, _ other: Parameter) -> Bool {
    one.id != other.id ? one.id < other.id : one.number != nil && other.number == nil
  }
}
