/// Names for the items of a list, so that they are found again by what they are and not by where they
/// stand.
///
/// Objects go by those of their members that say the same in (nearly) all runs; plain values that all
/// runs have go by themselves. What is left goes by its order.
struct ItemLabels {
  struct Label: Hashable {
    var text: String
    var occurrence: Int
  }

  private(set) var labels: [[Label]] = []
  private static let deepest = 4
  private static let mostMembers = 4
  private static let longestValue = 64
  /// Share of the runs in which a value must occur to name an item.
  private static let share = 0.75
  private static let stability = 0.9

  init(lists: [[Int]], slots: [Int], group: Int, aligner: Aligner) {
    let present = slots.indices.filter { slots[$0] >= 0 }
    guard lists.contains(where: { $0.count > 1 }) else {
      labels = lists.map { $0.map { _ in Label(text: "1", occurrence: 0) } }
      return
    }
    let texts = Self.texts(lists, present, group, aligner)
    pair(texts, present)
  }

  /// What each item says of itself.
  private static func texts(
    _ lists: [[Int]], _ present: [Int], _ group: Int, _ aligner: Aligner
  ) -> [[String]] {
    let facts = lists.enumerated().map { run, list in
      list.map { Self.facts(of: $0, run, group, aligner) }
    }
    var runsWith: [String: [String: Set<Int>]] = [:]
    for run in present {
      for item in facts[run] {
        for (path, value) in item { runsWith[path, default: [:]][value, default: []].insert(run) }
      }
    }
    let needed = share * Double(present.count)
    let stable = runsWith.filter { path, values in
      guard values.count > 1 || path.isEmpty else { return false }
      var all = 0
      var common = 0
      for run in present {
        for item in facts[run] {
          guard let value = item[path], let runs = values[value] else { continue }
          all += 1
          if Double(runs.count) >= needed { common += 1 }
        }
      }
      return path.isEmpty || Double(common) >= stability * Double(all)
    }
    let chosen = stable.sorted { a, b in
      a.value.count == b.value.count ? a.key < b.key : a.value.count > b.value.count
    }.prefix(mostMembers).map(\.key).sorted()
    return facts.map { list in
      list.map { item in chosen.compactMap { item[$0] }.joined(separator: " ") }
    }
  }

  /// Short texts in an item by their paths; the empty path for an item that is itself a value.
  private static func facts(
    of item: Int, _ run: Int, _ group: Int, _ aligner: Aligner
  ) -> [String: String] {
    var result: [String: String] = [:]
    var open: [(position: Int, path: String, depth: Int)] = [(item, "", 0)]
    while let (position, path, depth) = open.popLast() {
      let node = aligner.node(run, position, group)
      switch node.kind {
      case .string where aligner.atoms[node.value].count <= longestValue,
        .number where path.isEmpty, .literal where path.isEmpty:
        result[path] = aligner.atoms.text(node.value)
      case .object where depth < Self.deepest, .wrapped where depth < Self.deepest:
        for child in aligner.children(run, position, group) {
          let name = aligner.atoms.text(aligner.node(run, child, group).key)
          open.append((child, path + "." + name, depth + 1))
        }
      default: break
      }
    }
    return result
  }

  /// Numbers items of the same name; items whose name not all runs have are paired by order where
  /// all runs have equally many of them.
  private mutating func pair(_ texts: [[String]], _ present: [Int]) {
    labels = texts.map { list in
      var counts: [String: Int] = [:]
      return list.map { text in
        defer { counts[text, default: 0] += 1 }
        return Label(text: text, occurrence: counts[text, default: 0])
      }
    }
    var runs: [Label: Int] = [:]
    for run in present { for label in labels[run] { runs[label, default: 0] += 1 } }
    let left = present.map { run in labels[run].count { runs[$0] != present.count } }
    guard let count = left.first, count > 0, left.allSatisfy({ $0 == count }) else { return }
    for run in present {
      var position = 0
      for index in labels[run].indices where runs[labels[run][index]] != present.count {
        position += 1
        labels[run][index] = Label(text: "item \(position)", occurrence: -1)
      }
    }
  }
}
