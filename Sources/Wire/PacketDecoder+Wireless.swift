import Model

extension PacketDecoder {
  /// An 802.11 frame; only unprotected data frames carry packets that can be read.
  ///
  /// - Parameter maySwapControl: whether the two bytes of the frame control may have changed places, as
  ///   some access points send them through CAPWAP.
  static func wireless(
    _ frame: RawSpan, _ cursor: inout Cursor, _ packet: inout Packet,
    maySwapControl: Bool = false
  ) -> Next? {
    let start = cursor.offset
    guard has(24, frame, cursor, &packet) else { return nil }
    var control = frame[start]
    var flags = frame[start &+ 1]
    if maySwapControl, control & 0x0f != 0x08 { swap(&control, &flags) }
    guard control & 0x0c == 0x08 else { return nil }
    // Null-function frames carry nothing; protected ones nothing readable.
    guard control & 0x40 == 0, flags & 0x40 == 0 else { return nil }
    var length = 24
    if flags & 0x03 == 0x03 { length &+= 6 }
    let isQoS = control & 0x80 != 0
    var isAggregate = false
    if isQoS {
      guard has(length &+ 2, frame, cursor, &packet) else { return nil }
      isAggregate = frame[start &+ length] & 0x80 != 0
      length &+= 2
      if flags & 0x80 != 0 { length &+= 4 }
    }
    // The source address: address 2 or 3 by direction.
    let at = flags & 0x03 == 0x02 ? start &+ 16 : start &+ 10
    if at &+ 8 <= frame.byteCount { packet.linkSource = frame.uint64(at: at) >> 16 }
    // Some adapters pad the header of QoS frames to four bytes.
    if isQoS, !isAggregate, start &+ length &+ 4 <= frame.byteCount,
      frame.uint16(at: start &+ length) != 0xaaaa,
      frame.uint16(at: start &+ length &+ 2) == 0xaaaa
    {
      length &+= 2
    }
    cursor.offset = start &+ length
    return isAggregate ? subframe(frame, &cursor, &packet) : .llc
  }

  /// One subframe of an A-MSDU (IEEE 802.11, 9.3.2.2): addresses and length, LLC, padding to four.
  static func subframe(
    _ frame: RawSpan, _ cursor: inout Cursor, _ packet: inout Packet
  ) -> Next? {
    guard has(14, frame, cursor, &packet) else { return nil }
    let end = cursor.offset &+ 14 &+ Int(frame.uint16(at: cursor.offset &+ 12))
    let next = cursor.offset &+ ((end &- cursor.offset &+ 3) & ~3)
    if next &+ 14 < min(frame.byteCount, cursor.end) { packet.nextSubframe = next }
    cursor.end = min(cursor.end, end)
    cursor.offset &+= 14
    return .llc
  }

  /// Netfilter log: type-length-value attributes in host byte order; the payload is a bare packet.
  static func nflog(
    _ frame: RawSpan, _ cursor: inout Cursor, _ packet: inout Packet
  ) -> Next? {
    guard has(4, frame, cursor, &packet) else { return nil }
    cursor.offset = 4
    while has(4, frame, cursor, &packet) {
      // Writers are little-endian in practice; a length that makes no sense swaps the reading.
      var length = Int(frame.uint16(at: cursor.offset).byteSwapped)
      var type = frame.uint16(at: cursor.offset &+ 2).byteSwapped
      if length < 4 || cursor.offset &+ length > frame.byteCount {
        length = Int(frame.uint16(at: cursor.offset))
        type = frame.uint16(at: cursor.offset &+ 2)
      }
      guard length >= 4, cursor.offset &+ length <= frame.byteCount else {
        packet.stop = .badLength
        return nil
      }
      if type & 0x7fff == 9 {
        cursor.end = cursor.offset &+ length
        cursor.offset &+= 4
        return .ip
      }
      cursor.offset &+= (length &+ 3) & ~3
    }
    return nil
  }
}
