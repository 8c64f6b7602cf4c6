/// One value for each side of a flow, kept in place.
@frozen
public struct BySide<Value> {
  public var client: Value
  public var server: Value

  @inlinable
  public init(client: Value, server: Value) {
    self.client = client
    self.server = server
  }

  /// The same value for both.
  @inlinable
  public init(both value: Value) {
    self.init(client: value, server: value)
  }

  @inlinable
  public subscript(side: Side) -> Value {
    get { side == .client ? client : server }
    _modify {
      if side == .client { yield &client } else { yield &server }
    }
  }
}

extension BySide: Sendable where Value: Sendable {}
extension BySide: Equatable where Value: Equatable {}
extension BySide: Hashable where Value: Hashable {}
