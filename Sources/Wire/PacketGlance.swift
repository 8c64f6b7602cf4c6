public import Model

/// A packet of TCP or UDP, as far as those care who know its flow: what is counted of it, where it belongs in
/// the flow's streams, and where its payload stands.
@frozen
public struct Segment: Sendable {
  public var isTCP: Bool
  /// Of TCP.
  public var flags = TCPFlags()
  /// The first byte of a datagram's payload; zero where none was captured.
  public var firstByte: UInt8 = 0
  public var sequence: UInt32 = 0
  public var acknowledgment: UInt32 = 0
  /// Bytes of the IP packet on the wire.
  public var networkLength: Int
  /// Bytes of payload on the wire, and how many of them were captured.
  public var payloadLength: Int
  public var payloadCaptured: Int
  /// Where the captured payload begins in the frame.
  public var payloadOffset: Int

  @inlinable @inline(__always)
  init(
    isTCP: Bool, networkLength: Int, payloadLength: Int, payloadCaptured: Int, payloadOffset: Int
  ) {
    self.isTCP = isTCP
    self.networkLength = networkLength
    self.payloadLength = payloadLength
    self.payloadCaptured = payloadCaptured
    self.payloadOffset = payloadOffset
  }

  /// Bytes of payload that the wire had and the frame lacks.
  @inlinable public var payloadMissing: Int { payloadLength &- payloadCaptured }

  /// Where the captured payload stands in the frame.
  @inlinable public var payload: Range<Int> { payloadOffset..<payloadOffset &+ payloadCaptured }

  /// The same of a packet that was read in full.
  @inlinable
  public init(_ packet: Packet, _ frame: RawSpan) {
    self.init(packet)
    if !isTCP, payloadCaptured > 0 { firstByte = frame[packet.payloadOffset] }
  }

  /// The same without the first byte of the payload.
  @inlinable
  public init(_ packet: Packet) {
    self.init(
      isTCP: packet.content == .tcp, networkLength: packet.networkLength,
      payloadLength: packet.payloadLength, payloadCaptured: packet.payloadCaptured,
      payloadOffset: packet.payloadOffset)
    flags = packet.flags
    sequence = packet.sequence
    acknowledgment = packet.acknowledgment
  }
}

/// The five-tuple and the ``Segment`` of a frame as most frames are: TCP or UDP in one IP header in
/// Ethernet. What ``PacketDecoder`` says of such a frame, and nothing else of it, for a third of the work.
@frozen
public struct PacketGlance: Sendable {
  public var source: IPAddress
  public var destination: IPAddress
  public var sourcePort: UInt16
  public var destinationPort: UInt16
  public var protocolNumber: UInt8
  public var segment: Segment

  /// - Returns: nil when the frame is of another kind, or anything is wrong with it.
  @inlinable @inline(__always)
  public init?(_ frame: RawSpan, linkType: LinkType, wireLength: Int) {
    // The shortest such frame: Ethernet, IPv4, UDP.
    guard linkType.rawValue == 1, frame.byteCount >= 42 else { return nil }
    var end = max(wireLength, frame.byteCount)
    let start: Int
    switch (frame.uint16(at: 12), frame[14]) {
    case (0x0800, let first) where first >> 4 == 4:
      let length = Int(first & 0x0f) &* 4
      var total = Int(frame.uint16(at: 16))
      if total == 0 { total = end &- 14 }
      guard length >= 20, total >= length, frame.uint16(at: 20) & 0x3fff == 0 else { return nil }
      end = min(end, 14 &+ total)
      start = 14 &+ length
      protocolNumber = frame[23]
      source = IPAddress(v4: frame.uint32(at: 26))
      destination = IPAddress(v4: frame.uint32(at: 30))
    case (0x86dd, let first) where first >> 4 == 6:
      guard frame.byteCount >= 62 else { return nil }
      let payload = Int(frame.uint16(at: 18))
      if payload != 0 { end = min(end, 54 &+ payload) }
      start = 54
      protocolNumber = frame[20]
      source = IPAddress(high: frame.uint64(at: 22), low: frame.uint64(at: 30))
      destination = IPAddress(high: frame.uint64(at: 38), low: frame.uint64(at: 46))
    default:
      return nil
    }
    let networkLength = end &- 14
    let offset: Int
    var flags = TCPFlags()
    if protocolNumber == 6 {
      guard start &+ 20 <= frame.byteCount else { return nil }
      let length = Int(frame[start &+ 12] >> 4) &* 4
      offset = start &+ length
      guard length >= 20, offset <= end else { return nil }
      flags = TCPFlags(rawValue: frame[start &+ 13])
    } else {
      guard protocolNumber == 17, start &+ 8 <= frame.byteCount else { return nil }
      let length = Int(frame.uint16(at: start &+ 4))
      guard length >= 8 else { return nil }
      end = min(end, start &+ length)
      offset = start &+ 8
    }
    sourcePort = frame.uint16(at: start)
    destinationPort = frame.uint16(at: start &+ 2)
    let payloadOffset = min(offset, frame.byteCount)
    let captured = max(0, min(end, frame.byteCount) &- payloadOffset)
    segment = Segment(
      isTCP: protocolNumber == 6, networkLength: networkLength,
      payloadLength: max(0, end &- offset), payloadCaptured: captured,
      payloadOffset: payloadOffset)
    if protocolNumber == 6 {
      segment.flags = flags
      segment.sequence = frame.uint32(at: start &+ 4)
      segment.acknowledgment = frame.uint32(at: start &+ 8)
    } else {
      guard !PacketDecoder.isTunnelPort(sourcePort), !PacketDecoder.isTunnelPort(destinationPort)
      else { return nil }
      if captured > 0 { segment.firstByte = frame[offset] }
    }
  }
}
