import Knowledge
import Reports

/// What the catalogue knows of one host, URL or User-Agent.
struct IdentityCard {
  private let subject: String
  private let host: Catalogue.HostMatch?
  private let roles: [String]
  private let agents: [AgentMatch]

  init(of subject: String, in catalogue: Catalogue) {
    self.subject = subject
    let place = Self.place(in: subject)
    host = place.flatMap { catalogue.host($0.host) }
    roles = host.map { $0.entry.roles(forPath: place?.path ?? "/") } ?? []
    agents = catalogue.identify(userAgent: subject)
  }

  /// Authority and path of a URL, or of what can be read as a bare host; nil for anything else.
  private static func place(in subject: String) -> (host: String, path: String)? {
    var rest = Substring(subject)
    if let scheme = rest.firstRange(of: "://") {
      rest = rest[scheme.upperBound...]
    } else if rest.contains(" ") {
      return nil
    }
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let path = rest[authority.endIndex...]
    let name = authority.split(separator: "@").last ?? authority
    let host = name.prefix { $0 != ":" }
    let port = name.dropFirst(host.count + 1)
    let isHost = host.contains(".") || host.lowercased() == "localhost" || UInt16(port) != nil
    guard !host.isEmpty, isHost || host.hasPrefix("[") else { return nil }
    return (String(name), path.isEmpty ? "/" : String(path))
  }

  var text: String {
    var lines = [visible(subject)]
    if let host {
      lines.append(
        "  vendor      \(host.vendor.name) (\(host.vendor.id), \(host.vendor.kind.rawValue))")
      lines.append("  host        \(host.entry.host)")
      lines.append("  roles       \(roles.joined(separator: ", "))")
      lines.append("  AI traffic  \(host.entry.isAI ? "yes" : "only together with a tool")")
      lines.append("  certainty   \(host.entry.certainty.rawValue)")
      for source in host.entry.sources { lines.append("  source      \(source)") }
      if let note = host.entry.note { lines.append("  note        \(note)") }
    }
    for agent in agents {
      let version = agent.version.map { " \($0)" } ?? ""
      switch agent.subject {
      case .tool(let tool):
        lines.append("  tool        \(tool.name)\(version) (\(tool.id), \(tool.kind.rawValue))")
      case .client(let client):
        lines.append(
          "  client      \(client.name)\(version) (\(client.id)): a library or shell, no tool")
      }
    }
    if host == nil, agents.isEmpty { lines.append("  not in the catalogue") }
    return lines.joined(separator: "\n") + "\n"
  }

  func write(to json: inout JSONWriter) {
    json.member("subject", subject)
    if let host {
      json.object("host") { json in
        json.member("pattern", host.entry.host)
        json.member("vendor", host.vendor.id)
        json.member("vendor_name", host.vendor.name)
        json.member("kind", host.vendor.kind.rawValue)
        json.member("roles", roles)
        json.member("ai", host.entry.isAI)
        json.member("certainty", host.entry.certainty.rawValue)
        json.member("sources", host.entry.sources)
        json.member("note", host.entry.note)
      }
    } else {
      json.key("host")
      json.null()
    }
    json.array("agents") { json in
      for agent in agents {
        json.object { json in
          switch agent.subject {
          case .tool: json.member("kind", "tool")
          case .client: json.member("kind", "client")
          }
          json.member("id", agent.id)
          json.member("version", agent.version)
          json.member("weight", agent.weight)
        }
      }
    }
  }
}
