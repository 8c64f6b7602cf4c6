/// The hypotheses about an experiment's places: places of one field that vary alike are one.
struct Hypotheses {
  private(set) var partitions: [RunPartition] = []
  /// Places of each hypothesis.
  private(set) var places: [[Int]] = []
  /// Partitions of one field that a partition of fewer runs is held against.
  private static let mostCompared = 64

  init(_ all: [Place]) {
    var order: [Place.Field] = []
    var fields: [Place.Field: [RunPartition: [Int]]] = [:]
    for (index, place) in all.enumerated() {
      if fields[place.field] == nil { order.append(place.field) }
      fields[place.field, default: [:]][place.partition, default: []].append(index)
    }
    for field in order {
      // Those that most runs have come first; the first place of each settles the rest.
      let found = (fields[field] ?? [:]).sorted { a, b in
        (b.key.runs, a.value[0]) < (a.key.runs, b.value[0])
      }
      let first = partitions.count
      for (partition, members) in found {
        let candidates = first..<min(partitions.count, first + Self.mostCompared)
        let whole = candidates.first { partition.isPart(of: partitions[$0]) }
        if let whole {
          places[whole] += members
        } else {
          partitions.append(partition)
          places.append(members)
        }
      }
    }
  }
}

extension RunPartition {
  /// Whether this is what is left of another partition when some runs lack the place: the last of many
  /// requests, which not every run makes, says the same as the others.
  func isPart(of whole: RunPartition) -> Bool {
    guard codes.count == whole.codes.count, runs < whole.runs else { return false }
    var ours = [Int](repeating: -1, count: whole.valueCount)
    var theirs = [Int](repeating: -1, count: valueCount)
    for (mine, other) in zip(codes, whole.codes) where mine >= 0 {
      guard other >= 0, ours[other] < 0 || ours[other] == mine,
        theirs[mine] < 0 || theirs[mine] == other
      else { return false }
      ours[other] = mine
      theirs[mine] = other
    }
    return true
  }
}
