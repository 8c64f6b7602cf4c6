import Model

/// Link-layer addresses of clients, as far as they are the clients' own.
///
/// An address that speaks for several IPv4 addresses is a router's, and then nobody's here. The table
/// takes no more clients once it is full.
struct LinkBook {
  private var links: [IPAddress: UInt64] = [:]
  private var owners: [UInt64: IPAddress] = [:]
  private var routers: Set<UInt64> = []
  /// Pairs that were learnt last: a machine's flows all say the same.
  private var recent: [(client: IPAddress, link: UInt64)?] = Array(repeating: nil, count: 2048)
  private let limit: Int

  init(limit: Int) { self.limit = max(1, limit) }

  mutating func learn(_ flow: FlowReference) {
    let link = flow.clientLink
    // Group addresses belong to no machine (IEEE 802, I/G bit).
    guard link != 0, link & 0x0100_0000_0000 == 0, links.count < limit else { return }
    let client = flow.client.address
    let place = Int(truncatingIfNeeded: client.low ^ client.low >> 8 ^ link) & 2047
    if let known = recent[place], known.client == client, known.link == link { return }
    recent[place] = (client, link)
    if links[client] == nil { links[client] = link }
    guard client.isV4 else { return }
    if let owner = owners[link] {
      if owner != client { routers.insert(link) }
    } else {
      owners[link] = client
    }
  }

  /// In colon form; nil where the client is not on the link.
  func address(of client: IPAddress) -> String? {
    guard let link = links[client], !routers.contains(link) else { return nil }
    return stride(from: 40, through: 0, by: -8)
      .map { shift in
        let byte = String(link >> UInt64(shift) & 0xff, radix: 16)
        return byte.utf8.count == 1 ? "0" + byte : byte
      }
      .joined(separator: ":")
  }
}
