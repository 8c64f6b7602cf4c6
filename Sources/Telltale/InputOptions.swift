/// What to read.
public struct InputOptions: Sendable {
  /// Files, directories of captures, or `-` for standard input.
  public var captures: [String]
  /// NSS key logs, besides the secrets inside captures.
  public var keyLogs: [String] = []
  /// A libpcap filter expression.
  public var filter: String?

  /// Whether the captures' digests are wanted.
  public var hashes = false

  public init(captures: [String]) {
    self.captures = captures
  }
}

/// What happens on the way and concerns the user, not the result.
public struct RunHooks {
  /// One line for stderr.
  public var warn: (String) -> Void = { _ in }
  /// Bytes of input read so far.
  public var progress: ((Int) -> Void)?
  /// Asked between batches; true ends the run early and in good order.
  public var shouldStop: () -> Bool = { false }

  public init() {}
}
