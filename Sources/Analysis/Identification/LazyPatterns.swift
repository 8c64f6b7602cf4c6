import Knowledge
import Synchronization

/// Patterns that are compiled when they are first needed: a run meets few of the catalogue's places.
final class LazyPatterns: Sendable {
  enum State: Sendable {
    /// The place takes the whole value.
    case none
    /// The pattern does not compile; the place then tells nothing.
    case refused
    case compiled(Pattern)
  }

  private let sources: [String?]
  private let states: Mutex<[State?]>

  init(_ sources: [String?]) {
    self.sources = sources
    states = Mutex(Array(repeating: nil, count: sources.count))
  }

  func pattern(_ number: Int) -> State {
    guard let source = sources[number] else { return .none }
    return states.withLock { states in
      if let state = states[number] { return state }
      let state = (try? Pattern(source)).map { State.compiled($0) } ?? .refused
      states[number] = state
      return state
    }
  }
}
