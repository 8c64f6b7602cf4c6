import Model

/// Reads the streams of a QUIC connection once they are decrypted and in order.
protocol QUICApplication: AnyObject {
  /// Takes the next bytes of a stream.
  func receive(
    _ bytes: RawSpan, on stream: UInt64, from side: Side, at provenance: Provenance)

  /// Learns that the capture lost bytes of a stream here.
  func gap(_ count: Int, on stream: UInt64, from side: Side, at provenance: Provenance)

  /// Learns that one side of a stream is over: by FIN (clean) or RESET_STREAM.
  func finish(
    _ stream: UInt64, from side: Side, isClean: Bool, at provenance: Provenance)

  /// Learns that the connection is over.
  func end(at provenance: Provenance)
}

extension UInt64 {
  /// Which side opened the stream of this id (RFC 9000, section 2.1).
  var streamOpener: Side { self & 1 == 0 ? .client : .server }
  var isUnidirectionalStream: Bool { self & 2 != 0 }
}
