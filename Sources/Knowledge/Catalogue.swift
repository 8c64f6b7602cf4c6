/// Everything known about vendors, tools, hosts and signals.
public struct Catalogue: Sendable {
  public let vendors: [Vendor]
  public let tools: [Tool]
  public let signals: [Signal]
  public let attributes: [Attribute]
  /// HTTP libraries and shells, which are no tools.
  public let clients: [Client]

  private let hosts: HostIndex
  private let positions: Positions
  let agents: AgentIndexBox

  /// What a host name is, by the longest pattern that fits.
  public struct HostMatch: Sendable, Hashable {
    public var vendor: Vendor
    public var entry: HostEntry
    public init(vendor: Vendor, entry: HostEntry) {
      self.vendor = vendor
      self.entry = entry
    }
  }

  /// A host entry of one catalogue, by number: cheap to store per flow.
  public struct HostID: Sendable, Hashable {
    let number: Int32
  }

  public init(
    vendors: [Vendor], tools: [Tool], signals: [Signal], attributes: [Attribute],
    clients: [Client] = []
  ) {
    self.vendors = vendors
    self.tools = tools
    self.signals = signals
    self.attributes = attributes
    self.clients = clients
    hosts = HostIndex(vendors)
    positions = Positions(
      vendors: Self.positions(of: vendors, by: \.id), tools: Self.positions(of: tools, by: \.id),
      attributes: Self.positions(of: attributes, by: \.id))
    agents = AgentIndexBox()
  }

  // MARK: Hosts

  /// Looks a host up; case, a port and a final dot do not matter.
  public func host(_ name: String) -> HostMatch? {
    hostID(name.utf8Span.span.bytes).map { self[$0] }
  }

  public func host(bytes: RawSpan) -> HostMatch? {
    hostID(bytes).map { self[$0] }
  }

  /// The number of the entry for a host, without a copy of it: for one look-up per flow.
  public func hostID(_ name: RawSpan) -> HostID? {
    let number = hosts.trie.find(name)
    return number < 0 ? nil : HostID(number: number)
  }

  public subscript(host: HostID) -> HostMatch {
    let place = hosts.places[Int(host.number)]
    let vendor = vendors[place.vendor]
    return HostMatch(vendor: vendor, entry: vendor.endpoints[place.entry])
  }

  /// Whether traffic to the host is AI traffic by itself.
  public func isAI(_ host: HostID) -> Bool { hosts.places[Int(host.number)].isAI }

  // MARK: Entries by id

  public func vendor(id: String) -> Vendor? { positions.vendors[id].map { vendors[$0] } }
  public func tool(id: String) -> Tool? { positions.tools[id].map { tools[$0] } }
  public func attribute(id: String) -> Attribute? {
    positions.attributes[id].map { attributes[$0] }
  }

  /// The catalogue that the program carries.
  public static let builtIn = CompactTable.decode(EmbeddedKnowledgeTable.text)

  private static func positions<Entry>(
    of entries: [Entry], by id: KeyPath<Entry, String>
  ) -> [String: Int] {
    Dictionary(
      zip(entries.map { $0[keyPath: id] }, entries.indices), uniquingKeysWith: { first, _ in first }
    )
  }

  private struct Positions: Sendable {
    var vendors: [String: Int]
    var tools: [String: Int]
    var attributes: [String: Int]
  }
}

/// The host patterns of all vendors, and where each stands.
private struct HostIndex: Sendable {
  struct Place: Sendable {
    var vendor: Int
    var entry: Int
    var isAI: Bool
  }

  private(set) var trie = HostTrie()
  private(set) var places: [Place] = []

  init(_ vendors: [Vendor]) {
    for (vendorIndex, vendor) in vendors.enumerated() {
      for (entryIndex, entry) in vendor.endpoints.enumerated() {
        trie.insert(HostPattern(entry.host), number: Int32(places.count))
        places.append(Place(vendor: vendorIndex, entry: entryIndex, isAI: entry.isAI))
      }
    }
  }
}
