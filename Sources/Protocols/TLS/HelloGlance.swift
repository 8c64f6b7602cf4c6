import Wire

/// A look at the first segment of a TLS connection that keeps nothing: most hellos show their server's name
/// there, and most flows are of no interest once it is known.
public enum HelloGlance {
  /// Where the name of the server stands in bytes that begin with a ClientHello and hold nothing behind it;
  /// the end of the hello may still be to come. Nil for whatever ``TLSLayer`` has to look at itself.
  public static func serverName(in bytes: RawSpan) -> Range<Int>? {
    guard bytes.byteCount > 48, bytes[0] == ContentType.handshake.rawValue,
      let record = RecordHeader(bytes),
      record.length >= bytes.byteCount &- RecordHeader.byteCount,
      bytes[5] == HandshakeType.clientHello.rawValue,
      Int(bytes[6]) << 16 | Int(bytes.uint16(at: 7)) == record.length &- 4
    else { return nil }
    return serverName(bytes, hello: 9..<RecordHeader.byteCount &+ record.length)
  }

  /// The same in the body of a hello that is whole: a message without its type and length.
  package static func serverName(inBodyOf hello: RawSpan) -> Range<Int>? {
    serverName(hello, hello: 0..<hello.byteCount)
  }

  /// - Parameter hello: where its body stands; its end may lie behind the bytes.
  private static func serverName(_ bytes: RawSpan, hello: Range<Int>) -> Range<Int>? {
    // Version and random are of fixed size; three lists follow, each behind its length.
    var offset = hello.lowerBound &+ 34
    guard skipList(bytes, &offset, lengthBytes: 1), skipList(bytes, &offset, lengthBytes: 2),
      skipList(bytes, &offset, lengthBytes: 1), bytes.byteCount &- offset >= 2,
      Int(bytes.uint16(at: offset)) == hello.upperBound &- offset &- 2
    else { return nil }
    return serverName(bytes, extensions: offset &+ 2..<hello.upperBound)
  }

  private static func skipList(_ bytes: RawSpan, _ offset: inout Int, lengthBytes: Int) -> Bool {
    guard bytes.byteCount &- offset >= lengthBytes else { return false }
    let length = lengthBytes == 1 ? Int(bytes[offset]) : Int(bytes.uint16(at: offset))
    offset &+= lengthBytes &+ length
    return offset <= bytes.byteCount
  }

  private static func serverName(_ bytes: RawSpan, extensions: Range<Int>) -> Range<Int>? {
    var offset = extensions.lowerBound
    while bytes.byteCount &- offset >= 4 {
      let type = bytes.uint16(at: offset)
      let length = Int(bytes.uint16(at: offset &+ 2))
      offset &+= 4
      guard offset &+ length <= extensions.upperBound else { return nil }
      if type == 0 { return hostName(bytes, offset..<offset &+ length) }
      offset &+= length
    }
    return nil
  }

  /// One name and nothing else, of the only type there is (RFC 6066, section 3).
  private static func hostName(_ bytes: RawSpan, _ data: Range<Int>) -> Range<Int>? {
    let start = data.lowerBound
    guard (6...260).contains(data.count), data.upperBound <= bytes.byteCount,
      bytes[start &+ 2] == 0,
      Int(bytes.uint16(at: start)) == data.count &- 2,
      Int(bytes.uint16(at: start &+ 3)) == data.count &- 5
    else { return nil }
    let name = start &+ 5..<data.upperBound
    for i in name where bytes[i] <= 0x20 || bytes[i] >= 0x7f { return nil }
    return name
  }
}
