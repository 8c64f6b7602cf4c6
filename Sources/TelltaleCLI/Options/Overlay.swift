import ArgumentParser
import Foundation
import Knowledge

/// The catalogue with a user's own directory of knowledge over it.
enum Overlay {
  static func catalogue(_ directory: String?) throws -> Catalogue {
    guard let directory else { return .builtIn }
    guard isDirectory(directory) else { throw refuse(directory) }
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

  static func isDirectory(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
      && isDirectory.boolValue
  }

  /// Tells that a directory is none, and gives the exit code.
  static func refuse(_ path: String) -> ExitCode {
    Console.complain("\(path): no such directory; give one with vendors/, tools/ or signals/ in it")
    return Exit.cannotOpen
  }
}
