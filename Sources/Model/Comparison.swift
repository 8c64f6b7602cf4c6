/// Which bytes depend on which factor of the environment: the content of `telltale.comparison/1`.
public struct Comparison: Sendable {
  public static let schema = "telltale.comparison/1"

  /// How often the inference was wrong where there was nothing to find.
  public struct FalsePositives: Sendable, Hashable {
    public var runs: Int
    /// Ways to split the runs of every condition in two.
    public var splits: Int
    public var isComplete: Bool
    /// Splits in which some place had `q <= 0.05`.
    public var splitsWithFindings: Int
    public var tests: Int

    public var share: Double { Double(splitsWithFindings) / Double(max(1, splits)) }

    public init(runs: Int, splits: Int, isComplete: Bool, splitsWithFindings: Int, tests: Int) {
      self.runs = runs
      self.splits = splits
      self.isComplete = isComplete
      self.splitsWithFindings = splitsWithFindings
      self.tests = tests
    }
  }

  /// A factor that cannot be told apart from something else.
  public struct Confounding: Sendable, Hashable {
    public var factor: String
    /// `order of recording`, or another factor's name.
    public var with: String
    public var note: String

    public init(factor: String, with: String, note: String) {
      self.factor = factor
      self.with = with
      self.note = note
    }
  }

  public struct Factor: Sendable, Hashable {
    public var name: String
    /// Levels in order, and how many runs had each.
    public var levels: [(name: String, runs: Int)] {
      zip(names, counts).map { ($0, $1) }
    }
    private var names: [String]
    private var counts: [Int]

    public init(name: String, levels: [(name: String, runs: Int)]) {
      self.name = name
      names = levels.map(\.name)
      counts = levels.map(\.runs)
    }
  }

  public struct Run: Sendable, Hashable {
    public var capture: String
    public var factors: [String: String]
    public var order: Int?
    public var exchanges: Int

    public init(capture: String, factors: [String: String], order: Int?, exchanges: Int) {
      self.capture = capture
      self.factors = factors
      self.order = order
      self.exchanges = exchanges
    }
  }

  public var generatorVersion: String
  public var runs: [Run] = []
  public var factors: [Factor] = []
  public var alignedExchanges = 0
  public var variations: [Variation] = []
  /// Places that follow a factor as far as can be seen, but could as well do so by chance.
  public var unexplained: [Variation] = []
  public var tests = 0
  public var untestable = 0
  public var smallestP: Double?
  public var smallestQ: Double?
  public var confounding: [Confounding] = []
  public var placebo: FalsePositives?
  public var baseline: FalsePositives?
  /// Places that vary and are not listed.
  public var unlistedNoise = 0
  public var coverage = ComparisonCoverage()

  public init(generatorVersion: String) {
    self.generatorVersion = generatorVersion
  }

  public var covert: [Variation] { variations.filter { $0.kind == .covert } }
}

/// What could be read of an experiment.
public struct ComparisonCoverage: Sendable, Hashable {
  public var captures = 0
  public var packets = 0
  public var flows = 0
  public var clientHellos = 0
  public var decryptedHandshakes = 0
  public var exchanges = 0
  public var bytesMissing = 0
  public var damagedCaptures = 0
  public var notes: [String] = []

  public init() {}
}

/// One place where runs differ, and what the difference follows.
public struct Variation: Sendable, Hashable {
  public enum Aspect: String, Sendable, Hashable, Comparable {
    case value, presence, order, name, size, spelling
    public static func < (a: Aspect, b: Aspect) -> Bool { a.rawValue < b.rawValue }
  }

  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The bytes depend on the environment, but what they say does not show it.
    case covert
    /// The factor's value itself stands there.
    case plain
    /// It stands there in an encoding or as a digest.
    case encoded
    /// A documented function of the factor, or of another variation.
    case derived
    /// It varies within one condition.
    case noise
  }

  /// What stood there under one condition.
  public struct Level: Sendable, Hashable {
    public var when: [String: String]
    public var value: String
    /// Code points of what differs, where they are few.
    public var codePoints: [String]
    public var runs: Int

    public init(when: [String: String], value: String, codePoints: [String], runs: Int) {
      self.when = when
      self.value = value
      self.codePoints = codePoints
      self.runs = runs
    }
  }

  public var tool: String?
  /// `POST /v1/messages`.
  public var exchange: String
  public var recipientRole: String
  public var part: String
  public var path: String
  /// Which items of lists are meant; empty for all, or where there is one.
  public var items: [String] = []
  public var aspect: Aspect
  public var kind: Kind
  public var encodings: [String] = []
  public var derivedFrom: String?
  public var factors: [String] = []
  /// Whether what one factor does depends on the level of another.
  public var isInteraction = false
  public var levels: [Level] = []
  /// Capacity: log2 of the number of levels told apart.
  public var bits = 0.0
  public var pValue: Double?
  public var qValue: Double?
  public var isExact = true
  public var runs = 0
  /// What stands around the place.
  public var context: String?
  public var note: String?
  public var evidence: [Evidence] = []
  /// For the matrix of runs: which of the values each run had, nil for none.
  public var matrix: [Int?] = []

  public init(
    tool: String?, exchange: String, recipientRole: String, part: String, path: String,
    aspect: Aspect, kind: Kind
  ) {
    self.tool = tool
    self.exchange = exchange
    self.recipientRole = recipientRole
    self.part = part
    self.path = path
    self.aspect = aspect
    self.kind = kind
  }
}
