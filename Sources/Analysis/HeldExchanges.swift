import Model

/// Exchanges with hosts on no list, kept until the host is known to be AI: a tool's first request to a
/// gateway is often a bare `HEAD /`.
struct HeldExchanges {
  struct Item {
    var contact: Contact
    var exchange: HTTPExchange
    var size: Int
  }

  private var items: [Item] = []
  private var bytes = 0

  mutating func hold(_ contact: Contact, _ exchange: HTTPExchange, options: AnalysisOptions) {
    let size = 512 + (exchange.request?.body.bytes.count ?? 0)
    guard size <= options.heldBytes / 64 else { return }
    var kept = exchange
    kept.response?.body = MessageBody()
    items.append(Item(contact: contact, exchange: kept, size: size))
    bytes += size
    if items.count > options.heldExchanges || bytes > options.heldBytes {
      // A quarter goes at once, so that holding stays cheap.
      let count = max(1, items.count / 4)
      bytes -= items[..<count].reduce(0) { $0 + $1.size }
      items.removeFirst(count)
    }
  }

  /// Takes out what was held for a host of a client.
  mutating func release(client: IPAddress, host: String) -> [Item] {
    guard !items.isEmpty else { return [] }
    let released = items.filter { $0.contact.client == client && $0.contact.host == host }
    guard !released.isEmpty else { return [] }
    items.removeAll { $0.contact.client == client && $0.contact.host == host }
    bytes = items.reduce(0) { $0 + $1.size }
    return released
  }
}
