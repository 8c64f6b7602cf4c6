/// Everything known about vendors, tools, hosts and signals.
public struct Catalogue: Sendable {
  public let vendors: [Vendor]
  public let tools: [Tool]
  public let signals: [Signal]
  public let attributes: [Attribute]
  /// HTTP libraries and shells, which are no tools.
  public let clients: [Client]

  private let hosts: HostIndex
  /// Hosts that tools are known to speak to.
  private let contacts: HostTrie
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
    var contacts = HostTrie()
    for pattern in tools.flatMap(\.hosts) { contacts.insert(HostPattern(pattern), number: 0) }
    self.contacts = contacts
    positions = Positions(
      vendors: Self.positions(of: vendors, by: \.id), tools: Self.positions(of: tools, by: \.id),
      attributes: Self.positions(of: attributes, by: \.id))
    agents = AgentIndexBox()
  }

  // MARK: Hosts

  /// Looks a host up; case and a final dot do not matter. A port serves only where no name fits.
  public func host(_ name: String) -> HostMatch? {
    hostID(name.utf8Span.span.bytes).map { self[$0] }
  }

  public func host(bytes: RawSpan) -> HostMatch? {
    hostID(bytes).map { self[$0] }
  }

  /// The number of the entry for a host, without a copy of it: for one look-up per flow.
  public func hostID(_ name: RawSpan) -> HostID? {
    let number = hosts.trie.find(name)
    return number < 0 ? hosts.atPort(name) : HostID(number: number)
  }

  public subscript(host: HostID) -> HostMatch {
    let place = hosts.places[Int(host.number)]
    let vendor = vendors[place.vendor]
    return HostMatch(vendor: vendor, entry: vendor.endpoints[place.entry])
  }

  /// Whether traffic to the host is AI traffic by itself.
  public func isAI(_ host: HostID) -> Bool { hosts.places[Int(host.number)].isAI }

  /// Whether some tool is known to speak to the host.
  public func isContacted(_ host: String) -> Bool {
    isContacted(bytes: host.utf8Span.span.bytes)
  }

  /// The same of a name on the wire.
  public func isContacted(bytes host: RawSpan) -> Bool { contacts.find(host) >= 0 }

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
  /// Entries that are bound to a port: services that every machine may run.
  private var ports: [(pattern: HostPattern, number: Int32)] = []

  init(_ vendors: [Vendor]) {
    for (vendorIndex, vendor) in vendors.enumerated() {
      for (entryIndex, entry) in vendor.endpoints.enumerated() {
        let pattern = HostPattern(entry.host)
        if pattern.port == nil {
          trie.insert(pattern, number: Int32(places.count))
        } else {
          ports.append((pattern, Int32(places.count)))
        }
        places.append(Place(vendor: vendorIndex, entry: entryIndex, isAI: entry.isAI))
      }
    }
    // One whole name speaks before any host at the port.
    ports.sort { ($1.pattern.labels.count, $0.number) < ($0.pattern.labels.count, $1.number) }
  }

  /// The entry of a port, for an authority that has one.
  func atPort(_ authority: RawSpan) -> Catalogue.HostID? {
    let count = authority.byteCount
    guard !ports.isEmpty, count > 2, count <= 260 else { return nil }
    var digits = count
    while digits > 0, ByteSet.digits.contains(authority.byte(digits - 1)) { digits -= 1 }
    guard digits > 0, digits < count, authority.byte(digits - 1) == UInt8(ascii: ":") else {
      return nil
    }
    var name = ""
    for offset in 0..<count { name.unicodeScalars.append(Unicode.Scalar(authority.byte(offset))) }
    return ports.first { $0.pattern.matches(name) }.map { Catalogue.HostID(number: $0.number) }
  }
}
