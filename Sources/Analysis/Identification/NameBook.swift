import Model

/// Names that DNS answers gave to addresses; the oldest give way.
struct NameBook {
  private var names: [IPAddress: String] = [:]
  private var order: [IPAddress] = []
  private var oldest = 0
  private let limit: Int

  init(limit: Int) { self.limit = max(1, limit) }

  mutating func learn(_ message: DNSMessage) {
    guard message.isResponse, let question = message.questions.first else { return }
    for answer in message.answers {
      guard let address = answer.address else { continue }
      // An alias chain ends at the address; the name asked for is the one that means something.
      if names.updateValue(question.name.lowercased(), forKey: address) != nil { continue }
      if order.count < limit {
        order.append(address)
      } else {
        names[order[oldest]] = nil
        order[oldest] = address
        oldest = (oldest + 1) % limit
      }
    }
  }

  func name(of address: IPAddress) -> String? { names[address] }
}
