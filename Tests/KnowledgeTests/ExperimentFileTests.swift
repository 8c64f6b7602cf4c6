import Knowledge
import Model
import Testing

@Suite struct `Experiment files` {
  @Test func `are read with runs, factors and what levels stand for`() {
    let text = """
      schema: telltale.experiment/1
      levels:
        base_url:
          cn: {network.base_url: "https://gateway.example"}
      runs:
        - {capture: a.pcapng, keylog: a.keys, block: monday, order: 2, factors: {TZ: Asia/Tokyo, base_url: cn}}
        - {capture: /b.pcapng, factors: {TZ: UTC, base_url: none}}
      """
    let (experiment, problems) = ExperimentFile.read(text, file: "dir/e.yaml")
    #expect(problems.isEmpty)
    #expect(experiment.runs.map(\.capture) == ["dir/a.pcapng", "/b.pcapng"])
    #expect(experiment.runs[0].keyLogs == ["dir/a.keys"])
    #expect(experiment.runs[0].block == "monday")
    #expect(experiment.runs[0].order == 2)
    #expect(experiment.factorNames == ["TZ", "base_url"])
    #expect(
      experiment.levels["base_url"]?["cn"]
        == [Experiment.Fact(attribute: "network.base_url", value: "https://gateway.example")])
  }

  @Test(arguments: [(Experiment.runLimit, true), (Experiment.runLimit + 1, false)])
  func `hold so many runs`(count: Int, isRead: Bool) {
    let runs = (0..<count).map { "  - {capture: \($0).pcap, factors: {A: x\($0 % 2)}}" }
    let (experiment, problems) = ExperimentFile.read(
      "schema: telltale.experiment/1\nruns:\n" + runs.joined(separator: "\n"), file: "e.yaml")
    #expect(problems.isEmpty == isRead)
    #expect(experiment.runs.count <= Experiment.runLimit)
  }

  @Test(arguments: [
    ("runs: []", "schema"),
    ("schema: telltale.experiment/1", "runs"),
    ("schema: telltale.experiment/1\nruns:\n  - {capture: a, factors: {A: x}, kind: y}", "kind"),
    (
      "schema: telltale.experiment/1\nruns:\n  - {capture: a, factors: {A: x}}\n  - {capture: b, factors: {B: x}}",
      "runs"
    ),
    ("schema: [", ""),
  ])
  func `say what is wrong, and where`(text: String, key: String) {
    let (_, problems) = ExperimentFile.read(text, file: "e.yaml")
    #expect(!problems.isEmpty)
    #expect(problems.contains { $0.key == key })
    #expect(
      problems.allSatisfy { $0.description.hasPrefix("e.yaml") && !$0.message.contains("\n") })
  }
}
