import Model
import Protocols
import TestKit
import Testing

extension LayerHarness {
  fileprivate var tunnels: [ProxyTunnel] {
    observations.compactMap { if case .proxy(let tunnel) = $0 { tunnel } else { nil } }
  }

  fileprivate var samples: [String] {
    observations.compactMap {
      guard case .plaintext(let sample) = $0 else { return nil }
      return "\(sample.sender) \(String(decoding: sample.bytes, as: UTF8.self))"
    }
  }
}

@Suite struct `HTTP/1 stepping aside` {
  private static let connect =
    "CONNECT api.example.com:8443 HTTP/1.1\r\nHost: api.example.com:8443\r\n"
    + "Proxy-Authorization: Basic dTpw\r\n\r\n"

  @Test func `opens a tunnel and hands both directions over`() throws {
    for size in lawfulPieceSizes {
      let harness = Conversation(
        .client(Self.connect), .server("HTTP/1.1 200 Connection established\r\n\r\n"),
        .client("\u{1}\u{2}inner"), .server("\u{1}\u{2}answer")
      ).played(size: size) { $0.plaintextSample = (100, false) }
      #expect(
        harness.exchanges.map(\.line) == ["CONNECT api.example.com:8443 api.example.com:8443 200"])
      let tunnel = try #require(harness.tunnels.first)
      #expect(tunnel.targetHost == "api.example.com")
      #expect(tunnel.targetPort == 8_443)
      #expect(tunnel.isAuthenticated)
      #expect(tunnel.credentials == "Basic dTpw")
      #expect(harness.samples.sorted() == ["client \u{1}\u{2}inner", "server \u{1}\u{2}answer"])
      #expect(harness.state.clientBytesSeen == UInt64(Self.connect.utf8.count))
    }
  }

  @Test func `holds what the client sends before the answer`() {
    let harness = Conversation(
      .client(Self.connect + "\u{1}\u{2}early"), .clientGap(1), .client("late"),
      .server("HTTP/1.1 200 OK\r\n\r\n\u{5}\u{6}")
    ).played { $0.plaintextSample = (7, false) }
    #expect(harness.tunnels.count == 1)
    #expect(harness.samples.contains("client \u{1}\u{2}early"))
    #expect(harness.samples.contains("server \u{5}\u{6}"))
  }

  @Test func `goes on with HTTP when the tunnel is refused`() {
    let harness = Conversation(
      .client(Self.connect + "GET /x HTTP/1.1\r\n\r\n"),
      .server("HTTP/1.1 407 Who are you\r\nContent-Length: 2\r\n\r\nno"),
      .server("HTTP/1.1 204 No\r\n\r\n")
    ).played()
    #expect(harness.exchanges.map(\.status) == [407, 204])
    #expect(harness.exchanges.map(\.method) == ["CONNECT", "GET"])
    #expect(harness.tunnels.isEmpty)
  }

  @Test func `knows the target in a malformed request line`() {
    let harness = Conversation(
      .client("CONNECT mail.example:25 / HTTP/1.0\r\n\r\n"), .server("HTTP/1.0 200 OK\r\n\r\n")
    ).played()
    #expect(harness.tunnels.map(\.targetHost) == ["mail.example"])
    #expect(harness.tunnels.map(\.targetPort) == [25])
    #expect(harness.anomalies.map(\.event) == ["space_in_target"])
  }

  @Test func `takes a tunnel as open when its answer was lost`() {
    let harness = Conversation(
      .client(Self.connect + "\u{16}\u{3}\u{1}"), .serverGap(40), .server("x")
    ).played()
    #expect(
      harness.exchanges.map(\.line) == ["CONNECT api.example.com:8443 api.example.com:8443 0"])
    #expect(harness.tunnels.count == 1)
  }

  @Test func `lets the other protocol read on after an upgrade`() {
    let harness = Conversation(
      .client("GET /chat HTTP/1.1\r\nUpgrade: unheard-of\r\nConnection: Upgrade\r\n\r\n"),
      .server("HTTP/1.1 101 Switching\r\nUpgrade: unheard-of\r\n\r\n\u{81}\u{1}"),
      .client("\u{82}\u{2}")
    ).played { $0.plaintextSample = (100, false) }
    #expect(harness.exchanges.map(\.line) == ["GET - /chat 101"])
    #expect(harness.samples.count == 2)
  }

  @Test func `reads on as HTTP when the upgrade is ignored`() {
    let exchanges = Conversation(
      .client("GET /1 HTTP/1.1\r\nUpgrade: h2c\r\n\r\nGET /2 HTTP/1.1\r\n\r\n"),
      .server("HTTP/1.1 204 No\r\n\r\nHTTP/1.1 204 No\r\n\r\n")
    ).exchanges()
    #expect(exchanges.map(\.line) == ["GET - /1 204", "GET - /2 204"])
  }
}

@Suite struct `HTTP/1 probe` {
  private func probe(client: String = "", server: String = "") -> Probe {
    let client = Array(client.utf8)
    let server = Array(server.utf8)
    return HTTP1Layer.probe(
      client: client.span.bytes, server: server.span.bytes, hints: ProbeHints(serverPort: 9))
  }

  @Test(arguments: [
    "GET / HTTP/1.1\r\n", "\r\nPOST /x?y HTTP/1.0\n", "M-SEARCH * HTTP/1.1\r\n",
    "CONNECT a:1 HTTP/1.1\r\n", "GET /" + String(repeating: "a", count: 2_000),
  ])
  func `knows requests`(text: String) {
    #expect(probe(client: text) == .match)
  }

  @Test(arguments: [
    "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "OPTIONS * RTSP/1.0\r\n", "INVITE sip:a@b SIP/2.0\r\n",
    "\u{16}\u{3}\u{1}", "SSH-2.0-x\r\n", "EHLO there\r\n", "GET \u{1}", " GET /",
    "OPTIONS rtsp://" + String(repeating: "a", count: 2_000),
  ])
  func `knows what is none`(text: String) {
    #expect(probe(client: text) == .mismatch)
  }

  @Test(arguments: ["", "G", "GET", "GET ", "GET /x", "POST /x HTTP/1.1"])
  func `waits for the line to end`(text: String) {
    #expect(probe(client: text) == .needsMore)
  }

  @Test func `knows responses alone`() {
    #expect(probe(server: "HTTP/1.1 200 OK\r\n") == .match)
    #expect(probe(client: "mid-body bytes", server: "HTTP/1.1 200") == .match)
    #expect(probe(server: "HTT") == .needsMore)
    #expect(probe(server: "220 mail ESMTP") == .mismatch)
  }
}
