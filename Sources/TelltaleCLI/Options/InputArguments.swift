import ArgumentParser
import Telltale

/// The captures and what is needed to read them.
struct InputArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Captures: pcap or pcapng files (also .gz, .zst), directories of them, or - for a pipe.",
      valueName: "capture"))
  var captures: [String]

  @OptionGroup var reading: ReadingArguments

  @Option(help: ArgumentHelp("Most threads to use. Results do not depend on it.", valueName: "n"))
  var threads: Int?

  func validate() throws {
    if captures.isEmpty { throw ValidationError("name at least one capture, or - for a pipe") }
    if captures.filter({ $0 == "-" }).count > 1 {
      throw ValidationError("standard input (-) can be read once only")
    }
    if let threads, threads < 1 { throw ValidationError("--threads takes a number from 1 up") }
  }

  var options: InputOptions {
    var options = InputOptions(captures: captures)
    options.keyLogs = reading.keyLogs
    options.filter = reading.filter
    return options
  }
}
