import Model

/// Lists of packages in texts: manifests, lock files, and what package managers print.
///
/// At least two entries of one kind must stand near each other, so that a sentence never counts.
struct DependencyList {
  static let id = "recogniser.dependency-list"
  /// Lines that may stand between two entries of a list.
  private static let reach = 12
  /// Bytes of one entry.
  private static let entryLimit = 120

  private struct Run {
    var kind: PackageLine.Kind
    var entries: [[UInt8]] = []
    var seen: Set<[UInt8]> = []
    /// Entries whose version leaves no doubt.
    var sure = 0
    var lastLine: Int

    mutating func add(_ entry: [UInt8], isSure: Bool) {
      if isSure { sure += 1 }
      guard entries.count < WorkspaceLimits.entries, seen.insert(entry).inserted else { return }
      entries.append(entry)
    }
  }

  private var reader = PackageLineReader()
  private var run: Run?
  private var line = 0
  private var told = 0

  mutating func read(_ line: TextLine, in text: Span<UInt8>, _ sink: inout FindingSink) {
    self.line += 1
    guard told < WorkspaceLimits.lists, !line.isBlank else { return }
    var entries: [PackageLine.Entry] = []
    reader.read(line, in: text, &entries)
    for entry in entries {
      if run?.kind != entry.kind || self.line - (run?.lastLine ?? 0) > Self.reach {
        finish(&sink)
        run = Run(kind: entry.kind, lastLine: self.line)
      }
      run?.lastLine = self.line
      let start = entry.range.lowerBound
      let end = min(entry.range.upperBound, start + Self.entryLimit)
      run?.add(Self.plain(text.copy(start..<end), entry.kind), isSure: entry.isSure)
    }
  }

  /// The entry without quotes and without the punctuation that ends it in its file.
  private static func plain(_ entry: [UInt8], _ kind: PackageLine.Kind) -> [UInt8] {
    var told: [UInt8] = []
    var isQuoted = false
    for byte in entry {
      let isQuote = byte == 0x22 || byte == 0x27
      // In JSON a colon parts name and version.
      let isColon = kind == .json && isQuoted && byte == UInt8(ascii: ":")
      if isColon {
        told.append(0x20)
      } else if !isQuote, byte != 0x20 || told.last != 0x20 || kind != .json {
        told.append(byte)
      }
      isQuoted = isQuote
    }
    let isBracketed = told.contains(UInt8(ascii: "("))
    while let last = told.last,
      last <= 0x20 || last == UInt8(ascii: ",") || last == UInt8(ascii: "/")
        || (last == UInt8(ascii: ")") && !isBracketed)
    {
      told.removeLast()
    }
    return told
  }

  /// Tells the list that is open.
  mutating func finish(_ sink: inout FindingSink) {
    guard let list = run else { return }
    run = nil
    guard list.sure >= 2 else { return }
    told += 1
    let value = list.entries.joined(separator: Array(", ".utf8))
    sink.add(
      Finding(
        "workspace.dependencies", Array(value), source: Self.id, confidence: 0.85,
        note: "\(list.kind.rawValue), \(list.sure) entries"))
  }
}
