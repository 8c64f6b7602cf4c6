import Model

/// Exchanges with hosts on no list, kept until the host is known to be AI: a tool's first request to a
/// gateway is often a bare `HEAD /`.
struct HeldExchanges {
  struct Item {
    enum Content {
      case read(Contact, HTTPExchange)
      case unread(OrdinaryExchange, number: Int, FlowReference, Record)
    }

    var content: Content
    var size: Int

    var client: IPAddress {
      switch content {
      case .read(let contact, _): contact.client
      case .unread(_, _, let flow, _): flow.client.address
      }
    }

    /// Without port, in lower case.
    var host: String {
      switch content {
      case .read(let contact, _): contact.host
      case .unread(let exchange, _, _, _): Authority(exchange.host).name
      }
    }
  }

  private var items: [Item] = []
  private var bytes = 0

  /// - Returns: those that can wait no longer.
  mutating func hold(
    _ contact: Contact, _ exchange: HTTPExchange, options: AnalysisOptions
  ) -> [Item] {
    var kept = exchange
    kept.response?.body = MessageBody()
    return hold(.read(contact, kept), bodyBytes: exchange.request?.body.bytes.count ?? 0, options)
  }

  @discardableResult
  mutating func hold(
    _ exchange: OrdinaryExchange, number: Int, _ flow: FlowReference, _ record: Record,
    options: AnalysisOptions
  ) -> [Item] {
    hold(
      .unread(exchange, number: number, flow, record),
      bodyBytes: exchange.head.count + exchange.request.body.bytes.count, options)
  }

  private mutating func hold(
    _ content: Item.Content, bodyBytes: Int, _ options: AnalysisOptions
  ) -> [Item] {
    let size = 512 + bodyBytes
    let item = Item(content: content, size: size)
    guard size <= options.heldBytes / 64 else { return [item] }
    items.append(item)
    bytes += size
    guard items.count > options.heldExchanges || bytes > options.heldBytes else { return [] }
    // A quarter goes at once, so that holding stays cheap.
    let count = max(1, items.count / 4)
    let gone = Array(items[..<count])
    bytes -= gone.reduce(0) { $0 + $1.size }
    items.removeFirst(count)
    return gone
  }

  /// Takes out what still waits.
  mutating func drain() -> [Item] {
    defer {
      items = []
      bytes = 0
    }
    return items
  }

  /// Takes out what was held for a host of a client.
  mutating func release(client: IPAddress, host: String) -> [Item] {
    guard !items.isEmpty else { return [] }
    let released = items.filter { $0.client == client && $0.host == host }
    guard !released.isEmpty else { return [] }
    items.removeAll { $0.client == client && $0.host == host }
    bytes = items.reduce(0) { $0 + $1.size }
    return released
  }
}
