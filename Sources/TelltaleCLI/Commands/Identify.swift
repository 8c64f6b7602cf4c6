import ArgumentParser
import Knowledge
import Reports

struct Identify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Says what the catalogue knows of hosts, URLs and User-Agents.")

  @Argument(
    help: ArgumentHelp(
      "Host names, URLs or User-Agent strings.", valueName: "host|url|user-agent"))
  var subjects: [String]

  @Option(name: .shortAndLong, help: ArgumentHelp("text or json.", valueName: "format"))
  var format = "text"

  @Option(
    name: .customLong("knowledge"),
    help: ArgumentHelp("Directory with entries of your own.", valueName: "dir"))
  var knowledge: String?

  func validate() throws {
    guard format == "text" || format == "json" else {
      throw ValidationError("no format '\(format)'; there are text, json")
    }
  }

  func run() throws {
    let catalogue = try Overlay.catalogue(knowledge)
    let answers = subjects.map { IdentityCard(of: $0, in: catalogue) }
    if format == "json" {
      var json = JSONWriter(.indented)
      json.array { json in
        for answer in answers { json.object { answer.write(to: &$0) } }
      }
      json.endLine()
      _ = Console.writeAll(json.bytes, to: 1)
    } else {
      Console.write(answers.map(\.text).joined(separator: "\n"), to: 1)
    }
  }
}
