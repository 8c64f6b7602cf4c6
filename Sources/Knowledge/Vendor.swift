/// How sure an entry of the catalogue is.
public enum Certainty: String, Sendable, Hashable, CaseIterable {
  case documented
  case observedInSource = "observed-in-source"
  case observedOnWire = "observed-on-wire"
  case reported
  case inferred
}

/// Who runs services that tools speak to.
public struct Vendor: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Runs models or sells a tool.
    case ai
    /// Processes data for others: crash reports, analytics, feature flags.
    case processor
    /// Anything else that tools contact: code hosting, registries, platforms.
    case platform
  }

  public var id: String
  public var name: String
  public var kind: Kind
  public var endpoints: [HostEntry]
  /// What shows that a request speaks this processor's own protocol, whatever host it goes to.
  public var marks: [Tool.Mark]
  /// Where the marks come from.
  public var sources: [String]

  public init(
    id: String, name: String, kind: Kind, endpoints: [HostEntry], marks: [Tool.Mark] = [],
    sources: [String] = []
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.endpoints = endpoints
    self.marks = marks
    self.sources = sources
  }
}

/// A host name, or a pattern of host names, and what it is for.
public struct HostEntry: Sendable, Hashable {
  /// `api.example.com` is itself; `*.example.com` is any name below it, and `.example.com` both; a
  /// `*` label elsewhere is any one label, and a `*` inside a label any characters of it
  /// (`bedrock-runtime.*.amazonaws.com`). `localhost:11434` is a name at one port, `*:4318` any host
  /// at it; those count only where no other pattern fits. Of patterns that cover a name, an exact one is taken
  /// before one with wildcards inside, that before a suffix, and the longest suffix before shorter
  /// ones.
  public var host: String
  /// `api app auth telemetry crash feature-flags update cdn mcp proxy-gateway`.
  public var roles: [String]
  /// Roles that hold for paths with that prefix, longest first.
  public var pathRoles: [PathRole]
  /// Whether traffic to it is AI traffic by itself (false: only together with a tool, as GitHub
  /// is).
  public var isAI: Bool
  /// Id of the vendor whose data arrives at this host of a processor; nil when anybody's may.
  public var owner: String?
  public var certainty: Certainty
  public var sources: [String]
  public var note: String?

  /// What the host may be for.
  public static let knownRoles: Set<String> = [
    "api", "app", "auth", "telemetry", "crash", "feature-flags", "update", "cdn", "mcp",
    "proxy-gateway",
  ]

  /// Whether a pattern, written as ``host`` is, covers a name.
  public static func pattern(_ pattern: String, covers name: String) -> Bool {
    HostPattern(pattern).matches(name)
  }

  /// Roles of a request path: those of the longest prefix that fits, or else the host's own.
  public func roles(forPath path: String) -> [String] {
    pathRoles.first { path.hasPrefix($0.prefix) }?.roles ?? roles
  }

  public struct PathRole: Sendable, Hashable {
    public var prefix: String
    public var roles: [String]
    public init(prefix: String, roles: [String]) {
      self.prefix = prefix
      self.roles = roles
    }
  }

  public init(
    host: String, roles: [String], pathRoles: [PathRole], isAI: Bool, owner: String? = nil,
    certainty: Certainty, sources: [String], note: String?
  ) {
    self.host = host
    self.roles = roles
    self.pathRoles = pathRoles
    self.isAI = isAI
    self.owner = owner
    self.certainty = certainty
    self.sources = sources
    self.note = note
  }
}
