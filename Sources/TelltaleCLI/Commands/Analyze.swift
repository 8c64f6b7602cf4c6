import ArgumentParser
import Model
import Telltale

struct Analyze: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Says what each tool told, per session: which attributes, where, how, to whom.",
    discussion: """
      Exit codes: 0 done; 65 the input is damaged or no capture (what could be read is still \
      analysed); 66 cannot open input; 73 cannot create output; 74 I/O error; 64 usage.
      """)

  @OptionGroup var input: InputArguments
  @OptionGroup var report: ReportArguments

  func run() throws {
    let progress = Progress()
    var options = input.options
    options.hashes = report.tellsDigests
    let summary = try withExitCodes {
      try AnalyzeRun(catalogue: report.catalogue(), options: report.analysisOptions())
        .run(options, hooks: input.reading.hooks(progress))
    }
    progress.finish()
    try report.write(summary)
    if summary.captures.contains(where: { !$0.damage.isEmpty }) { throw Exit.damagedInput }
  }
}
