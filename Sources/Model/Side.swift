/// Which end of a conversation sent something.
public enum Side: UInt8, Sendable, Hashable, CaseIterable {
  /// The end that opened the flow.
  case client = 0
  /// The end that answered.
  case server = 1

  /// The other end.
  public var peer: Side { self == .client ? .server : .client }
}
