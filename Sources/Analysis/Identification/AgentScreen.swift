public import Knowledge
import Model
import Protocols
public import Wire

/// A quick look at a request's head: could it come from a tool at all?
public struct AgentScreen {
  private let catalogue: Catalogue
  /// Names of headers by which some tool is known, in lower case.
  public let markedHeaders: Set<String>
  /// User-Agents looked up before. Ordinary traffic has few; a flood of new ones is not remembered.
  private var memory: [String: Bool] = [:]
  private static let memoryLimit = 4_096
  /// What was asked last, as sent, by a number made of the bytes: most of it comes again and again, and need
  /// not be made text for it.
  private var recent: [(bytes: [UInt8], isTool: Bool)] = Array(repeating: ([], false), count: 64)

  public init(_ catalogue: Catalogue) {
    self.catalogue = catalogue
    markedHeaders = Set(
      catalogue.tools.flatMap(\.marks).filter { $0.place == .header }.map { $0.name.lowercased() })
  }

  /// Whether the bytes of a User-Agent field name a tool, at whatever host.
  public mutating func namesTool(_ userAgent: RawSpan) -> Bool {
    let count = userAgent.byteCount
    guard count > 0 else { return false }
    let slot = (count &* 31 &+ Int(userAgent[count - 1]) &* 7 &+ Int(userAgent[count / 2])) & 63
    let known = recent[slot]
    if userAgent.isEqual(to: known.bytes.span.bytes) { return known.isTool }
    let isTool = namesTool(userAgent.fieldText)
    if count <= 512 { recent[slot] = (userAgent.array, isTool) }
    return isTool
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
