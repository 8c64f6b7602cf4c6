import Model

/// Link types that are met now and then: headers of capturing programs around a common frame.
extension PacketDecoder {
  static func rareLink(
    _ frame: RawSpan, _ type: LinkType, _ cursor: inout Cursor, _ packet: inout Packet
  ) -> Next? {
    switch type {
    case .llcSNAP:
      return .llc
    case .mpls:
      return .etherType(0x8847)
    case .pppWithDirection:
      cursor.offset = 1
      return .ppp
    case .enc:
      cursor.offset = 12
      return .ip
    case .pflog:
      // The first byte is the header's length, which is padded to four bytes.
      guard has(1, frame, cursor, &packet) else { return nil }
      cursor.offset = (Int(frame[0]) &+ 3) & ~3
      return .ip
    case .appleIPOverFirewire:
      guard has(18, frame, cursor, &packet) else { return nil }
      cursor.offset = 18
      return .etherType(frame.uint16(at: 16))
    case .netAnalyzer:
      cursor.offset = 4
      return .ethernet
    case .ethernetMPacket:
      cursor.offset = 8
      return .ethernet
    case .ieee80211Prism:
      // The length stands in the byte order of the capturing host.
      guard has(8, frame, cursor, &packet) else { return nil }
      cursor.offset = Int(eitherOrder(frame.uint32(at: 4)))
      return wireless(frame, &cursor, &packet)
    case .ieee80211AVS:
      guard has(8, frame, cursor, &packet) else { return nil }
      cursor.offset = Int(eitherOrder(frame.uint32(at: 4)))
      return wireless(frame, &cursor, &packet)
    case .perPacketInformation:
      guard has(8, frame, cursor, &packet) else { return nil }
      return wrapped(
        LinkType(rawValue: frame.uint32(at: 4).byteSwapped),
        at: Int(frame.uint16(at: 2).byteSwapped), frame, &cursor, &packet)
    case .pktap, .pktapOnDarwin:
      guard has(12, frame, cursor, &packet) else { return nil }
      return wrapped(
        LinkType(rawValue: frame.uint32(at: 8).byteSwapped),
        at: Int(frame.uint32(at: 0).byteSwapped), frame, &cursor, &packet)
    default:
      packet.stop = .unsupportedLinkType
      return nil
    }
  }

  /// A length below 64 KiB, whichever way round it was written.
  private static func eitherOrder(_ value: UInt32) -> UInt32 {
    value > 0xffff ? value.byteSwapped : value
  }

  /// A frame of a type of its own behind a header of `length` bytes; only types that begin wherever
  /// they stand, so that no header can lead back to itself.
  private static func wrapped(
    _ type: LinkType, at length: Int, _ frame: RawSpan, _ cursor: inout Cursor,
    _ packet: inout Packet
  ) -> Next? {
    cursor.offset = length
    guard has(4, frame, cursor, &packet) else { return nil }
    switch type {
    case .ethernet: return .ethernet
    case .raw, .rawOnBSD, .rawOnOpenBSD, .ipv4, .ipv6: return .ip
    case .ppp, .pppHDLC: return .ppp
    case .null, .loop:
      cursor.offset = length &+ 4
      return .ip
    case .ieee80211: return wireless(frame, &cursor, &packet)
    case .ieee80211Radiotap:
      cursor.offset = length &+ (Int(frame[length &+ 2]) | Int(frame[length &+ 3]) << 8)
      return wireless(frame, &cursor, &packet)
    default:
      packet.stop = .unsupportedLinkType
      return nil
    }
  }

  /// Cisco MetaData, as TrustSec tags frames: version, length, options, then the type.
  ///
  /// The length counts options of four bytes that stand behind the two bytes of the head.
  static func ciscoMetaData(
    _ frame: RawSpan, _ cursor: inout Cursor, _ packet: inout Packet
  ) -> Next? {
    guard has(2, frame, cursor, &packet) else { return nil }
    let length = 2 &+ Int(frame[cursor.offset &+ 1]) &* 4
    guard has(length &+ 2, frame, cursor, &packet) else { return nil }
    let inner = frame.uint16(at: cursor.offset &+ length)
    cursor.offset &+= length &+ 2
    return .etherType(inner)
  }

  /// The Network Service Header (RFC 8300, section 2.2): its length in words, then what is inside.
  static func serviceHeader(
    _ frame: RawSpan, _ cursor: inout Cursor, _ packet: inout Packet
  ) -> Next? {
    guard has(4, frame, cursor, &packet) else { return nil }
    let length = Int(frame[cursor.offset &+ 1] & 0x3f) &* 4
    guard length >= 8, has(length, frame, cursor, &packet) else { return nil }
    let inner = frame[cursor.offset &+ 3]
    cursor.offset &+= length
    switch inner {
    case 1, 2: return .ip
    case 3: return .ethernet
    case 4: return .etherType(0x894f)
    case 5: return .etherType(0x8847)
    default: return nil
    }
  }
}
