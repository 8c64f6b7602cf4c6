import ArgumentParser
import Dissection
import Model
import Reports
import Telltale

struct Dissect: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dissect",
    abstract: "Lists protocol records, one JSON object a line, named as Suricata's EVE names them.")

  @OptionGroup var input: InputArguments

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Output format: eve.", valueName: "format"))
  var format = "eve"

  @OptionGroup var writing: WritingArguments

  @Flag(help: "Include message bodies, in base64. Needs --redact none.")
  var bodies = false

  @Option(
    help: ArgumentHelp(
      "Include the first N bytes of readable streams that no parser understood. Needs --redact none.",
      valueName: "n"))
  var plaintext = 0

  @Flag(help: "With --plaintext: of every decrypted stream. Needs --redact none.")
  var plaintextAll = false

  @Flag(
    help: "In flow records, tell length, SHA-256 and gaps of both directions of TCP streams.")
  var streamDigests = false

  func validate() throws {
    guard format == "eve" || format == "json" else {
      throw ValidationError("dissect writes EVE records only (-f eve)")
    }
    guard plaintext >= 0, plaintext <= 1 << 20 else {
      throw ValidationError("--plaintext takes a number of bytes from 0 to 1048576")
    }
    if bodies || plaintext > 0 || plaintextAll, writing.redact != .none {
      throw ValidationError("--bodies and --plaintext show secrets: add --redact none")
    }
  }

  func run() throws {
    var options = DissectionOptions()
    options.plaintextBytes = plaintext == 0 && plaintextAll ? 4_096 : plaintext
    options.samplesAllPlaintext = plaintextAll
    options.digestsStreams = streamDigests
    let progress = Progress()
    var records = EVEOptions(redaction: writing.redact, bodies: bodies)
    if writing.redact == .values {
      records.hiding = try withExitCodes { try KnownValues.find(in: input.options) }
      if records.hiding == nil {
        Console.complain(
          "standard input and pipes are masked by place alone; values are looked for in files")
      }
    }
    let writer = try RecordWriter(OutputFile(writing.output), records)
    let totals = try withExitCodes {
      try DissectRun(options: options).run(
        input.options, hooks: input.reading.hooks(progress), begin: writer.begin,
        record: writer.write)
    }
    progress.finish()
    try writer.finish(
      EVEStatistics(
        time: totals.end, packets: totals.packets, bytes: totals.bytes, flows: totals.flows))
    if totals.captures.contains(where: { !$0.damage.isEmpty }) { throw Exit.damagedInput }
  }
}

/// Writes records as they come, and remembers the first thing that went wrong.
private final class RecordWriter {
  private let file: OutputFile
  private let options: EVEOptions
  private var renderer: EVERenderer
  private var failure: (any Error)?

  init(_ file: OutputFile, _ options: EVEOptions) {
    self.file = file
    self.options = options
    renderer = EVERenderer(captures: [], options: options)
  }

  func begin(_ captures: [String]) {
    renderer = EVERenderer(captures: captures, options: options)
  }

  func write(_ record: Record) {
    guard failure == nil else { return }
    do { try file.write(renderer.render(record)) } catch { failure = error }
  }

  func finish(_ statistics: EVEStatistics) throws {
    if let failure { throw failure }
    try file.write(renderer.render(statistics))
    try file.finish()
  }
}
