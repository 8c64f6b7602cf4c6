import Knowledge
import Model

/// Things that one request says and that do not fit together: told beside the findings, not averaged
/// away (docs/Identification.md).
struct Contradictions {
  private let knowledge: CompiledKnowledge

  init(_ knowledge: CompiledKnowledge) { self.knowledge = knowledge }

  /// What is odd about a message, in sentences.
  func notes(_ contact: Contact, _ identity: Identity, _ flow: FlowState?) -> [String] {
    var notes: [String] = []
    if let rival = identity.rival, let tool = identity.tool {
      notes.append(
        "Its marks disagree: some name \(knowledge.catalogue.tools[tool].name), "
          + "\(rival.evidence.joined(separator: " and ")) \(rival.name); one of them is imitated.")
    }
    if let agent = contact["user-agent"] {
      notes += languages(agent, contact)
      if let ja4 = flow?.ja4, contact.isEncrypted { notes += stack(agent, ja4) }
    }
    notes += fronting(contact, flow)
    return notes
  }

  /// The User-Agent's language and the one that the vendor's client library tells.
  private func languages(_ agent: String, _ contact: Contact) -> [String] {
    guard let told = contact["x-stainless-lang"].map(Self.languageName),
      let named = Self.language(of: agent), told != named
    else { return [] }
    return ["The User-Agent says \(named), x-stainless-lang says \(told)."]
  }

  /// The User-Agent's runtime and the TLS library of the connection.
  private func stack(_ agent: String, _ ja4: String) -> [String] {
    guard let stack = TLSStackTable.stack(ofJA4: ja4), !stack.languages.isEmpty,
      let named = Self.runtime(of: agent), !stack.languages.contains(named)
    else { return [] }
    return [
      "The User-Agent says \(named == "Browser" ? "a browser" : named), the TLS hello is that of "
        + "\(stack.name) (JA4 \(ja4))."
    ]
  }

  /// A host other than the one that the connection was opened for.
  private func fronting(_ contact: Contact, _ flow: FlowState?) -> [String] {
    guard contact.isEncrypted, flow?.hidesName != true, let name = contact.serverName else {
      return []
    }
    let opened = Authority.name(of: name)
    guard !opened.isEmpty, opened != contact.host else { return [] }
    let names = flow?.certificateNames ?? []
    if names.contains(where: { Self.certificate($0, covers: contact.host) }) { return [] }
    return [
      "A connection opened for \(opened) carried requests to \(contact.host): domain fronting, "
        + "\(names.isEmpty ? "or one server for both" : "and its certificate does not cover that name")."
    ]
  }

  /// RFC 6125: a wildcard stands for the whole leftmost label.
  private static func certificate(_ pattern: String, covers host: String) -> Bool {
    let pattern = pattern.lowercased()
    guard pattern.hasPrefix("*.") else { return pattern == host }
    guard let dot = host.firstIndex(of: ".") else { return false }
    return host[dot...] == pattern.dropFirst()
  }

  private static func languageName(_ text: String) -> String {
    switch text.lowercased() {
    case "js", "javascript", "node", "typescript": "JavaScript"
    default: text.lowercased().capitalizedASCII
    }
  }

  private static func language(of agent: String) -> String? {
    UserAgent(agent).products.lazy.compactMap { UserAgentFacts.language(of: $0.name) }.first
  }

  private static func runtime(of agent: String) -> String? {
    let products = UserAgent(agent).products.map { $0.name.lowercased() }
    // Electron and command-line tools send Mozilla/5.0 too; a browser's last product is its own.
    if products.contains("electron") { return nil }
    if products.first == "mozilla",
      products.contains("chrome") || products.contains("headlesschrome")
    {
      return "Browser"
    }
    return language(of: agent)
  }
}
