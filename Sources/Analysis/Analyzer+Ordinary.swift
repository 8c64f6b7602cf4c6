import Knowledge
import Model

/// Traffic that is no AI's: asked for disclosures only where all traffic is.
extension Analyzer {
  /// Enters exchanges that were held for a host that proved to be no AI.
  mutating func enterOrdinary(_ items: [HeldExchanges.Item]) {
    guard options.readsAllTraffic else { return }
    for item in items {
      guard case .read(let contact, let exchange) = item.content else { continue }
      enterOrdinary(contact, exchange)
    }
  }

  /// Enters an exchange when it tells something.
  mutating func enterOrdinary(_ contact: Contact, _ exchange: HTTPExchange) {
    guard options.readsAllTraffic else { return }
    let found = unwrap(contact, exchange.request, part: .body)
    guard isTelling(found.hits) else { return }
    enter(
      contact, IdentityScale(knowledge, matches(contact)), found, gateway: nil, speaksAPI: false)
  }

  /// Whether anything among the hits is told, and does not merely serve to name a tool.
  func isTelling(_ hits: [Hit]) -> Bool {
    hits.contains { hit in
      guard let number = hit.terminal else { return true }
      guard case .signal = knowledge.terminal(number),
        let value = knowledge.value(hit.finding.value, of: number)
      else { return false }
      return !value.isEmpty
    }
  }
}
