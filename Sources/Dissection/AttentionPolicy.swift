public import Model
public import Protocols

/// Decides how much work flows deserve.
public protocol AttentionPolicy: AnyObject {
  func attention(for clue: AttentionClue, of state: FlowState) -> Attention

  /// Whether summaries of flows that were merely counted are wanted too.
  var wantsCountedFlows: Bool { get }
}

/// The analyst's view: everything is opened and told.
public final class OpenEverything: AttentionPolicy {
  public init() {}

  public func attention(for clue: AttentionClue, of state: FlowState) -> Attention { .opened }
  public var wantsCountedFlows: Bool { true }
}
