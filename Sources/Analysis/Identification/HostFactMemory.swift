import Synchronization

/// What host names told when they were asked about before: a client speaks to the same few all day, and
/// each look runs through all patterns of host names.
final class HostFactMemory: Sendable {
  /// Names remembered; later ones are looked at each time.
  private static let limit = 4_096

  private let known = Mutex<[String: [Finding]]>([:])

  func facts(of name: String, _ look: (String) -> [Finding]) -> [Finding] {
    if let known = known.withLock({ $0[name] }) { return known }
    let found = look(name)
    known.withLock { known in
      if known.count < Self.limit { known[name] = found }
    }
    return found
  }
}
