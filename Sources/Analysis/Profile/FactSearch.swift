package import Model

/// A fact that stands in a text.
package struct FactMatch: Hashable, Sendable {
  /// Position of the fact in the profile.
  package var fact: Int
  package var attribute: String
  /// What was told: the value as spelled there, decoded; for a digest, the digest.
  package var value: [UInt8]
  /// How it was wrapped in the text, outermost first; empty when it stands plain. A digest ends the
  /// list: `sha256`, or `sha256/16` for its first sixteen hex digits.
  package var encodings: [String]
  /// Where it stands in the text.
  package var range: Range<Int>
  /// What a digest is of.
  package var note: String?
}

/// Looks for all facts of a profile, in all their spellings, encodings and digests, in one pass.
///
/// The pass costs the same however many facts there are; what a text may report is bounded.
package struct FactSearch: Sendable {
  private struct Pattern: Sendable {
    var variant: Int32
    /// The spelling in full; ``phrase`` bytes of it are searched for.
    var text: [UInt8]
    var phrase: Int
    var encodings: [String]
    var foldsCase: Bool
    /// Whether it counts only between the borders of words.
    var needsBorders: Bool
    /// Whether it counts only when nothing else stands in the field.
    var fillsField = false
    var kind = Kind.plain
    var note: String?
  }

  private enum Kind: Sendable {
    case plain
    /// A digest in hex, or in base 64; the text may hold a beginning of it.
    case hexDigest, base64Digest
    /// An identifier that is commonly cut short.
    case prefix
  }

  /// Raw hits looked at in one text, and matches given back.
  private static let hitLimit = 4096, matchLimit = 256

  /// How much it takes for a spelling to be no accident.
  package enum Care: Sendable {
    /// Anywhere in any text.
    case unknownPlace
    /// At a place that is known to go with the fact.
    case knownPlace

    var fewestHexDigits: Int { self == .unknownPlace ? FactDigests.fewestHexDigits : 6 }
    var fewestBase64Digits: Int { self == .unknownPlace ? FactDigests.fewestBase64Digits : 6 }
  }

  package let facts: [ProfileFact]
  private let care: Care
  private let variants: [FactVariant]
  private var patterns: [Pattern] = []
  private let automaton: PhraseAutomaton
  /// Spellings by attribute, in lower case, for ``supports(_:attribute:)``.
  private let spellings: [String: [[UInt8]]]

  /// - Parameters:
  ///   - time: a moment of the capture, for the offsets of time zones.
  ///   - sensitivity: of an attribute, 1 to 5.
  ///   - care: how rare a spelling must be to be found by itself.
  package init(
    _ facts: [ProfileFact], at time: Timestamp, care: Care = .unknownPlace,
    sensitivity: @escaping (String) -> Int = { _ in 3 }
  ) {
    self.facts = facts
    self.care = care
    variants =
      FactVariants(facts, at: time, care: care, sensitivity: sensitivity).variants
    var patterns: [Pattern] = []
    for (i, variant) in variants.enumerated() {
      Self.append(variant, Int32(i), to: &patterns)
      if sensitivity(variant.attribute) >= 3, variant.text.count >= 3,
        variant.reach > .supporting
          || variant.text.count >= 4 && variant.attribute == facts[variant.fact].attribute
      {
        Self.appendDigests(variant, Int32(i), care, to: &patterns)
      }
    }
    self.patterns = patterns
    automaton = PhraseAutomaton(patterns.map { Array($0.text.prefix($0.phrase)) })
    spellings = Dictionary(grouping: variants, by: \.attribute).mapValues { variants in
      variants.map { $0.text.map(\.lowercased) }
    }
  }

  private static func append(
    _ variant: FactVariant, _ number: Int32, to patterns: inout [Pattern]
  ) {
    guard variant.reach > .supporting else { return }
    var plain = Pattern(
      variant: number, text: variant.text, phrase: variant.shortestPrefix ?? variant.text.count,
      encodings: [], foldsCase: variant.foldsCase, needsBorders: true)
    plain.fillsField = variant.reach == .field
    plain.kind = variant.shortestPrefix == nil ? .plain : .prefix
    patterns.append(plain)
    guard variant.reach == .anywhere else { return }
    for form in FactEncodings.forms(of: variant.text, folds: variant.foldsCase) {
      patterns.append(
        Pattern(
          variant: number, text: form.bytes, phrase: form.bytes.count, encodings: form.encodings,
          foldsCase: form.folds, needsBorders: form.needsBorders))
    }
  }

  private static func appendDigests(
    _ variant: FactVariant, _ number: Int32, _ care: Care, to patterns: inout [Pattern]
  ) {
    var inputs = [variant.text]
    for other in [variant.text.map(\.lowercased), variant.text.map(\.uppercased)]
    where variant.foldsCase && !inputs.contains(other) { inputs.append(other) }
    for input in inputs {
      let text = String(decoding: input, as: UTF8.self)
      for form in FactDigests.forms(of: input) {
        let isHex = form.encoding == nil
        patterns.append(
          Pattern(
            variant: number, text: form.text,
            phrase: isHex ? care.fewestHexDigits : care.fewestBase64Digits,
            encodings: (form.encoding.map { [$0] } ?? []) + [form.algorithm], foldsCase: isHex,
            needsBorders: false, kind: isHex ? .hexDigest : .base64Digest,
            note: "of " + text + (form.note.map { " " + $0 } ?? "")))
      }
    }
  }

  // MARK: Search

  /// The facts that stand in a text, in order of place; each spelling once, and none inside another of
  /// the same attribute.
  package func matches(in text: Span<UInt8>) -> [FactMatch] {
    var hits: [FactMatch] = []
    automaton.scan(text) { number, end in
      if let match = match(patterns[number], end: end, in: text) { hits.append(match) }
      return hits.count < Self.hitLimit
    }
    return hits.isEmpty ? [] : Self.outermost(hits)
  }

  /// How one of some facts stands where it covers a place in a text; plain rather than wrapped.
  package func match(
    covering place: Range<Int>, in text: Span<UInt8>, of isWanted: (Int) -> Bool
  ) -> FactMatch? {
    var best: FactMatch?
    var hits = 0
    automaton.scan(text) { number, end in
      guard let match = match(patterns[number], end: end, in: text), isWanted(match.fact) else {
        return true
      }
      hits += 1
      if Self.covers(match, place),
        best.map({ match.encodings.count < $0.encodings.count }) ?? true
      {
        best = match
      }
      return hits < Self.hitLimit && best?.encodings.isEmpty != true
    }
    return best
  }

  private static func covers(_ match: FactMatch, _ place: Range<Int>) -> Bool {
    if match.range.lowerBound <= place.lowerBound, match.range.upperBound >= place.upperBound {
      return true
    }
    // Digits that also depend on what stands before or behind the value are not part of the match.
    let sharesDigits = match.encodings.last.map {
      ["base64", "base64url", "base32", "hex"].contains($0)
    }
    return sharesDigits == true && match.range.overlaps(place)
  }

  /// Whether a value of an attribute is, or holds between the borders of words, a spelling of a fact
  /// with that attribute: such a fact supports what another basis found.
  package func supports(_ value: [UInt8], attribute: String) -> Bool {
    guard let known = spellings[attribute], value.count <= 1 << 12 else { return false }
    let folded = value.map(\.lowercased)
    return known.contains { spelling in
      folded == spelling || spelling.count >= 2 && folded.holdsWord(spelling)
    }
  }

  private func match(_ pattern: Pattern, end: Int, in text: Span<UInt8>) -> FactMatch? {
    let start = end - pattern.phrase
    guard start >= 0 else { return nil }
    if !pattern.foldsCase {
      for i in 0..<pattern.phrase where text[start + i] != pattern.text[i] { return nil }
    }
    var stop = end
    if pattern.kind != .plain {
      while stop < text.count, stop - start < pattern.text.count,
        text[stop] == pattern.text[stop - start]
          || pattern.foldsCase && text[stop].lowercased == pattern.text[stop - start].lowercased
      {
        stop += 1
      }
    }
    if pattern.needsBorders {
      guard Borders.isOpen(text, before: start), Borders.isOpen(text, after: stop) else {
        return nil
      }
    }
    if pattern.fillsField, start > 0 || stop < text.count { return nil }
    if pattern.kind == .prefix, !Self.isMixed(text, start..<stop) { return nil }
    let variant = variants[Int(pattern.variant)]
    let isEncoded = !pattern.encodings.isEmpty && pattern.kind == .plain
    return FactMatch(
      fact: variant.fact, attribute: variant.attribute,
      value: isEncoded ? variant.text : text.copy(start..<stop),
      encodings: Self.encodings(of: pattern, length: stop - start), range: start..<stop,
      note: pattern.note.map {
        "\(Self.encodings(of: pattern, length: stop - start).last ?? "") \($0)"
      })
  }

  /// `sha256` for a whole digest, `sha256/16` for its beginning.
  private static func encodings(of pattern: Pattern, length: Int) -> [String] {
    guard pattern.kind == .hexDigest || pattern.kind == .base64Digest, length < pattern.text.count,
      let algorithm = pattern.encodings.last
    else { return pattern.encodings }
    let digits = pattern.kind == .hexDigest ? length : length * 6 / 4
    return pattern.encodings.dropLast() + ["\(algorithm)/\(digits)"]
  }

  /// A cut identifier needs letters and digits: `1234567` is any number.
  private static func isMixed(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.contains { text[$0].isDigit } && range.contains { text[$0].isLetter }
  }

  private static func outermost(_ hits: [FactMatch]) -> [FactMatch] {
    struct Told: Hashable {
      var attribute: String
      var value: [UInt8]
      var encodings: [String]
    }
    let sorted = hits.sorted {
      ($0.range.lowerBound, $1.range.upperBound, $0.attribute, $0.fact)
        < ($1.range.lowerBound, $0.range.upperBound, $1.attribute, $1.fact)
    }
    var ends: [String: Int] = [:]
    var told: Set<Told> = []
    var matches: [FactMatch] = []
    for hit in sorted where matches.count < matchLimit {
      guard ends[hit.attribute] ?? -1 < hit.range.upperBound else { continue }
      ends[hit.attribute] = hit.range.upperBound
      if told.insert(
        Told(attribute: hit.attribute, value: hit.value, encodings: hit.encodings)
      ).inserted {
        matches.append(hit)
      }
    }
    return matches
  }
}
