import ArgumentParser
import Knowledge

/// The knowledge base, with the user's own entries over it.
struct KnowledgeArguments: ParsableArguments {
  @Option(
    name: .customLong("knowledge"),
    help: ArgumentHelp(
      "Directory with vendors, tools and signals of your own, over the built-in ones.",
      valueName: "dir"))
  var directory: String?

  func catalogue() throws -> Catalogue { try Overlay.catalogue(directory) }
}
