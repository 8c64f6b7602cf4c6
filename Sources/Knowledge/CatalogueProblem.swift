/// A mistake in a knowledge file.
public struct CatalogueProblem: Sendable, Hashable, CustomStringConvertible {
  /// Path of the file, as it was given.
  public var file: String
  /// Line, counted from 1; 0 when the file as a whole is meant.
  public var line: Int
  /// The key that the mistake stands at; empty when none.
  public var key: String
  /// What is wrong, and what would be right.
  public var message: String

  public init(file: String, line: Int, key: String, message: String) {
    self.file = file
    self.line = line
    self.key = key
    self.message = message
  }

  public var description: String {
    let place = line > 0 ? "\(file):\(line)" : file
    return key.isEmpty ? "\(place): \(message)" : "\(place): \(key): \(message)"
  }
}
