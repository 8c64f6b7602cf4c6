public import Model

/// A known place where an attribute stands: knowledge as data, run by one matcher.
///
/// `path` is a header name, a query or form key, a JSONPath in the house's reduced form, or empty
/// for a whole request line. In a JSONPath `[*]` stands for any list item, `.*` for any member, and
/// a leading `$..` for any depth; `/` steps into a value that is itself encoded, as in
/// `$.metadata.user_id/$.device_id`.
public struct Signal: Sendable, Hashable {
  /// What to do with the value in output.
  public enum Redaction: String, Sendable, Hashable, CaseIterable {
    /// Shown in clear unless `--redact values`.
    case none
    /// Never shown unless `--redact none`.
    case secret
  }

  public var id: String
  /// An id of `attributes.yaml`.
  public var attribute: String
  public var part: ChannelPart
  public var path: String
  /// Narrows the value; the first group, or else the whole match, is what is disclosed. Nil takes
  /// all.
  public var pattern: String?
  public var redaction: Redaction
  /// Conditions under which the place means this; empty lists mean always.
  public var tools: [String]
  public var vendors: [String]
  /// Prefixes of the request path.
  public var targets: [String]
  /// 0 to 1.
  public var confidence: Double
  public var sources: [String]
  public var note: String?

  public init(
    id: String, attribute: String, part: ChannelPart, path: String, pattern: String?,
    redaction: Redaction, tools: [String], vendors: [String], targets: [String],
    confidence: Double, sources: [String], note: String?
  ) {
    self.id = id
    self.attribute = attribute
    self.part = part
    self.path = path
    self.pattern = pattern
    self.redaction = redaction
    self.tools = tools
    self.vendors = vendors
    self.targets = targets
    self.confidence = confidence
    self.sources = sources
    self.note = note
  }
}

/// A value for a signal to be tried on, and what must come out: the near misses matter as much.
public struct SignalExample: Sendable, Hashable {
  /// Id of the signal.
  public var signal: String
  /// What stands at the signal's place.
  public var value: String
  /// The place in full, where the signal's own path has wildcards.
  public var path: String?
  /// What the signal discloses of it; nil when it must stay silent.
  public var yields: String?

  public init(signal: String, value: String, path: String?, yields: String?) {
    self.signal = signal
    self.value = value
    self.path = path
    self.yields = yields
  }
}
