import ArgumentParser
import Knowledge

/// The catalogue with a user's own directory of knowledge over it.
enum Overlay {
  static func catalogue(_ directory: String?) throws -> Catalogue {
    guard let directory else { return .builtIn }
    let loaded = CatalogueLoader(over: .builtIn).load(directory: directory)
    guard loaded.problems.isEmpty else {
      for problem in loaded.problems.prefix(10) { Console.complain(problem.description) }
      if loaded.problems.count > 10 {
        Console.complain("… and \(loaded.problems.count - 10) more")
      }
      throw Exit.damagedInput
    }
    return loaded.catalogue
  }
}
