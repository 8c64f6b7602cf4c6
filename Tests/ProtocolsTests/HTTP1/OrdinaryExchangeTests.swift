import Model
import Protocols
import TestKit
import Testing

@Suite struct `An ordinary HTTP/1 exchange` {
  private static let talk = Conversation(
    .client(
      "HEAD / HTTP/1.1\r\nHost: Gateway.Example:8080\r\nUser-Agent: Bun/1.3\r\n\r\n"
        + "POST /collect?x=1 HTTP/1.1\r\nhost: gateway.example\r\nContent-Length: 5\r\n\r\nhello"
        + "POST /b HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"),
    .server(
      "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n"
        + "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nX-A: b\r\n\r\nok"
        + "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n"),
    .client("GET /c HTTP/1.1\r\nHost: h\r\n\r\n"),
    .server("HTTP/1.1 204 No Content\r\n\r\n"))

  private func play(
    _ talk: Conversation, size: Int = .max, marks: [String] = ["x-app"],
    _ screening: RequestScreening = .ordinary
  ) -> LayerHarness {
    talk.played(size: size) { harness in
      harness.screenedFields = FieldNameFilter(marks)
      harness.screening = screening
    }
  }

  private func opened(_ harness: LayerHarness) -> [HTTPExchange] {
    harness.observations.compactMap {
      switch $0 {
      case .http(let exchange): exchange
      case .ordinary(let exchange): exchange.opened(Limits())
      default: nil
      }
    }
  }

  @Test(arguments: lawfulPieceSizes)
  func `says the same when it is opened later as when it is read at once`(size: Int) {
    let full = Self.talk.exchanges()
    let later = opened(play(Self.talk, size: size))
    #expect(later.map(\.method) == full.map(\.method))
    #expect(later.map(\.host) == full.map(\.host))
    #expect(later.map(\.target) == full.map(\.target))
    #expect(later.map { $0.request?.fields } == full.map { $0.request?.fields })
    #expect(later.map(\.requestText) == full.map(\.requestText))
    #expect(later.map(\.stream) == full.map(\.stream))
    let volume = { (message: HTTPMessage?) in
      (message?.fields ?? []).reduce(message?.body.transferredLength ?? 0) {
        $0 + $1.name.utf8.count + $1.value.utf8.count + 4
      }
    }
    #expect(later.map { volume($0.response) } == full.map { volume($0.response) })
  }

  @Test func `is told unread when its heads lie whole in their segments`() {
    let harness = play(Self.talk)
    #expect(harness.screened == ["/", "/collect?x=1", "/b", "/c"])
    #expect(harness.exchanges.isEmpty)
    #expect(harness.clues.isEmpty)
  }

  /// RFC 9110, section 5.6.2.
  private static let tokenCharacters = Set(
    "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")

  @Test(arguments: [0, 1, 6, 7, 8, 15, 17])
  func `has fields whose names are tokens`(position: Int) {
    for code in UInt8.min...UInt8.max where code != UInt8(ascii: ":") {
      let character = Character(Unicode.Scalar(code))
      var name = Array("Abcdefgh-Ijklmnop0")
      name[position] = character
      let harness = play(
        Conversation(.client("GET / HTTP/1.1\r\nHost: h\r\n" + String(name) + ": v\r\n\r\n")))
      let isOrdinary = !harness.screened.isEmpty
      #expect(isOrdinary == Self.tokenCharacters.contains(character), "\(code)")
    }
  }

  @Test(arguments: [
    ("GET http://h/ HTTP/1.1\r\nHost: h\r\n\r\n", "a forward proxy's absolute form"),
    ("CONNECT h:443 HTTP/1.1\r\nHost: h:443\r\n\r\n", "a tunnel"),
    ("GET / HTTP/1.1\r\nHost: h\r\nUpgrade: websocket\r\n\r\n", "an upgrade"),
    ("GET / HTTP/1.1\r\nHost: h\r\nX-App: cli\r\n\r\n", "a marked field"),
    ("GET / HTTP/1.1\r\nHost: h\r\nHost: i\r\n\r\n", "two hosts"),
    ("GET / HTTP/1.1\r\nHost: h\r\n folded\r\n\r\n", "a folded line"),
    ("GET / HTTP/1.1\nHost: h\n\n", "bare line feeds"),
    ("GET / HTTP/1.1\r\nHost: h\r\nX: a\rb\r\n\r\n", "a bare carriage return"),
    (
      "GET / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
      "two lengths"
    ),
    (
      "GET / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
      "length and chunks"
    ),
    (
      "GET / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
      "more codings"
    ),
    ("GET / HTTP/1.1\r\nHost : h\r\n\r\n", "a space before the colon"),
    ("GET / HTTP/1.1\r\n\r\n", "no host"),
  ])
  func `is none when anything about it is out of the ordinary`(request: String, why: String) {
    let harness = play(Conversation(.client(request)))
    #expect(harness.screened.isEmpty, "\(why)")
    let unread = harness.observations.contains {
      if case .ordinary = $0 { true } else { false }
    }
    #expect(!unread, "\(why)")
  }

  @Test func `is read in full when the house finds it deserving`() {
    let harness = play(Self.talk, .deserving)
    #expect(harness.exchanges.map(\.target) == ["/", "/collect?x=1", "/b", "/c"])
  }

  @Test func `ends the reading of its connection when the house has seen enough`() {
    let harness = play(Self.talk, .enough)
    #expect(harness.observations.isEmpty)
    #expect(harness.state.attention == .counted)
  }
}
