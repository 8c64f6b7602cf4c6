import Model

extension Aligner {
  private struct MemberKey: Hashable {
    var key: Int32
    var occurrence: Int
  }

  mutating func object(_ slots: [Int], _ path: FieldPath) {
    var order: [MemberKey] = []
    var members: [MemberKey: [Int]] = [:]
    var names: [MemberKey: Int32] = [:]
    var sequences: [[MemberKey]] = []
    for run in slots.indices {
      var sequence: [MemberKey] = []
      var counts: [Int32: Int] = [:]
      if slots[run] >= 0 {
        for child in children(run, slots[run], path.group) {
          let key = node(run, child, path.group).key
          let member = MemberKey(key: key, occurrence: counts[key, default: 0])
          counts[key, default: 0] += 1
          if members[member] == nil {
            order.append(member)
            members[member] = [Int](repeating: -1, count: slots.count)
            names[member] = node(run, child, path.group).name
          }
          members[member]?[run] = child
          sequence.append(member)
        }
      }
      sequences.append(sequence)
    }
    let isTop = path.part == "exchange"
    if !isTop {
      var named = path
      named.saysNames = true
      self.order(sequences, slots, named, members) { $0.key }
    }
    for member in order {
      guard let inner = members[member] else { continue }
      // Header names are told in small letters; JSON keys as they were first spelled.
      let isBody = path.text.hasPrefix("$")
      let name = atoms.text(isBody ? names[member] ?? member.key : member.key)
      align(inner, self.path(to: name, in: path, isTop: isTop), parents: slots)
    }
  }

  private func path(to name: String, in path: FieldPath, isTop: Bool) -> FieldPath {
    var inner = path
    inner.isTop = isTop
    if isTop {
      inner.part = name
      inner.text = name == "body" ? "$" : ""
      return inner
    }
    if path.text.hasPrefix("$") {
      let isPlain =
        !name.isEmpty
        && name.utf8.allSatisfy {
          ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7a || $0 >= 0x30 && $0 <= 0x39 || $0 == 0x5f
            || $0 == 0x24 || $0 == 0x23 || $0 >= 0x80 || $0 == 0x2d
        }
      inner.text += isPlain ? "." + name : "['" + name.replacing("'", with: "\\'") + "']"
    } else {
      inner.text = path.text.isEmpty ? name : path.text + "." + name
    }
    return inner
  }

  /// The order of what all runs have in common.
  private mutating func order<Key: Hashable, Name: Hashable>(
    _ sequences: [[Key]], _ slots: [Int], _ path: FieldPath, _ members: [Key: [Int]],
    name: (Key) -> Name
  ) {
    let present = slots.indices.filter { slots[$0] >= 0 }
    guard present.count > 1 else { return }
    let common = sequences.map { sequence in
      sequence.filter { key in
        members[key].map { row in present.allSatisfy { row[$0] >= 0 } } ?? false
      }
    }
    let values = slots.indices.map { slots[$0] >= 0 ? common[$0] : nil }
    guard Set(values.compactMap { $0 }).count > 1 else { return }
    // Only where the sequences part is worth showing.
    let lists = present.map { common[$0] }
    let length = lists.map(\.count).min() ?? 0
    let start = (0..<length).first { i in lists.contains { $0[i] != lists[0][i] } } ?? 0
    let atoms = atoms
    var shown: [[Key]: String] = [:]
    for run in present where shown[common[run]] == nil {
      let keys = common[run][start..<min(common[run].count, start + 8)]
      shown[common[run]] = keys.map { key in
        if let member = name(key) as? Int32 { return atoms.text(member) }
        return "\(name(key))"
      }.joined(separator: ", ")
    }
    add(.order, path, slots, values) { shown[$0] ?? "" }
  }

  // MARK: Lists

  mutating func array(_ slots: [Int], _ path: FieldPath) {
    if path.part == "request-line" { return segments(slots, path) }
    let lists = slots.indices.map { run in
      slots[run] < 0 ? [] : children(run, slots[run], path.group)
    }
    let labels = ItemLabels(lists: lists, slots: slots, group: path.group, aligner: self)
    var members: [ItemLabels.Label: [Int]] = [:]
    var keys: [ItemLabels.Label] = []
    for (run, list) in lists.enumerated() {
      for (position, child) in list.enumerated() {
        let label = labels.labels[run][position]
        if members[label] == nil {
          keys.append(label)
          members[label] = [Int](repeating: -1, count: slots.count)
        }
        members[label]?[run] = child
      }
    }
    order(labels.labels, slots, path, members) { $0.text }
    for key in keys {
      guard let row = members[key] else { continue }
      var inner = path
      inner.isTop = false
      inner.text += "[*]"
      if keys.count > 1, !key.text.isEmpty {
        inner.item += (path.item.isEmpty ? "" : " / ") + key.text
      }
      align(row, inner, parents: slots)
    }
  }

  /// Segments of the request's path, whose number is part of the template.
  private mutating func segments(_ slots: [Int], _ path: FieldPath) {
    let lists = slots.indices.map { slots[$0] < 0 ? [] : children($0, slots[$0], path.group) }
    for position in 0..<(lists.map(\.count).max() ?? 0) {
      var inner = path
      inner.text = "path"
      inner.item = "segment \(position + 1)"
      align(lists.map { position < $0.count ? $0[position] : -1 }, inner, parents: slots)
    }
  }
}
