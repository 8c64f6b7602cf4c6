import ArgumentParser
import Knowledge
import Reports

struct Identify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "identify",
    abstract: "Says what the catalogue knows of hosts, URLs and User-Agents.")

  @Argument(
    help: ArgumentHelp(
      "Host names, URLs or User-Agent strings.", valueName: "host|url|user-agent"))
  var subjects: [String]

  @OptionGroup var arguments: CatalogueArguments

  func run() throws {
    let catalogue = try arguments.knowledge.catalogue()
    let answers = subjects.map { IdentityCard(of: $0, in: catalogue) }
    if arguments.format == "json" {
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
