import Analysis
import ArgumentParser
import Reports
import Telltale

struct MakeProfile: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile",
    abstract: "Writes down what is true of this machine, to look for in captures.",
    discussion: """
      Reads files, the environment and the system's own calls; runs nothing, changes nothing, sends \
      nothing. The result names you: it is written for your eyes only. Edit it freely, then give it to \
      analyze or live with --profile.
      """)

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to a file, which appears once it is whole.", valueName: "file"))
  var output: String?

  func run() throws {
    let file = try OutputFile(output, mode: 0o600)
    try file.write(ProfileJSON.render(MachineFacts().collect()))
    try file.finish()
  }
}

/// A profile as the file that users keep.
enum ProfileJSON {
  static func render(_ profile: Profile) -> [UInt8] {
    var json = JSONWriter(.indented)
    json.object { json in
      json.member("schema", Profile.schema)
      json.array("facts") { json in
        for fact in profile.facts {
          json.object(inline: true) { json in
            json.member("attribute", fact.attribute)
            json.member("value", fact.value)
          }
        }
      }
    }
    return json.bytes + [0x0a]
  }
}
