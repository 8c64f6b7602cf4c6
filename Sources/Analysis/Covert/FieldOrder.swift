import Model

/// The order of header fields, or of the members at the top of JSON bodies, in requests that are alike in
/// all else that shapes them.
///
/// Programs keep an order. One that changes between a few orders from request to request can say something by
/// it: log2 of their number, in bits a request. Shuffled orders say nothing: Go walks its maps from a random
/// place, so that each order is as likely as the next, or a rotation of another.
struct FieldOrderBook {
  /// Requests that should have one order.
  struct Template: Hashable {
    var sender: LedgerKey
    var session: Int
    var recipient: String
    var method: String
    var path: String
    var agent: String
    /// What is in order: names of header fields, or of members.
    var part: ChannelPart
    var names: Set<String>
    /// Names of the members of the body, which tell one kind of request from another.
    var members: Set<String>
  }

  struct Tally {
    var time: Timestamp
    var observers: [Observer]
    fileprivate(set) var orders: [(names: [String], count: Int, sighting: Sighting)] = []
    fileprivate(set) var isShuffled = false
    /// Requests in all orders that are followed.
    fileprivate var count: Int { orders.reduce(0) { $0 + $1.count } }
  }

  /// Orders that a code of a few values may have.
  fileprivate static let mostOrders = 3
  private static let fewestNames = 5
  static let mostNames = 64
  private static let fewestRequests = 16
  private static let fewestOfEach = 4

  private var tallies: [Template: Tally] = [:]
  private let limit: Int
  private(set) var isFull = false

  /// - Parameter limit: templates that are followed; later ones are not.
  init(limit: Int) { self.limit = limit }

  /// Whether the order of so many names may tell anything.
  static func mayTell(_ count: Int) -> Bool { (fewestNames...mostNames).contains(count) }

  /// Notes the order of one request.
  mutating func note(
    _ names: [String], _ template: Template, observers: [Observer], at time: Timestamp,
    sighting: Sighting
  ) {
    guard Self.mayTell(names.count), template.names.count == names.count else { return }
    guard tallies[template] != nil || tallies.count < limit else {
      isFull = true
      return
    }
    tallies[template, default: Tally(time: time, observers: observers)].note(names, sighting)
  }

  /// Templates whose requests came in a few orders, each of which came again.
  func verdicts() -> [(template: Template, tally: Tally)] {
    tallies.filter { isCode($0.value) }.map { ($0.key, $0.value) }.sorted {
      ($0.0.sender, $0.0.session, $0.0.recipient, $0.0.path, $0.0.part.rawValue)
        < ($1.0.sender, $1.0.session, $1.0.recipient, $1.0.path, $1.0.part.rawValue)
    }
  }

  private func isCode(_ tally: Tally) -> Bool {
    guard !tally.isShuffled, tally.orders.count >= 2, tally.count >= Self.fewestRequests,
      tally.orders.allSatisfy({ $0.count >= Self.fewestOfEach })
    else { return false }
    let first = tally.orders[0].names
    return !tally.orders.dropFirst().contains { Self.isRotation($0.names, of: first) }
  }

  /// Where names do not stand alike: from the first to the last that moved.
  private static func stretch(_ names: [String], _ others: [String]) -> ClosedRange<Int>? {
    guard let from = names.indices.first(where: { names[$0] != others[$0] }),
      let to = names.indices.last(where: { names[$0] != others[$0] })
    else { return nil }
    return from...to
  }

  /// Whether what moved begins at another place and goes round. Of two or three names, every order does.
  private static func isRotation(_ names: [String], of others: [String]) -> Bool {
    guard let stretch = stretch(names, others), stretch.count >= 4 else { return false }
    let moved = names[stretch]
    let still = others[stretch]
    guard let start = still.firstIndex(of: moved[stretch.lowerBound]) else { return false }
    return moved.elementsEqual(still[start...] + still[..<start])
  }

  /// What the orders of a template tell.
  static func finding(_ tally: Tally) -> Finding {
    let first = tally.orders[0].names
    // From the first name that moved on, as far as the orders differ.
    let moved = tally.orders.compactMap { stretch($0.names, first) }
    let from = moved.map(\.lowerBound).min() ?? 0
    let to = min(moved.map(\.upperBound).max() ?? 0, from + 7)
    let stretches = tally.orders.map { $0.names[from...to].joined(separator: ", ") }
    let counts = tally.orders.map { String($0.count) }.joined(separator: " and ")
    let bits = tally.orders.count == 2 ? "1 bit" : "1.6 bits"
    return Finding(
      "covert.ordering", Array(stretches.joined(separator: " | ").utf8), source: "covert.ordering",
      confidence: 0.5,
      note:
        "\(tally.orders.count) orders of the same \(first.count) names in requests that are alike, "
        + "\(counts) times: up to \(bits) a request")
  }
}

extension FieldOrderBook.Tally {
  fileprivate mutating func note(_ names: [String], _ sighting: Sighting) {
    guard !isShuffled else { return }
    if let known = orders.firstIndex(where: { $0.names == names }) {
      orders[known].count += 1
    } else if orders.count < FieldOrderBook.mostOrders {
      orders.append((names, 1, sighting))
    } else {
      isShuffled = true
      orders = []
    }
  }
}
