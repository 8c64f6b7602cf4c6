import Model

/// Names that DNS answers gave to addresses; the addresses known longest give way.
struct NameBook {
  private var names: [IPAddress: String] = [:]
  /// Earlier names of addresses that have several, as those of large hosting networks do.
  private var earlier: [IPAddress: [String]] = [:]
  private static let mostEarlierNames = 8
  private var order: [IPAddress] = []
  private var oldest = 0
  private let limit: Int

  init(limit: Int) { self.limit = max(1, limit) }

  mutating func learn(_ message: DNSMessage) {
    guard message.isResponse, let question = message.questions.first, !message.answers.isEmpty
    else { return }
    let name = question.name.lowercased()
    for answer in message.answers {
      guard let address = answer.address else { continue }
      // An alias chain ends at the address; the name asked for is the one that means something.
      if let former = names.updateValue(name, forKey: address) {
        if former != name { keep(former, of: address) }
        continue
      }
      if order.count < limit {
        order.append(address)
      } else {
        names[order[oldest]] = nil
        earlier[order[oldest]] = nil
        order[oldest] = address
        oldest = (oldest + 1) % limit
      }
    }
  }

  private mutating func keep(_ name: String, of address: IPAddress) {
    var list = earlier[address] ?? []
    if let place = list.firstIndex(of: name) { list.remove(at: place) }
    if list.count == Self.mostEarlierNames { list.removeFirst() }
    list.append(name)
    earlier[address] = list
  }

  /// The name that was answered with the address last.
  func name(of address: IPAddress) -> String? { names[address] }

  /// Whether an answer gave that name the address.
  func has(_ name: String, for address: IPAddress) -> Bool {
    names[address] == name || earlier[address]?.contains(name) == true
  }
}
