import ArgumentParser
import Telltale

@main
struct TelltaleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "telltale",
    abstract: "Reads packet captures and says what AI tools told, about whom, and to whom.",
    version: telltaleVersion,
    subcommands: [
      Analyze.self, Compare.self, Dissect.self, Live.self, MakeProfile.self, Identify.self,
      CatalogueCommand.self,
    ])
}
