/// Runs of a tool under environments that were varied on purpose: what `compare` reads.
public struct Experiment: Sendable, Hashable {
  public static let schema = "telltale.experiment/1"
  /// Runs that are read at most.
  public static let runLimit = 4_096

  /// Something that is known about the machine, and may stand on the wire in one form or another.
  public struct Fact: Sendable, Hashable {
    /// An id of the vocabulary, such as `place.timezone`.
    public var attribute: String
    public var value: String

    public init(attribute: String, value: String) {
      self.attribute = attribute
      self.value = value
    }
  }

  /// One recording.
  public struct Run: Sendable, Hashable {
    public var capture: String
    public var keyLogs: [String] = []
    /// Path of a profile of the machine as it was in this run.
    public var profile: String?
    /// Runs of different blocks are not exchangeable: another day, another machine.
    public var block: String?
    /// Place in the order of recording; nil for unknown.
    public var order: Int?
    /// Level of each factor, by name.
    public var factors: [String: String]

    public init(capture: String, factors: [String: String]) {
      self.capture = capture
      self.factors = factors
    }
  }

  public var runs: [Run]
  /// What the levels of factors stand for on the wire, by factor and level.
  public var levels: [String: [String: [Fact]]] = [:]

  public init(runs: [Run]) {
    self.runs = runs
  }

  /// Names of the factors, in order.
  public var factorNames: [String] {
    Set(runs.flatMap(\.factors.keys)).sorted()
  }
}
