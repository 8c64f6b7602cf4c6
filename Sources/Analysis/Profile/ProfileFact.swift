/// One fact of the machine under test: an attribute of the vocabulary and its value there.
public struct ProfileFact: Sendable, Hashable {
  /// An id of `attributes.yaml`.
  public var attribute: String
  public var value: String

  public init(attribute: String, value: String) {
    self.attribute = attribute
    self.value = value
  }
}

/// What is known of the machine under test, to be looked for in its traffic.
public struct Profile: Sendable, Hashable {
  /// Facts that are looked for at most; a file with more is refused.
  public static let factLimit = 4096
  /// Bytes of a value at most.
  public static let valueLimit = 4096

  public var facts: [ProfileFact]

  public init(facts: [ProfileFact]) {
    self.facts = facts
  }
}
