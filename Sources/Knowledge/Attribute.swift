/// An entry of the vocabulary of disclosures.
public struct Attribute: Sendable, Hashable {
  public var id: String
  /// 1 coarse to 5 direct identifier, credential or covert signal.
  public var sensitivity: Int
  public var means: String

  /// The part of the id before the dot.
  public var category: String { String(id.prefix { $0 != "." }) }

  public init(id: String, sensitivity: Int, means: String) {
    self.id = id
    self.sensitivity = sensitivity
    self.means = means
  }
}
