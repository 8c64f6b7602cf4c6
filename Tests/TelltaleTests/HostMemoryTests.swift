import Knowledge
import Telltale
import TestKit
import Testing

@Suite struct `Memory of hosts` {
  static let catalogue = Catalogue.builtIn

  /// Hosts of the catalogue, hosts that it does not know, and hosts of every length up to 60.
  static let names: [String] =
    catalogue.vendors.flatMap(\.endpoints).map { $0.host.replacing("*", with: "x") }
    + catalogue.tools.flatMap(\.hosts).map { $0.replacing("*", with: "x") }
    + (0..<3_000).map { "host\($0).example" }
    + (0...60).map { String(repeating: "a", count: $0) }
    + (0...60).map { String(repeating: "a", count: $0) + "\0" }

  /// Whether the catalogue lists the host, as AI traffic, and whether a tool speaks to it.
  static func truth(_ name: String) -> [Bool] {
    let id = catalogue.hostID(name.utf8Span.span.bytes)
    return [id != nil, id.map(catalogue.isAI) ?? false, catalogue.isContacted(name)]
  }

  @Test func `says of each host what the catalogue says, however often and in whatever order`() {
    var memory = HostMemory()
    var random = SeededRandom(seed: 5)
    for _ in 0..<3 {
      for name in Self.names.shuffled(using: &random) {
        for _ in 0..<2 {
          let verdict = memory.verdict(name.utf8Span.span.bytes, Self.catalogue)
          #expect(
            [verdict.isListed, verdict.isAI, verdict.isContacted] == Self.truth(name), "\(name)")
        }
      }
    }
  }

  @Test func `takes more names than it has places for, and longer ones than it keeps`() {
    let verdicts = Set(Self.names.map(Self.truth))
    #expect(Self.names.count > 2 * HostMemory.capacity)
    #expect(Self.names.contains { $0.utf8.count > HostMemory.longest })
    // Names of no interest would agree by chance.
    #expect(verdicts.count > 2)
  }
}
