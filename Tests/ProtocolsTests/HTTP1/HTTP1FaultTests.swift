import Model
import Protocols
import TestKit
import Testing

@Suite struct `HTTP/1 faults` {
  @Test(
    arguments: [
      (
        "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
        "length_and_transfer_encoding", "abc"
      ),
      ("Content-Length: 3\r\nContent-Length: 5\r\n\r\nabc", "conflicting_content_length", "abc"),
      ("Content-Length: 3, 3\r\n\r\nabc", "repeated_content_length", "abc"),
      ("Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc", "repeated_content_length", "abc"),
      ("Content-Length: 1 2\r\n\r\n", "bad_content_length", ""),
      ("Content-Length: 3\n\r\nabc", "bare_lf", "abc"),
      ("X: a\0b\r\nContent-Length: 3\r\n\r\nabc", "control_character", "abc"),
      ("Content-Length: 000000000000000000000003\r\n\r\nabc", nil, "abc"),
      ("Content-Length: +3\r\n\r\n", "bad_content_length", ""),
      ("Content-Length: 99999999999999999999\r\n\r\n", "bad_content_length", ""),
      ("Content-Length : 3\r\n\r\nabc", "space_before_colon", "abc"),
      ("X: a\rb\r\nContent-Length: 3\r\n\r\nabc", "bare_cr", "abc"),
      ("X: a\r\n  b\r\nContent-Length: 3\r\n\r\nabc", "obsolete_fold", "abc"),
      ("no field\r\nContent-Length: 3\r\n\r\nabc", "bad_field_line", "abc"),
      (" X: 1\r\nContent-Length: 3\r\n\r\nabc", "bad_field_line", "abc"),
      ("Host: a\r\nHost: b\r\nContent-Length: 3\r\n\r\nabc", "repeated_host", "abc"),
      (
        "Transfer-Encoding: chunked, identity\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
        "bad_transfer_encoding",
        "abc"
      ),
      (
        "Transfer-Encoding: \u{b}chunked\r\nContent-Length: 3\r\n\r\nabc",
        "control_character bad_transfer_encoding length_and_transfer_encoding content_coding_failed",
        "abc"
      ),
      (
        "Transfer-Encoding:\r\n chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n", "obsolete_fold", "abc"
      ),
      ("Transfer-Encoding: chunked\r\n\r\n3;x\nabc\r\n0\r\n\r\n", "bare_lf", "abc"),
      ("Transfer-Encoding: chunked\r\n\r\n3\r\nabc\n0\r\n\r\n", "bare_lf", "abc"),
      (
        "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\nContent-Length: 9\r\n\r\n",
        "forbidden_trailer", "abc"
      ),
      ("Transfer-Encoding: chunked\r\n\r\nzz\r\n", "bad_chunk", ""),
      ("Transfer-Encoding: chunked\r\n\r\n3\r\nabcX", "bad_chunk", "abc"),
      ("Transfer-Encoding: chunked\r\n\r\nffffffffffffffffffff\r\n", "bad_chunk", ""),
    ] as [(String, String?, String)])
  func `are told and resolved`(fields: String, event: String?, body: String) {
    for size in lawfulPieceSizes {
      let harness = Conversation(.client("POST / HTTP/1.1\r\n" + fields)).played(size: size)
      #expect(harness.anomalies.map(\.event).joined(separator: " ") == event ?? "")
      #expect(harness.exchanges.map(\.requestText) == [body])
    }
  }

  @Test(arguments: [
    ("GET /old\r\n\r\n", "GET - /old 0 HTTP/0.9"),
    ("GET /HTTP/1.1\r\nHost: h\r\n\r\n", "GET h /HTTP/1.1 0 HTTP/0.9"),
    ("CCM_POST / HTTP/1.\r\nHost: h\r\n\r\n", "CCM_POST h / 0 HTTP/1.1"),
  ])
  func `of the version leave a request`(text: String, meaning: String) {
    for size in lawfulPieceSizes {
      let harness = Conversation(.client(text)).played(size: size)
      #expect(harness.exchanges.map { "\($0.line) \($0.version.rawValue)" } == [meaning])
      #expect(harness.anomalies.map(\.event) == ["no_version"])
    }
  }

  @Test(arguments: ["OPTIONS sip:a@b SIP/2.0", "GET /a RTSP/1.0", "GET key", "PRI * HTTP/2.0"])
  func `are not made of other protocols' lines`(line: String) {
    let bytes = Array((line + "\r\n\r\n").utf8)
    let none: [UInt8] = []
    let probe = HTTP1Layer.probe(
      client: bytes.span.bytes, server: none.span.bytes, hints: ProbeHints(serverPort: 80))
    #expect(probe == .mismatch)
  }

  @Test func `include a Host that the target does not agree with`() {
    let harness = Conversation(
      .client("GET http://a.example/ HTTP/1.1\r\nHost: b.example\r\n\r\n")
    ).played()
    #expect(harness.exchanges.map(\.line) == ["GET a.example / 0"])
    #expect(harness.anomalies.map(\.event) == ["host_mismatch"])
  }

  @Test func `of the transfer coding hide no request behind a body`() {
    let exchanges = Conversation(
      .client(
        "POST / HTTP/1.1\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n"
          + "GET /hidden HTTP/1.1\r\n\r\n")
    ).exchanges()
    #expect(exchanges.map(\.target) == ["/", "/hidden"])
  }

  @Test func `in HTTP/1.0 include transfer codings`() {
    let harness = Conversation(
      .client("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n")
    ).played()
    #expect(harness.anomalies.map(\.event) == ["transfer_encoding_in_http_1_0"])
    #expect(harness.exchanges.map(\.requestText) == ["a"])
  }

  @Test func `do not stop fields from being read`() {
    let exchange = Conversation(
      .client("GET / HTTP/1.1\nX : a\n\tb\nY:c\r\rd\r\nZ:\r\n\n")
    ).exchanges().first
    #expect(
      exchange?.request?.fields == [
        HTTPField("X", "a b"), HTTPField("Y", "c  d"), HTTPField("Z", ""),
      ])
  }

  @Test func `of encoding fall back to Latin-1`() {
    let harness = LayerHarness()
    let layer = HTTP1Layer(harness.context)
    harness.play(
      Array("GET / HTTP/1.1\r\nX: ".utf8) + [0xe9] + Array("\r\n\r\n".utf8), from: .client,
      to: layer)
    harness.finish(layer)
    #expect(harness.exchanges.first?.request?["x"] == "é")
  }

  @Test func `skip what begins no message and go on behind it`() {
    for size in lawfulPieceSizes {
      let harness = Conversation(
        .client("\u{16}\u{3}garbage\r\nGET /new HTTP/1.1\r\nHost: h\r\n\r\n"),
        .server("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nabcdeHTTP/1.1 204 No\r\n\r\n")
      ).played(size: size)
      #expect(harness.exchanges.map(\.line) == ["GET h /new 200", " -  204"])
      #expect(harness.anomalies.map(\.event) == ["not_http", "not_http"])
      #expect(harness.state.clientBytesRead < harness.state.clientBytesSeen)
    }
  }

  @Test func `cap heads, chunk headers, trailers and waiting requests`() {
    let long = String(repeating: "a", count: 5_000)
    func events(_ text: String) -> [String] {
      Conversation(.client(text)).played(size: 700) {
        $0.limits.headBytes = 4_096
        $0.limits.pendingExchanges = 2
      }.anomalies.map(\.event)
    }
    #expect(events("GET /\(long) HTTP/1.1\r\n\r\n") == ["cap_reached"])
    #expect(events("GET / HTTP/1.1\r\nX: \(long)\r\n\r\n") == ["cap_reached"])
    let chunked = "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"
    #expect(events(chunked + "1;" + long + long + long + long) == ["bad_chunk"])
    #expect(events(chunked + "0\r\nX: " + long) == ["cap_reached"])
    #expect(
      events(String(repeating: "GET / HTTP/1.1\r\n\r\n", count: 4)) == [
        "cap_reached", "cap_reached",
      ])
  }

  @Test func `of one connection are told a limited number of times`() {
    let harness = Conversation(
      .client(String(repeating: "GET / HTTP/1.1\r\nbad\r\n\r\n", count: 500))
    ).played()
    #expect(harness.exchanges.count == 500)
    #expect(harness.anomalies.count == 64)
  }

  @Test func `cap bodies, which are told as truncated`() {
    let harness = Conversation(
      .client("POST / HTTP/1.1\r\nContent-Length: 20\r\n\r\n01234567890123456789")
    ).played { $0.limits.bodyBytes = 8 }
    #expect(harness.exchanges.map(\.requestText) == ["01234567"])
    #expect(harness.exchanges.first?.request?.body.isTruncated == true)
    #expect(harness.exchanges.first?.request?.body.transferredLength == 20)
    #expect(harness.anomalies.map(\.event) == ["cap_reached"])
  }

  @Test func `of any kind are survived`() {
    let client = Array(
      ("POST /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
        + "5;x\r\nhello\r\n0\r\nT: 1\r\n\r\n"
        + "CONNECT a:443 HTTP/1.1\r\n\r\nGET / HTTP/1.1\r\nUpgrade: x\r\n\r\n").utf8)
    let server = Array(
      ("HTTP/1.1 100 C\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc"
        + "HTTP/1.1 407 P\r\n\r\nrest").utf8)
    var random = SeededRandom(seed: 77)
    let mutants = zip(
      mutations(of: client, count: 1_500, seed: 4), mutations(of: server, count: 1_500, seed: 5))
    for (requests, responses) in mutants {
      let harness = LayerHarness(serverPort: 80)
      let layer = HTTP1Layer(harness.context)
      let size = Int.random(in: 1...40, using: &random)
      for piece in pieces(of: requests, size: size) {
        layer.receive(piece.span.bytes, from: .client, at: harness.nextFrame())
        if Bool.random(using: &random) {
          layer.gap(Int.random(in: 1...50, using: &random), from: .client, at: harness.nextFrame())
        }
      }
      harness.play(responses, from: .server, to: layer, size: size)
      harness.finish(layer)
      #expect(harness.exchanges.count < 20)
    }
  }
}
