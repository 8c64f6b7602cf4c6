import Knowledge

/// Which tool a client's hosts fit, when nothing of its traffic could be read.
///
/// Each host says the more, the fewer tools are known to speak to it: a host of one tool counts 1, of
/// two ½; where a vendor's client library speaks, everybody does, and it counts nothing. A tool is worth naming from 1 on; several that fit as well are named together. A guess is
/// told in words only, never as the tool.
struct HostGuess {
  private let tools: [(name: String, isLibrary: Bool, patterns: [HostPattern])]
  /// Tools by the hosts asked about before: most clients speak to the same few.
  private var known: [String: [Int]] = [:]

  private let catalogue: Catalogue

  init(_ catalogue: Catalogue) {
    self.catalogue = catalogue
    tools = catalogue.tools.filter { !$0.hosts.isEmpty }
      .map { ($0.name, $0.kind == .sdk, $0.hosts.map(HostPattern.init)) }
  }

  /// A sentence for hosts in the order of their first contact; nil when they say too little.
  mutating func note(_ hosts: [String]) -> String? {
    var totals = [Double](repeating: 0, count: tools.count)
    var fitting: [[String]] = Array(repeating: [], count: tools.count)
    for host in hosts {
      let who = tools(of: host)
      let isEverybodys = who.contains { tools[$0].isLibrary }
      for i in who {
        totals[i] += isEverybodys ? 0 : 1 / Double(who.count)
        fitting[i].append(host)
      }
    }
    guard let best = totals.max(), best >= 0.999 else { return nil }
    let winners = tools.indices.filter { totals[$0] > best - 0.001 }
    guard winners.count <= 3, let first = winners.first else { return nil }
    let names = winners.map { tools[$0].name }.joined(separator: " or ")
    return "Its hosts fit \(names): \(fitting[first].joined(separator: ", then ")). "
      + "A guess, from names and their order alone."
  }

  /// The tools that are known to speak to a host.
  private mutating func tools(of host: String) -> [Int] {
    if let who = known[host] { return who }
    // Most hosts are nobody's, and that is quickly seen.
    let who =
      catalogue.isContacted(host)
      ? tools.indices.filter { i in
        tools[i].patterns.contains { $0.matches(host) }
      } : []
    known[host] = who
    return who
  }
}
