import Analysis
import Model
import Testing

/// Each bound of a comparison: a small one, runs that hold more, and what is found all the same.
@Suite struct `Bounds of a comparison` {
  /// Sixteen runs, eight of each level.
  private func compare(
    _ change: (inout ComparisonLimits) -> Void, _ messages: (Bool, Int, inout Scene) -> Void
  ) -> Comparison {
    var limits = ComparisonLimits()
    change(&limits)
    var comparator = Comparator(catalogue: sourceCatalogue, limits: limits)
    var runs: [Experiment.Run] = []
    for number in 0..<16 {
      var scene = Scene()
      messages(number % 2 == 1, number, &scene)
      for record in scene.records { comparator.consume(record) }
      comparator.endRun()
      var run = Experiment.Run(
        capture: "\(number)", factors: ["TZ": number % 2 == 1 ? "Asia/Tokyo" : "America/New_York"])
      run.order = number * 5 % 16
      runs.append(run)
    }
    return comparator.finish(Experiment(runs: runs), generatorVersion: "test")
  }

  /// A small request with a marker, then a large one with another.
  private func two(_ isOther: Bool, _ run: Int, _ scene: inout Scene) {
    let mark = isOther ? "\u{2019}" : "'"
    scene.request("api.openai.com/v1/chat/completions", json: #"{"first":"It\#(mark)s here"}"#)
    let fields = (0..<300).map { #""k\#($0)":"word \#(run) of \#($0)""# }
    scene.request(
      "api.openai.com/v1/responses",
      json: #"{\#(fields.joined(separator: ",")),"second":"It\#(mark)s there"}"#)
  }

  private func covert(_ comparison: Comparison) -> Set<String> {
    Set(comparison.covert.map(\.path))
  }

  private func isCut(_ comparison: Comparison) -> Bool {
    comparison.coverage.notes.contains { $0.contains("beyond a limit") }
  }

  @Test func `leave nothing out where they are not reached`() {
    let result = compare({ _ in }, two)
    #expect(covert(result) == ["$.first", "$.second"])
    #expect(!isCut(result))
  }

  @Test func `compare the first fields of a run`() {
    let result = compare({ $0.nodesPerRun = 100 }, two)
    #expect(covert(result) == ["$.first"])
    #expect(isCut(result))
  }

  @Test func `compare the first texts`() {
    let result = compare({ $0.textBytes = 400 }, two)
    #expect(covert(result).isSubset(of: ["$.first"]))
    #expect(isCut(result))
  }

  @Test func `compare the first places that vary`() {
    // The filler is alike in every fourth run, so that its places count.
    func varied(_ isOther: Bool, _ run: Int, _ scene: inout Scene) {
      two(isOther, run / 4, &scene)
    }
    #expect(covert(compare({ _ in }, varied)) == ["$.first", "$.second"])
    let result = compare({ $0.places = 20 }, varied)
    #expect(covert(result) == ["$.first"])
    #expect(isCut(result))
    let same = compare({ $0.placesTimesRuns = 20 * 16 }, varied)
    #expect(covert(same) == ["$.first"])
    #expect(isCut(same))
  }

  @Test func `align the first words of a text one by one`() {
    func text(_ isOther: Bool, _ run: Int, _ scene: inout Scene) {
      let rest = String(repeating: "and so on ", count: 200)
      scene.request(
        "api.openai.com/v1/responses",
        json: #"{"input":"It\#(isOther ? "\u{2019}" : "'")s here \#(rest) run \#(run)"}"#)
    }
    let result = compare({ $0.tokens = 50 }, text)
    #expect(covert(result) == ["$.input"])
    #expect(result.covert.allSatisfy { $0.levels.allSatisfy { $0.codePoints.count == 1 } })
  }

  @Test func `compare so many names of hosts`() {
    func names(_ isOther: Bool, _ run: Int, _ scene: inout Scene) {
      for host in 0..<8 { scene.ask("h\(host).example") }
      scene.ask(isOther ? "x.tokyo.example" : "x.newyork.example")
      scene.request("api.openai.com/v1/responses", json: #"{"tz":"\#(isOther ? "a" : "b")"}"#)
    }
    let all = compare({ _ in }, names)
    let some = compare({ $0.hosts = 4 }, names)
    func dns(_ comparison: Comparison) -> Int {
      comparison.variations.count { $0.part == "dns" && $0.kind != .noise }
    }
    #expect(dns(all) > 0)
    #expect(dns(some) == 0)
    #expect(isCut(some))
    #expect(some.variations.contains { $0.path == "$.tz" && $0.kind != .noise })
  }

  @Test func `list so much noise and count the rest`() {
    let result = compare({ $0.listedNoise = 5 }, two)
    #expect(result.variations.count { $0.kind == .noise } == 5)
    #expect(result.unlistedNoise == 295)
    #expect(covert(result) == ["$.first", "$.second"])
  }
}
