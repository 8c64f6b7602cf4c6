import CMemory
public import Model
public import Wire

/// All flows that are alive, found by five-tuple.
///
/// An open-addressing index of row numbers over an array of rows; rows are reused. Expiry follows the
/// capture's clock: a timer wheel whose buckets are one second wide and whose entries are checked, not
/// moved, when their second comes, so a packet never touches it.
public struct FlowTable: Sendable {
  /// What a packet means to its flow.
  public enum Arrival: Sendable, Hashable {
    /// The first packet of a flow.
    case new
    case known
    /// A SYN that starts a new connection on the five-tuple of an old one. The old flow must be
    /// closed with ``remove(_:)`` and the packet looked up again.
    case reuse
  }

  public private(set) var rows: [Flow] = []
  /// Flows alive.
  public private(set) var count = 0
  /// Flows seen.
  public private(set) var total: UInt64 = 0

  private let limits: FlowLimits
  private let seed: UInt64
  /// Row number plus one, and the upper half of the hash; zero is empty.
  private var index: [UInt64]
  private var mask: Int
  private var free: [Int32] = []
  private var wheel: TimerWheel

  /// - Parameter seed: keys the hash; random in production, fixed in tests. Results never depend on it.
  public init(
    limits: FlowLimits = FlowLimits(),
    seed: UInt64 = .random(in: .min ... .max)
  ) {
    self.limits = limits
    self.seed = seed | 1
    index = Array(repeating: 0, count: Self.leastIndex)
    // Room that is not touched costs nothing, and rows that do not move need not be copied.
    rows.reserveCapacity(1 << 16)
    mask = index.count - 1
    wheel = TimerWheel()
  }

  private static let leastIndex = 1 << 15

  /// Finds a packet's flow, or makes one, and says which side sent the packet.
  public mutating func lookUp(
    _ packet: Packet, at time: Timestamp
  ) -> (row: Int, side: Side, arrival: Arrival) {
    let (key, fromLow) = FlowKey.make(
      packet.source, packet.destination, packet.sourcePort, packet.destinationPort,
      packet.protocolNumber)
    let hash = key.hash(seed: seed)
    var slot = Int(truncatingIfNeeded: hash) & mask
    let tag = hash & 0xffff_ffff_0000_0000
    while index[slot] != 0 {
      if index[slot] & 0xffff_ffff_0000_0000 == tag {
        let row = Int(index[slot] & 0xffff_ffff) - 1
        if rows[row].key == key {
          let side: Side = rows[row].clientIsLow == fromLow ? .client : .server
          if packet.content == .tcp, packet.flags.contains(.syn), isReuse(rows[row], packet, side) {
            return (row, side, .reuse)
          }
          return (row, side, .known)
        }
      }
      slot = (slot &+ 1) & mask
    }
    let row = insert(key, fromLow: fromLow, packet, at: time)
    index[slot] = tag | UInt64(row + 1)
    if count * 2 > index.count { grow() }
    return (row, rows[row].clientIsLow == fromLow ? .client : .server, .new)
  }

  /// Finds the flow of a packet that did not come by itself, such as one that an ICMP error quotes.
  public func find(_ packet: Packet) -> (row: Int, side: Side)? {
    let (key, fromLow) = FlowKey.make(
      packet.source, packet.destination, packet.sourcePort, packet.destinationPort,
      packet.protocolNumber)
    var slot = Int(truncatingIfNeeded: key.hash(seed: seed)) & mask
    while index[slot] != 0 {
      let row = Int(index[slot] & 0xffff_ffff) - 1
      if rows[row].key == key {
        return (row, rows[row].clientIsLow == fromLow ? .client : .server)
      }
      slot = (slot &+ 1) & mask
    }
    return nil
  }

  @inline(__always)
  func hash(of key: FlowKey) -> UInt64 { key.hash(seed: seed) }

  /// The row where the flow of a five-tuple's hash is likely to be, negative when there is none:
  /// ``isFlow(_:in:)`` says whether it is there.
  @inline(__always)
  func likelyRow(_ hash: UInt64) -> Int32 {
    var slot = Int(truncatingIfNeeded: hash) & mask
    var entry = index[slot]
    while entry != 0, (entry ^ hash) & 0xffff_ffff_0000_0000 != 0 {
      slot = (slot &+ 1) & mask
      entry = index[slot]
    }
    return Int32(truncatingIfNeeded: entry) &- 1
  }

  /// Has the place where the index is asked first for a hash brought near.
  @inline(__always)
  func prefetch(hash: UInt64) {
    index.withUnsafeBufferPointer {
      telltale_prefetch($0.baseAddress.unsafelyUnwrapped + (Int(truncatingIfNeeded: hash) & mask))
    }
  }

  /// Whether a row is that of a five-tuple's flow.
  @inline(__always)
  func isFlow(_ key: FlowKey, in row: Int) -> Bool {
    rows[row].key == key && rows[row].progress.contains(.live)
  }

  /// Has what every packet touches of a row brought near.
  @inline(__always)
  func prefetch(row: Int) {
    rows.withUnsafeBytes {
      let start = $0.baseAddress.unsafelyUnwrapped + row &* MemoryLayout<Flow>.stride
      telltale_prefetch(start)
      telltale_prefetch(start + 64)
    }
  }

  /// Which side of its flow sent a packet.
  @inline(__always)
  func side(isLow: Bool, row: Int) -> Side {
    rows[row].clientIsLow == isLow ? .client : .server
  }

  /// Counts a packet for its flow.
  public mutating func count(_ segment: Segment, row: Int, side: Side, at time: Timestamp) {
    if rows[row].count(segment, side: side, at: time) { watchClosed(row, at: time) }
  }

  private mutating func watchClosed(_ row: Int, at time: Timestamp) {
    wheel.schedule(Int32(row), at: time, after: limits.tcpClosed)
  }

  /// Counts a packet of TCP or UDP for its flow.
  ///
  /// - Returns: whether it has to be read.
  @inline(__always)
  mutating func take(_ segment: Segment, row: Int, side: Side, at time: Timestamp) -> Bool {
    let (isClosing, isRead) = rows[row].take(segment, side: side, at: time)
    if isClosing { watchClosed(row, at: time) }
    return isRead
  }

  /// A reset that was not meant for the flow leaves it open.
  public mutating func ignoreReset(row: Int) {
    rows[row].progress.remove(.reset)
  }

  @inline(__always)
  public mutating func setTag(_ tag: UInt8, row: Int) {
    rows[row].tag = tag
  }

  @inline(__always)
  public mutating func setAttention(_ attention: Attention, row: Int) {
    rows[row].attention = attention
  }

  /// Notes that the owner keeps what the flow was wrapped in.
  public mutating func setWrapped(_ isWrapped: Bool, row: Int) {
    rows[row].isWrapped = isWrapped
  }

  @inline(__always)
  public mutating func setConversation(_ conversation: Int32, row: Int) {
    rows[row].conversation = conversation
  }

  /// What each side acknowledged in segments that were only noted, since the last call.
  public mutating func takeNoted(row: Int) -> (client: UInt32?, server: UInt32?) {
    rows[row].takeNoted()
  }

  /// Says whether nobody waits for bytes of either side of a flow.
  @inline(__always)
  public mutating func setSettled(_ isSettled: Bool, row: Int) {
    rows[row].isSettled = isSettled
  }

  /// Lets so many bytes of the server go by unread, as long as they come in order and whole, and nothing
  /// new is acknowledged with them.
  public mutating func letPass(
    _ count: UInt32, from sequence: UInt32, acknowledging acknowledgment: UInt32, row: Int
  ) {
    rows[row].passLeft = count
    rows[row].passNext = sequence
    rows[row].passAcknowledgment = acknowledgment
  }

  /// Lets no more bytes go by.
  ///
  /// - Returns: how many of those that might have gone by did not.
  public mutating func stopPassing(row: Int) -> UInt32 {
    defer { rows[row].passLeft = 0 }
    return rows[row].passLeft
  }

  /// The rows of flows whose time was up before `now`, in order of id. The owner removes them.
  public mutating func expired(before now: Timestamp) -> [Int] {
    guard let due = wheel.due(at: now) else { return [] }
    var expired: [Int] = []
    for entry in due {
      let row = Int(entry)
      guard row < rows.count, rows[row].progress.contains(.live) else { continue }
      let left = Self.secondsLeft(rows[row], now, limits)
      if left <= 0 {
        expired.append(row)
      } else {
        wheel.schedule(entry, at: now, after: left)
      }
    }
    // A row may stand in several buckets.
    var seen: [Int] = []
    for row in expired.sorted(by: { rows[$0].id < rows[$1].id }) where seen.last != row {
      seen.append(row)
    }
    return seen
  }

  /// The flow that must give way when the table is full: the one whose timeout would come first, so
  /// half-open and closed flows go before established ones. Nil while there is room.
  public mutating func overflow(now: Timestamp) -> Int? {
    guard count > limits.flows else { return nil }
    return wheel.takeSoonest(at: now) { [rows, limits] entry in
      let row = Int(entry)
      guard row < rows.count, rows[row].progress.contains(.live) else { return nil }
      return Self.secondsLeft(rows[row], now, limits)
    }.map { Int($0) }
  }

  /// Takes a flow out of the table.
  public mutating func remove(_ row: Int) {
    let hash = rows[row].key.hash(seed: seed)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while index[slot] != 0 {
      if Int(index[slot] & 0xffff_ffff) - 1 == row {
        close(slot)
        rows[row].progress = []
        rows[row].conversation = -1
        free.append(Int32(row))
        count -= 1
        return
      }
      slot = (slot &+ 1) & mask
    }
  }

  /// Takes all flows out of the table.
  public mutating func removeAll() {
    rows.removeAll()
    free = []
    count = 0
    index = Array(repeating: 0, count: Self.leastIndex)
    mask = index.count - 1
    wheel = TimerWheel()
  }

  /// The rows of all flows alive, in order of id.
  public func liveRows() -> [Int] {
    rows.indices.filter { rows[$0].progress.contains(.live) }
      .sorted { rows[$0].id < rows[$1].id }
  }

  private static func secondsLeft(
    _ flow: Flow, _ now: Timestamp, _ limits: FlowLimits
  ) -> Int {
    let idle = Int((now.nanoseconds &- flow.last.nanoseconds) / 1_000_000_000)
    let allowed: Int
    if flow.transport != .tcp {
      allowed = limits.datagramIdle
    } else if flow.isClosed {
      allowed =
        flow.progress.contains(.finPending) && !flow.progress.contains(.reset)
        ? limits.tcpNew : limits.tcpClosed
    } else if flow.progress.contains(.established) {
      allowed = limits.tcpIdle
    } else {
      let isAttempt = flow.startSeen && flow.payload.client == 0
      allowed = isAttempt ? limits.tcpNew : limits.tcpOneSided
    }
    return allowed - idle
  }

  /// A SYN with another sequence number, or one on a closed flow, begins another connection. So does
  /// the answer to a SYN that is not in the capture.
  private func isReuse(_ flow: Flow, _ packet: Packet, _ side: Side) -> Bool {
    guard !packet.flags.contains(.rst) else { return false }
    if packet.flags.contains(.ack) {
      return side == .server && flow.progress.isSuperset(of: [.synSeen, .serverSynSeen])
        && packet.sequence != flow.serverSequence
        && packet.acknowledgment &- 1 != flow.initialSequence
    }
    if flow.isClosed { return packet.sequence != flow.initialSequence || flow.startSeen == false }
    // Simultaneous open: the other side's SYN belongs to the same connection.
    guard side == .client else { return false }
    if flow.startSeen || !flow.progress.contains(.clientBaseSeen) {
      return flow.startSeen
        ? packet.sequence != flow.initialSequence : flow.progress.contains(.established)
    }
    // A capture may hold the first bytes before the SYN that they followed.
    return flow.initialSequence &- packet.sequence > 1 << 16
  }

  private mutating func insert(
    _ key: FlowKey, fromLow: Bool, _ packet: Packet, at time: Timestamp
  ) -> Int {
    total &+= 1
    count += 1
    var flow = Flow(
      key: key, id: total, start: time,
      clientIsLow: Self.isFromClient(packet) ? fromLow : !fromLow)
    flow.progress.insert(.live)
    // What passed a router bears its address, and a time to live that is no system's first value.
    if flow.clientIsLow == fromLow, packet.tunnelDepth == 0,
      [32, 64, 128, 255].contains(packet.timeToLive)
    {
      flow.clientLink = packet.linkSource
    }
    if packet.content == .tcp, packet.flags.contains(.syn) {
      flow.progress.insert(.synSeen)
      flow.initialSequence =
        packet.flags.contains(.ack) ? packet.acknowledgment &- 1 : packet.sequence
    }
    let row: Int
    if let reused = free.popLast() {
      row = Int(reused)
      rows[row] = flow
    } else {
      row = rows.count
      rows.append(flow)
    }
    wheel.schedule(
      Int32(row), at: time,
      after: packet.content == .tcp ? limits.tcpNew : limits.datagramIdle)
    return row
  }

  /// Who opened the flow: the sender of the first packet, unless flags or ports say otherwise.
  private static func isFromClient(_ packet: Packet) -> Bool {
    if packet.content == .tcp {
      if packet.flags.contains(.syn) { return !packet.flags.contains(.ack) }
    }
    // Without a handshake, a service port names the server.
    let source = isServicePort(packet.sourcePort)
    let destination = isServicePort(packet.destinationPort)
    if source != destination { return destination }
    return packet.content == .tcp && source && destination
      ? packet.sourcePort >= packet.destinationPort : true
  }

  private static func isServicePort(_ port: UInt16) -> Bool {
    port < 1024 || port == 8080 || port == 8443 || port == 3128 || port == 1080 || port == 11434
      || (4317...4319).contains(port)
  }

  private mutating func grow() {
    index = Array(repeating: 0, count: index.count * 2)
    mask = index.count - 1
    for row in rows.indices where rows[row].progress.contains(.live) {
      let hash = rows[row].key.hash(seed: seed)
      var slot = Int(truncatingIfNeeded: hash) & mask
      while index[slot] != 0 { slot = (slot &+ 1) & mask }
      index[slot] = (hash & 0xffff_ffff_0000_0000) | UInt64(row + 1)
    }
  }

  /// Empties a slot and closes the ranks behind it, so that no search ends too early.
  private mutating func close(_ slot: Int) {
    var hole = slot
    var next = (slot &+ 1) & mask
    while index[next] != 0 {
      let row = Int(index[next] & 0xffff_ffff) - 1
      let home = Int(truncatingIfNeeded: rows[row].key.hash(seed: seed)) & mask
      if (next &- home) & mask >= (next &- hole) & mask {
        index[hole] = index[next]
        hole = next
      }
      next = (next &+ 1) & mask
    }
    index[hole] = 0
  }
}
