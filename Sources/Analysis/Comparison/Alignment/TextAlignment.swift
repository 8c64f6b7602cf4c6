/// Several versions of one text laid side by side, so that what differs is found by the token.
///
/// The version that occurs most often is the reference; every other is aligned to it.
struct TextAlignment {
  /// A stretch of the text that is not the same in all versions.
  struct Region {
    /// Where it stands in each version, by byte; empty where nothing stands there.
    var ranges: [Range<Int>]
    var token: Place.TokenClass
  }

  private(set) var regions: [Region] = []

  /// - Parameter versions: different texts, and how many runs have each.
  init(_ versions: [(text: [UInt8], uses: Int)], tokenLimit: Int) {
    let (start, tail) = Self.ends(versions.map(\.text))
    var lexicon = TextTokens.Lexicon()
    let tokens = versions.map {
      TextTokens($0.text[start..<($0.text.count - tail)], limit: tokenLimit, &lexicon)
    }
    let reference = versions.indices.min { a, b in
      versions[a].uses == versions[b].uses
        ? versions[a].text.lexicographicallyPrecedes(versions[b].text)
        : versions[a].uses > versions[b].uses
    }
    guard let reference else { return }
    let scripts = tokens.indices.map { index in
      index == reference ? [] : TokenDiff.edits(from: tokens[reference], to: tokens[index])
    }
    // Tokens have odd positions, the gaps between them even ones; what overlaps is one region.
    var spans = scripts.joined().map { edit in
      edit.old.isEmpty
        ? (low: 2 * edit.old.lowerBound, high: 2 * edit.old.lowerBound)
        : (low: 2 * edit.old.lowerBound + 1, high: 2 * edit.old.upperBound - 1)
    }
    spans.sort { ($0.low, $0.high) < ($1.low, $1.high) }
    var merged: [(low: Int, high: Int)] = []
    for span in spans {
      if let last = merged.indices.last, span.low <= merged[last].high {
        merged[last].high = max(merged[last].high, span.high)
      } else {
        merged.append(span)
      }
    }
    var maps = scripts.map { Cursor(edits: $0) }
    regions = merged.map { span in
      var kinds: Set<Place.TokenClass> = []
      let ranges = tokens.indices.map { index -> Range<Int> in
        let range = maps[index].range(of: span)
        for token in range { kinds.insert(tokens[index].classes[token]) }
        return tokens[index].bounds[range.lowerBound]..<tokens[index].bounds[range.upperBound]
      }
      let token = kinds.count == 1 ? kinds.first ?? .other : .other
      return Region(ranges: ranges, token: token)
    }
  }

  /// Bytes at the beginning and the end that all versions share, up to a white space.
  private static func ends(_ texts: [[UInt8]]) -> (start: Int, tail: Int) {
    guard let first = texts.first else { return (0, 0) }
    let shortest = texts.map(\.count).min() ?? 0
    var start = shortest
    var tail = shortest
    for text in texts.dropFirst() {
      start = (0..<start).first { text[$0] != first[$0] } ?? start
      tail =
        (0..<tail).first { text[text.count - 1 - $0] != first[first.count - 1 - $0] } ?? tail
    }
    tail = min(tail, shortest - start)
    while start > 0, first[start - 1] > 0x20 { start -= 1 }
    while tail > 0, first[first.count - tail] > 0x20 { tail -= 1 }
    return (start, tail)
  }

  /// Finds reference positions in one version; asked in ascending order.
  private struct Cursor {
    let edits: [TokenDiff.Edit]
    private var next = 0
    /// How much further the version is than the reference, before the next edit.
    private var shift = 0

    init(edits: [TokenDiff.Edit]) { self.edits = edits }

    mutating func range(of span: (low: Int, high: Int)) -> Range<Int> {
      let isGap = span.low == span.high && span.low % 2 == 0
      // Tokens of the reference that the region covers; a region may begin or end with a gap.
      let low = span.low / 2
      let high = isGap ? low : (span.high + 1) / 2
      while next < edits.count, position(edits[next]) < span.low { pass() }
      let start = low + shift
      while next < edits.count, position(edits[next]) <= span.high { pass() }
      return start..<max(start, high + shift)
    }

    private func position(_ edit: TokenDiff.Edit) -> Int {
      edit.old.isEmpty ? 2 * edit.old.lowerBound : 2 * edit.old.lowerBound + 1
    }

    private mutating func pass() {
      shift += edits[next].new.count - edits[next].old.count
      next += 1
    }
  }
}
