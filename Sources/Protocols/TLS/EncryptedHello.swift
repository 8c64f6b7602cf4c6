import Model
import Wire

/// The offer of Encrypted Client Hello in an outer ClientHello (RFC 9849, section 5).
///
/// ```
/// +------+--------+--------+---------+----------+-------------+
/// | type |  KDF   |  AEAD  | config  |   enc    |   payload   |
/// | 8: 0 |   16   |   16   | id: 8   | 16+bytes |  16+bytes   |
/// +------+--------+--------+---------+----------+-------------+
/// ```
struct EncryptedHelloOffer: Sendable, Hashable {
  let kdf: UInt16
  let aead: UInt16
  let configuration: UInt8
  /// The outer hello's body, and where in it the sealed inner hello stands.
  let outer: [UInt8]
  let payload: Range<Int>

  /// Finds the offer in a ClientHello's body; nil when there is none or it is broken.
  init?(inBodyOf hello: RawSpan) {
    guard let place = helloExtensions(hello)?.first(where: { $0.type == 0xfe0d })?.place else {
      return nil
    }
    var reader = ByteReader(hello.extracting(place))
    do throws(Truncated) {
      let type: UInt8 = try reader.read()
      guard type == 0 else { return nil }
      kdf = try reader.read()
      aead = try reader.read()
      configuration = try reader.read()
      let encapsulated: UInt16 = try reader.read()
      try reader.skip(Int(encapsulated))
      let count: UInt16 = try reader.read()
      let start = place.upperBound - reader.remaining
      _ = try reader.take(Int(count))
      payload = start..<start + Int(count)
    } catch {
      return nil
    }
    outer = hello.array
  }

  /// What the payload was sealed for, from the shared secret and the ECHConfig of a key log.
  func context(secret: [UInt8], configuration bytes: [UInt8]) -> HPKEContext? {
    // Version, length, and the contents' config id and KEM (section 4).
    guard bytes.count >= 7, bytes[0] == 0xfe, bytes[1] == 0x0d, bytes[4] == configuration else {
      return nil
    }
    let kem = UInt16(bytes[5]) << 8 | UInt16(bytes[6])
    return HPKEContext(
      sharedSecret: secret, kem: kem, kdf: kdf, aead: aead,
      info: Array("tls ech".utf8) + [0] + bytes)
  }

  /// The inner ClientHello as a handshake message with its header, or nil when the context does not
  /// open it.
  ///
  /// - Parameter number: 0, or 1 after a HelloRetryRequest.
  func inner(_ context: HPKEContext, number: UInt8) -> [UInt8]? {
    var authenticated = outer
    for i in payload { authenticated[i] = 0 }
    let sealed = outer.span.bytes.extracting(payload)
    guard let encoded = context.open(sealed, number: number, authenticating: authenticated) else {
      return nil
    }
    return decoded(encoded.span.bytes)
  }

  /// Puts back what the encoding leaves out: the session id, and extensions that the outer hello has
  /// as well (section 5.1).
  private func decoded(_ encoded: RawSpan) -> [UInt8]? {
    guard let list = helloExtensions(encoded), let end = list.last?.place.upperBound,
      let outerList = helloExtensions(outer.span.bytes), encoded[34] == 0, outer.count > 34
    else { return nil }
    // The padding behind the extensions is zero.
    for i in end..<encoded.byteCount where encoded[i] != 0 { return nil }
    let firstHeader = list[0].place.lowerBound - 4
    var extensions: [UInt8] = []
    for (type, place) in list {
      guard type == 0xfd00 else {
        encoded.extracting(place.lowerBound - 4..<place.upperBound).append(to: &extensions)
        continue
      }
      guard !place.isEmpty else { return nil }
      for wanted in uint16List(encoded.extracting(place.lowerBound + 1..<place.upperBound)) {
        guard wanted != 0xfe0d, let other = outerList.first(where: { $0.type == wanted }) else {
          return nil
        }
        extensions.append(contentsOf: outer[other.place.lowerBound - 4..<other.place.upperBound])
      }
      // An outer list names extensions of one hello, so this cannot grow without bound.
      guard extensions.count <= 0xffff else { return nil }
    }
    var body = encoded.extracting(0..<34).array
    body.append(contentsOf: outer[34...34 + Int(outer[34])])
    encoded.extracting(35..<firstHeader - 2).append(to: &body)
    body.append(UInt8(extensions.count >> 8))
    body.append(UInt8(extensions.count & 0xff))
    body.append(contentsOf: extensions)
    return handshakeMessage(.clientHello, body)
  }
}

/// A handshake message: type, length and body.
func handshakeMessage(_ type: HandshakeType, _ body: [UInt8]) -> [UInt8] {
  [
    type.rawValue, UInt8(body.count >> 16 & 0xff), UInt8(body.count >> 8 & 0xff),
    UInt8(body.count & 0xff),
  ] + body
}

/// Types and places of the extensions in a ClientHello's body; nil when it breaks its own format.
private func helloExtensions(_ body: RawSpan) -> [(type: UInt16, place: Range<Int>)]? {
  do throws(Truncated) {
    var reader = ByteReader(body)
    try reader.skip(34)
    let session: UInt8 = try reader.read()
    try reader.skip(Int(session))
    let suites: UInt16 = try reader.read()
    try reader.skip(Int(suites))
    let compressions: UInt8 = try reader.read()
    try reader.skip(Int(compressions))
    let length: UInt16 = try reader.read()
    let start = body.byteCount - reader.remaining
    guard Int(length) <= reader.remaining else { return nil }
    var offset = start
    var list: [(type: UInt16, place: Range<Int>)] = []
    while offset + 4 <= start + Int(length) {
      let end = offset + 4 + Int(body.uint16(at: offset + 2))
      guard end <= start + Int(length) else { return nil }
      list.append((body.uint16(at: offset), offset + 4..<end))
      offset = end
    }
    return list
  } catch {
    return nil
  }
}
