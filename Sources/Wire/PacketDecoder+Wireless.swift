import Model

extension PacketDecoder {
  /// An 802.11 frame; only unprotected data frames carry packets that can be read.
  static func wireless(
    _ frame: RawSpan, _ cursor: inout Cursor, _ packet: inout Packet
  ) -> Next? {
    let start = cursor.offset
    guard has(24, frame, cursor, &packet) else { return nil }
    let control = frame[start]
    let flags = frame[start &+ 1]
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
    cursor.offset = start &+ length
    if isAggregate {
      // The first subframe of an A-MSDU: addresses and length, then LLC.
      cursor.offset &+= 14
    }
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
