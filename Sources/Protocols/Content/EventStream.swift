import Wire

/// Server-sent events (`text/event-stream`; WHATWG HTML, section 9.2.6).
public enum EventStream {
  /// One event, by the places of its parts in the input.
  public struct Event: Sendable, Hashable {
    /// Value of the last `event` field; nil for the default, `message`.
    public var type: Range<Int>?
    /// Value of the last `id` field.
    public var id: Range<Int>?
    /// Values of the `data` fields, in order; joined by line feeds they are the event's data.
    public var data: [Range<Int>] = []
    /// All of the event's lines.
    public var extent: Range<Int>
    /// Whether the blank line that dispatches it was there; only the last event may lack it.
    public var isComplete = false
  }

  /// Events that ``events(in:)`` tells at most.
  public static let eventLimit = 262_144

  /// The events in order. Those without data are left out, as browsers do; comments are skipped.
  public static func events(in bytes: Span<UInt8>) -> [Event] {
    let raw = bytes.bytes
    var events: [Event] = []
    var event = Event(extent: 0..<0)
    var start = raw.starts(with: "\u{feff}") ? 3 : 0
    event.extent = start..<start
    while start < raw.byteCount, events.count < eventLimit {
      let end = endOfLine(raw, from: start)
      let next = afterLineEnd(raw, at: end)
      if end == start {
        event.isComplete = true
        if !event.data.isEmpty { events.append(event) }
        event = Event(extent: next..<next)
      } else {
        read(raw, start..<end, into: &event)
        event.extent = event.extent.lowerBound..<end
      }
      start = next
    }
    if !event.data.isEmpty, events.count < eventLimit { events.append(event) }
    return events
  }

  /// The data of an event: its lines joined by line feeds.
  public static func data(of event: Event, in bytes: Span<UInt8>) -> [UInt8] {
    let raw = bytes.bytes
    var output: [UInt8] = []
    for (i, line) in event.data.enumerated() {
      if i > 0 { output.append(0x0a) }
      raw.extracting(line).append(to: &output)
    }
    return output
  }

  private static func read(_ raw: RawSpan, _ line: Range<Int>, into event: inout Event) {
    var colon = line.lowerBound
    while colon < line.upperBound, raw[colon] != UInt8(ascii: ":") { colon += 1 }
    var value = min(colon + 1, line.upperBound)
    if value < line.upperBound, raw[value] == 0x20 { value += 1 }
    let name = raw.extracting(line.lowerBound..<colon)
    let range = value..<line.upperBound
    switch name.byteCount {
    case 4 where name.starts(with: "data"): event.data.append(range)
    case 5 where name.starts(with: "event"): event.type = range
    case 2 where name.starts(with: "id"): event.id = range
    default: break
    }
  }

  private static func endOfLine(_ raw: RawSpan, from start: Int) -> Int {
    var i = start
    while i < raw.byteCount, raw[i] != 0x0a, raw[i] != 0x0d { i += 1 }
    return i
  }

  private static func afterLineEnd(_ raw: RawSpan, at end: Int) -> Int {
    guard end < raw.byteCount else { return end }
    let isPair = raw[end] == 0x0d && end + 1 < raw.byteCount && raw[end + 1] == 0x0a
    return end + (isPair ? 2 : 1)
  }
}
