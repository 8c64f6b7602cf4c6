/// An HTTP library, shell command or exporter: what a User-Agent may name without naming a tool.
public struct Client: Sendable, Hashable {
  public var id: String
  public var name: String
  /// A ``Pattern`` over the User-Agent; its first group is the version.
  public var userAgent: String
  public var sources: [String]

  public init(id: String, name: String, userAgent: String, sources: [String]) {
    self.id = id
    self.name = name
    self.userAgent = userAgent
    self.sources = sources
  }
}
