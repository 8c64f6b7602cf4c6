import Model
import Wire

/// How the clients of TCP flows opened them, by row of the flow table: eight bytes a row, because machines
/// open all their connections alike.
struct OpeningBook {
  private struct Shape: Hashable {
    var options: SYNOptions
    var isV6: Bool
    var timeToLive: UInt8
    var window: UInt16
  }

  private struct Entry {
    /// Position in ``shapes`` plus one; zero for none.
    var shape: UInt16 = 0
    var capture: UInt16 = 0
    var frame: UInt32 = 0
  }

  /// Beyond it, flows are not told how they were opened.
  private static let mostShapes = 4096

  private var shapes: [Shape] = []
  /// Names of the options of each.
  private var names: [[String]] = []
  private var numbers: [Shape: UInt16] = [:]
  private var entries: [Entry] = []
  /// The number of the shape that came last: one machine opens many connections in a row.
  private var last = 0

  /// Notes the first packet of a flow; one that is no SYN clears what was noted of the row before.
  mutating func note(_ packet: Packet, _ frame: RawSpan, row: Int, at id: FrameID) {
    let isSYN =
      packet.content == .tcp && packet.flags.contains(.syn) && !packet.flags.contains(.ack)
    guard isSYN, let capture = UInt16(exactly: id.capture), let place = UInt32(exactly: id.number),
      let options = SYNOptions(packet, frame), let number = number(packet, options)
    else {
      if row < entries.count { entries[row].shape = 0 }
      return
    }
    while entries.count <= row { entries.append(Entry()) }
    entries[row] = Entry(shape: number, capture: capture, frame: place)
  }

  private mutating func number(_ packet: Packet, _ options: SYNOptions) -> UInt16? {
    let shape = Shape(
      options: options, isV6: !packet.source.isV4, timeToLive: packet.timeToLive,
      window: packet.window)
    if last > 0, shapes[last - 1] == shape { return UInt16(last) }
    if let number = numbers[shape] {
      last = Int(number)
      return number
    }
    guard shapes.count < Self.mostShapes else { return nil }
    shapes.append(shape)
    names.append(options.names)
    let number = UInt16(shapes.count)
    numbers[shape] = number
    return number
  }

  /// How the flow of a row was opened; nil where its SYN was not seen.
  subscript(row: Int) -> TCPOpening? {
    guard row < entries.count, entries[row].shape > 0 else { return nil }
    let entry = entries[row]
    let shape = shapes[Int(entry.shape) - 1]
    return TCPOpening(
      frame: FrameID(capture: Int(entry.capture), number: Int(entry.frame)), isV6: shape.isV6,
      timeToLive: shape.timeToLive, window: shape.window,
      segmentSize: shape.options.segmentSize == 0 ? nil : shape.options.segmentSize,
      windowScale: shape.options.windowScale == 255 ? nil : shape.options.windowScale,
      options: names[Int(entry.shape) - 1])
  }
}
