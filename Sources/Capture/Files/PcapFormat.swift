import Model
import Wire

/// The classic capture format (draft-ietf-opsawg-pcap): a file header, then one header a frame.
struct PcapFormat: CaptureFormat {
  /// Bytes of the file header.
  let headerLength: Int
  let notedDrops = 0
  private let isSwapped: Bool
  /// Nanoseconds in one unit of the fraction field.
  private let fractionUnit: Int64
  private let recordHeaderLength: Int
  private let snapLength: Int
  private let linkType: LinkType
  /// Whether the lengths may stand in the old order (version 2.3 and before).
  private let mayHaveSwappedLengths: Bool
  private var number = 0
  private var lastSeconds: UInt32?
  private var isResynchronising = false
  private var isAtEnd = false

  mutating func reachEnd() { isAtEnd = true }

  init?(head: [UInt8]) {
    guard head.count >= 24 else { return nil }
    let magic = head.withRawSpan { $0.uint32(at: 0) }
    switch magic {
    case 0xa1b2_c3d4, 0xd4c3_b2a1: fractionUnit = 1_000
    case 0xa1b2_3c4d, 0x4d3c_b2a1: fractionUnit = 1
    // Kuznetzov's modified format carries eight more bytes a record.
    case 0xa1b2_cd34, 0x34cd_b2a1: fractionUnit = 1_000
    // IXIA's hardware formats add a field to the file header.
    case 0x1c00_01ac, 0xac01_001c: fractionUnit = 1
    case 0x1c00_01ab, 0xab01_001c: fractionUnit = 1_000
    default: return nil
    }
    isSwapped = ![0xa1b2_c3d4, 0xa1b2_3c4d, 0xa1b2_cd34, 0x1c00_01ac, 0x1c00_01ab].contains(magic)
    let isModified = magic == 0xa1b2_cd34 || magic == 0x34cd_b2a1
    let isIxia =
      fractionUnit == 1 && (magic == 0x1c00_01ac || magic == 0xac01_001c)
      || magic == 0x1c00_01ab || magic == 0xab01_001c
    headerLength = isIxia ? 28 : 24
    recordHeaderLength = isModified ? 24 : 16
    let swapped = isSwapped
    let field = { (at: Int) in
      head.withRawSpan { swapped ? $0.uint32(at: at).byteSwapped : $0.uint32(at: at) }
    }
    let versions = head.withRawSpan { ($0.uint16(at: 4), $0.uint16(at: 6)) }
    let major = swapped ? versions.0.byteSwapped : versions.0
    let minor = swapped ? versions.1.byteSwapped : versions.1
    mayHaveSwappedLengths = major == 2 && minor <= 3
    snapLength = Int(field(16))
    // The upper half holds the FCS length and flags.
    linkType = LinkType(rawValue: field(20) & 0xffff)
  }

  mutating func parse(
    _ span: RawSpan, from start: Int, base: Int, into batch: inout FrameBatch
  ) -> (consumed: Int, damage: CaptureSummary.Damage?) {
    var offset = start
    var damage: CaptureSummary.Damage?
    while true {
      offset = parseSound(span, from: offset, into: &batch)
      guard offset + recordHeaderLength <= span.byteCount else { break }
      if isResynchronising {
        let (place, isFound) = nextPlausible(span, from: offset)
        offset = max(offset, place)
        guard isFound else { break }
        isResynchronising = false
        continue
      }
      let header = read(span, at: offset)
      guard header.captured > longestBelieved, damage == nil else { break }
      damage = CaptureSummary.Damage(
        offset: base + offset,
        cause: "frame \(number + 1) has an impossible header (length \(header.captured))")
      isResynchronising = true
      offset += 1
    }
    return (offset, damage)
  }

  /// Reads records as long as nothing is wrong with them.
  ///
  /// - Returns: where the first stands that is not whole, or not sound.
  private mutating func parseSound(
    _ span: RawSpan, from start: Int, into batch: inout FrameBatch
  ) -> Int {
    guard !isResynchronising else { return start }
    let headerLength = recordHeaderLength
    let longest = longestBelieved
    var offset = start
    var seconds = lastSeconds
    var count = number
    while offset &+ headerLength <= span.byteCount {
      let header = read(span, at: offset)
      let next = offset &+ headerLength &+ header.captured
      guard header.captured <= longest, next <= span.byteCount else { break }
      count &+= 1
      seconds = header.seconds
      batch.frames.append(
        FrameBatch.Descriptor(
          offset: offset &+ headerLength, length: header.captured, wireLength: header.original,
          time: header.time, linkType: linkType, number: count))
      offset = next
    }
    number = count
    lastSeconds = seconds
    return offset
  }

  func unfinished(_ count: Int) -> String? {
    if isResynchronising { return nil }
    return count == 0 ? nil : "the file ends in the middle of frame \(number + 1)"
  }

  private struct RecordHeader {
    var seconds: UInt32
    var fraction: UInt32
    var captured: Int
    var original: Int
    var time: Timestamp
  }

  @inline(__always)
  private func read(_ span: RawSpan, at offset: Int) -> RecordHeader {
    // Checked once: the compiler sees that the places below lie within.
    let fields = span.extracting(offset..<offset &+ 16)
    var seconds = fields.uint32(at: 0)
    var fraction = fields.uint32(at: 4)
    var captured = fields.uint32(at: 8)
    var original = fields.uint32(at: 12)
    if isSwapped {
      seconds = seconds.byteSwapped
      fraction = fraction.byteSwapped
      captured = captured.byteSwapped
      original = original.byteSwapped
    }
    if mayHaveSwappedLengths, captured > original { swap(&captured, &original) }
    return RecordHeader(
      seconds: seconds, fraction: fraction, captured: Int(captured), original: Int(original),
      time: Timestamp(
        nanoseconds: Int64(seconds) &* 1_000_000_000 &+ Int64(fraction) &* fractionUnit))
  }

  /// libpcap's own ceiling for a frame, unless the file says more.
  private var longestFrame: Int { max(snapLength, 262_144) }

  private var longestBelieved: Int { min(longestFrame, CaptureReader.longestRecord) }

  /// Looks for two record headers in a row that make sense, close in time to the last good frame.
  ///
  /// - Returns: where the first stands; or, when more bytes have to come first, where to look on.
  private func nextPlausible(_ span: RawSpan, from start: Int) -> (place: Int, isFound: Bool) {
    var offset = start
    while offset + recordHeaderLength <= span.byteCount {
      if isConvincing(span, at: offset) {
        let next = offset + recordHeaderLength + read(span, at: offset).captured
        if next + recordHeaderLength <= span.byteCount {
          if isConvincing(span, at: next) { return (offset, true) }
        } else if !isAtEnd {
          return (offset, false)
        } else if next == span.byteCount {
          return (offset, true)
        }
      }
      offset += 1
    }
    return (offset, false)
  }

  private func isConvincing(_ span: RawSpan, at offset: Int) -> Bool {
    let header = read(span, at: offset)
    guard header.captured >= 14, header.captured <= longestFrame,
      header.original >= header.captured,
      header.original <= longestFrame, Int64(header.fraction) &* fractionUnit < 1_000_000_000
    else { return false }
    guard let lastSeconds else { return true }
    return abs(Int64(header.seconds) - Int64(lastSeconds)) < 86_400
  }
}
