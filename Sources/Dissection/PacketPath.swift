import Flows
import Model
import Protocols
import Wire

/// What every packet passes through: its headers are read, its flow is found, and it is counted.
///
/// One value, so that a packet costs its owner one access. Most packets ask for nothing more.
struct PacketPath {
  /// What is left to do for a packet.
  enum Step {
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

  var table: FlowTable
  /// The packet in hand.
  var packet = Packet()
  /// The frame in hand.
  private(set) var now = Provenance(FrameID(capture: 0, number: 0), Timestamp(nanoseconds: 0))
  private(set) var packets = 0
  private(set) var bytes = 0
  /// Whether datagrams of counted flows may begin something new.
  var remembersDatagrams = false
  /// When the frame before was captured.
  private(set) var before = Timestamp(nanoseconds: 0)
  /// Nanoseconds of the second that the last frame was captured in.
  private var second: Range<Int64> = 0..<0

  init(limits: FlowLimits) {
    table = FlowTable(limits: limits)
  }

  /// Takes the next frame as far as that goes without anybody's help.
  mutating func take(
    _ frame: RawSpan, linkType: LinkType, wireLength: Int, id: FrameID, time: Timestamp
  ) -> Step {
    packets &+= 1
    bytes &+= wireLength
    before = now.time
    now = Provenance(id, time)
    // Most packets end here, and never leave the stack.
    let packet = PacketDecoder.decode(frame, linkType: linkType, wireLength: wireLength)
    guard second.contains(time.nanoseconds), packet.nextSubframe == 0 else {
      self.packet = packet
      return .pause
    }
    let step = find(packet, frame)
    if case .done = step { return step }
    self.packet = packet
    return step
  }

  /// Notes the frame's second.
  ///
  /// - Returns: whether it is another than the last frame's.
  mutating func enterSecond() -> Bool {
    guard !second.contains(now.time.nanoseconds) else { return false }
    let start = now.time.nanoseconds / 1_000_000_000 * 1_000_000_000
    // Division rounds towards zero, so that times before 1970 have their second below.
    second =
      now.time.nanoseconds < start ? start - 1_000_000_000..<start : start..<start + 1_000_000_000
    return true
  }

  /// Finds the flow of the packet in hand, and counts the packet unless the flow has just begun.
  mutating func find(_ frame: RawSpan) -> Step { find(packet, frame) }

  /// Counts the packet in hand for its flow.
  mutating func count(_ frame: RawSpan, row: Int, side: Side) -> Step {
    count(packet, frame, row: row, side: side)
  }

  @inline(__always)
  private mutating func find(_ packet: Packet, _ frame: RawSpan) -> Step {
    guard packet.content == .tcp || packet.content == .udp else { return .apart }
    let found = table.lookUp(packet, at: now.time)
    switch found.arrival {
    case .known: return count(packet, frame, row: found.row, side: found.side)
    case .new: return .begin(row: found.row, side: found.side)
    case .reuse: return .reuse(row: found.row)
    }
  }

  @inline(__always)
  private mutating func count(_ packet: Packet, _ frame: RawSpan, row: Int, side: Side) -> Step {
    table.count(packet, row: row, side: side, at: now.time)
    if packet.content == .tcp {
      if table.rows[row].attention == .counted { return .done }
      // Nothing to read yet: handshakes and bare acknowledgments cost nothing.
      if table.rows[row].conversation < 0, packet.payloadLength == 0 { return .done }
      if table.passes(packet, row: row, side: side) { return .done }
      if table.notes(packet, row: row, side: side) { return .done }
      return .read(row: row, side: side)
    }
    guard packet.payloadCaptured > 0 else { return .done }
    if table.rows[row].attention == .counted {
      guard remembersDatagrams, Registry.remembers(frame[packet.payloadOffset]) else {
        return .done
      }
    }
    return .read(row: row, side: side)
  }
}
