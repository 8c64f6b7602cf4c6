public import Knowledge
import Model

/// A quick look at a request's head: could it come from a tool at all?
public struct AgentScreen {
  private let catalogue: Catalogue
  /// Names of headers by which some tool is known, in lower case.
  public let markedHeaders: Set<String>
  /// User-Agents looked up before. Ordinary traffic has few; a flood of new ones is not remembered.
  private var memory: [String: Bool] = [:]
  private static let memoryLimit = 4_096

  public init(_ catalogue: Catalogue) {
    self.catalogue = catalogue
    markedHeaders = Set(
      catalogue.tools.flatMap(\.marks).filter { $0.place == .header }.map { $0.name.lowercased() })
  }

  /// Whether a User-Agent names a tool, at whatever host.
  public mutating func namesTool(_ userAgent: String?) -> Bool {
    guard let userAgent else { return false }
    if let known = memory[userAgent] { return known }
    let isTool = catalogue.toolMatches(
      userAgent: userAgent, headers: [], path: "", host: nil
    ).contains { !$0.evidence.isEmpty }
    if memory.count < Self.memoryLimit { memory[userAgent] = isTool }
    return isTool
  }

  func hasMarkedHeader(_ fields: [HTTPField]) -> Bool {
    fields.contains { markedHeaders.contains($0.name.lowercased()) }
  }
}
