import Model
import Protocols
import TestKit
import Testing

@Suite struct `HTTP/1 layer` {
  /// Pipelining, chunks with extensions and trailers, interim responses, responses without body.
  private static let talk = Conversation(
    .client(
      """
      \r\nPOST /v1/messages?beta=true HTTP/1.1\r
      Host: api.example.com:8080\r
      User-Agent: tool/1.0 (é)\r
      Transfer-Encoding: chunked\r
      Expect: 100-continue\r
      \r\n
      """),
    .server("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"),
    .client(
      "5;name=value\r\nhello\r\n6 ; x=\"y\"\r\n world\r\n0\r\nX-Sum: 7\r\nX-More: 8\r\n\r\n"
        + "HEAD /a HTTP/1.1\r\nHost: h\r\n\r\n"
        + "GET /b HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc"
    ),
    .server(
      "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
        + "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n"
        + "HTTP/1.1 304 Not Modified\r\nContent-Length: 500\r\n\r\n"),
    .client("GET /c HTTP/1.0\r\nhost: H\r\n\r\n"),
    .server("HTTP/1.0 200 OK\r\n\r\nuntil the end"))

  @Test func `pairs the exchanges of a connection`() {
    let harness = Self.talk.played()
    #expect(
      harness.exchanges.map(\.line) == [
        "POST api.example.com:8080 /v1/messages?beta=true 200", "HEAD h /a 200", "GET h /b 304",
        "GET H /c 200",
      ])
    #expect(harness.exchanges.map(\.requestText) == ["hello world", "", "abc", ""])
    #expect(harness.exchanges.map(\.responseText) == ["ok", "", "", "until the end"])
    #expect(harness.exchanges.map(\.stream) == [1, 2, 3, 4])
    #expect(
      harness.exchanges[0].request?.trailers == [
        HTTPField("X-Sum", "7"), HTTPField("X-More", "8"),
      ])
    #expect(harness.exchanges[0].request?["user-agent"] == "tool/1.0 (é)")
    #expect(harness.exchanges[3].version == .http10)
    #expect(harness.exchanges.allSatisfy { $0.request?.body.isComplete == true })
    #expect(harness.exchanges.allSatisfy { $0.response?.body.isComplete == true })
    #expect(harness.anomalies.isEmpty)
  }

  @Test(arguments: lawfulPieceSizes)
  func `reads the same however it is cut`(size: Int) {
    let whole = Self.talk.exchanges().map(\.meaning)
    #expect(Self.talk.exchanges(size: size).map(\.meaning) == whole)
  }

  @Test func `offers each request to the house before its body is read`() {
    let harness = Self.talk.played()
    let clues = harness.clues.map { clue -> String in
      guard case .request(let method, let host, let target, let fields) = clue else { return "" }
      return "\(method) \(host ?? "-") \(target) \(fields.count)"
    }
    #expect(
      clues == [
        "POST api.example.com /v1/messages?beta=true 4", "HEAD h /a 1", "GET h /b 2", "GET H /c 1",
      ])
  }

  @Test func `frees everything when the flow is only counted`() {
    let harness = Self.talk.played { $0.verdict = .counted }
    #expect(harness.observations.isEmpty)
    #expect(harness.clues.count == 1)
  }

  @Test func `counts client bytes of clear streams only`() {
    let clear = Self.talk.played()
    #expect(clear.state.clientBytesSeen > 300)
    #expect(clear.state.clientBytesRead == clear.state.clientBytesSeen)
    let harness = LayerHarness()
    let layer = HTTP1Layer(harness.context.inner { $0.isEncrypted = true })
    harness.play(Array("GET / HTTP/1.1\r\n\r\n".utf8), from: .client, to: layer)
    #expect(harness.state.clientBytesSeen == 0)
  }

  @Test func `names the frames of each half`() throws {
    let harness = LayerHarness()
    let layer = HTTP1Layer(harness.context)
    let request = Array("POST / HTTP/1.1\r\nContent-Length: 6\r\n\r\nabcdef".utf8)
    harness.play(request, from: .client, to: layer, size: 15)
    harness.play(Array("HTTP/1.1 204 No\r\n\r\n".utf8), from: .server, to: layer)
    let exchange = try #require(harness.exchanges.first)
    let sent = try #require(exchange.request)
    #expect(sent.provenance.first.number == 1)
    #expect(sent.provenance.last.number == 3)
    #expect(sent.body.segments.map(\.offset) == [0])
    #expect(exchange.response?.provenance.first.number == 4)
  }

  @Test func `removes content and transfer codings`() {
    let gzip = hex("1f8b08000000000002ffcb48cdc9c95728cf2fca49010085114a0d0b000000")
    let harness = LayerHarness(serverPort: 80)
    let layer = HTTP1Layer(harness.context)
    let head = "POST / HTTP/1.1\r\nContent-Encoding: gzip\r\nContent-Length: \(gzip.count)\r\n\r\n"
    harness.play(Array(head.utf8) + gzip, from: .client, to: layer)
    let answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n1f\r\n"
    harness.play(Array(answer.utf8) + gzip + Array("\r\n0\r\n\r\n".utf8), from: .server, to: layer)
    #expect(harness.exchanges.map(\.requestText) == ["hello world"])
    #expect(harness.exchanges.map(\.responseText) == ["hello world"])
    #expect(harness.exchanges.first?.request?.body.codings == ["gzip"])
    #expect(harness.anomalies.isEmpty)
  }

  @Test func `tells a response whose request was not seen`() {
    let exchanges = Conversation(
      .server("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx")
    ).exchanges()
    #expect(exchanges.map(\.line) == [" -  200"])
    #expect(exchanges.first?.request == nil)
    #expect(exchanges.first?.responseText == "x")
  }

  @Test func `tells a request whose response was not seen`() {
    let exchanges = Conversation(.client("GET /x HTTP/1.1\r\nHost: h\r\n\r\n")).exchanges()
    #expect(exchanges.map(\.line) == ["GET h /x 0"])
    #expect(exchanges.first?.response == nil)
    #expect(exchanges.first?.request?.body.isComplete == true)
  }

  @Test func `tells bodies that were cut off as incomplete`() {
    let exchange = Conversation(
      .client("POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\nabc"),
      .server("HTTP/1.1 200 OK\r\n\r\nxyz")
    ).exchanges(isClean: false).first
    #expect(exchange?.requestText == "abc")
    #expect(exchange?.request?.body.isComplete == false)
    #expect(exchange?.response?.body.isComplete == false)
  }

  @Test func `tells a head that was cut off as far as it went`() {
    let harness = Conversation(
      .client("POST /v1/messages HTTP/1.1\r\nHost: api.example.com\r\nAuthoriz")
    ).played()
    #expect(harness.exchanges.map(\.line) == ["POST api.example.com /v1/messages 0"])
    #expect(harness.anomalies.map(\.event) == ["truncated"])
  }

  @Test func `answers early responses to requests that still go on`() {
    let exchanges = Conversation(
      .client("POST / HTTP/1.1\r\nContent-Length: 4\r\n\r\nab"),
      .server("HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n"),
      .client("cdGET /next HTTP/1.1\r\n\r\n"),
      .server("HTTP/1.1 204 No Content\r\n\r\n")
    ).exchanges()
    #expect(exchanges.map(\.line) == ["POST - / 413", "GET - /next 204"])
    #expect(exchanges.first?.requestText == "abcd")
  }

  @Test(arguments: [
    ("GET http://api.example.com/v1?x=1 HTTP/1.1\r\nHost: other", "api.example.com", "/v1?x=1"),
    ("GET http://api.example.com:8080 HTTP/1.1", "api.example.com:8080", "/"),
    ("OPTIONS http://api.example.com HTTP/1.1", "api.example.com", "*"),
    ("GET http://u:p@[::1]:80/x HTTP/1.1", "[::1]", "/x"),
    ("GET https://h?q HTTP/1.1", "h", "/?q"),
  ])
  func `takes the host out of an absolute target`(head: String, host: String, target: String) {
    let exchange = Conversation(.client(head + "\r\n\r\n")).exchanges().first
    #expect(exchange?.host == host)
    #expect(exchange?.target == target)
    #expect(exchange?.isProxied == true)
  }

  @Test(arguments: [
    ("h:80", "h"), ("H", "H"), ("[::1]:8080", "[::1]:8080"), ("10.0.0.1:11434", "10.0.0.1:11434"),
  ])
  func `tells the host as it was sent but for the default port`(field: String, host: String) {
    let exchange = Conversation(.client("GET / HTTP/1.1\r\nHost: \(field)\r\n\r\n")).exchanges()
    #expect(exchange.first?.host == host)
    #expect(exchange.first?.isProxied == false)
  }
}
