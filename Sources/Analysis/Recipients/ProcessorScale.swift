import Knowledge

/// Whose protocol a request speaks, where that is a processor's: names of a vendor's own often stand
/// before one.
struct ProcessorScale {
  /// Evidence from which on a protocol is named, as for tools.
  private static let threshold = IdentityScale.threshold
  private var scores: [Int: (doubt: Double, evidence: [String])] = [:]

  mutating func add(_ mark: Tool.Mark, of vendor: Int) {
    let evidence =
      mark.name.isEmpty ? mark.place.rawValue : "\(mark.place.rawValue) \(mark.name)"
    var score = scores[vendor] ?? (1, [])
    guard !score.evidence.contains(evidence) else { return }
    score.doubt *= 1 - mark.weight
    score.evidence.append(evidence)
    scores[vendor] = score
  }

  /// A sentence, when a request to a host that is not the processor's own speaks its protocol.
  func note(at contact: Contact, _ catalogue: Catalogue) -> String? {
    guard contact.match?.vendor.kind != .processor else { return nil }
    let best = scores.min {
      $0.value.doubt == $1.value.doubt ? $0.key < $1.key : $0.value.doubt < $1.value.doubt
    }
    guard let best, 1 - best.value.doubt >= Self.threshold else { return nil }
    return "\(contact.host) speaks the protocol of \(catalogue.vendors[best.key].name) "
      + "(\(best.value.evidence.joined(separator: ", "))): what it is told may go there."
  }
}
