import Wire

extension TLSLayer {
  public static func probe(
    client: borrowing RawSpan, server: borrowing RawSpan, hints: ProbeHints
  ) -> Probe {
    if client.byteCount > 0 { return probe(client, hello: .clientHello, hints: hints) }
    if server.byteCount > 0 { return probe(server, hello: .serverHello, hints: hints) }
    return .needsMore
  }

  /// Judges one side: a hello, or, when the beginning is not in the capture, a chain of records.
  private static func probe(
    _ bytes: borrowing RawSpan, hello: HandshakeType, hints: ProbeHints
  ) -> Probe {
    if SSLv2Hello.isPlausible(bytes) { return .match }
    guard ContentType(rawValue: bytes[0]) != nil, bytes.byteCount < 2 || bytes[1] == 3 else {
      return probeMiddle(bytes, hints: hints)
    }
    guard bytes.byteCount > RecordHeader.byteCount else { return .needsMore }
    guard let header = RecordHeader(bytes), header.length > 0 else { return .mismatch }
    if header.type == .handshake, bytes[RecordHeader.byteCount] == hello.rawValue {
      return .match
    }
    guard header.isPlausible, header.version >= 0x0300, header.version <= 0x0303 else {
      return .mismatch
    }
    return isChained(bytes, from: 0, header) ? .match : .mismatch
  }

  /// Whether what follows a record is another, or nothing that is there yet.
  private static func isChained(
    _ bytes: borrowing RawSpan, from offset: Int, _ header: RecordHeader
  ) -> Bool {
    let end = offset + RecordHeader.byteCount + header.length
    if bytes.byteCount - end >= RecordHeader.byteCount {
      return RecordHeader(bytes, at: end)?.isPlausible ?? false
    }
    // One record shows too little, unless it is of the type that a stream's middle is made of.
    guard header.type == .applicationData, header.length >= 24 else { return false }
    guard bytes.byteCount > end else { return true }
    for i in end..<bytes.byteCount {
      switch i - end {
      case 0: if ContentType(rawValue: bytes[i]) == nil { return false }
      case 1: if bytes[i] != 3 { return false }
      default: break
      }
    }
    return true
  }

  /// Judges bytes that begin inside a record: two application data records in a row show TLS. On the
  /// port of HTTPS, bytes that look encrypted are worth waiting for more.
  private static func probeMiddle(_ bytes: borrowing RawSpan, hints: ProbeHints) -> Probe {
    guard bytes.byteCount >= 64, isBinary(bytes) else { return .mismatch }
    var offset = 1
    while offset + RecordHeader.byteCount <= bytes.byteCount {
      if bytes[offset] == ContentType.applicationData.rawValue, bytes[offset + 1] == 3,
        let header = RecordHeader(bytes, at: offset), header.isPlausible, header.version == 0x0303
      {
        let end = offset + RecordHeader.byteCount + header.length
        if end <= bytes.byteCount, isChained(bytes, from: offset, header) { return .match }
      }
      offset += 1
    }
    return hints.serverPort == 443 && hints.alpn == nil ? .needsMore : .mismatch
  }

  private static func isBinary(_ bytes: borrowing RawSpan) -> Bool {
    var count = 0
    for i in 0..<64 where bytes[i] >= 0x80 { count += 1 }
    return count >= 16
  }
}
