import Dissection
import Flows
import Model
import Protocols
import TestKit
import Testing
import Wire

/// A gateway's policy: clear requests are ordinary, and servers of no interest are counted.
private final class Gateway: AttentionPolicy {
  private(set) var namesPassedOver: [String] = []
  let screenedFields: FieldNameFilter? = FieldNameFilter([])
  let wantsCountedFlows = false

  func attention(for clue: AttentionClue, of state: FlowState) -> Attention {
    if case .serverName = clue { .observed } else { .undecided }
  }

  func screen(_ head: RawSpan, _ scan: HTTP1Scan, of state: FlowState) -> RequestScreening {
    .ordinary
  }

  func passesOver(serverName: RawSpan, from client: IPAddress, to server: IPAddress) -> Bool {
    let name = String(decoding: serverName.array, as: UTF8.self)
    guard name != PostQuantumHello.name else { return false }
    namesPassedOver.append(name)
    return true
  }
}

/// Two exchanges on one connection, whose bodies nobody reads.
private struct Download {
  let talk = Conversation()
  private let request = Array("GET /a HTTP/1.1\r\nHost: www.example\r\n\r\n".utf8)
  private let response: [UInt8]

  init(chunked: Bool) {
    let body = [UInt8](repeating: 0x61, count: 9_000)
    response =
      chunked
      ? Array("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2328\r\n".utf8) + body
        + Array("\r\n0\r\n\r\n".utf8)
      : Array("HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n".utf8) + body
  }

  private func answer(
    _ offset: Int, _ bytes: [UInt8], acknowledging count: Int, flags: UInt8
  )
    -> [UInt8]
  {
    talk.server.with {
      $0.sequence = talk.serverISN &+ 1 &+ UInt32(offset)
      $0.acknowledgment = talk.clientISN &+ 1 &+ UInt32(count)
      $0.flags = flags
      $0.payload = bytes
    }.tcpPacket
  }

  private func acknowledgment(of offset: Int, after count: Int) -> [UInt8] {
    talk.client.with {
      $0.sequence = talk.clientISN &+ 1 &+ UInt32(count)
      $0.acknowledgment = talk.serverISN &+ 1 &+ UInt32(offset)
    }.tcpPacket
  }

  /// The packets as a good network delivers them, in segments of `size` bytes.
  func packets(_ size: Int) -> [[UInt8]] {
    var packets = talk.handshake
    for turn in 0..<2 {
      let sent = (turn + 1) * request.count
      packets.append(talk.segment(turn * request.count, request))
      for start in stride(from: 0, to: response.count, by: size) {
        let end = min(start + size, response.count)
        let offset = turn * response.count + start
        packets.append(
          answer(offset, Array(response[start..<end]), acknowledging: sent, flags: 0x18))
        packets.append(acknowledgment(of: offset + end - start, after: sent))
      }
    }
    packets.append(answer(2 * response.count, [], acknowledging: 2 * request.count, flags: 0x11))
    return packets
  }
}

/// What was told, as far as it does not depend on how it was found out.
private func told(_ frames: [[UInt8]], passing: Bool) -> [String] {
  dissect(
    frames.map { ($0, .ethernet) }, policy: Gateway(), digestsStreams: !passing
  ).map { record in
    switch record.observation {
    case .ordinary(let exchange):
      "exchange \(exchange.stream) \(exchange.host) \(exchange.responseLength ?? -1)"
    case .anomaly(let anomaly): "\(anomaly.event) \(anomaly.detail)"
    case .flow(let flow):
      "flow \(flow.missingBytes) \(flow.toServer) \(flow.toClient) \(flow.payload) \(flow.state)"
    default: "another"
    }
  }
}

@Suite struct `Bytes that nobody reads` {
  @Test(arguments: [true, false])
  func `are counted as they go by`(chunked: Bool) {
    let frames = Download(chunked: chunked).packets(1_000).map(PacketBuilder.ethernet)
    let records = told(frames, passing: true)
    let fields = chunked ? "Transfer-Encodingchunked" : "Content-Length9000"
    let length = 9_000 + fields.utf8.count + 4
    #expect(
      records.prefix(2) == [
        "exchange 1 www.example \(length)", "exchange 2 www.example \(length)",
      ])
    #expect(records.count == 3)
  }

  /// Streams of which digests are asked for are handed over byte by byte: they show what is to be told.
  @Test(arguments: 0..<300)
  func `tell the same however the network delivers them`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let download = Download(chunked: seed.isMultiple(of: 2))
    var packets = download.packets([90, 700, 1_460, 4_000][Int(seed % 4)])
    for i in packets.indices.dropFirst(3).dropLast() {
      switch UInt64.random(in: 0..<40, using: &random) {
      case 0: packets.swapAt(i, i + 1)
      case 1: packets[i] = []
      case 2: packets.insert(packets[i], at: i)
      case 3 where seed % 3 == 0: packets[i].removeLast(min(30, packets[i].count / 2))
      default: break
      }
    }
    let frames = packets.filter { !$0.isEmpty }.map(PacketBuilder.ethernet)
    #expect(told(frames, passing: true) == told(frames, passing: false))
  }
}

@Suite struct `Acknowledgments without payload` {
  private func gaps(_ acknowledged: [Int], then more: [[UInt8]] = []) -> [String] {
    let talk = Conversation()
    let packets =
      talk.handshake + [talk.segment(0, [1, 2, 3, 4])]
      + acknowledged.map { talk.acknowledgment($0) } + more
    return dissect(packets.map(PacketBuilder.ethernet)).compactMap { record in
      guard case .anomaly(let anomaly) = record.observation, anomaly.event == "gap" else {
        return nil
      }
      return anomaly.detail
    }
  }

  @Test func `tell of bytes that never came, however many follow one another`() {
    // One more than the bytes: a FIN's place, which nobody can tell from a byte's.
    let lost = "6 bytes of the client's stream are not in the capture"
    #expect(gaps([4]) == [])
    #expect(gaps([4, 11]) == [lost])
    #expect(gaps([4, 4, 11, 4]).count == gaps([11, 4]).count)
    #expect(gaps([4, 4, 4, 11]) == [lost])
  }

  @Test func `still count when bytes follow them`() {
    let talk = Conversation()
    #expect(gaps([4, 11], then: [talk.segment(4, [5, 6, 7, 8, 9, 10])]) == [])
  }
}

@Suite struct `A flow whose hello names a server of no interest` {
  private func run(_ hello: [UInt8], cutAt size: Int = .max) -> (policy: Gateway, records: [Record])
  {
    let talk = Conversation()
    let pieces = stride(from: 0, to: hello.count, by: min(size, hello.count)).map {
      talk.segment($0, Array(hello[$0..<min($0 + min(size, hello.count), hello.count)]))
    }
    let policy = Gateway()
    let records = dissect(
      (talk.handshake + pieces).map { (PacketBuilder.ethernet($0), .ethernet) }, policy: policy,
      digestsStreams: false)
    return (policy, records)
  }

  @Test func `is counted without being read`() {
    let (policy, records) = run(ShortHello.record(name: "www.example.net"))
    #expect(policy.namesPassedOver == ["www.example.net"])
    #expect(records.isEmpty)
  }

  @Test func `is counted when its name comes before the end of the first segment`() {
    let (policy, records) = run(ShortHello.record(name: "www.example.net"), cutAt: 120)
    #expect(policy.namesPassedOver == ["www.example.net"])
    #expect(records.isEmpty)
  }

  @Test func `is counted once its hello is whole when its name comes later`() {
    let (policy, records) = run(ShortHello.record(name: "www.example.net"), cutAt: 60)
    #expect(policy.namesPassedOver == ["www.example.net"])
    #expect(records.isEmpty)
  }

  @Test func `is read in pieces when the name is of interest after all`() {
    let (policy, records) = run(ShortHello.record(name: PostQuantumHello.name), cutAt: 60)
    #expect(policy.namesPassedOver.isEmpty)
    #expect(records.serverNames == [PostQuantumHello.name])
  }

  @Test func `is read when the name is of interest after all`() {
    let (policy, records) = run(ShortHello.record(name: PostQuantumHello.name))
    #expect(policy.namesPassedOver.isEmpty)
    #expect(records.serverNames == [PostQuantumHello.name])
  }
}

/// A ClientHello of one segment, whose name stands in front and a session ticket behind it.
private enum ShortHello {
  static func record(name: String) -> [UInt8] {
    func sized(_ body: [UInt8]) -> [UInt8] { PacketBuilder.big(UInt16(body.count)) + body }
    let extensions =
      [0, 0] + sized(sized([0] + sized(Array(name.utf8)))) + [0, 35]
      + sized([UInt8](repeating: 7, count: 100))
    let body =
      [3, 3] + [UInt8](repeating: 9, count: 32) + [0] + sized([0x13, 1]) + [1, 0]
      + sized(extensions)
    return [22, 3, 1] + sized([1, 0] + sized(body))
  }
}
