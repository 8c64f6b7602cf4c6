import Model
import Wire

/// The messages that open a SOCKS tunnel, each read whole or not at all.
///
/// SOCKS 4 and 4a have no RFC; versions 5 and user/password are RFC 1928 and RFC 1929.
enum SOCKSHandshake {
  /// The outcome of reading a message from the front of the bytes held.
  enum Reading<Message> {
    case message(Message, count: Int)
    case needsMore
    case malformed
  }

  struct Request: Hashable {
    var command: UInt8
    var host: String
    var port: UInt16
    /// SOCKS 4's user id.
    var user: String?

    static let connect: UInt8 = 1
  }

  enum Method {
    static let none: UInt8 = 0
    static let password: UInt8 = 2
  }

  /// Octets of a user id or host name of SOCKS 4 that are read.
  private static let textLimit = 512

  // MARK: Version 4

  /// VN CD DSTPORT DSTIP USERID NUL, and with 4a HOST NUL.
  static func request4(_ bytes: [UInt8]) -> Reading<Request> {
    guard bytes.count >= 9 else { return .needsMore }
    guard bytes[0] == 4, bytes[1] == 1 || bytes[1] == 2 else { return .malformed }
    guard let userEnd = bytes[8...].firstIndex(of: 0) else {
      return bytes.count - 8 > textLimit ? .malformed : .needsMore
    }
    let user = fieldText(Array(bytes[8..<userEnd]))
    var request = Request(
      command: bytes[1], host: bytes[4..<8].map { String($0) }.joined(separator: "."),
      port: UInt16(bytes[2]) << 8 | UInt16(bytes[3]), user: user.isEmpty ? nil : user)
    // 4a: an address 0.0.0.x with x not zero says that a name follows.
    guard bytes[4] == 0, bytes[5] == 0, bytes[6] == 0, bytes[7] != 0 else {
      return .message(request, count: userEnd + 1)
    }
    let nameStart = userEnd + 1
    guard let nameEnd = bytes[nameStart...].firstIndex(of: 0) else {
      return bytes.count - nameStart > textLimit ? .malformed : .needsMore
    }
    request.host = fieldText(Array(bytes[nameStart..<nameEnd]))
    return .message(request, count: nameEnd + 1)
  }

  /// VN CD DSTPORT DSTIP; the message is whether the request was granted.
  static func reply4(_ bytes: [UInt8]) -> Reading<Bool> {
    guard bytes.count >= 8 else { return .needsMore }
    guard bytes[0] == 0, (90...93).contains(bytes[1]) else { return .malformed }
    return .message(bytes[1] == 90, count: 8)
  }

  // MARK: Version 5

  /// VER NMETHODS METHODS; the message is the methods offered.
  static func greeting5(_ bytes: [UInt8]) -> Reading<[UInt8]> {
    guard bytes.count >= 2 else { return .needsMore }
    guard bytes[0] == 5, bytes[1] > 0 else { return .malformed }
    let count = 2 + Int(bytes[1])
    guard bytes.count >= count else { return .needsMore }
    return .message(Array(bytes[2..<count]), count: count)
  }

  /// VER METHOD.
  static func choice5(_ bytes: [UInt8]) -> Reading<UInt8> {
    guard bytes.count >= 2 else { return .needsMore }
    return bytes[0] == 5 ? .message(bytes[1], count: 2) : .malformed
  }

  /// VER ULEN UNAME PLEN PASSWD (RFC 1929); the message is `user:password`.
  static func password5(_ bytes: [UInt8]) -> Reading<String> {
    guard let version = bytes.first else { return .needsMore }
    guard version == 1 else { return .malformed }
    guard bytes.count >= 2, bytes.count >= 3 + Int(bytes[1]) else { return .needsMore }
    let userEnd = 2 + Int(bytes[1])
    let count = userEnd + 1 + Int(bytes[userEnd])
    guard bytes.count >= count else { return .needsMore }
    let user = fieldText(Array(bytes[2..<userEnd]))
    let password = fieldText(Array(bytes[(userEnd + 1)..<count]))
    return .message("\(user):\(password)", count: count)
  }

  /// VER STATUS (RFC 1929).
  static func passwordReply5(_ bytes: [UInt8]) -> Reading<Bool> {
    guard bytes.count >= 2 else { return .needsMore }
    return bytes[0] == 1 ? .message(bytes[1] == 0, count: 2) : .malformed
  }

  /// VER CMD RSV ATYP DST.ADDR DST.PORT, and the reply, which has the same form.
  static func request5(_ bytes: [UInt8]) -> Reading<Request> {
    guard bytes.count >= 5 else { return .needsMore }
    guard bytes[0] == 5, bytes[2] == 0 else { return .malformed }
    let addressStart: Int
    let addressEnd: Int
    switch bytes[3] {
    case 1: (addressStart, addressEnd) = (4, 8)
    case 3: (addressStart, addressEnd) = (5, 5 + Int(bytes[4]))
    case 4: (addressStart, addressEnd) = (4, 20)
    default: return .malformed
    }
    guard bytes.count >= addressEnd + 2 else { return .needsMore }
    let address = Array(bytes[addressStart..<addressEnd])
    let port = UInt16(bytes[addressEnd]) << 8 | UInt16(bytes[addressEnd + 1])
    let request = Request(command: bytes[1], host: text(address, type: bytes[3]), port: port)
    return .message(request, count: addressEnd + 2)
  }

  private static func text(_ address: [UInt8], type: UInt8) -> String {
    switch type {
    case 1: address.map { String($0) }.joined(separator: ".")
    case 3: fieldText(address)
    default:
      address.withRawSpan { bytes in
        IPAddress(high: bytes.uint64(at: 0), low: bytes.uint64(at: 8)).description
      }
    }
  }
}
