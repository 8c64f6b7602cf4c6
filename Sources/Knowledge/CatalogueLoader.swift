/// A catalogue read from files, and what was wrong with them.
public struct LoadedKnowledge: Sendable {
  public var catalogue: Catalogue
  /// Examples of the signals in these files.
  public var examples: [SignalExample]
  /// What is wrong, sorted by file and line.
  ///
  /// Entries with a mistake that matters are not in the catalogue.
  public var problems: [CatalogueProblem]
}

/// Reads knowledge files: alone, or over another catalogue, to which they add, in which they
/// replace entries of the same id, and from which they take away what they mark with `remove:
/// true`.
public struct CatalogueLoader {
  private let base: Catalogue?

  public init(over base: Catalogue? = nil) { self.base = base }

  public func load(directory: String) -> LoadedKnowledge {
    let (files, problems) = KnowledgeFile.all(in: directory)
    var loaded = load(files)
    let folder = directory.hasSuffix("/") ? directory : directory + "/"
    loaded.problems = (problems + loaded.problems).map { problem in
      var problem = problem
      if problem.file != directory { problem.file = folder + problem.file }
      return problem
    }
    return loaded
  }

  public func load(_ files: [KnowledgeFile]) -> LoadedKnowledge {
    var draft = KnowledgeDraft()
    for file in files { draft.read(file) }
    draft.refuseDuplicates()

    let vendors = merge(draft.vendors, over: base?.vendors, by: \.id, &draft.problems)
    let tools = merge(draft.tools, over: base?.tools, by: \.id, &draft.problems)
    let signals = merge(draft.signals, over: base?.signals, by: \.id, &draft.problems)
    let clients = merge(draft.clients, over: base?.clients, by: \.id, &draft.problems)
    let attributes = merge(draft.attributes, over: base?.attributes, by: \.id, &draft.problems)
    let catalogue = Catalogue(
      vendors: vendors, tools: tools, signals: signals, attributes: attributes, clients: clients)

    var checks = CatalogueChecks(catalogue: catalogue, draft: draft)
    checks.run()
    return LoadedKnowledge(
      catalogue: catalogue, examples: draft.examples.map(\.value),
      problems: (draft.problems + checks.problems).sorted {
        ($0.file, $0.line, $0.key, $0.message) < ($1.file, $1.line, $1.key, $1.message)
      })
  }

  /// The base without what is removed or replaced, and the new entries, in the order of their ids.
  private func merge<Value>(
    _ entries: DraftEntries<Value>, over base: [Value]?, by id: KeyPath<Value, String>,
    _ problems: inout [CatalogueProblem]
  ) -> [Value] {
    let base = base ?? []
    let known = Set(base.map { $0[keyPath: id] })
    for removal in entries.removals where !known.contains(removal.id) {
      problems.append(
        CatalogueProblem(
          file: removal.file, line: removal.line, key: "remove",
          message: "there is no \(removal.id) to remove"))
    }
    let given = Set(entries.entries.map { $0.value[keyPath: id] })
      .union(entries.removals.map(\.id))
    let kept = base.filter { !given.contains($0[keyPath: id]) }
    return (kept + entries.entries.map(\.value)).sorted {
      $0[keyPath: id] < $1[keyPath: id]
    }
  }
}

/// An entry, and where it stands.
struct DraftEntry<Value> {
  var value: Value
  var file: String
  var line: Int
  /// Lines of its hosts, and of its marks, in their order.
  var hosts: [Int] = []
  var marks: [Int] = []
}

/// The entries of one kind, and the ids that are to be removed.
struct DraftEntries<Value> {
  var entries: [DraftEntry<Value>] = []
  var removals: [(id: String, file: String, line: Int)] = []

  /// Drops all but the first entry of an id.
  mutating func refuseDuplicates(
    by id: KeyPath<Value, String>, _ problems: inout [CatalogueProblem]
  ) {
    var first: [String: (file: String, line: Int)] = [:]
    entries.removeAll { entry in
      let name = entry.value[keyPath: id]
      guard let other = first[name] else {
        first[name] = (entry.file, entry.line)
        return false
      }
      problems.append(
        CatalogueProblem(
          file: entry.file, line: entry.line, key: "id",
          message: "\(name) is already defined at \(other.file):\(other.line)"))
      return true
    }
  }
}
