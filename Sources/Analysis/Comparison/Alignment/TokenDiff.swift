/// A short way from one token sequence to another, in nearly linear time.
///
/// Tokens that both have once only, in the same order, are taken for the same (the idea of patience
/// sorting); between them the shortest way is searched for (E. W. Myers, Algorithmica 1, 1986).
enum TokenDiff {
  /// Tokens of the old sequence that others of the new one stand for.
  struct Edit: Hashable {
    var old: Range<Int>
    var new: Range<Int>
  }

  /// Insertions and deletions that are searched for between two anchors; beyond, what lies between is
  /// one edit.
  private static let distanceLimit = 400

  static func edits(from old: TextTokens, to new: TextTokens) -> [Edit] {
    var start = 0
    let shorter = min(old.count, new.count)
    while start < shorter, old.ids[start] == new.ids[start] { start += 1 }
    var tail = 0
    while tail < shorter - start,
      old.ids[old.count - 1 - tail] == new.ids[new.count - 1 - tail]
    {
      tail += 1
    }
    let a = start..<(old.count - tail)
    let b = start..<(new.count - tail)
    guard !a.isEmpty || !b.isEmpty else { return [] }
    // The same punctuation with other words in between: token by token.
    if a.count == b.count,
      zip(a, b).allSatisfy({ i, j in
        old.ids[i] == new.ids[j] || isFiller(old.classes[i]) && isFiller(new.classes[j])
          || old.classes[i] == new.classes[j]
      })
    {
      return zip(a, b).compactMap { i, j in
        old.ids[i] == new.ids[j] ? nil : Edit(old: i..<(i + 1), new: j..<(j + 1))
      }
    }
    var edits: [Edit] = []
    var from = (old: a.lowerBound, new: b.lowerBound)
    for anchor in anchors(old.ids[a], new.ids[b]) + [(a.upperBound, b.upperBound)] {
      edits += between(old.ids[from.old..<anchor.old], new.ids[from.new..<anchor.new])
      from = (anchor.old + 1, anchor.new + 1)
    }
    return joined(edits).flatMap { split($0, old, new) }
  }

  /// The way between two anchors.
  private static func between(_ a: ArraySlice<Int32>, _ b: ArraySlice<Int32>) -> [Edit] {
    var start = 0
    let shorter = min(a.count, b.count)
    while start < shorter, a[a.startIndex + start] == b[b.startIndex + start] { start += 1 }
    var tail = 0
    while tail < shorter - start, a[a.endIndex - 1 - tail] == b[b.endIndex - 1 - tail] {
      tail += 1
    }
    let old = (a.startIndex + start)..<(a.endIndex - tail)
    let new = (b.startIndex + start)..<(b.endIndex - tail)
    guard !old.isEmpty || !new.isEmpty else { return [] }
    guard !old.isEmpty, !new.isEmpty else { return [Edit(old: old, new: new)] }
    return myers(a[old], b[new]) ?? [Edit(old: old, new: new)]
  }

  // MARK: Anchors

  /// Positions of tokens that both sequences have exactly once, as far as their order is the same.
  private static func anchors(
    _ a: ArraySlice<Int32>, _ b: ArraySlice<Int32>
  ) -> [(old: Int, new: Int)] {
    guard min(a.count, b.count) > fewestTokens else { return [] }
    let old = once(a)
    let new = once(b)
    let pairs = a.indices.compactMap { i -> (old: Int, new: Int)? in
      guard old[a[i]] == i, let j = new[a[i]], j >= 0 else { return nil }
      return (i, j)
    }
    // The longest subsequence that ascends in both: the last of every length, by binary search.
    var ends: [Int] = []
    var before = [Int](repeating: -1, count: pairs.count)
    for index in pairs.indices {
      var low = 0
      var high = ends.count
      while low < high {
        let middle = (low + high) / 2
        if pairs[ends[middle]].new < pairs[index].new { low = middle + 1 } else { high = middle }
      }
      if low > 0 { before[index] = ends[low - 1] }
      if low == ends.count { ends.append(index) } else { ends[low] = index }
    }
    var chain: [(old: Int, new: Int)] = []
    var next = ends.last ?? -1
    while next >= 0 {
      chain.append(pairs[next])
      next = before[next]
    }
    return chain.reversed()
  }

  /// Below, the shortest way is found at once.
  private static let fewestTokens = 200

  /// Position of each token; -1 for one that occurs again.
  private static func once(_ tokens: ArraySlice<Int32>) -> [Int32: Int] {
    var positions: [Int32: Int] = [:]
    positions.reserveCapacity(tokens.count)
    for index in tokens.indices {
      positions[tokens[index]] = positions[tokens[index]] == nil ? index : -1
    }
    return positions
  }

  // MARK: Shortest way

  private static func isFiller(_ kind: Place.TokenClass) -> Bool {
    kind == .word || kind == .number
  }

  /// Replacements of as many tokens of the same kinds fall apart into single ones.
  private static func split(_ edit: Edit, _ old: TextTokens, _ new: TextTokens) -> [Edit] {
    guard edit.old.count == edit.new.count, edit.old.count > 1,
      zip(edit.old, edit.new).allSatisfy({ i, j in
        old.classes[i] == new.classes[j] || isFiller(old.classes[i]) && isFiller(new.classes[j])
      })
    else { return [edit] }
    return zip(edit.old, edit.new).compactMap { i, j in
      old.ids[i] == new.ids[j] ? nil : Edit(old: i..<(i + 1), new: j..<(j + 1))
    }
  }

  /// Nil when the sequences are too different.
  private static func myers(_ a: ArraySlice<Int32>, _ b: ArraySlice<Int32>) -> [Edit]? {
    let most = min(a.count + b.count, distanceLimit)
    var furthest = [Int](repeating: 0, count: 2 * most + 3)
    let middle = most + 1
    var trace: [[Int]] = []
    for distance in 0...most {
      trace.append(Array(furthest[(middle - distance - 1)...(middle + distance + 1)]))
      for k in stride(from: -distance, through: distance, by: 2) {
        let down =
          k == -distance || (k != distance && furthest[middle + k - 1] < furthest[middle + k + 1])
        var x = down ? furthest[middle + k + 1] : furthest[middle + k - 1] + 1
        var y = x - k
        while x < a.count, y < b.count, a[a.startIndex + x] == b[b.startIndex + y] {
          x += 1
          y += 1
        }
        furthest[middle + k] = x
        if x >= a.count, y >= b.count {
          return backtrack(trace, a.count, b.count, a.startIndex, b.startIndex)
        }
      }
    }
    return nil
  }

  private static func backtrack(
    _ trace: [[Int]], _ m: Int, _ n: Int, _ oldStart: Int, _ newStart: Int
  ) -> [Edit] {
    var edits: [Edit] = []
    var x = m
    var y = n
    for distance in stride(from: trace.count - 1, to: 0, by: -1) {
      // Row `distance` holds diagonals -distance-1 ... distance+1 as they were before that step.
      let row = trace[distance]
      func at(_ k: Int) -> Int { row[k + distance + 1] }
      let k = x - y
      let down = k == -distance || (k != distance && at(k - 1) < at(k + 1))
      let previous = down ? k + 1 : k - 1
      let fromX = at(previous)
      let fromY = fromX - previous
      // The step itself, then its run of equal tokens.
      let old = down ? fromX..<fromX : fromX..<(fromX + 1)
      let new = down ? fromY..<(fromY + 1) : fromY..<fromY
      edits.append(
        Edit(
          old: (old.lowerBound + oldStart)..<(old.upperBound + oldStart),
          new: (new.lowerBound + newStart)..<(new.upperBound + newStart)))
      x = fromX
      y = fromY
    }
    return joined(edits.reversed())
  }

  private static func joined(_ edits: [Edit]) -> [Edit] {
    var result: [Edit] = []
    for edit in edits {
      if let last = result.indices.last, result[last].old.upperBound == edit.old.lowerBound,
        result[last].new.upperBound == edit.new.lowerBound
      {
        result[last].old = result[last].old.lowerBound..<edit.old.upperBound
        result[last].new = result[last].new.lowerBound..<edit.new.upperBound
      } else {
        result.append(edit)
      }
    }
    return result
  }
}
