public import Model

/// How an analysis runs, and what bounds it.
public struct AnalysisOptions: Sendable {
  public var redaction: Redaction = .secrets
  /// Seconds of silence after which a session ends.
  public var sessionGap: Double = 30 * 60
  /// Key for the keyed digests of redacted values; nil for none.
  public var digestKey: [UInt8]?
  /// What is known of the machine under test; nil when nothing is.
  public var profile: Profile?
  /// Whether what is no AI traffic is asked for disclosures, too.
  public var readsAllTraffic = false
  /// Flows whose state is kept at once; the oldest give way.
  public var flowLimit = 1 << 16
  /// Flows that ended unread and wait until it is known whose they are; the oldest are settled early.
  public var pendingFlows = 4096
  /// Names that DNS answers gave to addresses.
  public var nameLimit = 1 << 16
  /// Places kept over all tools and clients.
  public var placeLimit = 1 << 16
  /// Places whose opaque values are followed over all tools and clients.
  public var repeatedPlaces = 8_192
  /// Kinds of requests whose order of fields is followed.
  public var orderedRequests = 2_048
  /// Pairs of client and tool.
  public var ledgerLimit = 1 << 12
  /// Different values told apart per place.
  public var distinctLimit = 4096
  /// Exchanges held back until their host is known to be AI, and the bytes they may hold.
  public var heldExchanges = 512
  public var heldBytes = 16 << 20
  /// Nesting of encodings.
  public var nestingLimit = 6
  /// Bytes that unwrapping may produce per exchange.
  public var expansionLimit = 64 << 20
  /// Values looked at per exchange.
  public var leafLimit = 1 << 20
  /// Values that signals and recognisers may report per exchange.
  public var hitLimit = 1 << 16

  public init() {}
}
