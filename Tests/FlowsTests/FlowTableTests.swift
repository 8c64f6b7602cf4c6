import Flows
import Model
import TestKit
import Testing
import Wire

@Suite struct `Flow table` {
  static func packet(_ build: (inout PacketBuilder) -> Void) -> Packet {
    var packet = Packet()
    let frame = PacketBuilder().with(build).tcpFrame
    PacketDecoder.decode(
      frame.span.bytes, linkType: .ethernet, wireLength: frame.count, into: &packet)
    return packet
  }

  static func second(_ second: Int) -> Timestamp {
    Timestamp(nanoseconds: Int64(second) * 1_000_000_000)
  }

  static let syn = packet { $0.flags = 0x02 }
  static let synAck = packet {
    swap(&$0.source, &$0.destination)
    swap(&$0.sourcePort, &$0.destinationPort)
    $0.flags = 0x12
    $0.sequence = 9_000
    $0.acknowledgment = 1_001
  }

  @Test func `takes both directions for one flow and the sender of the SYN for the client`() {
    var table = FlowTable(seed: 1)
    let first = table.lookUp(Self.syn, at: Self.second(0))
    let second = table.lookUp(Self.synAck, at: Self.second(0))
    #expect(first.arrival == .new && first.side == .client)
    #expect(second.arrival == .known && second.side == .server && second.row == first.row)
  }

  @Test func `knows the client from the SYN's answer when the SYN is not in the capture`() {
    var table = FlowTable(seed: 1)
    let found = table.lookUp(Self.synAck, at: Self.second(0))
    #expect(found.side == .server)
    #expect(table.rows[found.row].client.port == 40_000)
  }

  @Test func `takes the service port for the server in mid-stream`() {
    var table = FlowTable(seed: 1)
    let reply = Self.packet {
      swap(&$0.source, &$0.destination)
      swap(&$0.sourcePort, &$0.destinationPort)
      $0.payload = [1]
    }
    #expect(table.lookUp(reply, at: Self.second(0)).side == .server)
  }

  @Test func `tells a new connection on old addresses from a repeated SYN`() {
    var table = FlowTable(seed: 1)
    _ = table.lookUp(Self.syn, at: Self.second(0))
    #expect(table.lookUp(Self.syn, at: Self.second(1)).arrival == .known)
    let another = Self.packet {
      $0.flags = 0x02
      $0.sequence = 777_777
    }
    #expect(table.lookUp(another, at: Self.second(2)).arrival == .reuse)
  }

  @Test func `expires silent flows by the capture's clock`() {
    var limits = FlowLimits()
    limits.tcpNew = 10
    var table = FlowTable(limits: limits, seed: 1)
    let row = table.lookUp(Self.syn, at: Self.second(100)).row
    #expect(table.expired(before: Self.second(105)).isEmpty)
    #expect(table.expired(before: Self.second(200)) == [row])
    table.remove(row)
    #expect(table.count == 0)
    #expect(table.lookUp(Self.syn, at: Self.second(201)).arrival == .new)
  }

  @Test func `keeps a flow that is still spoken on`() {
    var limits = FlowLimits()
    limits.tcpNew = 10
    limits.tcpIdle = 10
    var table = FlowTable(limits: limits, seed: 1)
    let row = table.lookUp(Self.syn, at: Self.second(100)).row
    for time in stride(from: 101, through: 160, by: 5) {
      table.count(Segment(Self.synAck), row: row, side: .server, at: Self.second(time))
      #expect(table.expired(before: Self.second(time)).isEmpty)
    }
    #expect(table.expired(before: Self.second(200)) == [row])
  }

  @Test func `finds every flow again among thousands that come and go`() {
    var table = FlowTable(seed: 99)
    var random = SeededRandom(seed: 5)
    var alive: [UInt16: Int] = [:]
    for _ in 0..<20_000 {
      let port = UInt16.random(in: 1_024...4_000, using: &random)
      let packet = Self.packet {
        $0.sourcePort = port
        $0.flags = 0x02
      }
      let found = table.lookUp(packet, at: Self.second(0))
      if let row = alive[port] {
        #expect(found.row == row && found.arrival == .known)
        if Bool.random(using: &random) {
          table.remove(row)
          alive[port] = nil
        }
      } else {
        #expect(found.arrival == .new)
        alive[port] = found.row
      }
    }
    #expect(table.count == alive.count)
  }

  @Test func `lets the flow with the least time left go when it is full`() {
    var limits = FlowLimits()
    limits.flows = 100
    var table = FlowTable(limits: limits, seed: 1)
    var evicted: [UInt64] = []
    for port in 0..<300 {
      let packet = Self.packet {
        $0.sourcePort = UInt16(10_000 + port)
        $0.flags = 0x02
      }
      _ = table.lookUp(packet, at: Self.second(port))
      while let row = table.overflow(now: Self.second(port)) {
        evicted.append(table.rows[row].id)
        table.remove(row)
      }
      #expect(table.count <= 100)
    }
    // All have the same timeout, so the oldest went first.
    #expect(evicted == (1...200).map { UInt64($0) })
  }
}
