public import Model
public import Wire

/// Puts IP fragments together (RFC 791, section 3.2; RFC 8200, section 4.5), and frames that CAPWAP
/// carries in pieces (RFC 5415, section 3.4).
///
/// Policy for overlaps: in IPv4 the bytes that came first stay; in IPv6 the whole datagram is dropped, as
/// RFC 5722 demands. When too much is held, the datagram begun first gives way.
public struct Defragmenter: Sendable {
  /// What a fragment led to.
  public enum Outcome: Sendable {
    /// More must come.
    case waiting
    /// A bare IP packet, header included, or a frame, and the frames that brought it.
    case complete([UInt8], Provenance)
    /// The fragment, or its datagram, was dropped for this reason.
    case dropped(String)
  }

  private struct Key: Hashable {
    var source: IPAddress
    var destination: IPAddress
    var id: UInt32
    var protocolNumber: UInt8
    var whole: Packet.Whole
  }

  private struct Fragment {
    var start: Int
    var bytes: [UInt8]
    var end: Int { start + bytes.count }
  }

  private struct Datagram {
    var fragments: [Fragment] = []
    var total: Int?
    var provenance: Provenance
    var timeToLive: UInt8
    var heldBytes = 0
    /// Order of arrival of its first fragment.
    var order: UInt64
  }

  private var datagrams: [Key: Datagram] = [:]
  /// Keys by arrival; an entry whose datagram is gone, or is another by now, is passed over.
  private var arrivals: [(key: Key, order: UInt64)] = []
  private var oldest = 0
  private var count: UInt64 = 0
  private var heldBytes = 0
  private let limits: FlowLimits

  /// Why a datagram was not put together, or not without doubt.
  public enum Trouble: Sendable, Hashable {
    /// Its time was up before all fragments came.
    case incomplete(source: IPAddress, destination: IPAddress)
    /// It gave way to others because too much was held.
    case capReached(source: IPAddress, destination: IPAddress)
    /// Fragments disagree about bytes: those that were kept, and those that were dropped.
    case conflict(offset: Int, kept: [UInt8], dropped: [UInt8])
  }

  /// What went wrong since it was last asked for; bounded.
  private var troubles: [Trouble] = []
  private static let mostTroubles = 64

  public var hasTroubles: Bool { !troubles.isEmpty }

  public mutating func takeTroubles() -> [Trouble] {
    defer { troubles = [] }
    return troubles
  }

  private mutating func note(_ trouble: Trouble) {
    if troubles.count < Self.mostTroubles { troubles.append(trouble) }
  }

  /// Gives up all that is held, at the end of the input.
  public mutating func finish() {
    while dropOldest(because: Trouble.incomplete) {}
  }

  public init(limits: FlowLimits) {
    self.limits = limits
  }

  /// A datagram ends at 64 KiB, whatever its fragments say.
  private static let longestDatagram = 65_535
  /// An honest path makes some 45 fragments of the longest datagram at an MTU of 1,500.
  private static let mostFragments = 1_024

  /// Takes a fragment in.
  public mutating func accept(
    _ packet: Packet, _ frame: RawSpan, at provenance: Provenance
  ) -> Outcome {
    expire(now: provenance.time)
    guard packet.payloadMissing <= 0 else { return .dropped("a fragment was cut by the snaplen") }
    let start = packet.fragmentOffset
    let end = start + packet.payloadCaptured
    guard packet.payloadCaptured > 0, end <= Self.longestDatagram else {
      return .dropped("a fragment of impossible size")
    }
    guard !packet.moreFragments || packet.payloadCaptured.isMultiple(of: 8) else {
      return .dropped("a fragment whose length is no multiple of eight")
    }
    let key = Key(
      source: packet.source, destination: packet.destination, id: packet.fragmentID,
      protocolNumber: packet.protocolNumber, whole: packet.whole)
    var datagram = datagrams[key] ?? begin(key, packet, provenance)
    datagram.provenance = datagram.provenance.union(provenance)
    if !packet.moreFragments {
      if let total = datagram.total, total != end {
        drop(key, datagram)
        return .dropped("two last fragments that disagree about the length")
      }
      datagram.total = end
    }
    let bytes = frame.extracting(
      packet.payloadOffset..<packet.payloadOffset + packet.payloadCaptured
    ).array
    let before = datagram.heldBytes
    guard datagram.fragments.count < Self.mostFragments else {
      drop(key, datagram)
      return .dropped("a datagram in more than \(Self.mostFragments) fragments")
    }
    guard insert(Fragment(start: start, bytes: bytes), into: &datagram, isV6: !packet.source.isV4)
    else {
      drop(key, datagram)
      return .dropped("overlapping IPv6 fragments (RFC 5722)")
    }
    heldBytes += datagram.heldBytes - before
    if let total = datagram.total, isWhole(datagram, total) {
      heldBytes -= datagram.heldBytes
      datagrams[key] = nil
      return .complete(assemble(datagram, key, total), datagram.provenance)
    }
    datagrams[key] = datagram
    while heldBytes > limits.fragmentBytes || datagrams.count > limits.fragmentedDatagrams {
      guard dropOldest(because: Trouble.capReached) else { break }
    }
    return .waiting
  }

  private mutating func begin(_ key: Key, _ packet: Packet, _ provenance: Provenance) -> Datagram {
    count += 1
    arrivals.append((key, count))
    return Datagram(
      provenance: provenance, timeToLive: packet.timeToLive, order: count)
  }

  /// Adds a fragment, cut down to what is new; false when that is forbidden.
  private mutating func insert(
    _ fragment: Fragment, into datagram: inout Datagram, isV6: Bool
  ) -> Bool {
    let overlaps = datagram.fragments.contains {
      $0.start < fragment.end && fragment.start < $0.end
    }
    if overlaps {
      // An exact repetition is a duplicate packet, not an overlap.
      if datagram.fragments.contains(where: {
        $0.start == fragment.start && $0.bytes == fragment.bytes
      }) {
        return true
      }
      if isV6 { return false }
    }
    var position = fragment.start
    var pieces: [Fragment] = []
    for held in datagram.fragments where held.end > position && held.start < fragment.end {
      if held.start > position {
        pieces.append(
          Fragment(
            start: position,
            bytes: Array(fragment.bytes[position - fragment.start..<held.start - fragment.start])))
      }
      compare(fragment, held)
      position = max(position, held.end)
    }
    if position < fragment.end {
      pieces.append(
        Fragment(start: position, bytes: Array(fragment.bytes[(position - fragment.start)...])))
    }
    for piece in pieces {
      let index = datagram.fragments.firstIndex { $0.start > piece.start }
      datagram.fragments.insert(piece, at: index ?? datagram.fragments.count)
      datagram.heldBytes += piece.bytes.count
    }
    return true
  }

  /// Reports bytes that a later fragment wants different. The earlier ones stay.
  private mutating func compare(_ fragment: Fragment, _ held: Fragment) {
    let range = max(fragment.start, held.start)..<min(fragment.end, held.end)
    let kept = Array(held.bytes[range.lowerBound - held.start..<range.upperBound - held.start])
    let dropped = Array(
      fragment.bytes[range.lowerBound - fragment.start..<range.upperBound - fragment.start])
    guard kept != dropped else { return }
    note(.conflict(offset: range.lowerBound, kept: kept, dropped: dropped))
  }

  private func isWhole(_ datagram: Datagram, _ total: Int) -> Bool {
    var position = 0
    for fragment in datagram.fragments {
      guard fragment.start <= position else { return false }
      position = max(position, fragment.end)
    }
    return position >= total
  }

  /// Writes the payload behind a fresh IP header; a frame has its own.
  private func assemble(_ datagram: Datagram, _ key: Key, _ total: Int) -> [UInt8] {
    var packet: [UInt8] = []
    packet.reserveCapacity(total + 40)
    if key.whole != .packet {
      for fragment in datagram.fragments { packet += fragment.bytes }
      return packet
    }
    if key.source.isV4 {
      // A total length that does not fit is left zero, which stands for "to the end".
      let length = total + 20 <= 65_535 ? total + 20 : 0
      packet += [0x45, 0, UInt8(length >> 8), UInt8(length & 0xff), 0, 0, 0, 0]
      packet += [datagram.timeToLive, key.protocolNumber, 0, 0]
    } else {
      packet += [0x60, 0, 0, 0, UInt8(total >> 8), UInt8(total & 0xff)]
      packet += [key.protocolNumber, datagram.timeToLive]
    }
    packet += key.source.bytes + key.destination.bytes
    for fragment in datagram.fragments where fragment.start < total {
      packet += fragment.bytes.prefix(total - fragment.start)
    }
    return packet
  }

  private mutating func drop(_ key: Key, _ datagram: Datagram) {
    heldBytes -= datagrams[key]?.heldBytes ?? 0
    datagrams[key] = nil
  }

  private mutating func dropOldest(
    because trouble: (IPAddress, IPAddress) -> Trouble
  ) -> Bool {
    while oldest < arrivals.count {
      let (key, order) = arrivals[oldest]
      oldest += 1
      guard let datagram = datagrams[key], datagram.order == order else { continue }
      drop(key, datagram)
      note(trouble(key.source, key.destination))
      compact()
      return true
    }
    return false
  }

  private mutating func expire(now: Timestamp) {
    while oldest < arrivals.count {
      let (key, order) = arrivals[oldest]
      if let datagram = datagrams[key], datagram.order == order {
        let age = now.seconds(since: datagram.provenance.time)
        guard age > Double(limits.fragmentIdle) else { break }
        drop(key, datagram)
        note(.incomplete(source: key.source, destination: key.destination))
      }
      oldest += 1
    }
    compact()
  }

  private mutating func compact() {
    guard oldest > 1_024, oldest * 2 > arrivals.count else { return }
    arrivals.removeFirst(oldest)
    oldest = 0
  }
}
