// SYNOptions(packet, frame)         the options of a SYN, in their order

/// The options of a SYN as a number each, so that many flows can share what is the same.
public struct SYNOptions: Hashable, Sendable {
  /// Kinds in their order, from the lowest byte; the last one stands at ``count`` minus one.
  public private(set) var kinds: (UInt64, UInt64) = (0, 0)
  public private(set) var count: UInt8 = 0
  /// Bytes behind the end of the list.
  public private(set) var padding: UInt8 = 0
  /// Zero where the option is missing.
  public private(set) var segmentSize: UInt16 = 0
  /// 255 where the option is missing.
  public private(set) var windowScale: UInt8 = 255

  /// Reads the options of a TCP packet; nil where its header is cut or its options make no sense.
  ///
  /// ```
  /// | Kind  | Length | ... (RFC 9293, section 3.2: kinds 0 and 1 are one byte long)
  /// ```
  public init?(_ packet: Packet, _ frame: RawSpan) {
    let start = packet.transportOffset
    let end = packet.payloadOffset
    guard packet.content == .tcp, start + 20 <= end, end <= frame.byteCount,
      start + Int(frame[start + 12] >> 4) * 4 == end
    else { return nil }
    var at = start + 20
    while at < end {
      let kind = frame[at]
      guard append(kind) else { return nil }
      if kind == 0 {
        padding = UInt8(end - at - 1)
        return
      }
      if kind == 1 {
        at += 1
        continue
      }
      guard at + 1 < end else { return nil }
      let length = Int(frame[at + 1])
      guard length >= 2, at + length <= end else { return nil }
      if kind == 2, length == 4 { segmentSize = frame.uint16(at: at + 2) }
      if kind == 3, length == 3 { windowScale = frame[at + 2] }
      at += length
    }
  }

  private mutating func append(_ kind: UInt8) -> Bool {
    guard count < 16 else { return false }
    if count < 8 {
      kinds.0 |= UInt64(kind) << (8 * UInt64(count))
    } else {
      kinds.1 |= UInt64(kind) << (8 * UInt64(count - 8))
    }
    count += 1
    return true
  }

  /// Names of the kinds, as they are usually written down.
  public var names: [String] {
    (0..<count).map { index in
      let kind =
        index < 8
        ? UInt8(truncatingIfNeeded: kinds.0 >> (8 * UInt64(index)))
        : UInt8(truncatingIfNeeded: kinds.1 >> (8 * UInt64(index - 8)))
      return switch kind {
      case 0: "eol+\(padding)"
      case 1: "nop"
      case 2: "mss"
      case 3: "ws"
      case 4: "sok"
      case 8: "ts"
      default: "?\(kind)"
      }
    }
  }

  public static func == (a: SYNOptions, b: SYNOptions) -> Bool {
    a.kinds == b.kinds && a.count == b.count && a.padding == b.padding
      && a.segmentSize == b.segmentSize && a.windowScale == b.windowScale
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(kinds.0)
    hasher.combine(kinds.1)
    hasher.combine(
      UInt64(count) << 32 | UInt64(padding) << 24 | UInt64(segmentSize) << 8 | UInt64(windowScale))
  }
}
