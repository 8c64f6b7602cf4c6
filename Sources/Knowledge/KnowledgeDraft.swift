import Yams

/// What the files say, before it is held against the rest of the catalogue.
struct KnowledgeDraft {
  var vendors = DraftEntries<Vendor>()
  var tools = DraftEntries<Tool>()
  var signals = DraftEntries<Signal>()
  var clients = DraftEntries<Client>()
  var attributes = DraftEntries<Attribute>()
  var examples: [DraftEntry<SignalExample>] = []
  var problems: [CatalogueProblem] = []

  mutating func refuseDuplicates() {
    vendors.refuseDuplicates(by: \.id, &problems)
    tools.refuseDuplicates(by: \.id, &problems)
    signals.refuseDuplicates(by: \.id, &problems)
    clients.refuseDuplicates(by: \.id, &problems)
    attributes.refuseDuplicates(by: \.id, &problems)
  }

  /// Reads a file, whose path says what it holds.
  mutating func read(_ file: KnowledgeFile) {
    let parts = file.path.split(separator: "/")
    let name = parts.last.map { $0.prefix { $0 != "." } } ?? ""
    guard let root = compose(file) else { return }
    switch (parts.count, parts.first, name) {
    case (2, "vendors", _): readOne(root, file, String(name), EntryReader.vendor, into: \.vendors)
    case (2, "tools", _): readOne(root, file, String(name), EntryReader.tool, into: \.tools)
    case (2, "signals", _): readSignals(root, file)
    case (1, _, "clients"): readClients(root, file)
    case (1, _, "attributes"): readAttributes(root, file)
    default:
      complain(
        file, 0,
        "not part of the layout: vendors/ID.yaml, tools/ID.yaml, signals/*.yaml, clients.yaml, "
          + "attributes.yaml")
    }
  }

  private mutating func complain(_ file: KnowledgeFile, _ line: Int, _ message: String) {
    problems.append(CatalogueProblem(file: file.path, line: line, key: "", message: message))
  }

  private mutating func compose(_ file: KnowledgeFile) -> Node? {
    do {
      if let node = try Yams.compose(yaml: file.text) { return node }
      complain(file, 0, "the file is empty")
    } catch let error as YamlError {
      switch error {
      case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        complain(file, mark.line, "no YAML: \(problem)")
      case .duplicatedKeysInMapping(let keys, let context):
        complain(file, context.mark.line, "the same key twice: \(keys.joined(separator: ", "))")
      default: complain(file, 0, "no YAML: \(error)")
      }
    } catch {
      complain(file, 0, "no YAML: \(error)")
    }
    return nil
  }

  /// A file that is one entry and is named after its id.
  private mutating func readOne<Value>(
    _ root: Node, _ file: KnowledgeFile, _ name: String,
    _ read: (inout FieldReader) -> DraftEntry<Value>,
    into entries: WritableKeyPath<KnowledgeDraft, DraftEntries<Value>>
  ) {
    guard var fields = FieldReader(root, file: file.path) else {
      return complain(file, root.mark?.line ?? 0, "must be a mapping with an id")
    }
    if let id = fields.text("id"), id != name {
      fields.note("id", "the file of \"\(id)\" must be called \(id).yaml")
    }
    take(&fields, read, into: entries)
  }

  private mutating func take<Value>(
    _ fields: inout FieldReader, _ read: (inout FieldReader) -> DraftEntry<Value>,
    into entries: WritableKeyPath<KnowledgeDraft, DraftEntries<Value>>
  ) {
    if fields.flag("remove") == true {
      let id = fields.required("id")
      fields.refuseUnknownKeys()
      if !fields.isUnusable {
        self[keyPath: entries].removals.append((id, fields.file, fields.line))
      }
    } else {
      let entry = read(&fields)
      fields.refuseUnknownKeys()
      if !fields.isUnusable { self[keyPath: entries].entries.append(entry) }
    }
    problems += fields.problems
  }

  /// A file that is a list of entries.
  private mutating func items(_ root: Node, _ file: KnowledgeFile) -> [FieldReader] {
    guard let sequence = root.sequence else {
      complain(file, root.mark?.line ?? 0, "must be a list")
      return []
    }
    return sequence.compactMap { node in
      let fields = FieldReader(node, file: file.path)
      if fields == nil { complain(file, node.mark?.line ?? 0, "must be a mapping with an id") }
      return fields
    }
  }

  private mutating func readClients(_ root: Node, _ file: KnowledgeFile) {
    for var fields in items(root, file) { take(&fields, EntryReader.client, into: \.clients) }
  }

  private mutating func readSignals(_ root: Node, _ file: KnowledgeFile) {
    for var fields in items(root, file) {
      var examples: [DraftEntry<SignalExample>] = []
      take(&fields, { EntryReader.signal(&$0, examples: &examples) }, into: \.signals)
      self.examples += examples
    }
  }

  private mutating func readAttributes(_ root: Node, _ file: KnowledgeFile) {
    guard var fields = FieldReader(root, file: file.path) else {
      return complain(file, root.mark?.line ?? 0, "must be a mapping with \"attributes\"")
    }
    if let schema = fields.text("schema"), schema != "telltale.attributes/1" {
      fields.note("schema", "must be telltale.attributes/1")
    }
    if let mapping = fields.node("attributes")?.mapping {
      for (key, node) in mapping {
        attributes.entries += EntryReader.attribute(key, node, &fields)
      }
    } else {
      fields.refuse("attributes", "is missing: a mapping of ids")
    }
    fields.refuseUnknownKeys()
    problems += fields.problems
  }
}
