public import ArgumentParser
import Foundation
public import Model
import Reports

extension Redaction: ExpressibleByArgument {}

/// Where results go, and what is kept back of them.
struct WritingArguments: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to a file, which appears once it is whole.", valueName: "file"))
  var output: String?

  @Option(help: "What to keep back: secrets, values (all that links to people), or none.")
  var redact = Redaction.secrets

  /// Writes a page as wide and as colourful as the place it goes to bears.
  func write(_ page: (RenderOptions) -> [UInt8]) throws {
    let file = try OutputFile(output)
    let toTerminal = output == nil && Console.isOutputTerminal
    let usesColor = toTerminal && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
    try file.write(
      page(RenderOptions(width: toTerminal ? Console.width ?? 100 : 100, color: usesColor)))
    try file.finish()
  }
}
