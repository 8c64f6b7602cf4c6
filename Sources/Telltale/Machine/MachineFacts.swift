public import Analysis
import Foundation

/// What can be learned of this machine without running or changing anything: from the system's calls,
/// from files, and from the environment (docs/Profile.md lists it).
public struct MachineFacts {
  let files: MachineFiles
  let environment: [String: String]
  let system: SystemFacts
  /// Where work is done.
  let workingFolder: String

  /// This machine, this user, this folder.
  public init() {
    self.init(
      files: MachineFiles(), environment: ProcessInfo.processInfo.environment,
      system: .ofThisMachine(), workingFolder: FileManager.default.currentDirectoryPath)
  }

  package init(
    files: MachineFiles, environment: [String: String], system: SystemFacts, workingFolder: String
  ) {
    self.files = files
    self.environment = environment
    self.system = system
    self.workingFolder = workingFolder
  }

  /// The facts in the order of the documentation, none twice.
  public func collect() -> Profile {
    var list = FactList()
    tellPlace(&list)
    tellPerson(&list)
    tellMachine(&list)
    tellNetwork(&list)
    tellWorkspace(&list)
    tellToolchain(&list)
    return Profile(facts: list.facts)
  }

  /// A variable of the environment that is not empty.
  func variable(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  var home: String { variable("HOME") ?? system.home ?? "/" }
}

/// Gathers facts without repeating any.
struct FactList {
  private(set) var facts: [ProfileFact] = []
  private var seen: Set<ProfileFact> = []

  mutating func add(_ attribute: String, _ value: String?) {
    guard let value = value?.trimmingCharacters(in: .whitespacesAndNewlines), !value.isEmpty,
      value.utf8.count <= Profile.valueLimit, facts.count < Profile.factLimit
    else { return }
    let fact = ProfileFact(attribute: attribute, value: value)
    if seen.insert(fact).inserted { facts.append(fact) }
  }
}
