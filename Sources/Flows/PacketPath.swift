public import Model
public import Wire

/// What every packet passes through: its headers are read, its flow is found, and it is counted.
///
/// One value, so that a packet costs its owner one access. Most packets ask for nothing more.
public struct PacketPath {
  /// What is left to do for a packet.
  public enum Step {
    case done
    /// Its flow is being read, or may yet be.
    case read(row: Int, side: Side)
    /// It is the first of its flow, and not counted yet.
    case begin(row: Int, side: Side)
    /// It starts another connection on the five-tuple of an old one, which must be closed first.
    case reuse(row: Int)
    /// It belongs to no TCP or UDP flow as it stands.
    case apart
    /// The capture's clock reached a new second, or the frame carries several packets: nothing was done
    /// but to read the headers.
    case pause
  }

  /// Frames that may be looked at before their turn; a power of two.
  public static let reach = 8
  /// Frames after which the row of one is looked at: time for the index to answer.
  private static let stride = 4

  public var table: FlowTable
  /// The packet in hand, unless it was only glanced at because its flow is known: ``segment`` is all that is read
  /// of that one.
  public var packet = Packet()
  /// The packet that is to be read.
  public private(set) var segment = Segment(Packet())
  /// The frame in hand.
  public private(set) var now = Provenance(
    FrameID(capture: 0, number: 0), Timestamp(nanoseconds: 0))
  public private(set) var packets = 0
  public private(set) var bytes = 0
  /// Whether datagrams of counted flows may begin something new.
  public var remembersDatagrams = false
  /// When the frame before was captured.
  public private(set) var before = Timestamp(nanoseconds: 0)
  /// Nanoseconds of the second that the last frame was captured in.
  private var second: Range<Int64> = 0..<0

  /// By its first byte, whether a datagram may begin something new in a flow that is only counted.
  private let mayBegin: @Sendable (UInt8) -> Bool

  public init(limits: FlowLimits, mayBegin: @escaping @Sendable (UInt8) -> Bool) {
    table = FlowTable(limits: limits)
    self.mayBegin = mayBegin
  }

  /// A frame that was looked at before its turn.
  private struct Upcoming {
    /// Whether its flow may be known; all but TCP and UDP in plain frames are read when their turn comes.
    var isPlain = false
    var isLow = false
    /// Where its flow is likely to be, negative when nowhere; see ``FlowTable/likelyRow(_:)``.
    var row: Int32 = -1
    var hash: UInt64 = 0
    var key = FlowKey()
    var segment = Segment(Packet())
  }

  private var upcoming = InlineArray<8, Upcoming>(repeating: Upcoming())
  /// Frames that were looked at.
  private var seen = 0

  /// Looks at a frame whose turn comes after at most ``reach`` others, and for the flow of one before: an
  /// answer from memory takes about as long as a packet.
  public mutating func lookAhead(_ frame: RawSpan, linkType: LinkType, wireLength: Int) {
    let i = seen & (Self.reach &- 1)
    seen &+= 1
    upcoming[i].isPlain = false
    upcoming[i].row = -1
    if let glance = PacketGlance(frame, linkType: linkType, wireLength: wireLength) {
      let (key, isLow) = FlowKey.make(
        glance.source, glance.destination, glance.sourcePort, glance.destinationPort,
        glance.protocolNumber)
      let hash = table.hash(of: key)
      table.prefetch(hash: hash)
      upcoming[i].isPlain = true
      upcoming[i].isLow = isLow
      upcoming[i].hash = hash
      upcoming[i].key = key
      upcoming[i].segment = glance.segment
    }
    let earlier = (i &- Self.stride) & (Self.reach &- 1)
    guard upcoming[earlier].isPlain else { return }
    let row = table.likelyRow(upcoming[earlier].hash)
    guard row >= 0 else { return }
    upcoming[earlier].row = row
    table.prefetch(row: Int(row))
  }

  /// Takes the next frame as far as that goes without anybody's help.
  public mutating func take(
    _ frame: RawSpan, linkType: LinkType, wireLength: Int, id: FrameID, time: Timestamp
  ) -> Step {
    if packets == seen { lookAhead(frame, linkType: linkType, wireLength: wireLength) }
    let i = packets & (Self.reach &- 1)
    packets &+= 1
    bytes &+= wireLength
    before = now.time
    now = Provenance(id, time)
    let row = Int(upcoming[i].row)
    let isNewSecond = !second.contains(time.nanoseconds)
    // Most packets end here, with hardly more than their addresses read: they are of a flow that is known,
    // and begin nothing.
    if !isNewSecond, row >= 0, !upcoming[i].segment.flags.contains(.syn),
      table.isFlow(upcoming[i].key, in: row)
    {
      let side = table.side(isLow: upcoming[i].isLow, row: row)
      return count(upcoming[i].segment, row: row, side: side)
    }
    PacketDecoder.decode(frame, linkType: linkType, wireLength: wireLength, into: &packet)
    return isNewSecond || packet.nextSubframe != 0 ? .pause : find(frame)
  }

  /// Notes the frame's second.
  ///
  /// - Returns: whether it is another than the last frame's.
  public mutating func enterSecond() -> Bool {
    guard !second.contains(now.time.nanoseconds) else { return false }
    let start = now.time.nanoseconds / 1_000_000_000 * 1_000_000_000
    // Division rounds towards zero, so that times before 1970 have their second below.
    second =
      now.time.nanoseconds < start ? start - 1_000_000_000..<start : start..<start + 1_000_000_000
    return true
  }

  /// Finds the flow of the packet in hand, and counts the packet unless the flow has just begun.
  public mutating func find(_ frame: RawSpan) -> Step {
    guard packet.content == .tcp || packet.content == .udp else { return .apart }
    let found = table.lookUp(packet, at: now.time)
    switch found.arrival {
    case .known: return count(Segment(packet, frame), row: found.row, side: found.side)
    case .new: return .begin(row: found.row, side: found.side)
    case .reuse: return .reuse(row: found.row)
    }
  }

  /// Counts the packet in hand for its flow.
  public mutating func count(_ frame: RawSpan, row: Int, side: Side) -> Step {
    count(Segment(packet, frame), row: row, side: side)
  }

  @inline(__always)
  private mutating func count(_ segment: Segment, row: Int, side: Side) -> Step {
    guard table.take(segment, row: row, side: side, at: now.time) else { return .done }
    if !segment.isTCP, table.rows[row].attention == .counted {
      guard remembersDatagrams, mayBegin(segment.firstByte) else { return .done }
    }
    self.segment = segment
    return .read(row: row, side: side)
  }
}
