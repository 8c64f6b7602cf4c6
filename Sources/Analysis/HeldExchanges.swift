import Model

/// Exchanges with hosts on no list, kept until the host is known to be AI: a tool's first request to a
/// gateway is often a bare `HEAD /`.
struct HeldExchanges {
  struct Item {
    enum Content {
      // Most are unread, and small; all are moved about.
      indirect case read(Contact, HTTPExchange)
      indirect case unread(OrdinaryExchange, number: Int, FlowReference, FrameID, Timestamp)
    }

    var content: Content
    var size: Int

    var client: IPAddress {
      switch content {
      case .read(let contact, _): contact.client
      case .unread(_, _, let flow, _, _): flow.client.address
      }
    }

    /// Without port, in lower case.
    var host: String {
      switch content {
      case .read(let contact, _): contact.host
      case .unread(let exchange, _, _, _, _): Authority.name(of: exchange.host)
      }
    }
  }

  /// In order of arrival from `front` on; what lies before is empty.
  private var items: [Item?] = []
  private var front = 0
  private var bytes = 0

  private var count: Int { items.count - front }

  /// - Returns: those that can wait no longer.
  mutating func hold(
    _ contact: Contact, _ exchange: HTTPExchange, options: AnalysisOptions
  ) -> [Item] {
    var kept = exchange
    kept.response?.body = MessageBody()
    let item = Item(
      content: .read(contact, kept), size: 512 + (exchange.request?.body.bytes.count ?? 0))
    guard item.size <= options.heldBytes / 64 else { return [item] }
    append(item)
    var gone: [Item] = []
    while isOver(options), let oldest = popFirst() { gone.append(oldest) }
    return gone
  }

  /// What can wait no longer is let go unread.
  mutating func hold(
    _ exchange: OrdinaryExchange, number: Int, _ flow: FlowReference, _ record: Record,
    options: AnalysisOptions
  ) {
    let item = Item(
      content: .unread(exchange, number: number, flow, record.frame, record.time),
      size: 512 + exchange.byteCount)
    guard item.size <= options.heldBytes / 64 else { return }
    append(item)
    while isOver(options), popFirst() != nil {}
  }

  private func isOver(_ options: AnalysisOptions) -> Bool {
    count > options.heldExchanges || bytes > options.heldBytes
  }

  private mutating func append(_ item: Item) {
    bytes += item.size
    items.append(item)
  }

  private mutating func popFirst() -> Item? {
    guard front < items.count, let item = items[front] else { return nil }
    items[front] = nil
    front += 1
    bytes -= item.size
    if front * 2 > items.count, front >= 64 {
      items.removeFirst(front)
      front = 0
    }
    return item
  }

  /// Takes out what still waits.
  mutating func drain() -> [Item] {
    defer { self = HeldExchanges() }
    return items.compactMap { $0 }
  }

  /// Takes out what was held for a host of a client.
  mutating func release(client: IPAddress, host: String) -> [Item] {
    let waiting = items.compactMap { $0 }
    let released = waiting.filter { $0.client == client && $0.host == host }
    guard !released.isEmpty else { return [] }
    items = waiting.filter { !($0.client == client && $0.host == host) }
    front = 0
    bytes = items.reduce(0) { $0 + ($1?.size ?? 0) }
    return released
  }
}
