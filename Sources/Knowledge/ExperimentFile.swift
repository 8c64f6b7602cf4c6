public import Model
import Yams

/// Reads the experiment files that users write for `compare` (docs/Compare.md).
public enum ExperimentFile {
  /// - Parameters:
  ///   - text: the YAML.
  ///   - file: its name, for messages, and the place that its paths are relative to.
  public static func read(
    _ text: String, file: String
  ) -> (experiment: Experiment, problems: [CatalogueProblem]) {
    var experiment = Experiment(runs: [])
    func failed(_ message: String, line: Int = 1) -> (Experiment, [CatalogueProblem]) {
      (experiment, [CatalogueProblem(file: file, line: line, key: "", message: message)])
    }
    let root: Node?
    do { root = try Yams.compose(yaml: text) } catch {
      return failed("is no YAML: \(firstLine(of: "\(error)"))")
    }
    guard let root, var fields = FieldReader(root, file: file) else {
      return failed("must be a mapping with schema and runs")
    }
    if fields.required("schema") != Experiment.schema, !fields.isUnusable {
      fields.refuse("schema", "must be \(Experiment.schema)")
    }
    if let node = fields.node("levels") { experiment.levels = levels(node, &fields) }
    if let sequence = fields.node("runs")?.sequence {
      let directory = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
      for node in sequence.prefix(Experiment.runLimit) {
        if let run = run(node, directory, &fields) { experiment.runs.append(run) }
      }
      if sequence.count > Experiment.runLimit {
        fields.refuse("runs", "at most \(Experiment.runLimit) runs can be compared")
      }
    } else {
      fields.refuse("runs", "is missing: list the captures and their factors")
    }
    fields.refuseUnknownKeys()
    check(experiment, &fields)
    return (experiment, fields.problems)
  }

  private static func firstLine(of text: String) -> String {
    String(text.prefix { !$0.isNewline })
  }

  private static func run(
    _ node: Node, _ directory: String, _ outer: inout FieldReader
  ) -> Experiment.Run? {
    guard var fields = FieldReader(node, file: outer.file) else {
      outer.refuse("runs", "each must be a mapping with capture and factors", line: node.mark?.line)
      return nil
    }
    func path(_ name: String) -> String { name.hasPrefix("/") ? name : directory + name }
    var run = Experiment.Run(capture: path(fields.required("capture")), factors: [:])
    run.keyLogs = fields.list("keylog", without: "\u{0}").map(path)
    run.profile = fields.text("profile").map(path)
    run.block = fields.text("block")
    if let text = fields.text("order") {
      run.order = Int(text)
      if run.order == nil { fields.refuse("order", "must be a whole number") }
    }
    if let mapping = fields.node("factors")?.mapping {
      for (key, value) in mapping {
        guard let name = key.scalar?.string, let level = value.scalar?.string, !name.isEmpty else {
          fields.refuse("factors", "must map names to levels", line: key.mark?.line)
          continue
        }
        run.factors[name] = level
      }
    } else {
      fields.refuse("factors", "is missing: say which level of each factor the run had")
    }
    fields.refuseUnknownKeys()
    outer.absorb(fields.problems)
    return fields.isUnusable ? nil : run
  }

  /// `levels`: factor → level → attribute → value.
  private static func levels(
    _ node: Node, _ fields: inout FieldReader
  ) -> [String: [String: [Experiment.Fact]]] {
    var result: [String: [String: [Experiment.Fact]]] = [:]
    guard let factors = node.mapping else {
      fields.refuse("levels", "must map factors to levels to what they stand for")
      return [:]
    }
    for (factor, levels) in factors {
      for (level, facts) in levels.mapping ?? [:] {
        guard let name = factor.scalar?.string, let label = level.scalar?.string,
          let mapping = facts.mapping
        else {
          fields.refuse("levels", "must map attributes to values", line: level.mark?.line)
          continue
        }
        result[name, default: [:]][label] = mapping.compactMap { attribute, value in
          guard let id = attribute.scalar?.string, let text = value.scalar?.string else {
            return nil
          }
          return Experiment.Fact(attribute: id, value: text)
        }
      }
    }
    return result
  }

  private static func check(_ experiment: Experiment, _ fields: inout FieldReader) {
    guard !fields.isUnusable, fields.problems.isEmpty else { return }
    let names = experiment.factorNames
    for (index, run) in experiment.runs.enumerated() {
      for name in names where run.factors[name] == nil {
        fields.refuse("runs", "run \(index + 1) does not say its level of the factor \(name)")
      }
    }
    for name in names where Set(experiment.runs.compactMap { $0.factors[name] }).count < 2 {
      fields.note("runs", "all runs have the same level of the factor \(name); nothing to compare")
    }
    if names.isEmpty { fields.refuse("runs", "no run names a factor") }
  }
}
