import Dissection
import Knowledge
import Model
import Protocols
import Telltale
import TestKit
import Testing
import Wire

/// How far the gateway's view follows what is no AI traffic so far.
@Suite struct `Attention to clear connections` {
  /// Targets of the exchanges that are told of one connection, whose requests go to a host on no list.
  private func targets(_ requests: [String]) -> [String] {
    final class Records {
      var all: [Record] = []
    }
    let records = Records()
    let dissector = Dissector(
      options: DissectionOptions(), policy: AIAttention(catalogue: .builtIn)
    ) { records.all.append($0) }
    var client = PacketBuilder().with { $0.destinationPort = 80 }
    var server = client.with {
      swap(&$0.source, &$0.destination)
      swap(&$0.sourcePort, &$0.destinationPort)
    }
    var frames: [[UInt8]] = [
      client.with { $0.flags = 2 }.tcpFrame, server.with { $0.flags = 0x12 }.tcpFrame,
    ]
    client.sequence += 1
    server.sequence += 1
    for target in requests {
      let verb = target.contains("completions") ? "POST" : "GET"
      client.payload = Array(
        "\(verb) \(target) HTTP/1.1\r\nHost: h.example\r\nContent-Length: 0\r\n\r\n".utf8)
      client.acknowledgment = server.sequence
      frames.append(client.with { $0.flags = 0x18 }.tcpFrame)
      client.sequence += UInt32(client.payload.count)
      server.payload = Array("HTTP/1.1 204 No Content\r\n\r\n".utf8)
      server.acknowledgment = client.sequence
      frames.append(server.with { $0.flags = 0x18 }.tcpFrame)
      server.sequence += UInt32(server.payload.count)
    }
    for (index, frame) in frames.enumerated() {
      dissector.process(
        frame.span.bytes, linkType: .ethernet, wireLength: frame.count,
        id: FrameID(capture: 0, number: index + 1),
        time: Timestamp(nanoseconds: Int64(index) * 1_000_000))
    }
    dissector.finish()
    return records.all.compactMap {
      if case .http(let exchange) = $0.observation { exchange.target } else { nil }
    }
  }

  @Test(arguments: [(3, true), (15, true), (40, false)])
  func `ends after so many requests that are none of AI`(ordinary: Int, isFound: Bool) {
    let api = "/v1/chat/completions"
    let found = targets((0..<ordinary).map { "/page/\($0)" } + [api])
    #expect(found.contains(api) == isFound)
  }
}

/// What the gateway's view learns, up to its caps.
@Suite struct `Attention that was learned` {
  private let policy = AIAttention(catalogue: .builtIn)

  private func state(client: UInt32 = 0x0a4d_0117) -> FlowState {
    FlowState(
      FlowReference(
        id: 1, transport: .tcp, client: Endpoint(IPAddress(v4: client), 50_000),
        server: Endpoint(IPAddress(v4: 0xc633_6407), 443)))
  }

  private func hello(_ name: String, client: UInt32 = 0x0a4d_0117) -> Attention {
    policy.attention(
      for: .serverName(name, isOpenable: false), of: state(client: client))
  }

  private func request(_ host: String, _ target: String) -> Attention {
    policy.attention(
      for: .request(method: "POST", host: host, target: target, fields: []), of: state())
  }

  @Test func `so many flows of an AI client to unlisted hosts are looked at`() {
    #expect(hello("h0.example") == .counted)
    #expect(hello("api.openai.com") == .observed)
    let looks = (0..<200).map { hello("h\($0).example") }
    #expect(
      looks == Array(repeating: .observed, count: 64) + Array(repeating: .counted, count: 136))
    #expect(hello("api.openai.com") == .observed)
    #expect(policy.unlistedFlows == 201)
  }

  @Test func `so many clients of AI hosts are remembered`() {
    for number in 0..<5_000 {
      #expect(hello("api.openai.com", client: UInt32(number)) == .observed)
    }
    #expect(hello("h.example", client: 4_095) == .observed)
    #expect(hello("h.example", client: 4_096) == .counted)
  }

  @Test func `so many hosts that speak an AI interface are remembered`() {
    for number in 0..<5_000 {
      #expect(request("h\(number).example", "/v1/chat/completions") == .opened)
    }
    #expect(request("h4095.example", "/") == .opened)
    #expect(request("h4096.example", "/") == .undecided)
    #expect(request("h4096.example", "/v1/chat/completions") == .opened)
  }
}
