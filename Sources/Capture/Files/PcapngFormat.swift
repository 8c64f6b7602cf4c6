import Model
import Wire

/// The block format (draft-ietf-opsawg-pcapng): sections, interfaces, packets, secrets.
struct PcapngFormat: CaptureFormat {
  private enum Block {
    static let section: UInt32 = 0x0a0d_0d0a
    static let interface: UInt32 = 1
    static let packet: UInt32 = 2
    static let simplePacket: UInt32 = 3
    static let statistics: UInt32 = 5
    static let enhancedPacket: UInt32 = 6
    static let secrets: UInt32 = 10
  }

  private(set) var notedDrops = 0
  private var interfaces: [PcapngInterface] = []
  private var isLittleEndian = true
  private var number = 0
  /// Time of the last packet that had one: simple packets have none and take it over.
  private var lastTime = Timestamp(nanoseconds: 0)
  private var isResynchronising = false
  private var isAtEnd = false

  mutating func reachEnd() { isAtEnd = true }

  static func isPcapng(_ head: [UInt8]) -> Bool {
    guard head.count >= 12 else { return false }
    return head.withRawSpan {
      $0.uint32(at: 0) == Block.section
        && [0x1a2b_3c4d, 0x4d3c_2b1a].contains($0.uint32(at: 8))
    }
  }

  mutating func parse(
    _ span: RawSpan, from start: Int, base: Int, into batch: inout FrameBatch
  ) -> (consumed: Int, damage: CaptureSummary.Damage?) {
    var offset = start
    var damage: CaptureSummary.Damage?
    while offset + 12 <= span.byteCount {
      if isResynchronising {
        let (place, isFound) = nextBlock(span, from: offset)
        offset = max(offset, place)
        guard isFound else { break }
        isResynchronising = false
      }
      let type = span.uint32(at: offset)
      if type == Block.section, !readByteOrder(span, at: offset) {
        damage = broken(base + offset, "a section header without its byte-order magic")
        offset += 4
        continue
      }
      let length = Int(field(span, offset + 4))
      guard length >= 12, length.isMultiple(of: 4), length <= CaptureReader.longestRecord else {
        guard damage == nil else { break }
        damage = broken(base + offset, "a block of impossible length \(length)")
        offset += 4
        continue
      }
      guard offset + length <= span.byteCount else { break }
      guard Int(field(span, offset + length - 4)) == length else {
        guard damage == nil else { break }
        damage = broken(base + offset, "a block whose two lengths differ")
        offset += 4
        continue
      }
      let kind = isLittleEndian ? type.byteSwapped : type
      if let cause = read(kind, span, offset + 8, offset + length - 4, into: &batch),
        damage == nil
      {
        damage = CaptureSummary.Damage(offset: base + offset, cause: cause)
      }
      offset += length
    }
    return (offset, damage)
  }

  func unfinished(_ count: Int) -> String? {
    if isResynchronising { return nil }
    return count == 0 ? nil : "the file ends in the middle of a block after frame \(number)"
  }

  private mutating func broken(_ offset: Int, _ what: String) -> CaptureSummary.Damage {
    isResynchronising = true
    return CaptureSummary.Damage(offset: offset, cause: "\(what), after frame \(number)")
  }

  @inline(__always)
  private func field(_ span: RawSpan, _ offset: Int) -> UInt32 {
    let value = span.uint32(at: offset)
    return isLittleEndian ? value.byteSwapped : value
  }

  private func short(_ span: RawSpan, _ offset: Int) -> UInt16 {
    let value = span.uint16(at: offset)
    return isLittleEndian ? value.byteSwapped : value
  }

  private mutating func readByteOrder(_ span: RawSpan, at offset: Int) -> Bool {
    switch span.uint32(at: offset + 8) {
    case 0x1a2b_3c4d: isLittleEndian = false
    case 0x4d3c_2b1a: isLittleEndian = true
    default: return false
    }
    interfaces = []
    return true
  }

  /// Reads a block's body, which lies in `start..<end`. Returns what is wrong with it, if anything.
  private mutating func read(
    _ type: UInt32, _ span: RawSpan, _ start: Int, _ end: Int, into batch: inout FrameBatch
  ) -> String? {
    switch type {
    case Block.enhancedPacket:
      guard end - start >= 20 else { return "a packet block that is too short" }
      let high = UInt64(field(span, start + 4))
      return frame(
        interface: Int(field(span, start)), ticks: high << 32 | UInt64(field(span, start + 8)),
        captured: Int(field(span, start + 12)), original: Int(field(span, start + 16)),
        at: start + 20, end: end, into: &batch)
    case Block.packet:
      // Obsolete: a 16-bit interface and a drop count stand where the interface is now.
      guard end - start >= 20 else { return "a packet block that is too short" }
      let high = UInt64(field(span, start + 4))
      return frame(
        interface: Int(short(span, start)), ticks: high << 32 | UInt64(field(span, start + 8)),
        captured: Int(field(span, start + 12)), original: Int(field(span, start + 16)),
        at: start + 20, end: end, into: &batch)
    case Block.simplePacket:
      guard end - start >= 4, let first = interfaces.first else {
        return "a simple packet block without an interface"
      }
      let original = Int(field(span, start))
      var captured = min(original, end - start - 4)
      if first.snapLength > 0 { captured = min(captured, first.snapLength) }
      return frame(
        interface: 0, ticks: nil, captured: captured, original: original, at: start + 4, end: end,
        into: &batch)
    case Block.interface:
      guard end - start >= 8 else { return "an interface block that is too short" }
      var interface = PcapngInterface(
        linkType: LinkType(rawValue: UInt32(short(span, start))),
        snapLength: Int(field(span, start + 4)))
      options(span, start + 8, end) { code, at, length in
        interface.apply(option: code, span, at, length, isLittleEndian: isLittleEndian)
      }
      interfaces.append(interface)
    case Block.secrets:
      guard end - start >= 8 else { return "a secrets block that is too short" }
      let length = Int(field(span, start + 4))
      guard length <= end - start - 8 else { return "a secrets block that is too short" }
      // "TLSK": a TLS key log.
      if field(span, start) == 0x544c_534b {
        batch.secrets.append(span.extracting(start + 8..<start + 8 + length).array)
      }
    case Block.statistics:
      guard end - start >= 12 else { return nil }
      var drops = 0
      options(span, start + 12, end) { code, at, length in
        guard code == 5 || code == 7, length == 8 else { return }
        let value = span.uint64(at: at)
        drops += Int(clamping: isLittleEndian ? value.byteSwapped : value)
      }
      notedDrops += drops
    default:
      break
    }
    return nil
  }

  private mutating func frame(
    interface id: Int, ticks: UInt64?, captured: Int, original: Int, at offset: Int, end: Int,
    into batch: inout FrameBatch
  ) -> String? {
    guard id < interfaces.count else { return "a packet of an interface that is not described" }
    guard captured <= end - offset else { return "a packet longer than its block" }
    number += 1
    if let ticks { lastTime = interfaces[id].time(ticks) }
    batch.frames.append(
      FrameBatch.Descriptor(
        offset: offset, length: captured, wireLength: max(original, captured),
        time: lastTime,
        linkType: interfaces[id].linkType, number: number))
    return nil
  }

  /// Walks the options in `start..<end`.
  private func options(
    _ span: RawSpan, _ start: Int, _ end: Int, _ body: (UInt16, Int, Int) -> Void
  ) {
    var offset = start
    while offset + 4 <= end {
      let code = short(span, offset)
      let length = Int(short(span, offset + 2))
      offset += 4
      guard code != 0, offset + length <= end else { return }
      body(code, offset, length)
      offset += (length + 3) & ~3
    }
  }

  private static func length(_ span: RawSpan, _ offset: Int, _ isLittle: Bool) -> Int {
    Int(isLittle ? span.uint32(at: offset).byteSwapped : span.uint32(at: offset))
  }

  /// Looks for a block of a known type whose two lengths agree.
  ///
  /// - Returns: where it stands; or, when more bytes have to come first, where to look on.
  private func nextBlock(_ span: RawSpan, from start: Int) -> (place: Int, isFound: Bool) {
    var offset = start
    while offset + 12 <= span.byteCount {
      let raw = span.uint32(at: offset)
      let type = isLittleEndian ? raw.byteSwapped : raw
      if raw == Block.section || [1, 2, 3, 4, 5, 6, 10].contains(type) {
        // A section may be in the other byte order.
        let isLittle =
          raw == Block.section ? span.uint32(at: offset + 8) == 0x4d3c_2b1a : isLittleEndian
        let count = Self.length(span, offset + 4, isLittle)
        if count >= 12, count.isMultiple(of: 4), count <= 1 << 20 {
          if offset + count > span.byteCount {
            if !isAtEnd { return (offset, false) }
          } else if Self.length(span, offset + count - 4, isLittle) == count {
            return (offset, true)
          }
        }
      }
      offset += 1
    }
    return (offset, false)
  }
}

/// What an Interface Description Block says of an interface.
struct PcapngInterface: Sendable {
  var linkType: LinkType
  var snapLength: Int
  /// Ticks per second.
  private var resolution: UInt64 = 1_000_000
  /// Seconds to add to every time.
  private var offset: Int64 = 0

  init(linkType: LinkType, snapLength: Int) {
    self.linkType = linkType
    self.snapLength = snapLength
  }

  mutating func apply(
    option code: UInt16, _ span: RawSpan, _ at: Int, _ length: Int, isLittleEndian: Bool
  ) {
    switch code {
    // if_tsresol: a power of ten, or of two when the top bit is set.
    case 9 where length >= 1:
      let exponent = span[at]
      if exponent & 0x80 == 0 {
        resolution = (0..<min(exponent, 19)).reduce(1) { value, _ in value &* 10 }
      } else {
        resolution = 1 << UInt64(min(exponent & 0x7f, 63))
      }
    // if_tsoffset.
    case 14 where length == 8:
      let value = span.uint64(at: at)
      offset = Int64(bitPattern: isLittleEndian ? value.byteSwapped : value)
    default:
      break
    }
  }

  func time(_ ticks: UInt64) -> Timestamp {
    if resolution == 1_000_000, offset == 0 {
      return Timestamp(nanoseconds: Int64(bitPattern: ticks &* 1_000))
    }
    let seconds = Int64(clamping: ticks / resolution) &+ offset
    let (high, low) = (ticks % resolution).multipliedFullWidth(by: 1_000_000_000)
    let fraction = resolution.dividingFullWidth((high, low)).quotient
    return Timestamp(nanoseconds: seconds &* 1_000_000_000 &+ Int64(fraction))
  }
}
