import Dissection
import Knowledge
import Model
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
