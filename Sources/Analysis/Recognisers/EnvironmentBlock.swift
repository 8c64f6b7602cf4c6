import Model

/// Blocks in prompts that describe the machine: `- Platform: linux`, `<cwd>/srv/app</cwd>`.
///
/// A label alone proves little: manuals and user data have lines such as `Language: English`. A fact
/// whose value has a shape of its own (an absolute path after `Working directory:`, a time zone, an ISO
/// date) counts by itself; the others need a different label's fact near by.
struct EnvironmentBlock {
  static let id = "recogniser.environment-block"
  /// How far the fact that supports a weak one may be.
  private static let reach = 1500
  private static let limit = 512

  private struct Candidate {
    var offset: Int
    var fact: EnvironmentFact
    var isStrong: Bool
    var findings: [Finding]
  }

  private var candidates: [Candidate] = []

  /// Looks at `Label: value` on a line of its own.
  mutating func inspectLabel(_ text: Span<UInt8>, colon: Int) {
    guard candidates.count < Self.limit, let after = text.byte(colon + 1),
      after == 0x20 || after == 0x0a || after == UInt8(ascii: "*") || after == 0x09
    else { return }
    let start = text.start(before: colon, limit: 64) {
      $0 != 0x0a && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: ":")
    }
    guard colon - start < 64 else { return }
    var label = text.text(start..<colon)
    label = String(label.drop { !$0.isLetter }).lowercased()
    while let last = label.last, !last.isLetter { label.removeLast() }
    if label.hasPrefix("the ") { label.removeFirst(4) }
    guard let fact = EnvironmentTable.facts[label] else { return }
    let valueStart = text.end(from: colon + 1, limit: 8) {
      $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "`")
    }
    var end = text.end(from: valueStart, limit: 400) { $0 != 0x0a && $0 != UInt8(ascii: "<") }
    if valueStart == end, fact == .commits || fact == .status {
      end = Self.paragraphEnd(text, from: valueStart + 1)
      add(fact, text, (valueStart + 1)..<max(end, valueStart + 1), at: colon)
    } else {
      add(fact, text, valueStart..<end, at: colon)
    }
  }

  /// Looks at `<label>value</`.
  mutating func inspectTag(_ text: Span<UInt8>, at: Int) {
    guard candidates.count < Self.limit else { return }
    let end = text.end(from: at + 1, limit: 33) {
      $0.isLetter || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
    }
    guard end > at + 2, text.byte(end) == UInt8(ascii: ">") else { return }
    let label = String(
      text.text((at + 1)..<end).lowercased().map { $0 == "_" || $0 == "-" ? " " : $0 })
    guard let fact = EnvironmentTable.facts[label] else { return }
    let close = text.end(from: end + 1, limit: 400) { $0 != UInt8(ascii: "<") && $0 != 0x0a }
    guard text.byte(close) == UInt8(ascii: "<"), text.byte(close + 1) == UInt8(ascii: "/") else {
      return
    }
    add(fact, text, (end + 1)..<close, at: at)
  }

  private mutating func add(
    _ fact: EnvironmentFact, _ text: Span<UInt8>, _ range: Range<Int>, at offset: Int
  ) {
    var value = text.text(range)
    while let last = value.last, last.isWhitespace || last == "`" || last == "*" || last == "," {
      value.removeLast()
    }
    guard !value.isEmpty, let reading = EnvironmentValue.read(fact, value) else { return }
    candidates.append(
      Candidate(
        offset: offset, fact: fact, isStrong: reading.isStrong, findings: reading.findings))
  }

  private static func paragraphEnd(_ text: Span<UInt8>, from start: Int) -> Int {
    var at = start
    while at < text.count, at - start < 2000 {
      if text[at] == 0x0a, text.byte(at + 1) == 0x0a || text.byte(at + 1) == nil { return at }
      at += 1
    }
    return min(at, text.count)
  }

  /// Tells the facts that hold.
  ///
  /// - Parameter time: when the text was sent.
  func finish(time: Timestamp, _ sink: inout FindingSink) {
    for (i, candidate) in candidates.enumerated() {
      guard candidate.isStrong || hasSupport(i) else { continue }
      for finding in candidate.findings {
        sink.add(finding)
        if finding.attribute == "place.local_time",
          let date = CalendarDay(String(decoding: finding.value, as: UTF8.self)),
          let offset = CaptureClock(time).offsets(of: date)
        {
          sink.add(offset)
        }
      }
    }
  }

  /// Whether a different fact stands near by: the neighbours in order of place are enough to see it.
  private func hasSupport(_ i: Int) -> Bool {
    for step in [-1, 1] {
      var j = i + step
      var looked = 0
      while candidates.indices.contains(j), looked < 8 {
        let other = candidates[j]
        guard abs(other.offset - candidates[i].offset) <= Self.reach else { break }
        if other.fact != candidates[i].fact { return true }
        j += step
        looked += 1
      }
    }
    return false
  }
}
