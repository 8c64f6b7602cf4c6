import Foundation
import Model
import Reports
import Telltale
import TestKit
import Testing

/// One connection, of which three interfaces of one capture each saw a part: Ethernet in microseconds, bare IP
/// in 1024ths of a second, and Linux's cooked form in milliseconds from an offset of 1,000 s.
@Suite struct `A capture of several interfaces` {
  private static let hello: [UInt8] = {
    func big(_ value: Int) -> [UInt8] { PacketBuilder.big(UInt16(value)) }
    let name = Array("api.anthropic.com".utf8)
    let serverName =
      big(0) + big(name.count + 5) + big(name.count + 3) + [0] + big(name.count) + name
    let body =
      [3, 3] + [UInt8](repeating: 7, count: 32) + [0] + big(2) + [0x13, 0x01, 1, 0]
      + big(serverName.count) + serverName
    return [22, 3, 1] + big(body.count + 4) + [1, 0] + big(body.count) + body
  }()

  private static let capture: [UInt8] = {
    let client = PacketBuilder().with { $0.flags = 0x18 }
    let syn = client.with {
      $0.flags = 0x02
      $0.sequence = 999
    }
    let first = client.with { $0.payload = Array(hello[..<40]) }
    let second = client.with {
      $0.payload = Array(hello[40...])
      $0.sequence += 40
    }
    let cooked: [UInt8] = [0, 4, 0, 1, 0, 6, 2, 0, 0, 0, 0, 1, 0, 0, 8, 0]
    var file = PcapngBuilder()
    file.section(isBig: false)
    file.interface()
    file.interface(101, options: file.option(9, [0x80 | 10]))
    file.interface(
      113, options: file.option(14, [0xe8, 3, 0, 0, 0, 0, 0, 0]) + file.option(9, [3]))
    file.packet(syn.tcpFrame, interface: 0, ticks: 1_001_250_000)
    file.packet(first.tcpPacket, interface: 1, ticks: 1_001 * 1_024 + 512)
    file.packet(cooked + second.tcpPacket, interface: 2, ticks: 1_750)
    return file.bytes
  }()

  private func output(_ arguments: (String) throws -> Data) throws -> Data {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).pcapng")
    try Data(Self.capture).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try arguments(file.path)
  }

  /// tshark 4.0.17 says of the same file: frames at 1001.250000, 1001.500000 and 1001.750000 seconds, one
  /// `tcp.stream`, and in the third frame `tls.handshake.extensions_server_name` is api.anthropic.com.
  @Test func `gives one connection its times and its server's name`() throws {
    let records = try output { path in
      var bytes: [UInt8] = []
      let renderer = EVERenderer(captures: [path], options: EVEOptions(bodies: false))
      _ = try DissectRun().run(InputOptions(captures: [path]), begin: { _ in }) {
        bytes += renderer.render($0)
      }
      return Data(bytes)
    }
    let lines = try records.split(separator: 0x0a).map {
      try #require(try JSONSerialization.jsonObject(with: $0) as? [String: Any])
    }
    let tls = try #require(lines.first { $0["event_type"] as? String == "tls" })
    #expect((tls["tls"] as? [String: Any])?["sni"] as? String == "api.anthropic.com")
    let flows = lines.compactMap { $0["flow"] as? [String: Any] }
    #expect(flows.map { $0["start"] as? String } == ["1970-01-01T00:16:41.250000Z"])
    #expect(flows.map { $0["end"] as? String } == ["1970-01-01T00:16:41.750000Z"])
    #expect(flows.map { $0["pkts_toserver"] as? Int } == [3])
  }

  @Test func `names the vendor that the connection went to`() throws {
    let report = try output { path in
      let summary = try AnalyzeRun().run(InputOptions(captures: [path]))
      let renderer = try #require(RendererRegistry.renderer(for: "json"))
      return Data(renderer.render(summary, options: RenderOptions()))
    }
    let root = try #require(try JSONSerialization.jsonObject(with: report) as? [String: Any])
    let tools = try #require(root["tools"] as? [[String: Any]])
    #expect(tools.map { $0["id"] as? String } == ["unknown:anthropic"])
  }
}
