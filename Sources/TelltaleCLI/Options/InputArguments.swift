import ArgumentParser
import Telltale

/// The captures and what is needed to read them.
struct InputArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Captures: pcap or pcapng files (also .gz, .zst), directories of them, or - for a pipe.",
      valueName: "capture"))
  var captures: [String]

  @Option(
    name: .customLong("keylog"),
    help: ArgumentHelp(
      "NSS key log with TLS secrets; may be given more than once. Secrets inside pcapng files are used by themselves.",
      valueName: "file"))
  var keyLogs: [String] = []

  @Option(help: ArgumentHelp("Read only packets that match a libpcap filter.", valueName: "bpf"))
  var filter: String?

  @Flag(inversion: .prefixedNo, help: "Show progress on stderr (default: when it is a terminal).")
  var progress: Bool?

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
    options.keyLogs = keyLogs
    options.filter = filter
    return options
  }

  func hooks(_ progressLine: Progress) -> RunHooks {
    var hooks = RunHooks()
    hooks.warn = { message in
      progressLine.finish()
      Console.complain(message)
    }
    if progress ?? Console.isErrorTerminal { hooks.progress = progressLine.update }
    return hooks
  }
}
