import ArgumentParser
import Telltale

/// How captures are read: what the commands that open files of packets have in common.
struct ReadingArguments: ParsableArguments {
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
