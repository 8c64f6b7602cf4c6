import Model

/// What of a value is shown: enough around the place to recognise it, and no secrets.
struct ValueShower {
  let atoms: Atoms
  let redaction: Redaction
  let limit: Int
  private static let around = 40
  private static let fewCodePoints = 8

  init(atoms: Atoms, redaction: Redaction, limit: Int) {
    self.atoms = atoms
    self.redaction = redaction
    self.limit = limit
  }

  /// A text that is no value: names, paths.
  func plain(_ text: String) -> String {
    guard redaction != .none else { return text }
    return SecretShapes.redacted(text) ?? text
  }

  /// What an item of a list says of itself, which is a value.
  func item(_ text: String) -> String { redaction == .values ? "[redacted]" : plain(text) }

  /// The word around the place, as it stood in a run.
  func value(_ place: Place, _ run: Int) -> String {
    guard place.fields.indices.contains(run), place.fields[run] >= 0,
      place.aspect == .value || place.aspect == .size
    else { return shown(place.text(run) ?? "", place) }
    let text = atoms[place.fields[run]]
    let range = place.ranges[run]
    var start = range.lowerBound
    while start > 0, range.lowerBound - start < Self.around, text[start - 1] > 0x20 { start -= 1 }
    var end = range.upperBound
    while end < text.count, end - range.upperBound < Self.around, text[end] > 0x20 { end += 1 }
    if place.token == .space {
      // White space is seen by its neighbours.
      let low = max(0, range.lowerBound - 12)
      let high = min(text.count, range.upperBound + 12)
      start = min(start, low)
      end = max(end, high)
    }
    while start > 0, text[start] & 0xc0 == 0x80 { start -= 1 }
    while end < text.count, text[end] & 0xc0 == 0x80 { end += 1 }
    return shown(String(decoding: text[start..<end], as: UTF8.self), place)
  }

  private func shown(_ text: String, _ place: Place) -> String {
    let cut =
      text.unicodeScalars.count > limit
      ? String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit))) + "…" : text
    let name = place.path.split(separator: ".").last.map(String.init) ?? place.path
    switch redaction {
    case .none: return cut
    case .secrets:
      if place.part == "header" || place.part == "body", SecretShapes.isSecretFieldName(name) {
        return SecretShapes.mask(cut)
      }
      if place.part == "query", SecretShapes.isSecretQueryName(name) {
        return SecretShapes.mask(cut)
      }
      return SecretShapes.redacted(cut) ?? cut
    case .values:
      // What a marker is made of is no secret; words and numbers of people may be.
      let isMarker =
        cut.unicodeScalars.count <= 4
        && !cut.unicodeScalars.contains {
          $0.properties.isAlphabetic || $0.properties.numericType != nil
        }
      let isWord = place.aspect == .presence || place.saysNames
      return isMarker || isWord ? cut : "[redacted]"
    }
  }

  /// The code points that differ, of all places of a variation, where they are few.
  func codePoints(_ places: [Place], _ run: Int) -> [String] {
    var scalars: [Unicode.Scalar] = []
    for place in places {
      guard place.aspect == .value || place.aspect == .name || place.aspect == .spelling,
        let text = place.text(run)
      else { continue }
      let own = Array(text.unicodeScalars)
      let others = place.texts.map { Array($0.unicodeScalars) }
      let shortest = others.map(\.count).min() ?? 0
      var start = 0
      while start < shortest, others.allSatisfy({ $0[start] == own[start] }) { start += 1 }
      var tail = 0
      while tail < shortest - start,
        others.allSatisfy({ $0[$0.count - 1 - tail] == own[own.count - 1 - tail] })
      {
        tail += 1
      }
      for scalar in own[start..<(own.count - tail)] where !scalars.contains(scalar) {
        scalars.append(scalar)
      }
    }
    guard scalars.count <= Self.fewCodePoints,
      redaction != .values
        || scalars.allSatisfy({
          !$0.properties.isAlphabetic && $0.properties.numericType == nil
        })
    else { return [] }
    return scalars.map { scalar in
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }
  }

  /// What stands around the place, with an ellipsis in its stead.
  func context(_ place: Place) -> String? {
    guard redaction != .values, place.aspect == .value,
      let run = place.fields.indices.first(where: { place.fields[$0] >= 0 })
    else { return nil }
    let text = atoms[place.fields[run]]
    let range = place.ranges[run]
    guard text.count > range.count else { return nil }
    var low = max(0, range.lowerBound - Self.around)
    var high = min(text.count, range.upperBound + Self.around)
    while low > 0, text[low] & 0xc0 == 0x80 { low -= 1 }
    while high < text.count, text[high] & 0xc0 == 0x80 { high += 1 }
    let before = String(decoding: text[low..<range.lowerBound], as: UTF8.self)
    let after = String(decoding: text[range.upperBound..<high], as: UTF8.self)
    return plain(before + "⟦…⟧" + after)
  }
}
