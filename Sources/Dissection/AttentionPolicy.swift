public import Model
public import Protocols

/// Decides how much work flows deserve.
public protocol AttentionPolicy: AnyObject {
  func attention(for clue: AttentionClue, of state: FlowState) -> Attention

  /// Fields that make a clear request worth reading in full; nil when every request is.
  var screenedFields: FieldNameFilter? { get }

  /// Decides whether a clear request whose head lies in `head` is read in full.
  func screen(_ head: RawSpan, _ scan: HTTP1Scan, of state: FlowState) -> RequestScreening

  /// Whether a TLS flow to that server deserves no reading at all. Asked where no keys can be at hand, in
  /// place of ``AttentionClue/serverName(_:isOpenable:)``, which is asked when the answer is no.
  func passesOver(serverName: RawSpan, from client: IPAddress, to server: IPAddress) -> Bool

  /// Whether summaries of flows that were merely counted are wanted too.
  var wantsCountedFlows: Bool { get }
}

extension AttentionPolicy {
  public var screenedFields: FieldNameFilter? { nil }

  public func passesOver(
    serverName: RawSpan, from client: IPAddress, to server: IPAddress
  ) -> Bool { false }

  public func screen(
    _ head: RawSpan, _ scan: HTTP1Scan, of state: FlowState
  ) -> RequestScreening { .deserving }
}

/// The analyst's view: everything is opened and told.
public final class OpenEverything: AttentionPolicy {
  public init() {}

  public func attention(for clue: AttentionClue, of state: FlowState) -> Attention { .opened }
  public var wantsCountedFlows: Bool { true }
}
