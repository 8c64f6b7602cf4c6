/// Finds the same exchange in all runs: by method, path template, tool and the recipient's role, then by
/// the shape of the body, then by order.
struct ExchangeMatcher {
  let runs: [RunTrees]
  let atoms: Atoms

  private struct Key: Hashable {
    var name: String
    var tool: String
    var role: String
  }

  func groups() -> [ExchangeGroup] {
    var order: [Key] = []
    var members: [Key: [[Int]]] = [:]
    for (run, trees) in runs.enumerated() {
      for (index, exchange) in trees.exchanges.enumerated() {
        let key = Key(name: exchange.name, tool: exchange.tool, role: exchange.role)
        if members[key] == nil {
          order.append(key)
          members[key] = [[Int]](repeating: [], count: runs.count)
        }
        members[key]?[run].append(index)
      }
    }
    order.sort { ($0.name, $0.tool, $0.role) < ($1.name, $1.tool, $1.role) }
    return order.enumerated().flatMap { kind, key -> [ExchangeGroup] in
      let lists = members[key] ?? []
      return rows(lists).map {
        ExchangeGroup(kind: kind, name: key.name, tool: key.tool, role: key.role, members: $0)
      }
    }
  }

  private func rows(_ lists: [[Int]]) -> [[Int]] {
    guard lists.contains(where: { $0.count > 1 }) else { return byOrder(lists) }
    var shapes: [String: [[Int]]] = [:]
    for (run, list) in lists.enumerated() {
      for index in list {
        let shape = shape(runs[run].exchanges[index])
        shapes[shape, default: [[Int]](repeating: [], count: lists.count)][run].append(index)
      }
    }
    // Shapes tell exchanges apart only where every run has them alike; else one of them may have
    // changed its shape, which is what is looked for.
    let isStable = shapes.values.allSatisfy { lists in
      lists.allSatisfy { $0.count == lists[0].count }
    }
    guard isStable else { return byOrder(lists) }
    return shapes.sorted { $0.key < $1.key }.flatMap { byOrder($0.value) }
  }

  private func byOrder(_ lists: [[Int]]) -> [[Int]] {
    let count = lists.map(\.count).max() ?? 0
    return (0..<count).map { position in
      lists.map { position < $0.count ? $0[position] : -1 }
    }
  }

  /// Names of the members at the top of the body.
  private func shape(_ exchange: ComparedExchange) -> String {
    let body = exchange.children(of: 0).first {
      exchange.nodes[$0].kind == .object && atoms.text(exchange.nodes[$0].key) == "body"
    }
    guard let body else { return "" }
    return exchange.children(of: body).map { atoms.text(exchange.nodes[$0].key) }.sorted()
      .joined(separator: " ")
  }
}
