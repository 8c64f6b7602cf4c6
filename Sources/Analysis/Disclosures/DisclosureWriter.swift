import Knowledge
import Model

/// Writes one place as a disclosure of the summary.
struct DisclosureWriter {
  let knowledge: CompiledKnowledge

  func disclosure(
    _ place: PlaceKey, _ tally: DisclosureTally, sessions: [String], _ redactor: inout Redactor
  ) -> Disclosure {
    let sensitivity = knowledge.sensitivity(of: place.attribute)
    var shown: [String] = []
    var isRedacted = false
    for value in tally.values {
      let (text, changed) = redactor.show(
        String(decoding: value, as: UTF8.self), attribute: place.attribute,
        sensitivity: isPublicName(value, place) ? 1 : sensitivity, isSecret: tally.isSecret)
      isRedacted = isRedacted || changed
      if !shown.contains(text) { shown.append(text) }
    }
    return Disclosure(
      attribute: place.attribute, category: String(place.attribute.prefix { $0 != "." }),
      sensitivity: sensitivity, value: shown.first ?? "", values: shown, distinct: tally.distinct,
      isRedacted: isRedacted,
      valueDigest: isRedacted ? tally.values.first.flatMap { redactor.digest($0) } : nil,
      isCovert: place.attribute.hasPrefix("covert."),
      confidence: (tally.confidence * 100).rounded() / 100, basis: tally.basis.sorted(),
      signal: tally.source, observers: Self.ordered(tally.observers), recipient: place.recipient,
      channel: place.channel, sessions: sessions, occurrences: tally.occurrences,
      firstSeen: tally.firstSeen, lastSeen: tally.lastSeen, evidence: tally.evidence,
      note: tally.note)
  }

  /// Whether a name asked of DNS is a vendor's own, which links to nobody.
  private func isPublicName(_ value: [UInt8], _ place: PlaceKey) -> Bool {
    place.attribute == "network.dns_query"
      && knowledge.host(String(decoding: value, as: UTF8.self)) != nil
  }

  private static func ordered(_ observers: Set<Observer>) -> [Observer] {
    observers.sorted { $0.rawValue < $1.rawValue }
  }
}
