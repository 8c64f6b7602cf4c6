/// Something that was not as it should be. Malformed traffic is evidence, not an error.
public struct Anomaly: Sendable, Hashable {
  /// EVE's `anomaly.type`: which part of the reading noticed it.
  public enum Kind: String, Sendable, Hashable {
    case decode
    case stream
    case application = "applayer"
  }

  public var kind: Kind
  /// A stable name for what happened: `gap`, `overlap_conflict`, `cap_reached`, `parse_failed` …
  public var event: String
  /// The protocol concerned: `tcp`, `tls`, `http` …
  public var layer: String
  /// One line for people.
  public var detail: String

  public init(_ kind: Kind, _ event: String, layer: String, detail: String) {
    self.kind = kind
    self.event = event
    self.layer = layer
    self.detail = detail
  }
}
