import Synchronization

#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// SIGINT and SIGTERM as a question that a loop can ask.
enum StopSignals {
  private static let isRequested = Atomic(false)

  static func install() {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in
      // A second signal ends the program at once.
      if StopSignals.isRequested.exchange(true, ordering: .relaxed) { _exit(130) }
    }
    sigaction(SIGINT, &action, nil)
    sigaction(SIGTERM, &action, nil)
  }

  static var shouldStop: Bool { isRequested.load(ordering: .relaxed) }
}
