import ArgumentParser
import Model
import Reports
import Telltale

struct Live: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "live",
    abstract: "Watches interfaces, tells each new disclosure, and sums up when it is stopped.",
    discussion: """
      SIGINT or SIGTERM ends the capture; the summary that analyze would give follows. \
      Needs the right to capture: exit code 77 without it.
      """)

  @Option(
    name: .shortAndLong, parsing: .upToNextOption,
    help: ArgumentHelp("Interfaces to watch.", valueName: "iface"))
  var interface: [String]

  @Option(help: ArgumentHelp("Capture only packets that match a libpcap filter.", valueName: "bpf"))
  var filter: String?

  @Option(
    name: .customLong("keylog"),
    help: ArgumentHelp("NSS key log; lines that come later are used.", valueName: "file"))
  var keyLogs: [String] = []

  @OptionGroup var report: ReportArguments

  func run() throws {
    StopSignals.install()
    var hooks = RunHooks()
    hooks.warn = Console.complain
    hooks.shouldStop = { StopSignals.shouldStop }
    var run = try AnalyzeRun(catalogue: report.catalogue(), options: report.analysisOptions())
    let news = NewsLine(format: report.format)
    run.onNewDisclosure = news.tell
    let summary = try withExitCodes {
      try run.run(interfaces: interface, filter: filter, keyLogs: keyLogs, hooks: hooks)
    }
    if let drops = summary.captures.first?.dropped {
      Console.complain(
        "\(summary.captures.first?.packets ?? 0) packets; dropped by the kernel: \(drops.kernel), by "
          + "the interface: \(drops.interface)")
    }
    try report.write(summary)
  }
}

/// Tells each new disclosure while the capture goes on: a line of text, or an EVE record.
private struct NewsLine {
  let format: String

  func tell(_ disclosure: Disclosure, tool: String) {
    switch format {
    case "text":
      Console.write(LiveLine.text(disclosure, tool: tool) + "\n", to: 1)
    case "eve":
      _ = Console.writeAll(LiveLine.eve(disclosure, tool: tool), to: 1)
    default:
      // The other formats are whole documents; the news goes where it does not disturb them.
      Console.write(LiveLine.text(disclosure, tool: tool) + "\n", to: 2)
    }
  }
}
