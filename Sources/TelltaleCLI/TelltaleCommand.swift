import ArgumentParser
import CMemory
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

  /// Runs the command line. Mistakes in it are told in one line, where the library would add usage.
  static func main() {
    telltale_use_huge_pages(48 << 20)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      switch exitCode(for: error) {
      case .success: exit(withError: error)
      case .validationFailure:
        Console.complain(mistake(error))
        exit(withError: Exit.usage)
      case let code where error is ExitCode: exit(withError: code)
      default:
        Console.complain("internal error: \(message(for: error)); please report it")
        exit(withError: Exit.internalError)
      }
    }
  }

  /// What is wrong with the command line, and which help says how it should be.
  private static func mistake(_ error: any Error) -> String {
    let what = message(for: error).split(separator: "\n").joined(separator: " ")
    let lines = fullMessage(for: error).split(separator: "\n")
    let help = lines.last { $0.contains("See '") }?.split(separator: "'").dropFirst().first
    return "\(what) (see '\(help ?? "telltale --help")')"
  }
}
