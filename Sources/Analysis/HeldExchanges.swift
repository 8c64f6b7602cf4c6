import Model

/// Exchanges with hosts on no list, kept until the host is known to be AI: a tool's first request to a
/// gateway is often a bare `HEAD /`.
struct HeldExchanges {
  struct Item {
    enum Content {
      indirect case read(Contact, HTTPExchange)
      // Most are unread, and small.
      case unread(OrdinaryExchange, number: Int, FlowReference, FrameID, Timestamp)
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

  /// A ring, in order of arrival from `front` on.
  private var slots: [Item?] = []
  private var front = 0
  private var count = 0
  private var bytes = 0

  private var items: [Item] { (0..<count).compactMap { slots[(front + $0) % slots.count] } }

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
    while isOver(options) { _ = popFirst() }
  }

  private func isOver(_ options: AnalysisOptions) -> Bool {
    count > options.heldExchanges || bytes > options.heldBytes
  }

  private mutating func append(_ item: consuming Item) {
    bytes += item.size
    if count == slots.count {
      if front > 0 {
        slots = items
        front = 0
      }
      slots.append(item)
    } else {
      slots[(front + count) % slots.count] = item
    }
    count += 1
  }

  private mutating func popFirst() -> Item? {
    // Taken out, not copied and then cleared: every ordinary exchange comes by here.
    guard count > 0, let item = slots[front].take() else { return nil }
    bytes -= item.size
    front = (front + 1) % slots.count
    count -= 1
    return item
  }

  /// Takes out what still waits.
  mutating func drain() -> [Item] {
    defer { self = HeldExchanges() }
    return items
  }

  /// Takes out what was held for a host of a client.
  mutating func release(client: IPAddress, host: String) -> [Item] {
    let waiting = items
    let released = waiting.filter { $0.client == client && $0.host == host }
    guard !released.isEmpty else { return [] }
    slots = waiting.filter { !($0.client == client && $0.host == host) }
    front = 0
    count = slots.count
    bytes = items.reduce(0) { $0 + $1.size }
    return released
  }
}
