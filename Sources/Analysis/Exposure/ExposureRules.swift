package import Model

/// The published rules of the exposure rating (docs/Exposure.md). The worst rule that holds decides.
package enum ExposureRules {
  package static func rate(_ tool: ToolSummary) -> Exposure {
    let parties = Dictionary(
      tool.recipients.map { ($0.host, $0.party) }, uniquingKeysWith: { first, _ in first })
    var reasons: [ExposureRating: Set<String>] = [:]
    for disclosure in tool.disclosures {
      let party = parties[disclosure.recipient] ?? .unknown
      if let rating = rating(disclosure, party) {
        reasons[rating, default: []].insert("\(disclosure.attribute) to \(disclosure.recipient)")
      }
    }
    guard let worst = reasons.keys.max() else { return Exposure(rating: .none, reasons: []) }
    return Exposure(rating: worst, reasons: (reasons[worst] ?? []).sorted())
  }

  private static func rating(_ disclosure: Disclosure, _ party: Party) -> ExposureRating? {
    let isPath = disclosure.observers.contains(.network)
    let isOwnSide = party == .firstParty
    if isMarker(disclosure.attribute) { return .critical }
    if isCredential(disclosure.attribute) {
      if isPath { return .critical }
      return isOwnSide ? .low : .high
    }
    switch disclosure.sensitivity {
    case 5: return isOwnSide && !isPath ? .moderate : .high
    case 4:
      return isOwnSide && !isPath ? .moderate : (isPath || party == .thirdParty ? .high : .moderate)
    case 3: return .low
    default: return disclosure.sensitivity >= 2 ? .low : nil
    }
  }

  /// Covert signals that tell of the environment; an attestation of the client is opaque, not covert
  /// about the user.
  private static func isMarker(_ attribute: String) -> Bool {
    attribute == "covert.punctuation_homoglyph" || attribute == "covert.date_separator"
      || attribute == "covert.invisible_character" || attribute == "covert.obfuscated_identifier"
  }

  /// Keys and tokens are how a client signs in: telling them to the service itself is their use.
  private static func isCredential(_ attribute: String) -> Bool {
    attribute == "account.api_key" || attribute == "account.token" || attribute == "account.cookie"
      || attribute == "network.proxy_credentials"
  }
}
