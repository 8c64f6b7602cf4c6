/// Bounds of a comparison. What is beyond them is left out, and the coverage says so.
public struct ComparisonLimits: Sendable, Hashable {
  /// Fields, values and containers of one run.
  public var nodesPerRun = 400_000
  /// Bytes of different texts, over all runs.
  public var textBytes = 512 << 20
  /// Different server names, and names asked for, of one run.
  public var hosts = 1_024
  /// Places that vary, over the whole experiment.
  public var places = 200_000
  /// The same, times the runs: a place keeps what stood in each.
  public var placesTimesRuns = 10_000_000
  /// Tokens of one text that are aligned one by one.
  public var tokens = 200_000
  /// Variations that are listed as noise.
  public var listedNoise = 200
  /// Code points of a value that are shown.
  public var shownValue = 160

  public init() {}
}

/// What was read over all runs.
struct ComparisonTally {
  var flows = 0
  var hellos = 0
  var decrypted = 0
  var exchanges = 0
  var bytesMissing = 0
  /// Messages that were not compared as a whole, and names that found no room.
  var cut = 0

  mutating func add(_ other: ComparisonTally) {
    flows += other.flows
    hellos += other.hellos
    decrypted += other.decrypted
    exchanges += other.exchanges
    bytesMissing += other.bytesMissing
    cut += other.cut
  }
}
