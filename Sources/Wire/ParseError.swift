/// Why reading stopped: the bytes ended before the structure did.
@frozen
public struct Truncated: Error, Hashable, Sendable {
  /// Bytes that the structure needs from here on.
  public var needed: Int
  /// Bytes that were left.
  public var available: Int

  @inlinable
  public init(needed: Int, available: Int) {
    self.needed = needed
    self.available = available
  }
}
