/// A program that people run and that speaks to AI vendors.
public struct Tool: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case agent
    case app
    case web
    case sdk
    case framework
    case proxy
  }

  /// Evidence that a request comes from the tool.
  public struct Mark: Sendable, Hashable {
    public enum Place: String, Sendable, Hashable, CaseIterable {
      case userAgent = "user-agent"
      /// A request header; `name` says which.
      case header
      /// The beginning of the request path.
      case path
      /// A JSON body's field; `name` is its path.
      case body
      /// The host spoken to.
      case host
      /// A parameter of the query; `name` says which.
      case query
    }

    public var place: Place
    /// Header name, parameter or JSONPath; empty for user agent, path and host.
    public var name: String
    /// A pattern (see ``Pattern``) that the value must match; its first group is the version, if
    /// any.
    public var pattern: String?
    /// How much the mark says by itself, 0 to 1.
    public var weight: Double
    /// Hosts, written as in ``HostEntry/host``, at which alone the mark counts; empty means
    /// anywhere.
    public var hosts: [String]

    public init(
      place: Place, name: String, pattern: String?, weight: Double, hosts: [String] = []
    ) {
      self.place = place
      self.name = name
      self.pattern = pattern
      self.weight = weight
      self.hosts = hosts
    }

    /// Whether the mark counts in a request to that host.
    public func counts(at host: String?) -> Bool {
      hosts.isEmpty || host.map { name in hosts.contains { HostPattern($0).matches(name) } } == true
    }
  }

  public var id: String
  public var name: String
  /// Id of the vendor.
  public var vendor: String
  public var kind: Kind
  public var marks: [Mark]
  /// Hosts that it is known to speak to, written as in ``HostEntry/host``.
  public var hosts: [String]
  /// Header names whose values are ids of sessions.
  public var sessionHeaders: [String]
  /// JSON paths in request bodies whose values are ids of sessions.
  public var sessionPaths: [String]
  /// Header names whose values are ids of agents within a session: those that the main one sends out.
  public var agentHeaders: [String]
  public var certainty: Certainty
  public var sources: [String]
  public var note: String?

  public init(
    id: String, name: String, vendor: String, kind: Kind, marks: [Mark], hosts: [String] = [],
    sessionHeaders: [String],
    sessionPaths: [String], agentHeaders: [String] = [], certainty: Certainty = .reported,
    sources: [String], note: String?
  ) {
    self.id = id
    self.name = name
    self.vendor = vendor
    self.kind = kind
    self.marks = marks
    self.hosts = hosts
    self.sessionHeaders = sessionHeaders
    self.sessionPaths = sessionPaths
    self.agentHeaders = agentHeaders
    self.certainty = certainty
    self.sources = sources
    self.note = note
  }
}
