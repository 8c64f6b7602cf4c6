import Analysis
import Foundation
import Model
import Testing

/// Each bound of docs/Limits.md that observations can reach: a small bound, more than it allows, and what
/// is to be told all the same.
@Suite struct `Bounds of an analysis` {
  static let api = "api.openai.com/v1/chat/completions"
  static let note = "A bound of the analysis was reached"

  private func options(_ change: (inout AnalysisOptions) -> Void) -> AnalysisOptions {
    var options = AnalysisOptions()
    change(&options)
    return options
  }

  private func isCapped(_ result: AnalysisResult) -> Bool {
    result.coverage.notes.contains { $0.hasPrefix(Self.note) }
  }

  @Test func `let no flow go untold that ended unread`() {
    var scene = Scene()
    let hosts = ["api.openai.com", "api.anthropic.com", "chatgpt.com"]
    for id in 1...60 {
      scene.hello(hosts[id % 3], flow: UInt64(id), isDecrypted: false)
      scene.end(flow: UInt64(id), decrypted: false)
    }
    let small = scene.result(options { $0.pendingFlows = 4 })
    let large = scene.result()
    #expect(isCapped(small) && !isCapped(large))
    #expect(Set(small.tools.flatMap(\.recipients).map(\.host)) == Set(hosts))
    #expect(
      small.unattributed.map(\.flows).reduce(0, +) == large.unattributed.map(\.flows).reduce(0, +))
    #expect(small.tools.map(\.id) == large.tools.map(\.id))
  }

  @Test func `settle the oldest flow when too many are open`() {
    var scene = Scene()
    for id in 1...40 { scene.hello("api.openai.com", flow: UInt64(id), isDecrypted: false) }
    let small = scene.result(options { $0.flowLimit = 4 })
    #expect(isCapped(small))
    #expect(small.tools.map(\.id) == ["unknown:openai"])
    #expect(small.unattributed.map(\.flows) == [40])
    #expect(scene.result().unattributed.map(\.flows) == [40])
  }

  @Test func `forget the address that was named first`() {
    var scene = Scene()
    scene.ask("api.anthropic.com", answer: "203.0.113.1")
    scene.ask("api.openai.com", answer: "203.0.113.2")
    for id: UInt64 in [1, 2] {
      scene.hello(nil, flow: id, isDecrypted: false, server: "203.0.113.\(id)")
      scene.end(flow: id, decrypted: false, server: "203.0.113.\(id)")
    }
    func named(_ result: AnalysisResult) -> Set<String> {
      Set(result.unattributed.map(\.host))
    }
    #expect(named(scene.result()) == ["api.anthropic.com", "api.openai.com"])
    #expect(named(scene.result(options { $0.nameLimit = 1 })) == ["api.openai.com"])
  }

  @Test func `tell the link-layer addresses of the first clients`() {
    var scene = Scene()
    for number in 1...9 {
      scene.client = "10.77.1.\(number)"
      scene.link = 0x0200_0a4d_0100 + UInt64(number)
      scene.request("POST", Self.api, flow: UInt64(number))
    }
    func links(_ result: AnalysisResult) -> [String] {
      result.tools.flatMap(\.sessions).compactMap(\.mac).sorted()
    }
    #expect(links(scene.result()).count == 9)
    let small = scene.result(options { $0.nameLimit = 2 })
    #expect(links(small) == ["02:00:0a:4d:01:01", "02:00:0a:4d:01:02"])
    #expect(small.tools.flatMap(\.sessions).count == 9)
  }

  @Test func `keep the books of the first senders`() {
    var scene = Scene()
    for number in 1...5 {
      scene.client = "10.77.1.\(number)"
      scene.request(Self.api, json: #"{"model":"m-\#(number)","messages":[]}"#)
    }
    let result = scene.result(options { $0.ledgerLimit = 2 })
    #expect(isCapped(result))
    #expect(result.values("toolchain.model") == ["m-1", "m-2"])
  }

  @Test func `tell so many different values of a place apart`() {
    var scene = Scene()
    for number in 0..<40 { scene.request(Self.api, json: #"{"model":"m-\#(number)"}"#) }
    let model = scene.result(options { $0.distinctLimit = 8 }).disclosures("toolchain.model").first
    #expect(model?.distinct == 8)
    #expect(model?.occurrences == 40)
  }

  @Test func `hold so many requests to a host that may turn out to be a gateway`() {
    var scene = Scene()
    scene.request(
      "HEAD", "gw.harbour.example/", [("x-tz", "Asia/Tokyo")], encrypted: false, port: 80)
    for number in 0..<80 {
      scene.request(
        "GET", "gw.harbour.example/ping/\(number)", encrypted: false, port: 80)
    }
    scene.request(
      "gw.harbour.example/v1/chat/completions", json: #"{"model":"m","messages":[]}"#,
      encrypted: false, port: 80)
    func exchanges(_ options: AnalysisOptions) -> Int {
      scene.result(options).tools.flatMap(\.recipients).map(\.exchanges).reduce(0, +)
    }
    #expect(exchanges(AnalysisOptions()) == 82)
    let some = exchanges(options { $0.heldExchanges = 8 })
    #expect(some >= 6 && some <= 9)
    let few = exchanges(options { $0.heldBytes = 64 * 600 })
    #expect(few < 82 && few >= 1)
  }

  @Test func `look at so many values of a request and tell those`() {
    let fields = (0..<200).map { #""f\#($0)":"v""# }.joined(separator: ",")
    var scene = Scene()
    scene.request(
      Self.api, json: #"{"model":"m","user_tz":"Asia/Tokyo",\#(fields),"cwd":"/home/ada/x"}"#)
    let result = scene.result(options { $0.leafLimit = 50 })
    #expect(isCapped(result))
    #expect(result.values("place.timezone") == ["Asia/Tokyo"])
    #expect(result.values("workspace.path").isEmpty)
    #expect(!scene.result().values("workspace.path").isEmpty)
  }

  @Test func `report so many findings of a request`() {
    let fields = (0..<100).map { #""p\#($0)":"/home/ada/src/p\#($0)""# }.joined(separator: ",")
    var scene = Scene()
    scene.request(Self.api, json: #"{"model":"m",\#(fields)}"#)
    let result = scene.result(options { $0.hitLimit = 60 })
    #expect(isCapped(result))
    #expect(!result.disclosures.isEmpty)
    #expect(result.disclosures.count < scene.result().disclosures.count)
  }

  @Test func `unwrap so many bytes of a request`() {
    let text = #"{"tz":"Asia/Tokyo","pad":""# + String(repeating: "x", count: 500) + #""}"#
    let inner = quoted(Data(text.utf8).base64EncodedString())
    var scene = Scene()
    scene.request(Self.api, json: #"{"model":"m","cwd":"/home/ada/x","input":\#(inner)}"#)
    let result = scene.result(options { $0.expansionLimit = 100 })
    #expect(isCapped(result))
    #expect(result.values("place.timezone").isEmpty)
    #expect(result.values("toolchain.model") == ["m"])
    #expect(scene.result().values("place.timezone") == ["Asia/Tokyo"])
  }

  @Test func `count sessions beyond their number into the last`() {
    var scene = Scene()
    for number in 0..<4_110 {
      scene.request(
        "api.anthropic.com/v1/messages",
        [
          ("user-agent", "claude-cli/2.1.170 (external, cli)"),
          ("x-claude-code-session-id", "s-\(number)"),
        ], json: "{}")
    }
    let sessions = scene.result().tools.flatMap(\.sessions)
    #expect(sessions.count == 4_096)
    #expect(sessions.last?.exchanges == 15)
    #expect(sessions.map(\.exchanges).reduce(0, +) == 4_110)
  }

  @Test func `of a profile are its number of facts and their length`() {
    func profile(_ values: [String]) -> [UInt8] {
      let facts = values.map { #"{"attribute":"machine.hostname","value":"\#($0)"}"# }
      return Array(
        #"{"schema":"telltale.profile/1","facts":[\#(facts.joined(separator: ","))]}"#.utf8)
    }
    let most = (0..<Profile.factLimit).map { "host-\($0)" }
    #expect(throws: Never.self) { try Profile(json: profile(most)) }
    #expect(throws: ProfileFault.self) { try Profile(json: profile(most + ["one-more"])) }
    let long = String(repeating: "h", count: Profile.valueLimit)
    #expect(throws: Never.self) { try Profile(json: profile([long])) }
    #expect(throws: ProfileFault.self) { try Profile(json: profile([long + "h"])) }
  }
}
