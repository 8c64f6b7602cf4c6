import Analysis
import Model
import TestKit
import Testing

/// Requests of one client or of several, session after session.
private struct Runs {
  var scene = Scene()
  private var count = 0

  /// Requests of one session, all with the same body.
  mutating func session(
    _ bodies: [String], url: String = "api.openai.com/v1/things", agent: String = "acme/1.0",
    client: String = "10.77.1.23"
  ) {
    count += 1
    scene.clock = Double(count) * 7_200
    scene.client = client
    for body in bodies {
      scene.clock += 1
      scene.request(url, [("user-agent", agent)], json: body, flow: UInt64(count))
    }
  }

  func told() -> [Disclosure] {
    scene.result().tools.flatMap(\.disclosures)
      .filter { $0.signal?.hasPrefix("repetition.") == true }
  }
}

private let first = "0b7c2f1e-93d4-4f6a-8a51-6d2e7c9b1f04"
private let second = "f3a90c55-1b7e-4d28-9c06-2ae41d77b890"
private let token = "Qm7xT2vK9pLw4RzB8nYc"

@Suite struct `An id in a place that nobody knows` {
  @Test func `is the installation's when every session has it`() throws {
    var runs = Runs()
    for _ in 0..<3 { runs.session([#"{"zq":"\#(first)"}"#]) }
    let told = try #require(runs.told().first)
    #expect(runs.told().count == 1)
    #expect(told.attribute == "identity.installation_id" && told.value == first)
    #expect(told.sessions.count == 3 && told.occurrences == 3 && told.channel.path == "$.zq")
    #expect(told.note == "the same in all of 3 sessions")
  }

  @Test func `is the device's when several tools have it`() {
    var runs = Runs()
    for _ in 0..<2 {
      runs.session([#"{"zq":"\#(first)"}"#])
      runs.session([#"{"zq":"\#(first)"}"#], url: "api.anthropic.com/v1/things", agent: "other/2")
    }
    #expect(runs.told().map(\.attribute) == ["identity.device_id", "identity.device_id"])
  }

  @Test func `is the session's when it lasts as long as that`() {
    var runs = Runs()
    for id in [first, second] { runs.session(Array(repeating: #"{"zq":"\#(id)"}"#, count: 3)) }
    #expect(runs.told().map(\.attribute) == ["identity.session_id"])
    #expect(runs.told().first?.values.sorted() == [first, second].sorted())
  }

  @Test func `says nothing after one session`() {
    var runs = Runs()
    runs.session(Array(repeating: #"{"zq":"\#(first)"}"#, count: 5))
    #expect(runs.told().isEmpty)
  }

  @Test func `is the request's when each has its own`() {
    var runs = Runs()
    for session in 0..<3 {
      runs.session(
        (0..<3).map { #"{"zq":"\#(first.dropLast(2))\#(session)\#($0)"}"# })
    }
    #expect(runs.told().isEmpty)
  }

  @Test func `is the program's own when several machines send it`() {
    var runs = Runs()
    for client in ["10.77.1.23", "10.77.1.24", "10.77.1.23", "10.77.1.24"] {
      runs.session([#"{"zq":"\#(first)"}"#], client: client)
    }
    #expect(runs.told().isEmpty)
  }

  @Test(arguments: [
    #"{"message":"an ordinary sentence of words"}"#, #"{"count":"1234567890123456789"}"#,
    #"{"zq":"2026-11-22T21:57:00.000Z"}"#, #"{"model":"claude-opus-4-1-20250805"}"#,
    #"{"etag":"\#(token)"}"#, #"{"traceparent":"\#(token)"}"#, #"{"zq":"deadbeefdeadbeef"}"#,
    #"{"file":"Sources/Analysis/Repetition/OpaqueValue"}"#,
  ])
  func `is no word, number, time or validator`(body: String) {
    var runs = Runs()
    for _ in 0..<3 { runs.session([body]) }
    #expect(runs.told().isEmpty)
  }
}

@Suite struct `A token that nothing explains` {
  @Test func `is told without its value when every session has it`() throws {
    var runs = Runs()
    for _ in 0..<2 { runs.session([#"{"zq":"\#(token)"}"#]) }
    let told = try #require(runs.told().first)
    #expect(told.attribute == "covert.unexplained_token" && told.isRedacted)
    #expect(!told.values.contains { $0.contains(token) })
    #expect(told.note?.hasSuffix("up to 120 bits") == true)
  }

  @Test func `is followed in a bounded number of places`() {
    var runs = Runs()
    for _ in 0..<2 {
      runs.session([
        "{" + (0..<20).map { #""zq\#($0)":"\#(token)""# }.joined(separator: ",") + "}"
      ])
    }
    var options = AnalysisOptions()
    options.repeatedPlaces = 5
    let result = runs.scene.result(options)
    #expect(result.disclosures("covert.unexplained_token").count == 5)
    #expect(result.coverage.notes.contains { $0.hasPrefix("A bound of the analysis") })
  }
}

@Suite struct `The order of fields` {
  private static let names = ["accept", "x-a", "x-b", "x-c", "x-d", "x-e"]

  private func told(_ orders: [[String]], bodies: [String]? = nil) -> [Disclosure] {
    var scene = Scene()
    for (i, order) in orders.enumerated() {
      scene.clock += 1
      scene.request(
        "api.openai.com/v1/things", order.map { ($0, "1") }, json: bodies?[i] ?? "{}")
    }
    return scene.result().tools.flatMap(\.disclosures)
      .filter { $0.attribute == "covert.ordering" }
  }

  private static var swapped: [String] {
    var names = names
    names.swapAt(2, 3)
    return names
  }

  @Test func `can say one thing of two`() throws {
    let told = told((0..<20).map { [0, 3, 4, 5].contains($0 % 7) ? Self.names : Self.swapped })
    let disclosure = try #require(told.first)
    #expect(told.count == 1 && disclosure.isCovert)
    #expect(disclosure.value == "x-b, x-c | x-c, x-b")
    #expect(disclosure.channel == Channel(part: .header, path: "*"))
    #expect(
      disclosure.note
        == "2 orders of the same 7 names in requests that are alike, 12 and 8 times: up to 1 bit a request"
    )
  }

  @Test func `can do so in the members of a body`() {
    let bodies = (0..<20).map {
      $0.isMultiple(of: 3)
        ? #"{"a":1,"b":2,"c":3,"d":4,"e":5}"# : #"{"a":1,"c":3,"b":2,"d":4,"e":5}"#
    }
    let told = told(Array(repeating: Self.names, count: 20), bodies: bodies)
    #expect(told.map(\.value) == ["b, c | c, b"])
    #expect(told.map(\.channel.part) == [.body])
  }

  @Test func `says nothing when it is shuffled`() {
    var random = SeededRandom(seed: 7)
    #expect(told((0..<40).map { _ in Self.names.shuffled(using: &random) }).isEmpty)
  }

  @Test func `says nothing when it goes round, as Go's maps do`() {
    let orders = (0..<20).map { i in
      i.isMultiple(of: 2) ? Self.names : Array(Self.names[3...] + Self.names[..<3])
    }
    #expect(told(orders).isEmpty)
  }

  @Test func `says nothing when a field is new, or the request is another`() {
    let orders = (0..<20).map { $0.isMultiple(of: 2) ? Self.names : ["x-new"] + Self.swapped }
    #expect(told(orders).isEmpty)
    let bodies = (0..<20).map { $0.isMultiple(of: 2) ? #"{"a":1}"# : #"{"b":1}"# }
    let alternating = (0..<20).map { $0.isMultiple(of: 2) ? Self.names : Self.swapped }
    #expect(told(alternating, bodies: bodies).isEmpty)
  }

  @Test func `of a WebSocket's handshake says nothing, however many messages follow`() {
    var scene = Scene()
    for i in 0..<24 {
      scene.clock += 1
      let names = i < 12 ? Self.names : Self.swapped
      scene.webSocket(
        "api.openai.com/v1/realtime", text: #"{"type":"say"}"#, flow: i < 12 ? 1 : 2,
        handshake: names.map { ($0, "1") })
    }
    #expect(scene.result().disclosures("covert.ordering").isEmpty)
  }

  @Test func `is followed for a bounded number of requests`() {
    var scene = Scene()
    for i in 0..<60 {
      scene.clock += 1
      let names = i / 3 % 2 == 0 ? Self.names : Self.swapped
      scene.request("api.openai.com/v1/things\(i % 3)", names.map { ($0, "1") }, json: "{}")
    }
    var options = AnalysisOptions()
    #expect(scene.result(options).disclosures("covert.ordering").count == 1)
    #expect(scene.result(options).disclosures("covert.ordering").first?.occurrences == 60)
    options.orderedRequests = 1
    let result = scene.result(options)
    #expect(result.disclosures("covert.ordering").first?.occurrences == 20)
    #expect(result.coverage.notes.contains { $0.hasPrefix("A bound of the analysis") })
  }

  @Test func `says nothing when it changed once, or seldom`() {
    #expect(told((0..<20).map { $0 < 18 ? Self.names : Self.swapped }).isEmpty)
    #expect(told((0..<10).map { $0.isMultiple(of: 2) ? Self.names : Self.swapped }).isEmpty)
  }
}
