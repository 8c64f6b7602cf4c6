import Model

/// Finds variations that follow from others: lengths and digests of texts that vary.
struct Causes {
  private let aligner: Aligner
  /// Places whose text varies and is not itself a number.
  private let texts: [Place]

  init(_ findings: [VariationClassifier.Finding], aligner: Aligner) {
    self.aligner = aligner
    texts = findings.map(\.place).filter { place in
      !place.fields.isEmpty && place.aspect != .size
        && !(place.token == .number && place.part == "body-size")
    }
  }

  func relation(of finding: VariationClassifier.Finding) -> Relation? {
    let place = finding.place
    if let length = length(place) { return length }
    return digest(place)
  }

  static func name(_ place: Place, in aligner: Aligner) -> String {
    let part = place.part == "body" ? "" : place.part + " "
    return part + place.path
  }

  // MARK: Lengths

  private func number(_ place: Place, _ run: Int) -> Int? {
    guard place.fields.indices.contains(run), place.fields[run] >= 0 else { return nil }
    return Int(aligner.atoms.text(place.fields[run]))
  }

  private func length(_ place: Place) -> Relation? {
    guard place.token == .number || place.aspect == .size else { return nil }
    let runs = place.fields.indices.filter { place.fields[$0] >= 0 }
    guard runs.allSatisfy({ number(place, $0) != nil }) else { return nil }
    let isMessageSize =
      place.aspect == .size || place.part == "header" && place.path == "content-length"
    if isMessageSize {
      // Whatever makes the message longer: all that varies in it and follows the same factors.
      let causes = texts.filter { cause in
        cause.group == place.group && cause.part != place.part
          && Set(runs.map { cause.ranges[$0].count }).count > 1
      }
      let named = causes.first { explains(place, [$0], runs) } ?? causes.first
      guard let named else {
        guard place.part == "tls" else { return nil }
        return Relation(
          kind: .derived, derivedFrom: "content that was not read",
          note: "the size of what was sent")
      }
      return Relation(
        kind: .derived, derivedFrom: Causes.name(named, in: aligner),
        note: "the length of the message, which changes with it")
    }
    for cause in texts where cause.field != place.field && explains(place, [cause], runs) {
      return Relation(
        kind: .derived, derivedFrom: Causes.name(cause, in: aligner),
        note: "a length that changes with it")
    }
    return nil
  }

  /// Whether the number is a text's length and something that is the same in all runs.
  private func explains(_ place: Place, _ causes: [Place], _ runs: [Int]) -> Bool {
    let measures: [(String) -> Int] = [
      { $0.utf8.count }, { $0.utf16.count }, { $0.unicodeScalars.count },
    ]
    return measures.contains { measure in
      let rests = runs.map { run -> Int? in
        var rest = number(place, run) ?? 0
        for cause in causes {
          guard cause.fields[run] >= 0 else { return nil }
          rest -= measure(aligner.atoms.text(cause.fields[run]))
        }
        return rest
      }
      return !rests.contains(nil) && Set(rests).count == 1
    }
  }

  // MARK: Digests

  private func digest(_ place: Place) -> Relation? {
    if place.isBodyDigest {
      return Relation(kind: .derived, derivedFrom: "the body", note: "a digest of it")
    }
    let runs = place.fields.indices.filter { place.fields[$0] >= 0 }
    let tokens = runs.map { run -> [UInt8] in
      let text = aligner.atoms[place.fields[run]]
      return Array(text[Self.token(in: text, around: place.ranges[run])])
    }
    guard tokens.allSatisfy({ $0.count >= Self.shortestDigest }) else { return nil }
    var tried: Set<[Int32]> = []
    for cause in texts where cause.fields != place.fields && tried.insert(cause.fields).inserted {
      var fitting: Set<[String]>?
      for (run, token) in zip(runs, tokens) where cause.fields[run] >= 0 {
        let lower = token.map(\.lowercased)
        let forms = FactDigests.forms(of: aligner.atoms[cause.fields[run]]).filter {
          $0.text.starts(with: $0.encoding == nil ? lower : token)
        }
        let names = Set(forms.map { ($0.encoding.map { [$0] } ?? []) + [$0.algorithm] })
        fitting = fitting?.intersection(names) ?? names
        if fitting?.isEmpty ?? true { break }
      }
      if let encodings = fitting?.min(by: { $0.lexicographicallyPrecedes($1) }) {
        return Relation(
          kind: .derived, encodings: encodings, derivedFrom: Causes.name(cause, in: aligner),
          note: "a digest of it")
      }
    }
    return nil
  }

  private static let shortestDigest = 6

  /// The run of hexadecimal digits, or else of those of base 64, that a place stands in.
  private static func token(in text: [UInt8], around place: Range<Int>) -> Range<Int> {
    func isDigit(_ byte: UInt8) -> Bool {
      byte.isLetter || byte.isDigit || "+/-_".utf8.contains(byte)
    }
    guard place.upperBound <= text.count, text[place].allSatisfy(isDigit) else { return 0..<0 }
    var start = place.lowerBound
    while start > 0, isDigit(text[start - 1]) { start -= 1 }
    var end = place.upperBound
    while end < text.count, isDigit(text[end]) { end += 1 }
    return start..<end
  }
}
