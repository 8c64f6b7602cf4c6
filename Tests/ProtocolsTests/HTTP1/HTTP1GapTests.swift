import Model
import Protocols
import TestKit
import Testing

@Suite struct `HTTP/1 behind lost bytes` {
  private static let next = "GET /next HTTP/1.1\r\nHost: h\r\n\r\n"

  @Test func `goes on in a body of known length`() {
    let harness = Conversation(
      .client("POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\n01"), .clientGap(5),
      .client("789" + Self.next)
    ).played()
    #expect(harness.exchanges.map(\.line) == ["POST - / 0", "GET h /next 0"])
    let body = harness.exchanges.first?.request?.body
    #expect(body?.bytes == Array("01789".utf8))
    #expect(body?.missing == 5)
    #expect(body?.isComplete == false)
    #expect(harness.anomalies.map(\.event) == ["gap"])
  }

  @Test func `goes on inside a chunk`() {
    let exchanges = Conversation(
      .client("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\na\r\n01"), .clientGap(8),
      .client("\r\n1\r\nx\r\n0\r\n\r\n" + Self.next)
    ).exchanges()
    #expect(exchanges.map(\.requestText) == ["01x", ""])
    #expect(exchanges.first?.request?.body.missing == 8)
  }

  @Test func `finds the next message when an end was lost`() {
    for size in lawfulPieceSizes {
      let exchanges = Conversation(
        .client("POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\n01"), .clientGap(100),
        .client("tail of something\r\nGET junk" + Self.next)
      ).exchanges(size: size)
      #expect(exchanges.map(\.line) == ["POST - / 0", "GET h /next 0"])
      #expect(exchanges.first?.request?.body.missing == 8)
    }
  }

  @Test func `keeps what came of a head`() {
    let exchanges = Conversation(
      .client("POST /a HTTP/1.1\r\nHost: h\r\nX-Long: abc"), .clientGap(30),
      .client("def\r\n\r\nbody" + Self.next)
    ).exchanges()
    #expect(exchanges.map(\.line) == ["POST h /a 0", "GET h /next 0"])
    #expect(exchanges.first?.request?.fields == [HTTPField("Host", "h")])
    #expect(exchanges.first?.request?.body.isComplete == false)
  }

  @Test func `does not give a response to the wrong request`() {
    let exchanges = Conversation(
      .client("GET /a HTTP/1.1\r\n\r\n"), .serverGap(300), .server("rest of a body"),
      .client("GET /b HTTP/1.1\r\n\r\n"), .server("HTTP/1.1 204 No Content\r\n\r\n")
    ).exchanges()
    #expect(exchanges.map(\.line) == ["GET - /a 0", "GET - /b 204"])
  }

  @Test func `goes on in a body until close`() {
    let exchange = Conversation(
      .client("GET / HTTP/1.1\r\n\r\n"), .server("HTTP/1.0 200 OK\r\n\r\nab"), .serverGap(3),
      .server("cd")
    ).exchanges().first
    #expect(exchange?.responseText == "abcd")
    #expect(exchange?.response?.body.missing == 3)
    #expect(exchange?.response?.body.isComplete == false)
  }
}
