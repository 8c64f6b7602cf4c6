import Flows
import Model
import TestKit
import Testing
import Wire

@Suite struct `Packet path` {
  /// Many packets of few five-tuples, so that flows begin, end and begin anew close together.
  static func frames(seed: UInt64) -> [[UInt8]] {
    var random = SeededRandom(seed: seed)
    return (0..<4_000).map { _ in
      let isBack = Bool.random(using: &random)
      let port = UInt16.random(in: 40_000...40_005, using: &random)
      let builder = PacketBuilder().with {
        $0.sourcePort = isBack ? 443 : port
        $0.destinationPort = isBack ? port : 443
        if isBack { swap(&$0.source, &$0.destination) }
        $0.sequence = UInt32.random(in: 1...9, using: &random) &* 100_000
        $0.flags = [0x02, 0x10, 0x10, 0x10, 0x10, 0x11, 0x14].randomElement(using: &random) ?? 0x10
        $0.payload = Array(repeating: 7, count: Int.random(in: 0...3, using: &random))
      }
      return Int.random(in: 0..<8, using: &random) == 0 ? builder.udpFrame : builder.tcpFrame
    }
  }

  /// What became of every frame, with `distance` frames looked at ahead.
  static func run(_ frames: [[UInt8]], ahead distance: Int) -> (steps: [String], flows: [String]) {
    var path = PacketPath(limits: FlowLimits(), mayBegin: { _ in false })
    var steps: [String] = []
    var flows: [String] = []
    func say(_ row: Int) -> String {
      let flow = path.table.rows[row]
      return "\(flow.id) \(flow.packets) \(flow.bytes) \(flow.payload) \(flow.state)"
    }
    for i in 0..<frames.count + distance {
      if i >= distance {
        let frame = frames[i - distance]
        var step = path.take(
          frame.span.bytes, linkType: .ethernet, wireLength: frame.count,
          id: FrameID(capture: 0, number: i), time: Timestamp(nanoseconds: Int64(i - distance)))
        if case .pause = step {
          _ = path.enterSecond()
          step = path.find(frame.span.bytes)
        }
        if case .reuse(let row) = step {
          flows.append(say(row))
          path.table.remove(row)
          step = path.find(frame.span.bytes)
        }
        if case .begin(let row, let side) = step {
          steps.append("begins \(say(row))")
          step = path.count(frame.span.bytes, row: row, side: side)
        }
        steps.append("\(step)")
      }
      if i < frames.count, distance > 0 {
        let frame = frames[i]
        path.lookAhead(frame.span.bytes, linkType: .ethernet, wireLength: frame.count)
      }
    }
    for row in path.table.liveRows() { flows.append(say(row)) }
    return (steps, flows)
  }

  @Test(arguments: [1, 5, 8])
  func `comes to the same, however many frames were looked at ahead`(_ distance: Int) {
    for seed in 1...5 as ClosedRange<UInt64> {
      let frames = Self.frames(seed: seed)
      let plain = Self.run(frames, ahead: 0)
      let ahead = Self.run(frames, ahead: distance)
      #expect(plain.steps == ahead.steps)
      #expect(plain.flows == ahead.flows)
      // The connections were begun anew time and again.
      #expect(plain.flows.count > 200)
    }
  }
}
