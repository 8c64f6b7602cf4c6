import ArgumentParser
import Knowledge
import Reports

struct CatalogueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalogue",
    abstract: "Shows the knowledge base, and checks files of your own.",
    subcommands: [CatalogueList.self, CatalogueShow.self, CatalogueCheck.self])
}

/// What the subcommands that read the catalogue have in common.
struct CatalogueArguments: ParsableArguments {
  @Option(name: .shortAndLong, help: ArgumentHelp("text or json.", valueName: "format"))
  var format = "text"

  @OptionGroup var knowledge: KnowledgeArguments

  func validate() throws {
    guard format == "text" || format == "json" else {
      throw ValidationError("no format '\(format)'; there are text, json")
    }
  }

  /// Prints cards: one after the other, or as a JSON array.
  func print(_ cards: [CatalogueCard], isBrief: Bool) {
    if format == "json" {
      var json = JSONWriter(.indented)
      json.array { json in
        for card in cards { json.object(inline: isBrief) { card.write(to: &$0, isBrief: isBrief) } }
      }
      json.endLine()
      _ = Console.writeAll(json.bytes, to: 1)
    } else {
      Console.write(
        cards.map { isBrief ? $0.line : $0.text }.joined(separator: isBrief ? "" : "\n"), to: 1)
    }
  }
}

struct CatalogueList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the entries, one a line: kind, id, name.")

  @Argument(
    help: ArgumentHelp(
      "Which of vendors, tools, clients, signals, attributes; default: all but the signals.",
      valueName: "kind"))
  var kinds: [CatalogueCard.Kind] = []

  @OptionGroup var arguments: CatalogueArguments

  func run() throws {
    let catalogue = try arguments.knowledge.catalogue()
    let wanted = kinds.isEmpty ? [.vendors, .tools, .clients, .attributes] : kinds
    let cards = CatalogueCard.Kind.allCases.filter(wanted.contains).flatMap {
      CatalogueCard.all(of: $0, in: catalogue)
    }
    arguments.print(cards, isBrief: true)
  }
}

struct CatalogueShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows entries in full, with their sources.")

  @Argument(
    help: ArgumentHelp("Ids of vendors, tools, clients, signals, attributes.", valueName: "id"))
  var ids: [String]

  @OptionGroup var arguments: CatalogueArguments

  func run() throws {
    let catalogue = try arguments.knowledge.catalogue()
    let all = CatalogueCard.Kind.allCases.flatMap { CatalogueCard.all(of: $0, in: catalogue) }
    var found: [CatalogueCard] = []
    for id in ids {
      let cards = all.filter { $0.id == id.lowercased() }
      if cards.isEmpty {
        let near = all.map(\.id).filter { $0.contains(id.lowercased()) }.prefix(4)
        throw ValidationError(
          "the catalogue has no '\(id)'"
            + (near.isEmpty
              ? "; 'telltale catalogue list' names what it has"
              : "; did you mean \(near.joined(separator: ", "))?"))
      }
      found += cards
    }
    arguments.print(found, isBrief: false)
  }
}

struct CatalogueCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks a directory of your own entries, as --knowledge would read it.",
    discussion: """
      Tells every mistake with file, line and key, one a line. Ends with 0 when there is none, \
      and with 65 when there are.
      """)

  @Argument(help: ArgumentHelp("Directory with vendors/, tools/, signals/ …", valueName: "dir"))
  var directory: String

  func run() throws {
    guard Overlay.isDirectory(directory) else { throw Overlay.refuse(directory) }
    let loaded = CatalogueLoader(over: .builtIn).load(directory: directory)
    for problem in loaded.problems { Console.complain(problem.description) }
    guard loaded.problems.isEmpty else {
      let count = loaded.problems.count
      Console.complain("\(directory): \(count) \(count == 1 ? "mistake" : "mistakes")")
      throw Exit.damagedInput
    }
    Console.write("\(directory): nothing wrong\n", to: 1)
  }
}
